import { type Code, use } from '../../code.js';
import { typeFrom, valueFrom } from '../symbols.js';

/** What `src/internal/http.ts` has from other files of the package. */

export const ANSWER = typeFrom('internal/transport/exchange', 'Answer');
export const OUTGOING = typeFrom('internal/transport/exchange', 'Outgoing');
export const UNTIL = typeFrom('internal/transport/exchange', 'Until');

/** The transport of the runtime: what it is, \`imports\` of package.json tells. */
export const CREATE_TRANSPORT: Code = use({ name: 'createTransport', file: '#transport', kind: 'value' });
export const FAILURE = valueFrom('internal/transport/fetch', 'Failure');
export const FAILURE_OF = valueFrom('internal/transport/fetch', 'failureOf');
export const PARTS = valueFrom('internal/transport/fetch', 'Parts');

export const SLEEP = valueFrom('internal/retry', 'sleep');
export const IS_RESET = valueFrom('internal/retry', 'isReset');
export const IS_TRANSIENT = valueFrom('internal/retry', 'isTransient');
export const RESET_MS = valueFrom('internal/retry', 'resetMs');
export const RETRY_AFTER_MS = valueFrom('internal/retry', 'retryAfterMs');
export const RETRY_NUMBERS = typeFrom('internal/retry', 'Retry');

export const ACTION = typeFrom('internal/actions', 'Action');
export const CREATE_AUTH = valueFrom('internal/auth', 'createAuth');
export const CREATE_RATE_LIMIT = valueFrom('internal/rate-limit', 'createRateLimit');
export const CREDENTIALS = typeFrom('internal/auth', 'Credentials');
export const PARSE_JSON = valueFrom('internal/exact-json', 'parseJson');
export const SECRETS = valueFrom('internal/redact', 'Secrets');
export const SECRETS_TYPE = typeFrom('internal/redact', 'Secrets');

/** The hooks that all resources share. */
export const CLIENT_HOOKS: Code = use({ name: 'client', as: 'hooks', file: 'src/hooks.ts', kind: 'value' });
export const HOOK_CONTEXT = typeFrom('hook-types', 'HookContext');
export const HOOK_OPTIONS = typeFrom('hook-types', 'HookOptions');
export const HOOK_REQUEST = typeFrom('hook-types', 'HookRequest');

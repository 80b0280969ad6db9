import { use } from '../code.js';

/** What the code of schemes has from other files of a package, which `src/internal/auth.ts` imports with it. */

export const READ_POSITION = use({ name: 'ReadPosition', file: 'src/errors.ts', kind: 'type' });
/** The reason that an API gives in a reply: for the end of a message. */
export const REASON_IN = use({ name: 'reasonIn', file: 'src/errors.ts', kind: 'value' });
export const OUTGOING = use({ name: 'Outgoing', file: 'src/internal/transport/exchange.ts', kind: 'type' });
export const SECRETS = use({ name: 'Secrets', file: 'src/internal/redact.ts', kind: 'type' });
export const BASE64 = use({ name: 'base64', file: 'src/internal/redact.ts', kind: 'value' });

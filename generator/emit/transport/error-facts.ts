import { type Code, code, identifier, join, nothing, thousands } from '../../code.js';
import { ERROR_CLASSES, type ErrorClass } from '../../model/error-classes.js';
import { hasDeadlines } from '../../model/deadlines.js';
import { keepsSecrets } from '../../model/secrets.js';
import { hasActions } from './actions.js';
import { fetchesTokens } from '../client/auth-schemes.js';
import type { EmitContext } from '../context.js';
import { takesTimes } from '../reading/cursor-times.js';
import { isPaged } from '../reading/kinds.js';
import { longerThanWaited } from './retry.js';

/** An error class of a package. */
export interface ErrorFact {
  /** `HttpError` */
  readonly kind: ErrorClass;
  /** One sentence: when it is thrown. */
  readonly when: string;
  /** What it has beside the members of all: names, as the README lists them. */
  readonly members: readonly string[];
  /** The class that it extends; the base by default. */
  readonly base?: ErrorClass;
  /** The body of the class, after its name. */
  readonly body: Code;
}

/** The error classes that a package has, in the order they are exported. */
export function errorFacts(context: EmitContext): readonly ErrorFact[] {
  return ERROR_CLASSES.flatMap((kind) => {
    const { has, ...fact } = FACTS[kind](context);
    return has === false ? [] : [{ kind, ...fact }];
  });
}

type Fact = Omit<ErrorFact, 'kind'> & { readonly has?: boolean };

const FACTS: Readonly<Record<ErrorClass, (context: EmitContext) => Fact>> = {
  HttpError: (context) => ({
    when: 'The API answered with a status that is not a success.',
    members: ['status', 'url', 'body'],
    body: httpBody(context),
  }),

  RateLimitedError: ({ model }) => ({
    when: `The API answered 429 to every attempt, or asked to wait for ${longerThanWaited(model)}.`,
    members: ['retryAfterMs'],
    base: 'HttpError',
    body: nothing,
  }),

  NetworkError: ({ model }) => ({
    when: `The connection failed, or a \`fetch\` of the caller did. \`cause\` is the error of the platform${keepsSecrets(model) ? ': what it says, without credentials' : ''}.`,
    members: ['reason', 'cause'],
    body: code`
      /** The platform's word for it: \`ECONNRESET\`; empty where \`cause\` is an error of the caller's own \`fetch\`. */
      readonly reason: string;

      constructor(place: ReadPosition, reason: string, cause?: unknown) {
        super(place, 'network', \`the connection failed (\${reason || 'see cause'})\`);
        this.reason = reason;
        if (cause !== undefined) this.cause = cause;
      }
    `,
  }),

  TimeoutError: ({ model }) => ({
    when: `A request took longer than \`timeoutMs\` (${thousands(model.timeoutMs)}), to the last byte of the answer.`,
    members: [],
    body: nothing,
  }),

  DeadlineError: ({ model }) => ({
    has: hasDeadlines(model),
    when: 'The read would take longer than its `deadlineMs`. `state` is the way on, `cause` the error after which there was no time for another attempt.',
    members: ['cause'],
    body: code`
      constructor(place: ReadPosition, message: string, cause?: unknown) {
        super(place, 'deadline', message);
        if (cause !== undefined) this.cause = cause;
      }
    `,
  }),

  ResponseError: () => ({
    when: 'The answer is not what the API promises: cut off, not JSON, too large, without its records, or sent by another origin.',
    members: [],
    body: nothing,
  }),

  AuthError: (context) => ({ has: fetchesTokens(context), when: 'The token endpoint gave no token.', members: [], body: nothing }),

  PaginationError: ({ resources }) => ({
    has: resources.some((resource) => isPaged(resource)),
    when: 'Paging does not come to its end: a page came again, too many had no records, a maximum cuts off what there is, or a link leads elsewhere.',
    members: [],
    body: nothing,
  }),

  StateError: ({ model }) => ({
    when: 'The saved state belongs to another resource or API, or its position can no longer be gone on from.',
    members: model.outputs.length > 0 ? ['adopted'] : [],
    body:
      model.outputs.length > 0
        ? code`
          /** Where the state is of another source: the same one as a state of this source, for an API that has moved. */
          adopted?: unknown;
        `
        : nothing,
  }),

  OptionError: (context) => ({
    has: context.resources.some((resource) => takesTimes(resource) || resource.model.when !== null),
    when: 'An option of the client is not what it has to be.',
    members: ['option', 'expected'],
    body: code`
      /** \`startDate\` */
      readonly option: string;
      /** What it has to be: \`a time in ISO 8601\`. */
      readonly expected: string;

      constructor(resource: string, option: string, expected: string) {
        super({ resource, page: 0, attempt: 0, record: 0${join(
          context.counters.map((name) => code`, ${identifier(name)}: 0`),
          '',
        )}, state: undefined }, 'invalid_option', \`the option \${option} has to be \${expected}\`);
        this.option = option;
        this.expected = expected;
      }
    `,
  }),

  HookError: ({ model }) => ({
    has: model.hooks !== null,
    when: `A hook threw. \`cause\` is what it threw${keepsSecrets(model) ? '; of one that changes requests, only what it says, without credentials' : ''}.`,
    members: ['hook', 'index', 'cause'],
    body: code`
      /** \`map\`, \`select\`, … */
      readonly hook: string;
      /** The record that \`filter\` or \`map\` was given, counted from 0 among those it was given on this page. */
      readonly index: number;
      override readonly cause: unknown;

      constructor(place: ReadPosition, hook: string, cause: unknown) {
        super(place, 'hook_failed', \`the hook \${hook} failed\`, /^(filter|map)$/.test(hook) ? \` record \${place.record}\` : '');
        this.hook = hook;
        this.index = place.record;
        this.cause = cause;
      }
    `,
  }),

  RecordError: ({ model }) => ({
    when: 'A record is not what its type says.',
    members: ['index', 'path', 'expected'],
    body: code`
      /** The record on its page, from 0. */
      readonly index: number;
      /** The field: \`plan.tier\`. Empty for the record itself. */
      readonly path: string;
      /** What its type says: \`a whole number or null\`. */
      readonly expected: string;

      constructor(place: ReadPosition, path: string, expected: string, value: unknown, sensitive = false) {
        const found = sensitive && value != null ? 'got another value' : got(value${keepsSecrets(model) ? code`, place` : nothing});
        super(place, 'invalid_record', \`expected \${expected}, \${found}\`, \` record \${place.record}\${path && \` at \${path}\`}\`);
        this.index = place.record;
        this.path = shown(path, 200${keepsSecrets(model) ? code`, place` : nothing});
        this.expected = expected;
      }
    `,
  }),
};

function httpBody(context: EmitContext): Code {
  const acts = hasActions(context);
  const secrets = keepsSecrets(context.model);
  const without = secrets ? code`, without the credential` : nothing;
  return code`
    readonly status: number;
    /** What was asked for${without}. */
    readonly url: string;
    /** How the answer begins: up to 500 characters${without}. */
    readonly body: string;
    /** How long the API asked to wait, in milliseconds; 0 when it did not say. */
    readonly retryAfterMs: number;

    constructor(place: ReadPosition, code: ${context.prefix}ErrorCode, status: number, url: string, body: string, retryAfterMs: number${acts ? code`, message = ''` : nothing}) {
      const asks = retryAfterMs > 0 ? \`, and asks to wait \${Math.ceil(retryAfterMs / 1000)} s\` : '';
      super(place, code, \`\${shown(url, 500${secrets ? code`, place` : nothing})} answered \${status}${acts ? code`\${message && \`: \${message}\`}` : nothing}\${reasonIn(jsonOr(body)${secrets ? code`, place` : nothing})}\${asks}\`);
      this.status = status;
      this.url = shown(url, 1000${secrets ? code`, place` : nothing});
      this.body = ${secrets ? code`place.secrets?.redact(body, 500) ?? ` : nothing}body.slice(0, 500);
      this.retryAfterMs = retryAfterMs;
    }
  `;
}

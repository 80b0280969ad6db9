import { type Code, code, docWords, identifier, join, jsdoc, literal, nothing } from '../../code.js';
import { keepsSecrets } from '../../model/secrets.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { sourceFile } from '../source-file.js';
import { typeFrom } from '../symbols.js';
import { type ErrorFact, errorFacts } from './error-facts.js';
import { errorCodes } from './error-codes.js';
import { fetchesTokens } from '../client/auth-schemes.js';
import { readsAhead } from '../reading/ahead.js';
import { isResumable, needsClock } from '../reading/kinds.js';

/** `src/errors.ts`: every way in which a read can fail. */
export function emitErrors(context: EmitContext): readonly VirtualFile[] {
  const { header, prefix } = context;
  const codes = errorCodes(context.model).map((word) => literal(word));
  const secrets = keepsSecrets(context.model);
  const readonly = context.resources.some((resource) => readsAhead(resource) || isResumable(resource)) ? nothing : code`readonly `; // an error gets the state of its turn
  const body = code`
    /** Where a read stands. Every error names it. */
    export interface ReadPosition {
      readonly resource: string;
      /** Counts from 1 in this read. */
      readonly page: number;
      /** How often this page has been asked for. */
      attempt: number;
      /** The record being decoded, from 0. */
      record: number;
      ${counters(context)}
      ${
        context.model.resources.some(needsClock)
          ? code`
        /** When the API says that its first answer was made: milliseconds since 1970. */
        answeredAt?: number | undefined;
      `
          : nothing
      }
      /** The headers of the last answer, as soon as they were there. */
      headers?: { get(name: string): string | null } | undefined;
      /** The state after the last page that was yielded. */
      ${readonly}state: unknown;
      ${
        secrets
          ? code`
        /** What no error of this read may show. */
        readonly secrets?: ${typeFrom('internal/redact', 'Secrets')};
      `
          : nothing
      }
    }

    /** What went wrong, for programs. */
    export type ${prefix}ErrorCode = ${join(codes, ' | ')};

    /** The base of every error of this package. No error carries a credential. */
    export class ${prefix}Error extends Error {
      override readonly name: string = '${prefix}Error';
      readonly code: ${prefix}ErrorCode;
      readonly resource: string;
      readonly page: number;
      readonly attempts: number;
      /** What the API calls the request, for questions to its makers: \`X-Request-Id\` and the like of the last answer. Undefined when it gave none. */
      readonly requestId: string | undefined;
      /** The state after the last page that was yielded: pass it to \`pages({ state })\` to go on from there. */
      ${readonly}state: unknown;

      /** \`where\`: what of the page it is about. */
      constructor(place: ReadPosition, code: ${prefix}ErrorCode, message: string, where = '') {
        super(shown(\`\${place.resource} page \${place.page}\${where}: \${message}\`, 1000${secrets ? code`, place` : nothing}));
        this.code = code;
        this.resource = place.resource;
        this.page = place.page;
        this.attempts = place.attempt;
        this.requestId = requestIdOf(place);
        this.state = place.state;
      }
    }

    ${join(
      errorFacts(context).map((fact) => errorClass(context, fact)),
      '\n\n',
    )}

    /** The name that the API gave to a request, in one of the headers that most use. */
    function requestIdOf(place: ReadPosition): string | undefined {
      const names = ['x-request-id', 'request-id', 'x-amzn-requestid', 'x-ms-request-id', 'x-correlation-id'];
      const id = names.map((name) => place.headers?.get(name)).find(Boolean);
      return id ? shown(id, 200${secrets ? code`, place` : nothing}) : undefined;
    }

    /** What an answer says is wrong, where it says so in words: \`: invalid_grant: the code has expired\`. */
    ${fetchesTokens(context) ? code`export ` : nothing}function reasonIn(answer: unknown${secrets ? code`, place: ReadPosition` : nothing}): string {
      const words = wordsIn(answer, 0);
      return words && \`: \${shown(words, 200${secrets ? code`, place` : nothing})}\`;
    }

    function wordsIn(value: unknown, depth: number): string {
      if (typeof value === 'string') return value.trim();
      if (typeof value !== 'object' || value === null || depth > 4) return '';
      if (Array.isArray(value)) return wordsIn(value[0], depth + 1);
      const said = Object.entries(value).filter(([key]) => /^(errors?|title|messages?|msg|details?|description|reason|fault|error_?(description|messages?|msg))$/i.test(key));
      return [...new Set(said.map(([, each]) => wordsIn(each, depth + 1)).filter((words) => words !== ''))].join(': ');
    }

    /** The JSON in a body; the text where it is no page of HTML. */
    function jsonOr(body: string): unknown {
      try {
        return JSON.parse(body);
      } catch {
        return /^\s*</.test(body) ? undefined : body;
      }
    }

    /** A value as a message shows it: shortened, never a whole object. */
    function got(value: unknown${secrets ? code`, place: ReadPosition` : nothing}): string {
      if (value === undefined) return 'but it is missing';
      if (value === null) return 'got null';
      if (typeof value === 'bigint') return \`got \${shown(String(value).replace(/(?<!0)0{20,}$/, (zeros) => \`e\${zeros.length}\`), 60${secrets ? code`, place` : nothing})}, which only a bigint holds\`;
      if (typeof value === 'object') return Array.isArray(value) ? 'got a list' : 'got an object';
      return \`got \${shown(\`\${typeof value} \${typeof value === 'string' ? JSON.stringify(value) : String(value)}\`, 60${secrets ? code`, place` : nothing})}\`;
    }

    /** A text as an error shows it: ${secrets ? code`without secrets, ` : nothing}not endless, and without signs that a terminal would obey. */
    function shown(text: string, limit: number${secrets ? code`, { secrets }: ReadPosition` : nothing}): string {
      return (${secrets ? code`secrets?.redact(text, limit) ?? ` : nothing}text.slice(0, limit)).replace(/[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]/g, '\\ufffd');
    }
  `;
  return [sourceFile(header, 'src/errors.ts', body)];
}

function errorClass({ prefix }: EmitContext, { kind, when, base, body }: ErrorFact): Code {
  const parent = base === undefined ? code`${prefix}Error` : code`${prefix}${identifier(base)}`;
  return code`
    ${jsdoc(docWords(when))}
    export class ${prefix}${identifier(kind)} extends ${parent} {
      override readonly name${kind === 'HttpError' ? code`: string` : nothing} = ${literal(`${prefix.text}${kind}`)};
      ${body}
    }
  `;
}

function counters({ counters: names }: EmitContext): Code {
  return code`
    ${
      names.includes('discardedRows')
        ? code`
      /** Records of this page left out so far. */
      discardedRows: number;
    `
        : nothing
    }
    ${
      names.includes('discardedValues')
        ? code`
      /** Values of this page left out so far. */
      discardedValues: number;
    `
        : nothing
    }
  `;
}

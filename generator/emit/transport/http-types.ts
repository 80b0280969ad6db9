import { type Code, code, docWords, jsdoc, join, literal, nothing, property, thousands } from '../../code.js';
import { everyAuth, optionsOfAuth } from '../../model/auth.js';
import type { ConfigOption } from '../../model/connector-model.js';
import { configType } from '../client/config.js';
import type { EmitContext } from '../context.js';
import { showFilledUrl } from '../client/filled-url.js';
import { formatCodes } from './format.js';
import { hooksSign, type HttpFeatures } from './http-features.js';
import { showLimit } from './rate-limit.js';
import { optionsIn } from '../reading/references.js';
import { ANSWER_HEADERS, READ_POSITION } from '../symbols.js';
import { ACTION, ANSWER, CREDENTIALS, HOOK_OPTIONS, HOOK_REQUEST, OUTGOING, RETRY_NUMBERS, SECRETS_TYPE } from './http-names.js';

/** The types of `src/internal/http.ts`: what callers may replace, what a resource asks for, and what it gives. */
export function emitHttpTypes(context: EmitContext, features: HttpFeatures): Code {
  const own = features.own.any;
  const getPage = code`
    <Page>(
      url: URL,
      read: Read<Page>,
      place: ${READ_POSITION},
      signal: AbortSignal | undefined,${own ? code` own?: RequestOverrides,` : nothing}
    ) => Promise<Page>
  `;
  return code`
    ${httpOptions(context, features)}

    /** Takes a page out of an answer; what it throws is part of the attempt. \`body\` is undefined for 204 No Content. */
    export type Read<Page> = (body: unknown, place: ${READ_POSITION}, response: ${ANSWER}, url: URL) => Page;

    ${features.formats ? formatType(context) : nothing}
    ${
      features.hooked.any
        ? code`
      /** A hook that changes a request. */
      type ChangeRequest = (request: ${HOOK_REQUEST}) => void | Promise<void>;

    `
        : nothing
    }
    ${
      own
        ? code`
      /** What requests of one resource have that others have not. */
      export interface RequestOverrides {
        ${ownMembers(context, features)}
      }

      /** A request with what its resource has of its own. */
      type Asked = ${OUTGOING} & RequestOverrides;

    `
        : nothing
    }
    /** Gets \`url\` and returns what \`read\` makes of the whole answer. */
    ${
      features.secrets || features.jobs
        ? code`
      export interface FetchPage extends GetPage {
        ${
          features.secrets
            ? code`
          /** What must not leave. */
          readonly secrets: ${SECRETS_TYPE};
        `
            : nothing
        }
        ${
          features.jobs
            ? code`
          /** Waits until a job may be done. */
          readonly sleep: NonNullable<HttpOptions['sleep']>;
        `
            : nothing
        }
      }

      type GetPage = ${getPage};
    `
        : code`export type FetchPage = ${getPage};`
    }
  `;
}

function httpOptions({ model }: EmitContext, { retries, limited, deadlines, secrets, jobs }: HttpFeatures): Code {
  const limit = model.rateLimit === null ? '' : showLimit(model.rateLimit);
  return code`
    /** What the caller of a client may replace. */
    export interface HttpOptions {
      ${jsdoc(docWords(`Where the API is. Default: \`${model.baseUrlTemplate === null ? model.baseUrl : showFilledUrl(model.baseUrlTemplate, model.config)}\`.`))}
      readonly baseUrl?: string;
      ${
        secrets
          ? code`
        /** Whether credentials may go over plain http to another host than this computer: whoever is on the way can read them. Default: false. */
        readonly allowPlainHttp?: boolean;
      `
          : nothing
      }
      /** Headers of every request to the API. Those of the connector, and credentials, win. */
      readonly headers?: Readonly<Record<string, string>>;
      /** Sends the requests. Default: \`node:http\` and \`node:https\` on Node.js, where the global \`fetch\` is its own; elsewhere that \`fetch\`. */
      readonly fetch?: typeof globalThis.fetch;
      ${
        retries || limited || jobs
          ? code`
        /** Waits between attempts${jobs ? code`, and until a job is done` : nothing}. Default: a timer that ends early when \`signal\` aborts. */
        readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
      `
          : nothing
      }
      ${
        limited
          ? code`
        /** Waits for the turn of the next request. Default: at most ${docWords(limit)}, shared by all resources of the client. Give several clients one function to make them share a limit. */
        readonly waitForTurn?: ((signal: AbortSignal | undefined) => Promise<void>) | undefined;
      `
          : nothing
      }
      ${
        retries
          ? code`
        /** A number from 0 up to 1, for the jitter of waits. Default: \`Math.random\`. */
        readonly random?: () => number;
        ${jsdoc(`How often a request is tried again at most, of every resource. Default: ${retriesOf(model)}.`)}
        readonly maxRetries?: number;
      `
          : nothing
      }
      ${
        deadlines
          ? code`
        /** A monotonic clock for deadlines, in milliseconds. Default: \`performance.now\`. */
        readonly now?: () => number;
      `
          : nothing
      }
      ${jsdoc(docWords(`How long one request may take, from sending it to the last byte of the answer. Default: ${thousands(model.timeoutMs)}.`))}
      readonly timeoutMs?: number;
      /** Is told what happens: \`console\` will do. What it is told holds no credential. Default: nobody is told. */
      readonly logger?: Logger;
    }

    /** Whom a client tells what happens: each attempt (\`debug\`), each wait before another one (\`info\`), each failure (\`warn\`). */
    export interface Logger {
      debug(message: string): void;
      info(message: string): void;
      warn(message: string): void;
    }
  `;
}

/** How often requests are tried again, in words. */
function retriesOf({ retry, resources }: EmitContext['model']): string {
  const same = resources.every((resource) => resource.retry.maxRetries === retry.maxRetries);
  return same ? String(retry.maxRetries) : `what the connector says, ${retry.maxRetries} where it says nothing of a resource`;
}

function formatType({ model }: EmitContext): Code {
  const codes = formatCodes(model);
  const isXml = codes.includes('not_xml');
  return code`
    /** How the text of a body is read that is not one JSON value. */
    export interface Format {
      /** Of the error for another content type. */
      readonly code: ${join(
        codes.map((word) => literal(word)),
        ' | ',
      )};
      /** The content types it comes with. */
      readonly types: RegExp;
      /** ${isXml ? code`What is` : code`The rows`} in the text; what is cut off or damaged is an error. */
      readonly parse: (text: string, place: ${READ_POSITION}) => ${isXml ? code`unknown` : code`readonly unknown[]`};
    }

  `;
}

function ownMembers(context: EmitContext, { own, formats, gzips, deadlines, acts, hooked, files }: HttpFeatures): readonly Code[] {
  const members: readonly (readonly [boolean, Code])[] = [
    [own.init, code`readonly init?: { readonly method: string; readonly body?: string };`],
    [own.headers, code`readonly headers?: Readonly<Record<string, string>>;`],
    [formats, code`readonly format?: Format;`],
    [
      gzips,
      code`
        /** Whether bodies are gzip files. */
        readonly gzip?: boolean;
      `,
    ],
    [own.parse, code`readonly parse?: (text: string) => unknown;`],
    [
      own.accepts,
      code`
        /** Content types that are read, beside those of the format. */
        readonly accepts?: readonly string[];
      `,
    ],
    [
      own.empty,
      code`
        /** Whether an answer without a body is one, whatever its status. */
        readonly mayBeEmpty?: boolean;
      `,
    ],
    [
      own.redirects,
      code`
        /** Other origins that its redirects may lead to. Nobody is told credentials there. */
        readonly redirects?: readonly string[];
      `,
    ],
    [
      own.charset,
      code`
        /** How texts of bodies are written. Default: in UTF-8. */
        readonly charset?: string;
      `,
    ],
    [own.timeout, code`readonly timeoutMs?: number;`],
    [
      deadlines,
      code`
        /** When the time of the read is over, by the clock of the client. */
        readonly deadline?: number;
      `,
    ],
    [own.retry, code`readonly retry?: Partial<${RETRY_NUMBERS}>;`],
    [acts, code`readonly act?: (status: number, text: string, headers: ${ANSWER_HEADERS}) => ${ACTION} | undefined;`],
    [own.auth, code`readonly auth?: ${ownAuthType(context)};`],
    [
      files,
      code`
        /** Whether another origin is asked: it is told nothing of the API. */
        readonly elsewhere?: boolean;
      `,
    ],
    [hooked.request, code`readonly request?: ChangeRequest;`],
    [hooksSign(context), code`readonly authenticate?: ChangeRequest;`],
  ];
  return members.filter(([there]) => there).map(([, member]) => member);
}

/** Which of the resources sign in a way of their own. */
function ownAuthType({ model }: EmitContext): Code {
  const names = [
    ...model.ownAuth.map(({ resource }) => resource.camel),
    ...(model.resources.some(({ auth }) => auth === 'none') ? ['none'] : []),
  ];
  return join(
    names.map((name) => literal(name)),
    ' | ',
  );
}

/** The options that `createFetchPage` reads: its own, the credentials, and those that stand in headers of every request. */
export function optionsType({ model }: EmitContext, { signs, hooksTakeOptions }: HttpFeatures): Code {
  if (hooksTakeOptions) return HOOK_OPTIONS;
  const inAuth = optionsOfAuth(everyAuth(model));
  const inHeaders = new Set(model.headers.flatMap((header) => optionsIn(header.value, model.config)));
  const used = model.config.filter((option) => option.secret || inAuth.has(option.name.raw) || inHeaders.has(option));
  const own = used.length === 0 ? nothing : code` & { ${join(used.map(optionMember), ' ')} }`;
  return code`HttpOptions${signs ? code` & ${CREDENTIALS}` : nothing}${own}`;
}

function optionMember(option: ConfigOption): Code {
  return code`readonly ${property(option.name.camel)}${option.optional && option.default === null ? code`?` : nothing}: ${configType(option)};`;
}

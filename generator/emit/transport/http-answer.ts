import { type Code, code, count, join, literal, nothing } from '../../code.js';
import { WINDOWS_1252_FROM_80 } from '../../recordings/charsets.js';
import type { EmitContext } from '../context.js';
import type { HttpFeatures } from './http-features.js';
import { askedType } from './http-request.js';
import { errorClass, READ_POSITION } from '../symbols.js';
import { ANSWER, FAILURE, FAILURE_OF, PARSE_JSON, PARTS, RESET_MS, RETRY_AFTER_MS } from './http-names.js';

/** The pieces of `createFetchPage` that receive: what a body holds, and what failed. */

/** What a body holds: data, or what the API says is wrong. */
export function emitParseBody(context: EmitContext, features: HttpFeatures): Code {
  const { acts, formats, gzips, own, files } = features;
  const [charset, errorText] = own.charset
    ? [code`, charset`, code`errorText(bytes, charset)`]
    : [nothing, code`new TextDecoder().decode(bytes)`];
  const read = join(
    [
      code`url`,
      ...(acts ? [code`act`] : []),
      ...(formats ? [code`format`] : []),
      ...(gzips ? [code`gzip`] : []),
      ...(own.parse ? [code`parse = ${parseJson(features)}`] : []),
      ...(own.retry ? [code`retry`] : []),
      ...(own.accepts ? [code`accepts = []`] : []),
      ...(own.empty ? [code`mayBeEmpty`] : []),
      ...(own.charset ? [code`charset`] : []),
      ...(files ? [code`elsewhere`] : []),
    ],
    ', ',
  );
  return code`
    /** The parsed body of a success; undefined for 204. */
    ${gzips ? code`async ` : nothing}function parseBody({ status, headers, bytes }: ${ANSWER}, { ${read} }: ${askedType(features)}, place: ${READ_POSITION}): ${gzips ? code`Promise<unknown>` : code`unknown`} {
      const ok = status >= 200 && status < 300;
      const type = headers.get('content-type') ?? '';
      ${
        gzips
          ? code`
        const packed = gzip === true && ok && status !== 204 && !/html|xml/i.test(type);
        const text = ok ? decodeText(packed ? await gunzip(bytes, place) : bytes, place${charset}) : ${errorText};
      `
          : code`const text = ok ? decodeText(bytes, place${charset}) : ${errorText};`
      }
      ${
        acts
          ? code`
        const action = act?.(status, text, headers);
        if (action?.do === 'ignore') return undefined; // as 204: the read ends
        if (!ok || action !== undefined) {
      `
          : code`if (!ok) {`
      }
        ${refusal(context, features)}
      }
      if (status === 204${own.empty ? code` || (mayBeEmpty === true && text === '')` : nothing}) return undefined;
      ${formats ? rows(context, features) : nothing}
      if (type !== '' && !/json/i.test(type)${gzips ? code` && !(gzip === true && /gzip|octet-stream/i.test(type))` : nothing}${own.accepts ? ACCEPTED : nothing}) {
        throw new ${errorClass(context, 'ResponseError')}(place, 'not_json', \`the answer is not JSON but \${type}\`);
      }
      let body: unknown;
      try {
        body = ${own.parse ? code`parse` : parseJson(features)}(text);
      } catch {
        throw new ${errorClass(context, 'ResponseError')}(place, 'malformed_body', \`the answer is not well-formed JSON (\${text.length} characters)\`);
      }
      return notTooDeep(body, place);
    }
  `;
}

const ACCEPTED = code` && !accepts.includes((type.split(';', 1)[0] ?? '').trim().toLowerCase())`;

/** What reads JSON, where a resource does not say otherwise. */
function parseJson({ exact }: HttpFeatures): Code {
  return exact ? PARSE_JSON : code`JSON.parse`;
}

/** The error of an answer that is none: its status says so, or an action. */
function refusal({ prefix, model }: EmitContext, { acts, restarts, resets, own, files, waitsForCost }: HttpFeatures): Code {
  const shown = files ? code`shown` : code`url.href`;
  const limited = code`status === 429${acts ? code` || action?.do === 'rate_limited'` : nothing}`;
  const longest = own.retry ? code`(retry?.maxRetryAfterMs ?? RETRY.maxRetryAfterMs)` : count(model.retry.maxRetryAfterMs);
  const asked = resets ? code`${RETRY_AFTER_MS}(headers) || (${limited} ? ${RESET_MS}(headers) : 0)` : code`${RETRY_AFTER_MS}(headers)`;
  const wait = waitsForCost ? code`Math.max(${asked}, action?.waitMs ?? 0)` : asked;
  const message = acts ? code`, action?.message` : nothing;
  return code`
    const waitMs = ${wait};
    ${files ? code`const shown = elsewhere === true ? \`\${url.origin}\${url.pathname}\` : url.href; // what else is in a URL of a file may be a signature` : nothing}
    ${
      acts
        ? code`
      if (action !== undefined && action.do !== 'rate_limited') {
        const code = action.do === 'retry' ? 'temporary_error' : ${restarts ? code`action.do === 'restart' ? 'position_refused' : ` : nothing}'api_error';
        throw new ${errorClass({ prefix }, 'HttpError')}(place, code, status, ${shown}, text, waitMs, action.message);
      }
    `
        : nothing
    }
    if (${limited} || waitMs > ${longest}) {
      throw new ${errorClass({ prefix }, 'RateLimitedError')}(place, 'rate_limited', status, ${shown}, text, waitMs${message});
    }
    throw new ${errorClass({ prefix }, 'HttpError')}(place, 'http_status', status, ${shown}, text, waitMs);
  `;
}

/** A body that is rows. */
function rows({ prefix }: EmitContext, { own }: HttpFeatures): Code {
  return code`
    if (format !== undefined) {
      if (type !== '' && !format.types.test(type)${own.accepts ? ACCEPTED : nothing}) {
        throw new ${errorClass({ prefix }, 'ResponseError')}(place, format.code, \`the answer is \${type}\`);
      }
      return notTooDeep(format.parse(text, place), place);
    }
  `;
}

/** What failed, as an error of the package. */
export function emitErrorOf({ prefix }: EmitContext, { secrets }: HttpFeatures): Code {
  return code`
    /** What failed, as an error of this package. */
    function errorOf(error: unknown, place: ${READ_POSITION}): ${errorClass({ prefix }, 'Error')} {
      if (error instanceof ${errorClass({ prefix }, 'Error')}) return error;
      const { code, message, reason, cause } = ${FAILURE_OF}(error);
      if (code !== 'network') return new ${errorClass({ prefix }, 'ResponseError')}(place, code, message);
      return new ${errorClass({ prefix }, 'NetworkError')}(place, reason, ${secrets ? code`cause === undefined ? undefined : withoutSecrets(cause)` : code`cause`});
    }
    ${
      secrets
        ? code`

      /** What an error says, and what it says of its causes, without credentials. */
      function withoutSecrets(error: unknown): Error {
        const words: string[] = [];
        for (let each = error; each !== undefined && words.length < 5; each = Object(each).cause) words.push(each instanceof Error ? each.message : String(each));
        const shown = new Error(secrets.redact(words.join(': ')));
        shown.stack = secrets.redact(String(Object(error).stack ?? shown));
        return shown;
      }
    `
        : nothing
    }
  `;
}

/** Functions beside `createFetchPage` that every package has, or those with gzip files. */
export function emitAnswerHelpers({ prefix, model }: EmitContext, { gzips, leaves, own }: HttpFeatures): Code {
  const latin = model.resources.some(({ charset }) => charset === 'windows-1252');
  return code`
    const UTF8 = new TextDecoder('utf-8', { fatal: true });

    ${
      own.charset
        ? code`
      /** The text of a body. One that begins with the mark of UTF-8 is UTF-8, whatever it was to be. */
      function decodeText(bytes: Uint8Array, place: ${READ_POSITION}, charset?: string): string {
        if (charset !== undefined && !(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)) {
          try {
            ${latin ? code`return withSigns(new TextDecoder(charset, { fatal: true }).decode(bytes), charset);` : code`return new TextDecoder(charset, { fatal: true }).decode(bytes);`}
          } catch {
            throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'malformed_body', \`the answer is not \${charset}\`);
          }
        }
    `
        : code`
      /** The text of a body. */
      function decodeText(bytes: Uint8Array, place: ${READ_POSITION}): string {
    `
    }
      try {
        return UTF8.decode(bytes);
      } catch {
        if (isCut(bytes)) throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'malformed_body', 'the answer ends inside a character');
        throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'not_utf8', 'the answer is not UTF-8');
      }
    }

    ${
      own.charset
        ? code`
      /** The text of an error, which is UTF-8 where it can be: what stands between here and the API writes no other. */
      function errorText(bytes: Uint8Array, charset?: string): string {
        try {
          return UTF8.decode(bytes);
        } catch {
          return new TextDecoder(charset).decode(bytes);
        }
      }
    `
        : nothing
    }

    ${
      latin
        ? code`
      /** The signs of windows-1252 from 0x80 to 0x9f. */
      const FROM_80 = ${literal(WINDOWS_1252_FROM_80)};

      /** A text with these signs, where a runtime has left what ISO 8859-1 has in their places: some versions of Node.js do. */
      function withSigns(text: string, charset: string): string {
        return charset === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (sign) => FROM_80.charAt(sign.charCodeAt(0) - 0x80)) : text;
      }

    `
        : nothing
    }
    /** Whether what is no UTF-8 may be the beginning of some. */
    function isCut(bytes: Uint8Array): boolean {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
        return true;
      } catch {
        return false;
      }
    }

    ${
      gzips
        ? code`
      /** The bytes in a gzip file. One that is cut off or damaged is an error, and so is one that unpacks to more than 64 MiB. */
      async function gunzip(bytes: Uint8Array, place: ${READ_POSITION}): Promise<Uint8Array> {
        const parts = new ${PARTS}();
        try {
          const unpacked = new Response(bytes as Uint8Array<ArrayBuffer>).body?.pipeThrough(new DecompressionStream('gzip'));
          const reader = unpacked?.getReader();
          for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) parts.add(part.value);
        } catch (error) {
          if (error instanceof ${FAILURE}) throw new ${errorClass({ prefix }, 'ResponseError')}(place, error.code, error.message);
          throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'malformed_body', 'the answer is no gzip file, or one that is cut off or damaged');
        }
        return parts.whole();
      }

    `
        : nothing
    }
    /** More lists and objects inside each other than any answer needs: what looks through them could exhaust the stack. */
    const MOST_LEVELS = 500;

    function notTooDeep<Body>(body: Body, place: ${READ_POSITION}): Body {
      if (isDeeper(body, MOST_LEVELS)) throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'too_deep', \`lists and objects are inside each other more than \${MOST_LEVELS} deep\`);
      return body;
    }

    function isDeeper(value: unknown, levels: number): boolean {
      if (typeof value !== 'object' || value === null) return false;
      if (levels === 0) return true;
      if (Array.isArray(value)) {
        for (const item of value) if (isDeeper(item, levels - 1)) return true;
      } else for (const key in value) if (isDeeper(value[key as keyof typeof value], levels - 1)) return true; // without a list of its values
      return false;
    }

    /** Keeps the headers of an answer for the errors that are about it, one that is cut off, too. */
    function heard(place: ${READ_POSITION}): (headers: ${ANSWER}['headers']) => void {
      place.headers = undefined;
      return (headers) => {
        place.headers = headers;
      };
    }

    /** Where a redirect leads, which has to be in ${own.redirects ? code`the same origin, or one that is allowed` : leaves ? code`the same origin, or one of \`ELSEWHERE\`` : code`the API's own origin`}. */
    function redirectTarget({ status, headers }: ${ANSWER}, url: URL, place: ${READ_POSITION}${own.redirects ? code`, allowed: readonly string[]` : nothing}): URL {
      const location = headers.get('location');
      const refuse = (why: string): ${errorClass({ prefix }, 'ResponseError')} => new ${errorClass({ prefix }, 'ResponseError')}(place, 'refused_redirect', \`\${status}, \${why}\`);
      if (location === null) throw refuse('a redirect without a Location');
      if (!URL.canParse(location, url.href)) throw refuse('a redirect whose Location is no URL');
      const target = new URL(location, url);
      if (target.origin !== url.origin${leaves ? code` && !${own.redirects ? code`allowed` : code`ELSEWHERE`}.includes(target.origin)` : nothing}) throw refuse(\`a redirect to another origin, \${target.protocol}//\${target.host}\`);
      return target;
    }
  `;
}

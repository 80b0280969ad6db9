import { type Code, code, join, nothing } from '../../code.js';
import { builtInError, errorClass, READ_POSITION } from '../symbols.js';
import type { EmitContext } from '../context.js';
import { emitHookCall, takesAny } from '../hooks/predicates.js';
import { hooksSign, type HttpFeatures } from './http-features.js';
import { needsClock } from '../reading/kinds.js';
import { emitHeaders } from '../reading/references.js';
import { ANSWER, CLIENT_HOOKS, HOOK_CONTEXT, HOOK_REQUEST, OUTGOING } from './http-names.js';

/** The pieces of `createFetchPage` that send: one attempt, redirects, one exchange, and what changes a request on its way. */

/** One attempt: what is tried again as a whole. */
export function emitAttempt(context: EmitContext, features: HttpFeatures): Code {
  const { own, hooked, retries, formats, gzips, files } = features;
  const headers = headersObject(context);
  const request = join(
    [
      ...(own.any ? [code`...own`] : []),
      code`method: 'GET'`,
      ...(own.init ? [code`...own.init`] : []),
      code`url`,
      code`headers: ${files ? code`own.elsewhere === true ? { ...own.headers } : ` : nothing}${own.headers ? code`{ ...${headers}, ...own.headers }` : headers}`,
      ...(formats ? [code`rows: own.format !== undefined${gzips ? code` && own.gzip !== true` : nothing}`] : []),
    ],
    ', ',
  );
  return code`
    /** One attempt: the request, the whole answer, and the page in it. */
    const attempt: ${pageGetter(features)} = async (url, read, place, signal${own.any ? code`, own = {}` : nothing}) => {
      ${retries ? nothing : code`place.attempt++;`}
      ${
        hooked.request
          ? code`
        const made: Asked = { ${request} };
        const { request: hook } = own;
        const request = hook === undefined ? made : await within(${limitOf(features, code`made`)}, signal, tooLate(place), (until) => change('request', hook, made, place, until.signal));
      `
          : code`const request: ${askedType(features)} = { ${request} };`
      }
      const response = await send(request, place, signal);
      return read(${gzips ? code`await ` : nothing}parseBody(response, request, place), place, response, request.url);
    };
  `;
}

function headersObject({ model }: EmitContext): Code {
  const accepts = model.headers.some((header) => header.name.toLowerCase() === 'accept');
  const headers = [...(accepts ? [] : [{ name: 'accept', value: ['application/json'] }]), ...model.headers];
  return code`{ ...given, ${join(emitHeaders(headers, { options: code`options`, part: nothing, config: model.config }), ' ')} }`;
}

/** The type of a function that gets pages. */
export function pageGetter({ secrets, jobs }: HttpFeatures): Code {
  return secrets || jobs ? code`GetPage` : code`FetchPage`;
}

/** The type of a request inside of `createFetchPage`. */
export function askedType({ own }: HttpFeatures): Code {
  return own.any ? code`Asked` : OUTGOING;
}

/** How many milliseconds a request may take: an expression. */
function limitOf({ own }: HttpFeatures, request: Code): Code {
  return own.timeout ? code`options.timeoutMs ?? ${request}.timeoutMs ?? timeoutMs` : code`timeoutMs`;
}

/** Redirects, which are followed to places of the API. */
export function emitSend({ prefix, model }: EmitContext, features: HttpFeatures): Code {
  const { leaves, files, own } = features;
  const bodies = features.own.init || features.hooked.any;
  const asked = askedType(features);
  return code`
    /** Sends a request, and follows redirects inside the API's own origin${leaves ? code`, and to others that are allowed` : nothing}. */
    async function send(asked: ${asked}, place: ${READ_POSITION}, signal: AbortSignal | undefined): Promise<${ANSWER}> {
      let request = asked;
      ${leaves ? code`let isElsewhere = ${files ? code`asked.elsewhere === true` : code`false`};` : nothing}
      for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
        const response = await ${leaves ? code`(isElsewhere ? exchangeElsewhere : exchange)` : files ? code`(asked.elsewhere === true ? exchangeElsewhere : exchange)` : code`exchange`}(request, place, signal);
        ${model.resources.some(needsClock) ? code`place.answeredAt ??= Date.parse(response.headers.get('date') ?? '') + 999 || undefined; // the end of that second; NaN, without the header, is none` : nothing}
        if (!REDIRECTS.includes(response.status)) return response;
        const url = redirectTarget(response, request.url, place${own.redirects ? code`, asked.redirects ?? ${model.redirectOrigins.length > 0 ? code`ELSEWHERE` : code`[]`}` : nothing});
        ${
          bodies
            ? code`
          const { 'content-type': _, ...headers } = request.headers;
          request = response.status === 303 ? { ...request, url, method: 'GET', headers, body: undefined } : { ...request, url };
        `
            : code`request = { ...request, url };`
        }
        ${
          leaves
            ? code`
          isElsewhere ||= url.origin !== asked.url.origin;
          ${bodies ? code`if (isElsewhere && request.method !== 'GET') throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'refused_redirect', \`\${response.status}, \${request.method} is not sent to another origin\`);` : nothing}
          if (isElsewhere) request = { ...request, headers: { accept: request.headers['accept'] ?? '*/*' } };
        `
            : nothing
        }
      }
      throw new ${errorClass({ prefix }, 'ResponseError')}(place, 'refused_redirect', \`redirected more than \${MAX_REDIRECTS} times\`);
    }
    ${
      leaves || files
        ? code`

      /** Sends one request to another origin, which is told no credentials and has nothing to do with the API's limits. */
      async function exchangeElsewhere(request: ${asked}, place: ${READ_POSITION}, signal: AbortSignal | undefined): Promise<${ANSWER}> {
        try {
          return await within(${limitOf(features, code`request`)}, signal, tooLate(place), (until) => transport(request, until, heard(place)));
        } catch (error) {
          signal?.throwIfAborted();
          throw errorOf(error, place);
        }
      }
    `
        : nothing
    }
  `;
}

/** One exchange: the turn, the signature, the time it may take. */
export function emitExchange(context: EmitContext, features: HttpFeatures): Code {
  return features.tokens === 'none' ? plainExchange(context, features) : exchangeWithTokens(context, features);
}

function plainExchange(context: EmitContext, features: HttpFeatures): Code {
  const { signs, signsWhole, limited, own, hooked } = features;
  const changes = signs || hooked.any;
  const call = signsWhole ? code`await auth.sign(url, headers, request)` : code`auth.sign(url, headers${byOf(context)})`;
  const sign = code`
    ${own.unsigned ? code`if (request.auth !== 'none') ` : nothing}${call};
    ${signsWhole ? code`until.signal.throwIfAborted();` : nothing}
  `;
  return code`
    /** Sends one request, and waits for the whole answer. */
    async function exchange(request: ${askedType(features)}, place: ${READ_POSITION}, signal: AbortSignal | undefined): Promise<${ANSWER}> {
      ${limited ? code`await waitForTurn(signal); // what fails there is no connection of the API` : nothing}
      try {
        ${
          changes
            ? code`
          return await within(${limitOf(features, code`request`)}, signal, tooLate(place), async (until) => {
            const url = new URL(request.url);
            const headers = { ...request.headers };
            ${signs ? sign : nothing}
            ${keepSpaces(features)}
            ${fillUrl(features)}
            ${hookedSend(context, features)}
          });
        `
            : code`return await within(${limitOf(features, code`request`)}, signal, tooLate(place), (until) => transport(request, until, heard(place)));`
        }
      } catch (error) {
        signal?.throwIfAborted();
        throw errorOf(error, place);
      }
    }
  `;
}

function exchangeWithTokens(context: EmitContext, features: HttpFeatures): Code {
  const { limited, own, tokens } = features;
  const asked = askedType(features);
  const token = tokens === 'every' ? code`string` : code`string | void`;
  return code`
    /** Sends one request, and once more with a new token where the API refuses the one it had: it may have ended early. */
    async function exchange(request: ${asked}, place: ${READ_POSITION}, signal: AbortSignal | undefined): Promise<${ANSWER}> {
      const { response, token } = await exchangeSigned(request, place, signal);
      if (response.status !== 401${tokens === 'every' ? nothing : code` || typeof token !== 'string'`}) return response;
      return (await exchangeSigned(request, place, signal, token)).response;
    }

    /** Sends one request with a token that is not the \`refused\` one, and waits for the whole answer. */
    async function exchangeSigned(request: ${asked}, place: ${READ_POSITION}, signal: AbortSignal | undefined, refused?: string): Promise<{ response: ${ANSWER}; token: ${token} }> {
      ${limited ? code`await waitForTurn(signal); // what fails there is no connection of the API` : nothing}
      try {
        return await within(${limitOf(features, code`request`)}, signal, tooLate(place), async (until) => {
          const { signal } = until;
          const url = new URL(request.url);
          const headers = { ...request.headers };
          const token = ${own.unsigned ? code`request.auth === 'none' ? undefined : ` : nothing}await auth.sign(url, headers, fetchToken, place, refused${byOf(context)});
          signal.throwIfAborted();
          ${keepSpaces(features)}
          ${fillUrl(features)}
          ${hookedSend(context, features)}
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw errorOf(error, place);
      }
    }

    /** Sends a request for a token. It has a time of its own: reads that end do not end it for others that wait for it too. */
    async function fetchToken(request: ${OUTGOING}, place: ${READ_POSITION}): Promise<unknown> {
      const late = (ms: number): ${errorClass(context, 'TimeoutError')} => new ${errorClass(context, 'TimeoutError')}(place, 'timeout', \`no token in \${ms} ms\`);
      try {
        const response = await within(timeoutMs, undefined, late, (until) => transport(request, until, heard(place)));
        return parseBody(response, request, place);
      } catch (error) {
        throw errorOf(error, place);
      }
    }
  `;
}

/** The statement that writes spaces as they were before a credential was put beside them. */
function keepSpaces({ spaces }: HttpFeatures): Code {
  return spaces ? code`if (!request.url.search.includes('+')) url.search = url.search.replaceAll('+', '%20');` : nothing;
}

/** The statement that fills the token of now into a link that a state has kept. */
function fillUrl({ fills }: HttpFeatures): Code {
  return fills ? code`if (url.href.includes('***')) url.href = secrets.fillUrl(url.href); // from a state: with the token in it` : nothing;
}

function byOf({ model }: EmitContext): Code {
  return model.ownAuth.length === 0 ? nothing : code`, request.auth`;
}

/** The end of an exchange: hooks that sign, and the transport. */
function hookedSend(context: EmitContext, features: HttpFeatures): Code {
  const sent = code`{ ...request, url, headers }`;
  const hook = authenticateHook(context, features);
  const send = (request: Code): Code =>
    features.tokens === 'none'
      ? code`return transport(${request}, until, heard(place));`
      : code`return { response: await transport(${request}, until, heard(place)), token };`;
  if (hook === undefined) return send(sent);
  return code`
    ${hook.always ? nothing : code`if (${hook.run} === undefined) ${send(sent)}`}
    const signed = await change('authenticate', ${hook.run}, ${sent}, place, ${features.tokens === 'none' ? code`until.signal` : code`signal`});
    ${send(code`signed`)}
  `;
}

/** The hook that signs: the one of the resource, or the one that all share. */
function authenticateHook(context: EmitContext, { hooked }: HttpFeatures): { readonly run: Code; readonly always: boolean } | undefined {
  const told = code`{ options, resource: place.resource, page: place.page } as ${HOOK_CONTEXT}`;
  const hooks = context.model.hooks?.client ?? [];
  const shared = code`(${takesAny({ hooks }, 'authenticate') ? code`request` : nothing}) => ${emitHookCall({ hooks, names: { hooksObject: CLIENT_HOOKS } }, 'authenticate', code`request`, told)}`;
  if (!hooksSign(context)) return hooked.client ? { run: shared, always: true } : undefined;
  return hooked.client
    ? { run: code`request.authenticate ?? (${shared})`, always: true }
    : { run: code`request.authenticate`, always: false };
}

/** What lets hooks change requests; nothing where none does. */
export function emitChange({ prefix }: EmitContext, features: HttpFeatures): Code {
  const { hooked, secrets } = features;
  if (!hooked.any) return nothing;
  const asked = askedType(features);
  return code`
    /** Lets a hook change a request, which has to stay at the API's own origin. */
    async function change(hook: string, run: ChangeRequest, request: ${asked}, place: ${READ_POSITION}, signal: AbortSignal): Promise<${asked}> {
      const { method, url, headers, body } = request;
      const changed: ${HOOK_REQUEST} = { method, url: new URL(url), headers: new Headers(headers), body };
      try {
        await run(changed);
        if (changed.url.origin !== url.origin) throw new ${builtInError(prefix, 'TypeError')}('a hook may not send a request to another origin');
        if (changed.body !== undefined && /^(GET|HEAD)$/i.test(changed.method)) throw new ${builtInError(prefix, 'TypeError')}('a GET request has no body');
      } catch (error) {
        signal.throwIfAborted();
        throw new ${errorClass({ prefix }, 'HookError')}(place, hook, ${secrets ? code`withoutSecrets(error)` : code`error`});
      }
      signal.throwIfAborted();
      return { ...request, ...changed, headers: Object.fromEntries(changed.headers) };
    }

  `;
}

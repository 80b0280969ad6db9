import { type Code, code, count, docWords, jsdoc, identifier, join, literal, nothing, property } from '../code.js';
import type { ConfigOption } from '../model/connector-model.js';
import type { VirtualFile } from '../virtual-file.js';
import { hasDeadlines } from '../model/deadlines.js';
import { hasActions } from './actions.js';
import { everyFetchesTokens, fetchesTokens } from './auth.js';
import { configType } from './config.js';
import type { EmitContext } from './context.js';
import { readsBodiesAsJson, formatCodes, hasFormats, hasGzip } from './format.js';
import { checksOrder } from './incremental.js';
import { requestHooks } from './hook-calls.js';
import { everyAuth, optionsOfAuth } from '../model/auth.js';
import { showFilledUrl } from './filled-url.js';
import { emitHookCall, isHooked, takesAny, takesContext } from './hooked.js';
import { isPaged } from './page-loop.js';
import { readsAhead } from './read-ahead.js';
import { emitResetMs, showLimit } from './rate-limit.js';
import { keepsSecrets } from '../model/secrets.js';
import { emitHeaders, optionsIn } from './references.js';
import { everRetries, longerThanWaited, ownRetryOf } from './retry.js';
import { renderTemplate } from './template.js';

/** `src/http.ts`, `src/retry.ts` and `src/errors.ts`: how one page is got, with the numbers of the spec in it. */
export function emitHttp(context: EmitContext): readonly VirtualFile[] {
  const { model, header, prefix } = context;
  const { retry } = model;
  const tokens = fetchesTokens(context);
  const everyFetches = everyFetchesTokens(context) && model.resources.every((resource) => resource.auth !== 'none');
  const auth = model.auth.length > 0;
  const retries = everRetries(model);
  const ownRetry = model.resources.some((resource) => Object.keys(ownRetryOf(model, resource)).length > 0);
  const acts = hasActions(context);
  const ownTimeout = model.resources.some((resource) => resource.timeoutMs !== null);
  const limit = model.rateLimit;
  const sleeps = retries || limit !== null;
  const resets = model.rateLimitReset !== null;
  const hooked = requestHooks(context);
  const pauses = retries && context.resources.some(readsAhead); // several requests at once, of one read
  const common = {
    header,
    prefix,
    acts,
    sleeps,
    resets,
    retries,
    ownRetry,
    deadlines: hasDeadlines(model),
    formats: hasFormats(model),
    gzips: hasGzip(model),
  };
  return [
    {
      path: 'src/http.ts',
      text: renderTemplate('src/http.ts.hbs', {
        ...common,
        auth,
        secrets: keepsSecrets(model),
        fills: tokens && context.resources.some(({ hidesState }) => hidesState),
        tokens,
        ...ownRequest(context),
        hooked: hooked.any,
        hooksRequest: hooked.request,
        hookAuthenticate: authenticateHook(context),
        signs: auth || hooked.any,
        target: hooked.any ? code`asked` : code`url`,
        askedUrl: hooked.any ? code`asked.url` : code`url`,
        limited: limit !== null,
        pauses,
        unlessAborted: tokens || pauses || hooked.any,
        limit: docWords(limit === null ? '' : showLimit(limit)),
        imports: imports(context, auth, retries, acts),
        baseUrlDoc: docWords(`\`${model.baseUrlTemplate === null ? model.baseUrl : showFilledUrl(model.baseUrlTemplate, model.config)}\``),
        timeoutDoc: docWords(`${model.timeoutMs.toLocaleString('en-US')}`),
        timeoutMs: count(model.timeoutMs),
        formatCodes: join(
          formatCodes(model).map((word) => literal(word)),
          ' | ',
        ),
        limitMs: ownTimeout ? code`limitMs` : code`timeoutMs`,
        ownTimeout,
        parseJson: readsBodiesAsJson(model) ? code`parseJson` : code`JSON.parse`,
        optionsType: optionsType(context),
        retryDoc: retryDoc(context),
        headers: headersObject(context),
        hasToken: everyFetches ? nothing : code` && typeof token === 'string'`,
        tokenType: everyFetches ? code`string` : code`string | void`,
        waitMs: hasDeadlines(model) ? code`waitMs` : code`stale ? random() * 50 : pause`,
        maxRetries: ownRetry ? code`retry.maxRetries` : literal(retry.maxRetries),
        backoffMs: ownRetry ? code`retry.backoffMs` : count(retry.backoffMs),
        maxBackoffMs: ownRetry ? code`retry.maxBackoffMs` : count(retry.maxBackoffMs),
        readMaxRetryAfterMs: ownRetry ? code`(own.retry?.maxRetryAfterMs ?? RETRY.maxRetryAfterMs)` : count(retry.maxRetryAfterMs),
        statuses: literal(retry.statuses),
        clientMaxRetries: literal(retry.maxRetries),
        clientBackoffMs: count(retry.backoffMs),
        clientMaxBackoffMs: count(retry.maxBackoffMs),
        clientMaxRetryAfterMs: count(retry.maxRetryAfterMs),
        sign: auth ? signing(context, tokens, everyFetches) : nothing,
      }),
    },
    {
      path: 'src/retry.ts',
      text: renderTemplate('src/retry.ts.hbs', {
        ...common,
        ofStatuses: ownRetry ? code`statuses` : literal(retry.statuses),
        ofMaxRetryAfterMs: ownRetry ? code`maxRetryAfterMs` : count(retry.maxRetryAfterMs),
        resetMs: emitResetMs(context),
      }),
    },
    {
      path: 'src/errors.ts',
      text: renderTemplate('src/errors.ts.hbs', {
        header,
        prefix,
        tokens,
        acts,
        hooked: model.hooks !== null,
        auth,
        secrets: keepsSecrets(model),
        of: keepsSecrets(model) ? code`, place` : nothing,
        deadlines: hasDeadlines(model),
        paging: context.resources.some((resource) => isPaged(resource)),
        ahead: context.resources.some(readsAhead),
        counters: counters(context),
        codes: join(
          errorCodes(context, tokens).map((word) => literal(word)),
          ' | ',
        ),
        longerThanWaited: docWords(longerThanWaited(model)),
      }),
    },
  ];
}

function imports({ prefix, model, resources }: EmitContext, auth: boolean, retries: boolean, acts: boolean): Code {
  const hooked = requestHooks({ model, resources });
  const optionsOfHooks = takesContext({ hooks: model.hooks?.client ?? [] });
  const errors = [
    'Error',
    ...(hasDeadlines(model) ? ['DeadlineError'] : []),
    ...(hooked.any ? ['HookError'] : []),
    'HttpError',
    'NetworkError',
    'RateLimitedError',
    'ResponseError',
    'TimeoutError',
  ].map((name) => code`${prefix}${identifier(name)}`);
  const retry = [
    ...(retries ? [code`isReset`, code`isTransient`] : []),
    ...(model.rateLimitReset === null ? [] : [code`resetMs`]),
    code`retryAfterMs`,
    ...(retries || model.rateLimit !== null ? [code`sleep`] : []),
  ];
  const types = model.resources.some((resource) => Object.keys(ownRetryOf(model, resource)).length > 0) ? [code`type Retry`] : [];
  return code`
    ${acts ? code`import type { Action } from './actions.ts';` : nothing}
    ${auth ? code`import { createAuth${optionsOfHooks ? nothing : code`, type Credentials`} } from './auth.ts';` : nothing}
    import { ${join(errors, ', ')}, type RecordPlace } from './errors.ts';
    ${readsBodiesAsJson(model) ? code`import { parseJson } from './exact-json.ts';` : nothing}
    ${hooked.any ? code`import type { ${optionsOfHooks ? code`HookOptions, ` : nothing}HookRequest } from './hook-types.ts';` : nothing}
    ${hooked.client ? code`import { client as hooks } from './hooks.ts';` : nothing}
    ${model.rateLimit === null ? nothing : code`import { createRateLimit } from './rate-limit.ts';`}
    ${keepsSecrets(model) ? code`import { Secrets } from './redact.ts';` : nothing}
    import { ${join([...retry, ...types], ', ')} } from './retry.ts';
  `;
}

/** The statement that signs a request; where it may wait for a token, an abort ends the wait. */
function signing({ model }: EmitContext, tokens: boolean, everyFetches: boolean): Code {
  const some = model.resources.some((resource) => resource.auth === 'none');
  const by = model.ownAuth.length === 0 ? nothing : code`, own.auth`;
  if (!tokens) return code`${some ? code`if (own.auth !== 'none') ` : nothing}auth.sign(signed, headers${by});`;
  const call = code`auth.sign(signed, headers, exchange, place, refused${by})`;
  const wait = code`await unlessAborted(${everyFetches ? call : code`Promise.resolve(${call})`}, signal)`;
  return code`
    signal.throwIfAborted();
    const token = ${some ? code`own.auth === 'none' ? undefined : ` : nothing}${wait};
  `;
}

/** The type of `own.auth`: which of the resources sign in a way of their own. */
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

/** What one resource may have that another has not: headers of its own, numbers whose digits matter. */
function ownRequest(context: EmitContext): {
  readonly own: boolean;
  readonly ownType: Code;
  readonly ownHeaders: boolean;
  readonly ownInit: boolean;
  readonly ownPrepared: boolean;
  readonly ownSent: boolean;
  readonly ownParse: boolean;
  readonly ownRead: boolean;
} {
  const { model, resources } = context;
  const exactNumbers = resources.some(({ model: { format }, record }) => format.kind === 'json' && record.type.needsExactNumbers);
  const ownAuth = resources.some(({ model: { auth } }) => auth !== 'client');
  const ownHeaders = resources.some(
    ({ model: resource, loop }) => resource.headers.length > 0 || resource.body !== null || loop.bodyFields.length > 0,
  );
  const ownTimeout = model.resources.some(({ timeoutMs }) => timeoutMs !== null);
  const ownAct = model.resources.some(({ actions }) => actions.length > 0);
  const hooked = requestHooks(context);
  const signs = resources.some((resource) => isHooked(resource, 'authenticate'));
  const ownInit = model.resources.some((resource) => resource.method !== 'GET');
  const ownRetry = model.resources.some((resource) => Object.keys(ownRetryOf(model, resource)).length > 0);
  const members = code`
    ${ownInit ? code`readonly init?: { readonly method: string; readonly body?: string };` : nothing}
    ${ownHeaders ? code`readonly headers?: Readonly<Record<string, string>>;` : nothing}
    ${hasFormats(model) ? code`readonly format?: Format;` : nothing}
    ${
      hasGzip(model)
        ? code`
      /** Whether bodies are gzip files. */
      readonly gzip?: boolean;
    `
        : nothing
    }
    ${exactNumbers ? code`readonly parse?: (text: string) => unknown;` : nothing}
    ${ownTimeout ? code`readonly timeoutMs?: number;` : nothing}
    ${
      hasDeadlines(model)
        ? code`
      /** When the time of the read is over, by the clock of the client. */
      readonly deadline?: number;
    `
        : nothing
    }
    ${ownRetry ? code`readonly retry?: Partial<Retry>;` : nothing}
    ${ownAct ? code`readonly act?: (status: number, text: string, headers: Headers) => Action | undefined;` : nothing}
    ${ownAuth ? code`readonly auth?: ${ownAuthType(context)};` : nothing}
    ${hooked.request ? code`readonly request?: ChangeRequest;` : nothing}
    ${signs ? code`readonly authenticate?: ChangeRequest;` : nothing}
  `;
  return {
    own:
      hooked.own ||
      hasFormats(model) ||
      hasGzip(model) ||
      ownHeaders ||
      ownInit ||
      exactNumbers ||
      ownAct ||
      ownTimeout ||
      ownRetry ||
      ownAuth ||
      hasDeadlines(model),
    ownType: code`{ ${members} }`,
    ownHeaders,
    ownInit,
    ownPrepared: ownHeaders || ownInit || hooked.request,
    ownSent: hooked.any ? ownAuth || signs : ownHeaders || ownInit || ownAuth,
    ownParse: exactNumbers,
    ownRead: hasFormats(model) || hasGzip(model) || exactNumbers || ownAct || ownRetry,
  };
}

/** The statement that runs the hook that signs: the one of the resource, or the one that all share. */
function authenticateHook(context: EmitContext): Code {
  const { resources } = context;
  const { client } = requestHooks(context);
  const told = code`{ options, resource: place.resource, page: place.page }`;
  const hooks = context.model.hooks?.client ?? [];
  const shared = code`(${takesAny({ hooks }, 'authenticate') ? code`request` : nothing}) => ${emitHookCall({ hooks }, 'authenticate', code`request`, told)}`;
  const change = (hook: Code): Code => code`await change('authenticate', ${hook}, request, signal, place);`;
  if (!resources.some((resource) => isHooked(resource, 'authenticate'))) return client ? change(shared) : nothing;
  return client
    ? change(code`own.authenticate ?? (${shared})`)
    : code`if (own.authenticate !== undefined) ${change(code`own.authenticate`)}`;
}

/** The options the transport reads: its own, the credentials, and those that stand in headers of every request. */
function optionsType({ model }: EmitContext): Code {
  if (takesContext({ hooks: model.hooks?.client ?? [] })) return code`HookOptions`;
  const inAuth = optionsOfAuth(everyAuth(model));
  const inHeaders = new Set(model.headers.flatMap((header) => optionsIn(header.value, model.config)));
  const used = model.config.filter((option) => inAuth.has(option.name.raw) || inHeaders.has(option));
  const own = used.length === 0 ? nothing : code` & { ${join(used.map(member), ' ')} }`;
  return code`HttpOptions${model.auth.length === 0 ? nothing : code` & Credentials`}${own}`;
}

function member(option: ConfigOption): Code {
  return code`readonly ${property(option.name.camel)}${option.optional && option.default === null ? code`?` : nothing}: ${configType(option)};`;
}

function headersObject({ model }: EmitContext): Code {
  const accepts = model.headers.some((header) => header.name.toLowerCase() === 'accept');
  const headers = [...(accepts ? [] : [{ name: 'accept', value: ['application/json'] }]), ...model.headers];
  return code`{ ${join(emitHeaders(headers, { options: code`options`, config: model.config }), ' ')} }`;
}

function retryDoc({ model }: EmitContext): Code {
  const { retry, timeoutMs } = model;
  if (!everRetries(model)) return jsdoc('Returns a function that gets pages. Nothing is tried again.');
  if (retry.maxRetries === 0)
    return jsdoc(
      'Returns a function that gets pages: the request, its whole body and the records in it are one attempt. Resources that say so try again.',
    );
  const waits = Array.from({ length: retry.maxRetries }, (_, index) => Math.min(retry.backoffMs * 2 ** index, retry.maxBackoffMs) / 1000);
  return jsdoc(
    [
      'Returns a function that gets pages: the request, its whole body and the records in it are one attempt.',
      '',
      `Answers with status ${retry.statuses.join(', ')}, failed connections, cut bodies and attempts longer than ${timeoutMs / 1000} s are`,
      `tried again up to ${retry.maxRetries} times, after ${waits.join(', ')} s (of each at least half, the rest by chance), or after what the API`,
      `asks for in \`Retry-After\`, if that is at most ${retry.maxRetryAfterMs / 1000} s.`,
    ].join('\n'),
  );
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

function errorCodes(context: EmitContext, tokens: boolean): readonly string[] {
  return [
    'http_status',
    ...(hasActions(context) ? ['api_error', 'temporary_error'] : []),
    'rate_limited',
    'network',
    'timeout',
    ...(hasDeadlines(context.model) ? ['deadline'] : []),
    'refused_redirect',
    'body_too_large',
    'not_utf8',
    'not_json',
    'malformed_body',
    ...(hasFormats(context.model) ? ['invalid_row', ...formatCodes(context.model)] : []),
    'no_records',
    ...(context.resources.some(({ loop }) =>
      loop.helpers.some((helper) => ['wholeNumber', 'flag', 'cursorAt', 'needCursor', 'linkAt'].includes(helper)),
    )
      ? ['invalid_page']
      : []),
    ...(context.resources.some((resource) => isPaged(resource)) ? ['no_progress'] : []),
    ...(context.resources.some(({ loop }) => loop.helpers.some((helper) => helper === 'linkedPage' || helper === 'ownLink'))
      ? ['refused_link']
      : []),
    ...(context.model.resources.some(
      (resource) => resource.parent?.onNull === 'fail' && resource.parent.fields.some((field) => field.nullable),
    )
      ? ['parent_without_value']
      : []),
    ...(context.model.resources.some(({ incremental }) => incremental !== null && checksOrder(incremental)) ? ['unordered'] : []),
    ...(tokens ? ['invalid_token'] : []),
    ...(context.model.hooks === null ? [] : ['hook_failed']),
    'invalid_state',
    'invalid_record',
  ];
}

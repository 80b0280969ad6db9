import { type Code, code, count, identifier, join, literal, member, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { emitAnswerHelpers, emitErrorOf, emitParseBody } from './http-answer.js';
import { emitCheckBaseUrl } from './http-base-url.js';
import { httpFeatures, type HttpFeatures } from './http-features.js';
import { emitAttempt, emitChange, emitExchange, emitSend } from './http-request.js';
import { emitHttpTypes, optionsType } from './http-types.js';
import { emitRetryDoc, emitWrapped, emitWrappers } from './http-waits.js';

/** `src/internal/http.ts`: how one page is got, with the numbers of the spec in it. One attempt, and around it what the spec asks for. */
export function emitHttp(context: EmitContext): readonly VirtualFile[] {
  const features = httpFeatures(context);
  const text = code`
    ${context.header}

    ${imports(context, features)}

    ${emitHttpTypes(context, features)}

    const MAX_REDIRECTS = 5;
    const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
    ${
      context.model.redirectOrigins.length > 0
        ? code`
      /** Other origins that a redirect may lead to. Nobody is told credentials there. */
      const ELSEWHERE: readonly string[] = ${literal(context.model.redirectOrigins)};
    `
        : nothing
    }

    ${emitRetryDoc(context, features)}
    export function createFetchPage(options: ${optionsType(context, features)}): FetchPage {
      ${setup(context, features)}

      ${emitAttempt(context, features)}

      ${emitSend(context, features)}

      ${emitExchange(context, features)}

      ${emitChange(context, features)}
      ${emitParseBody(context, features)}

      ${emitErrorOf(context, features)}

      return ${emitWrapped(features)};
    }

    ${emitWrappers(context, features)}

    ${emitCheckBaseUrl(context, features)}

    ${emitAnswerHelpers(context, features)}
  `;
  return [{ path: 'src/internal/http.ts', text: `${text.text}\n` }];
}

/** What all requests of a client share. */
function setup({ model }: EmitContext, { signs, secrets, limited, deadlines }: HttpFeatures): Code {
  return code`
    const { timeoutMs = ${count(model.timeoutMs)}${deadlines ? code`, now = () => performance.now()` : nothing} } = options;
    checkBaseUrl(options);
    const transport = createTransport(options.fetch);
    const given = options.headers && Object.fromEntries(new Headers(options.headers)); // not without need: it loads all of fetch on Node.js
    ${limited ? code`const waitForTurn = options.waitForTurn ?? createRateLimit(options.sleep ?? sleep);` : nothing}
    ${secrets ? code`const secrets = new Secrets();` : nothing}
    ${model.config.filter(({ secret }) => secret).map((option) => code`${option.optional ? code`if (${member(code`options`, option.name.camel)} !== undefined) ` : nothing}secrets.add(${literal(option.name.camel)}, ${member(code`options`, option.name.camel)});`)}
    ${signs ? code`const auth = createAuth(options, secrets);` : nothing}
  `;
}

function imports({ prefix }: EmitContext, features: HttpFeatures): Code {
  const { signs, secrets, retries, limited, resets, deadlines, acts, gzips, hooked, hooksTakeOptions, own, jobs } = features;
  const errors = [
    'Error',
    ...(deadlines ? ['DeadlineError'] : []),
    ...(hooked.any ? ['HookError'] : []),
    ...['HttpError', 'NetworkError', 'RateLimitedError', 'ResponseError', 'TimeoutError'],
  ].map((name) => code`${prefix}${identifier(name)}`);
  const waits = [
    ...(retries ? [code`isReset`, code`isTransient`] : []),
    ...(resets ? [code`resetMs`] : []),
    code`retryAfterMs`,
    ...(retries || limited || jobs ? [code`sleep`] : []),
    ...(own.retry ? [code`type Retry`] : []),
  ];
  return code`
    import { createTransport } from '#transport';
    ${acts ? code`import type { Action } from './actions.ts';` : nothing}
    ${signs ? code`import { createAuth${hooksTakeOptions ? nothing : code`, type Credentials`} } from './auth.ts';` : nothing}
    import { ${join(errors, ', ')}, type ReadPosition } from '../errors.ts';
    ${features.exact ? code`import { parseJson } from './exact-json.ts';` : nothing}
    ${hooked.any ? code`import type { ${hooksTakeOptions ? code`HookContext, HookOptions, ` : nothing}HookRequest } from '../hook-types.ts';` : nothing}
    ${hooked.client ? code`import { client as hooks } from '../hooks.ts';` : nothing}
    import type { Answer, ${acts ? code`AnswerHeaders, ` : nothing}Outgoing, Until } from './transport/exchange.ts';
    import { ${gzips ? code`Failure, ` : nothing}failureOf${gzips ? code`, Parts` : nothing} } from './transport/fetch.ts';
    ${limited ? code`import { createRateLimit } from './rate-limit.ts';` : nothing}
    ${secrets ? code`import { Secrets } from './redact.ts';` : nothing}
    import { ${join(waits, ', ')} } from './retry.ts';
  `;
}

import { type Code, code, count, literal, member, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { emitAnswerHelpers, emitErrorOf, emitParseBody } from './http-answer.js';
import { emitCheckBaseUrl } from './http-base-url.js';
import { httpFeatures, type HttpFeatures } from './http-features.js';
import { emitAttempt, emitChange, emitExchange, emitSend } from './http-request.js';
import { emitHttpTypes, optionsType } from './http-types.js';
import { emitRetryDoc, emitWrapped, emitWrappers } from './http-waits.js';
import { CREATE_AUTH, CREATE_RATE_LIMIT, CREATE_TRANSPORT, SECRETS, SLEEP } from './http-names.js';
import { sourceFile } from '../source-file.js';

/** `src/internal/http.ts`: how one page is got, with the numbers of the spec in it. One attempt, and around it what the spec asks for. */
export function emitHttp(context: EmitContext): readonly VirtualFile[] {
  const features = httpFeatures(context);
  const body = code`
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
  return [sourceFile(context.header, 'src/internal/http.ts', body)];
}

/** What all requests of a client share. */
function setup({ model }: EmitContext, { signs, secrets, limited, deadlines }: HttpFeatures): Code {
  return code`
    const { timeoutMs = ${count(model.timeoutMs)}${deadlines ? code`, now = () => performance.now()` : nothing} } = options;
    checkBaseUrl(options);
    const transport = ${CREATE_TRANSPORT}(options.fetch);
    const given = options.headers && Object.fromEntries(new Headers(options.headers)); // not without need: it loads all of fetch on Node.js
    ${limited ? code`const waitForTurn = options.waitForTurn ?? ${CREATE_RATE_LIMIT}(options.sleep ?? ${SLEEP});` : nothing}
    ${secrets ? code`const secrets = new ${SECRETS}();` : nothing}
    ${model.config.filter(({ secret }) => secret).map((option) => code`${option.optional ? code`if (${member(code`options`, option.name.camel)} !== undefined) ` : nothing}secrets.add(${literal(option.name.camel)}, ${member(code`options`, option.name.camel)});`)}
    ${signs ? code`const auth = ${CREATE_AUTH}(options, secrets);` : nothing}
  `;
}

import { code, nothing, type Code } from '../../code.js';
import type { EmitContext } from '../context.js';
import type { HttpFeatures } from './http-features.js';
import { builtInError } from '../symbols.js';

/** The function of `src/internal/http.ts` that refuses a base URL of the caller. */
export function emitCheckBaseUrl({ prefix }: EmitContext, { secrets }: HttpFeatures): Code {
  const typeError = builtInError(prefix, 'TypeError');
  return code`
    /** Refuses a base URL that no request can go to${secrets ? code`, or on whose way others would see the credentials` : nothing}. */
    function checkBaseUrl({ baseUrl${secrets ? code`, allowPlainHttp = false` : nothing} }: HttpOptions): void {
      if (baseUrl === undefined) return;
      const { protocol, ${secrets ? code`hostname, ` : nothing}username, password } = URL.canParse(baseUrl) ? new URL(baseUrl) : new URL('none:');
      if (!/^https?:$/.test(protocol) || username + password !== '' || /[?#\\s]/.test(baseUrl)) {
        throw new ${typeError}('baseUrl: expected a URL that begins with https:// or http://, without a user, a query and a fragment');
      }
      ${
        secrets
          ? code`
        if (protocol === 'http:' && !allowPlainHttp && !/^(localhost|\\[::1\\]|127(\\.\\d+){3})$/.test(hostname)) {
          throw new ${typeError}('baseUrl: credentials would go over plain http; allowPlainHttp: true says that it is meant');
        }
      `
          : nothing
      }
    }
  `;
}

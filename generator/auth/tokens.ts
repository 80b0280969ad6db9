import { code, type Code } from '../code.js';
import { registered } from './registered.js';
import type { AuthNames } from './contract.js';
import { REASON_IN, READ_POSITION, SECRETS } from './emitted.js';

/** What the emitted code of all schemes that fetch tokens has in common. */

/** Registers `own`, the secrets that the caller passed, and declares `tokens`. */
export function tokenSetup(own: readonly string[]): Code {
  return code`
    ${registered(own)}
    const tokens = keepTokens(secrets);
  `;
}

/** The member `sign`: `ask` fetches a token, `statement` sends `token`. */
export function tokenMembers(
  ask: Code,
  { url, headers, statement }: { readonly url: Code; readonly headers: Code; readonly statement: Code },
): Code {
  return code`
    async sign(${url}: URL, ${headers}: Record<string, string>, exchange: Exchange, place: ${READ_POSITION}, refused?: string) {
      const token = await tokens(() => ${ask}, refused);
      ${statement}
      return token;
    },
  `;
}

/** `Token`, `keepTokens` and `grantedToken`. */
export function tokenHelpers({ authError }: AuthNames): readonly Code[] {
  return [
    code`
      interface Token {
        readonly value: string;
        /** Milliseconds since 1970: a little before the token ends. */
        readonly renewAt: number;
      }
    `,
    code`
      /**
       * Returns a function that gives the kept token, and asks for another when that is about to end or is the \`refused\` one. One
       * request at a time, however many reads wait for it. What it gives is a secret from then on.
       */
      function keepTokens(secrets: ${SECRETS}): (ask: () => Promise<Token>, refused: string | undefined) => Promise<string> {
        let kept: Promise<Token> | undefined;
        return async (ask, refused) => {
          const last = kept;
          const token = await last;
          if (token !== undefined && token.value !== refused && Date.now() < token.renewAt) return token.value;
          if (kept === undefined || kept === last) {
            kept = ask().catch((error: unknown) => {
              kept = undefined;
              throw error;
            });
          }
          const { value } = await kept;
          secrets.add('token', value);
          return value;
        };
      }
    `,
    code`
      /** A token as an endpoint grants it; what is none, or what no request can carry, is an error. */
      function grantedToken(value: unknown, lifeSeconds: unknown, reply: unknown, place: ${READ_POSITION}): Token {
        if (typeof value !== 'string' || !/^[\\x21-\\x7e]+$/.test(value)) throw new ${authError}(place, 'invalid_token', \`the answer to the token request has no token\${${REASON_IN}(reply, place)}\`);
        const seconds = Number(lifeSeconds);
        if (!(seconds >= 0)) throw new ${authError}(place, 'invalid_token', 'how long the token lives is not a number of seconds');
        return { value, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
      }
    `,
  ];
}

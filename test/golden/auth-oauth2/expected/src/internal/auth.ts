// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { Oauth2AuthError, type ReadPosition, reasonIn } from '../errors.ts';
import type { Secrets } from './redact.ts';
import type { Outgoing } from './transport/exchange.ts';

/** What requests are signed with. */
export interface Credentials {
  /** The OAuth 2 client id. By convention kept in the environment as `OAUTH2_CLIENT_ID`. */
  readonly clientId: string;
  /** The OAuth 2 client secret. By convention kept in the environment as `OAUTH2_CLIENT_SECRET`. */
  readonly clientSecret: string;
}

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. It returns the token it used, never the `refused` one. */
  sign(
    url: URL,
    headers: Record<string, string>,
    exchange: Exchange,
    place: ReadPosition,
    refused?: string,
  ): Promise<string>;
}

/** Sends a request for a token, and returns the parsed answer. */
export type Exchange = (request: Outgoing, place: ReadPosition) => Promise<unknown>;

/** Fetches tokens from `https://api.example.com/oauth/token` and sends them as `Authorization: Bearer …`. */
export function createAuth({ clientId, clientSecret }: Credentials, secrets: Secrets): Auth {
  checkCredential('clientId', clientId);
  checkCredential('clientSecret', clientSecret);
  secrets.add('clientSecret', clientSecret);
  const tokens = keepTokens(secrets);
  return {
    async sign(_url: URL, headers: Record<string, string>, exchange: Exchange, place: ReadPosition, refused?: string) {
      const token = await tokens(() => fetchToken(clientId, clientSecret, exchange, place), refused);
      headers['authorization'] = `Bearer ${token}`;
      return token;
    },
  };
}

interface Token {
  readonly value: string;
  /** Milliseconds since 1970: a little before the token ends. */
  readonly renewAt: number;
}

/**
 * Returns a function that gives the kept token, and asks for another when that is about to end or is the `refused` one. One
 * request at a time, however many reads wait for it. What it gives is a secret from then on.
 */
function keepTokens(secrets: Secrets): (ask: () => Promise<Token>, refused: string | undefined) => Promise<string> {
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

/** A token as an endpoint grants it; what is none, or what no request can carry, is an error. */
function grantedToken(value: unknown, lifeSeconds: unknown, reply: unknown, place: ReadPosition): Token {
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value))
    throw new Oauth2AuthError(
      place,
      'invalid_token',
      `the answer to the token request has no token${reasonIn(reply, place)}`,
    );
  const seconds = Number(lifeSeconds);
  if (!(seconds >= 0))
    throw new Oauth2AuthError(place, 'invalid_token', 'how long the token lives is not a number of seconds');
  return { value, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
}

/** Asks for a token, and takes nothing for one that is not. */
async function fetchToken(
  clientId: string,
  clientSecret: string,
  exchange: Exchange,
  place: ReadPosition,
): Promise<Token> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const body = await exchange(
    {
      method: 'POST',
      url: new URL('https://api.example.com/oauth/token'),
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: form.toString(),
    },
    place,
  );
  const reply = body as { readonly access_token?: unknown; readonly expires_in?: unknown } | null | undefined;
  return grantedToken(reply?.access_token, reply?.expires_in ?? 3600, reply, place);
}

/** Checked before it is sent: the error of a `fetch` would show it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}

// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import { DirectoryAuthError, type ReadPosition, reasonIn } from '../errors.ts';
import type { Secrets } from './redact.ts';
import type { Outgoing } from './transport/exchange.ts';

/** Sends the key as the query parameter `api_key`. */
export interface ApiKeyCredentials {
  /** The API key, sent as the query parameter `api_key`. By convention kept in the environment as `DIRECTORY_API_KEY`. */
  readonly apiKey: string;
  readonly headerApiKey?: never;
  readonly clientId?: never;
  readonly clientSecret?: never;
}

/** Sends the key as the header `X-Api-Key`. */
export interface HeaderApiKeyCredentials {
  /** The API key, sent as the header `X-Api-Key`. By convention kept in the environment as `DIRECTORY_HEADER_API_KEY`. */
  readonly headerApiKey: string;
  readonly apiKey?: never;
  readonly clientId?: never;
  readonly clientSecret?: never;
}

/** Fetches tokens from `https://api.example.com/oauth/token` and sends them as `Authorization: Bearer …`. */
export interface OAuth2Credentials {
  /** The OAuth 2 client id. By convention kept in the environment as `DIRECTORY_CLIENT_ID`. */
  readonly clientId: string;
  /** The OAuth 2 client secret. By convention kept in the environment as `DIRECTORY_CLIENT_SECRET`. */
  readonly clientSecret: string;
  readonly apiKey?: never;
  readonly headerApiKey?: never;
}

/** What requests are signed with: the credentials of one of the schemes. */
export type Credentials = ApiKeyCredentials | HeaderApiKeyCredentials | OAuth2Credentials;

/** Signs requests. */
export interface Auth {
  /** Adds the credential to a request that goes to the API's own origin. It returns the token it used, if any, never the `refused` one. */
  sign(
    url: URL,
    headers: Record<string, string>,
    exchange: Exchange,
    place: ReadPosition,
    refused?: string,
  ): void | Promise<string>;
}

/** Sends a request for a token, and returns the parsed answer. */
export type Exchange = (request: Outgoing, place: ReadPosition) => Promise<unknown>;

/** Signs requests the way the given credentials are for. */
export function createAuth(credentials: Credentials, secrets: Secrets): Auth {
  if (credentials.apiKey !== undefined) return createApiKeyAuth(credentials, secrets);
  if (credentials.headerApiKey !== undefined) return createHeaderApiKeyAuth(credentials, secrets);
  return createOAuth2Auth(credentials, secrets);
}

/** Sends the key as the query parameter `api_key`. */
function createApiKeyAuth({ apiKey }: ApiKeyCredentials, secrets: Secrets): Auth {
  checkCredential('apiKey', apiKey);
  secrets.add('apiKey', apiKey);
  return {
    sign(url: URL) {
      url.searchParams.set('api_key', apiKey);
    },
  };
}

/** Sends the key as the header `X-Api-Key`. */
function createHeaderApiKeyAuth({ headerApiKey }: HeaderApiKeyCredentials, secrets: Secrets): Auth {
  checkCredential('headerApiKey', headerApiKey);
  secrets.add('headerApiKey', headerApiKey);
  return {
    sign(_url: URL, headers: Record<string, string>) {
      headers['x-api-key'] = headerApiKey;
    },
  };
}

/** Fetches tokens from `https://api.example.com/oauth/token` and sends them as `Authorization: Bearer …`. */
function createOAuth2Auth({ clientId, clientSecret }: OAuth2Credentials, secrets: Secrets): Auth {
  checkCredential('clientId', clientId);
  checkCredential('clientSecret', clientSecret);
  secrets.add('clientSecret', clientSecret);
  const tokens = keepTokens(secrets);
  return {
    async sign(_url: URL, headers: Record<string, string>, exchange: Exchange, place: ReadPosition, refused?: string) {
      const token = await tokens(() => fetchOAuth2Token(clientId, clientSecret, exchange, place), refused);
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
    throw new DirectoryAuthError(
      place,
      'invalid_token',
      `the answer to the token request has no token${reasonIn(reply, place)}`,
    );
  const seconds = Number(lifeSeconds);
  if (!(seconds >= 0))
    throw new DirectoryAuthError(place, 'invalid_token', 'how long the token lives is not a number of seconds');
  return { value, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
}

/** Asks for a token, and takes nothing for one that is not. */
async function fetchOAuth2Token(
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

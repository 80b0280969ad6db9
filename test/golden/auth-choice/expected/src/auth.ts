// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

import { ChoiceAuthError, type RecordPlace } from './errors.js';

/** Sends the key as the header `X-Api-Key`. */
export interface ApiKeyCredentials {
  /** The API key, sent as the header `X-Api-Key`. By convention kept in the environment as `CHOICE_API_KEY`. */
  readonly apiKey: string;
  readonly token?: never;
  readonly clientId?: never;
  readonly clientSecret?: never;
}

/** Sends the token as `Authorization: Bearer …`. */
export interface BearerCredentials {
  /** The access token, sent as `Authorization: Bearer …`. By convention kept in the environment as `CHOICE_TOKEN`. */
  readonly token: string;
  readonly apiKey?: never;
  readonly clientId?: never;
  readonly clientSecret?: never;
}

/** Fetches tokens from `https://api.example.com/oauth/token` and sends them as `Authorization: Bearer …`. */
export interface OAuth2Credentials {
  /** The OAuth 2 client id. By convention kept in the environment as `CHOICE_CLIENT_ID`. */
  readonly clientId: string;
  /** The OAuth 2 client secret. By convention kept in the environment as `CHOICE_CLIENT_SECRET`. */
  readonly clientSecret: string;
  readonly apiKey?: never;
  readonly token?: never;
}

/** What requests are signed with: the credentials of one of the schemes. */
export type Credentials = ApiKeyCredentials | BearerCredentials | OAuth2Credentials;

/** Signs requests. */
export interface Auth {
  /** What no error may show. */
  readonly secrets: readonly string[];
  /** Adds the credential to a request that goes to the API's own origin. */
  sign(url: URL, headers: Headers, exchange: Exchange, place: RecordPlace): void | Promise<void>;
  /** Drops a token that the API has refused, so that the next request fetches another. */
  forget?(): void;
}

/** Sends a token request, and returns the parsed answer. */
export type Exchange = (url: URL, init: RequestInit) => Promise<{ readonly status: number; readonly body: unknown }>;

/** Signs requests the way the given credentials are for. */
export function createAuth(credentials: Credentials): Auth {
  if (credentials.apiKey !== undefined) return createApiKeyAuth(credentials);
  if (credentials.token !== undefined) return createBearerAuth(credentials);
  return createOAuth2Auth(credentials);
}

/** Sends the key as the header `X-Api-Key`. */
function createApiKeyAuth({ apiKey }: ApiKeyCredentials): Auth {
  checkCredential('apiKey', apiKey);
  return {
    secrets: [apiKey],
    sign(_url: URL, headers: Headers) {
      headers.set('X-Api-Key', apiKey);
    },
  };
}

/** Sends the token as `Authorization: Bearer …`. */
function createBearerAuth({ token }: BearerCredentials): Auth {
  checkCredential('token', token);
  return {
    secrets: [token],
    sign(_url: URL, headers: Headers) {
      headers.set('authorization', `Bearer ${token}`);
    },
  };
}

/** Fetches tokens from `https://api.example.com/oauth/token` and sends them as `Authorization: Bearer …`. */
function createOAuth2Auth({ clientId, clientSecret }: OAuth2Credentials): Auth {
  checkCredential('clientId', clientId);
  checkCredential('clientSecret', clientSecret);
  let token: Promise<Token> | undefined;
  const secrets = [clientSecret];
  return {
    secrets,
    async sign(_url: URL, headers: Headers, exchange: Exchange, place: RecordPlace) {
      if (token !== undefined && (await token).renewAt <= Date.now()) token = undefined;
      token ??= fetchToken(clientId, clientSecret, exchange, place); // one request, however many reads wait for it
      try {
        const { value } = await token;
        if (!secrets.includes(value)) secrets.push(value);
        headers.set('authorization', `Bearer ${value}`);
      } catch (error) {
        token = undefined;
        throw error;
      }
    },
    forget() {
      token = undefined;
    },
  };
}

interface Token {
  readonly value: string;
  /** Milliseconds since 1970: a little before the token ends. */
  readonly renewAt: number;
}

/** Asks for a token, and takes nothing for one that is not. */
async function fetchToken(
  clientId: string,
  clientSecret: string,
  exchange: Exchange,
  place: RecordPlace,
): Promise<Token> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const { status, body } = await exchange(new URL('https://api.example.com/oauth/token'), {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: form,
  });
  const reply = body as { readonly access_token?: unknown; readonly expires_in?: unknown } | null | undefined;
  if (typeof reply?.access_token !== 'string' || reply.access_token === '')
    throw new ChoiceAuthError(
      place,
      'invalid_token',
      `: the token endpoint answered ${status} without an access_token`,
    );
  const seconds = Number(reply.expires_in ?? 3600);
  if (!(seconds >= 0)) throw new ChoiceAuthError(place, 'invalid_token', ': expires_in is not a number of seconds');
  return { value: reply.access_token, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
}

/** `text` without the secrets, in the ways that servers echo them. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);
}

/** Here, and not in fetch, whose error would quote it. */
function checkCredential(option: string, value: unknown): void {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return;
  throw new TypeError(`${option}: expected a text of visible ASCII characters without spaces`);
}

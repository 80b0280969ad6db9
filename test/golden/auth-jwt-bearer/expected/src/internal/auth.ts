// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, reasonIn, RobotAuthError } from '../errors.ts';
import type { Secrets } from './redact.ts';
import type { Outgoing } from './transport/exchange.ts';

/** What requests are signed with. */
export interface Credentials {
  /** The private key that signs assertions, in PEM (PKCS#8, `BEGIN PRIVATE KEY`), for RS256. By convention kept in the environment as `ROBOT_PRIVATE_KEY`. */
  readonly privateKey: string;
}

/** The options of a client that stand in token requests. */
export interface AuthOptions {
  readonly clientEmail: string;
  readonly user?: string | undefined;
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

/** Fetches tokens from `https://oauth2.example.com/token` with assertions that a private key signs, and sends them as `Authorization: Bearer …`. */
export function createAuth(options: Credentials & AuthOptions, secrets: Secrets): Auth {
  const { privateKey } = options;
  checkPrivateKey('privateKey', privateKey);
  secrets.add('privateKey', privateKey);
  const tokens = keepTokens(secrets);
  const fetchToken = async (exchange: Exchange, place: ReadPosition): Promise<Token> => {
    const now = Math.floor(Date.now() / 1000);
    const claims: Record<string, unknown> = {
      iss: options.clientEmail,
      aud: 'https://oauth2.example.com/token',
      scope: 'reports.read',
      jti: crypto.randomUUID(),
      iat: now,
      exp: now + 60,
    };
    if (options.user !== undefined) claims['sub'] = options.user;
    const assertion = await signedJwt({ alg: 'RS256', typ: 'JWT', kid: '1' }, claims, privateKey, place);
    secrets.add('assertion', assertion);
    const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
    const body = await exchange(
      {
        method: 'POST',
        url: new URL('https://oauth2.example.com/token'),
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
        body: form.toString(),
      },
      place,
    );
    const reply = body as { readonly access_token?: unknown; readonly expires_in?: unknown } | null | undefined;
    return grantedToken(reply?.access_token, reply?.expires_in ?? 3600, reply, place);
  };
  return {
    async sign(_url: URL, headers: Record<string, string>, exchange: Exchange, place: ReadPosition, refused?: string) {
      const token = await tokens(() => fetchToken(exchange, place), refused);
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
    throw new RobotAuthError(
      place,
      'invalid_token',
      `the answer to the token request has no token${reasonIn(reply, place)}`,
    );
  const seconds = Number(lifeSeconds);
  if (!(seconds >= 0))
    throw new RobotAuthError(place, 'invalid_token', 'how long the token lives is not a number of seconds');
  return { value, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
}

/** A token that says `claims`, signed with a private key in PEM; a key that cannot sign so is an error. */
async function signedJwt(header: object, claims: object, privateKey: string, place: ReadPosition): Promise<string> {
  const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const text = [header, claims].map((part) => base64Url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
  try {
    const pem = privateKey.replaceAll('\\n', '\n').replace(/-----[A-Z ]+-----/g, '');
    const bytes = Uint8Array.from(atob(pem.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    const key = await crypto.subtle.importKey('pkcs8', bytes, how, false, ['sign']);
    return `${text}.${base64Url(new Uint8Array(await crypto.subtle.sign(how, key, new TextEncoder().encode(text))))}`;
  } catch {
    throw new RobotAuthError(place, 'invalid_token', 'the private key is none that signs by RS256');
  }
}

/** Bytes in the Base64 of URLs, without padding (RFC 7515). */
function base64Url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function checkPrivateKey(option: string, value: unknown): void {
  if (typeof value === 'string' && value.includes('-----BEGIN PRIVATE KEY-----')) return;
  throw new TypeError(
    `${option}: expected a private key in PEM that begins with BEGIN PRIVATE KEY (PKCS#8); openssl pkcs8 -topk8 -nocrypt makes one of others`,
  );
}

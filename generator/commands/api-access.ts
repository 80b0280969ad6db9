import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { record } from '../diagnostics/messages/record.js';
import type { Exchange } from '../detect/exchange.js';
import type { NextRequest } from '../detect/next-request.js';
import { Secrets } from '../recordings/secrets.js';
import type { AuthChoice } from '../init/write.js';
import { environmentName } from '../model/config.js';
import { nameOf } from '../names.js';
import { errorCode } from '../output/disk.js';
import type { JsonValue } from '../shape.js';
import type { Io } from './io.js';
import { parseJson } from '../json.js';

/** How requests are signed while an API is looked at. */
export interface Access {
  readonly headers: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  readonly secrets: Secrets;
}

export const NO_ACCESS: Access = { headers: {}, query: {}, secrets: new Secrets() };

const API_KEY = /^api_key:([A-Za-z0-9_-]+)(?::(header|query|cookie))?(?:[:=](.+))?$/;

/** `bearer`, `basic`, `api_key:X-Key`, `api_key:key:query`, `api_key:Authorization=Token {api_key}`; undefined: none of them. */
export function authOf(given: string): AuthChoice | undefined {
  if (given === 'bearer') return [['type', 'bearer']];
  if (given === 'basic' || given === 'http_basic') return [['type', 'http_basic']];
  const [, name, location = 'header', value] = API_KEY.exec(given) ?? [];
  if (name === undefined || value?.includes('{api_key}') === false) return undefined;
  return [['type', 'api_key'], ['name', name], ['location', location], ...(value === undefined ? [] : [['value', value] as const])];
}

/** The credentials of a scheme, from the environment: ACME_TOKEN, ACME_API_KEY, ACME_USERNAME and ACME_PASSWORD. */
export function accessOf(auth: AuthChoice | undefined, name: string, env: Io['env']): Access | Diagnostic {
  if (auth === undefined) return NO_ACCESS;
  const facts = new Map(auth);
  const type = facts.get('type');
  const read = (option: string, mayBeEmpty = false): string | Diagnostic => {
    const variable = /^\$\{(\w+)\}$/.exec(facts.get(option) ?? '')?.[1] ?? environmentName(nameOf(name), option);
    const value = env[variable] ?? '';
    if (value === '' && !mayBeEmpty) return record.missingSecret(variable, env[variable] !== undefined);
    return /^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)?$/.test(value) ? value : record.badSecret(variable);
  };
  if (type === 'http_basic') {
    const [username, password] = [read('username'), read('password', true)];
    if (typeof username !== 'string') return username;
    if (typeof password !== 'string') return password;
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    return { headers: { authorization: `Basic ${pair}` }, query: {}, secrets: new Secrets([pair, ...(password === '' ? [] : [password])]) };
  }
  const value = read(type === 'bearer' ? 'token' : 'api_key');
  if (typeof value !== 'string') return value;
  const secrets = new Secrets([value]);
  if (type === 'bearer') return { headers: { authorization: `Bearer ${value}` }, query: {}, secrets };
  const sent = (facts.get('value') ?? '{api_key}').replaceAll('{api_key}', value);
  const place = facts.get('name') ?? 'Authorization';
  if (facts.get('location') === 'query') return { headers: {}, query: { [place]: sent }, secrets };
  if (facts.get('location') === 'cookie') return { headers: { cookie: `${place}=${sent}` }, query: {}, secrets };
  return { headers: { [place]: sent }, query: {}, secrets };
}

/** So large an answer is looked at. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Asks an API. What went wrong is a text for people, without query and credentials. */
export async function askApi(
  { method, url, requestBody }: NextRequest,
  { headers, query, secrets }: Access,
  given: readonly (readonly [name: string, value: string])[],
  interrupt: AbortSignal,
): Promise<Exchange | string> {
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  try {
    const response = await fetch(target, {
      method,
      headers: {
        accept: 'application/json',
        ...(requestBody === undefined ? {} : { 'content-type': 'application/json' }),
        ...Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value])),
        ...headers,
      },
      ...(requestBody === undefined ? {} : { body: JSON.stringify(requestBody) }),
      redirect: 'error',
      signal: AbortSignal.any([interrupt, AbortSignal.timeout(60_000)]),
    });
    const text = await response.text();
    if (!response.ok) return `status ${response.status}`;
    const body = text.length > MOST_BYTES ? undefined : parseJson(secrets.redact(text));
    if (body === undefined) return 'no JSON';
    return {
      method,
      url,
      ...(requestBody === undefined ? {} : { requestBody }),
      headers: Object.fromEntries([...response.headers].map(([name, value]) => [name, secrets.redact(value)])),
      body,
    };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return errorCode(cause) ?? errorCode(error) ?? 'no connection';
  }
}

export function parsedJson(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Parameters whose values are secrets. */
export const SECRET_PARAM = /^(?:.*[_-])?(?:api_?key|key|token|access_?token|secret|password|signature|sig|auth)$/i;

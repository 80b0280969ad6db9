import { block, entry, fromJson, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import { placeOf, valueOf } from '../jinja/fold.js';
import { parseTemplate } from '../jinja/parse.js';
import { cannot } from '../refuse.js';
import { isObject, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { parametersOf } from './expand.js';
import { fixedUrl } from './base-url.js';
import { short, type Scope } from './scope.js';

/** Authenticators that fetch a token first. */

export function oauth(value: JsonObject, scope: Scope): readonly [DraftMap, ...string[]] {
  const grant = scope.constant(textAt(value, 'grant_type') ?? 'refresh_token');
  const { url, note } = fixedUrl(textAt(value, 'token_refresh_endpoint') ?? '', scope);
  const body = objectAt(value, 'refresh_request_body') ?? {};
  const scopes = textsAt(value, 'scopes');
  const data = Object.fromEntries(
    [
      ...(scopes.length === 0 ? [] : [['scope', scope.say(scopes.join(' '))] as const]),
      ...Object.entries(body).map(([key, inner]) => [key, scope.sayAll(inner)] as const),
    ].filter(([key]) => !['grant_type', 'client_id', 'client_secret', 'refresh_token', 'username', 'password'].includes(key)),
  );
  const headers = objectAt(value, 'refresh_request_headers');
  const tokenName = textAt(value, 'access_token_name') ?? 'access_token';
  if (tokenName !== 'access_token') cannot(`a token that is called ${tokenName}`);
  if (url === '') cannot('an access token that nobody refreshes');
  const isBasic = headers !== undefined && Object.keys(headers).some((name) => /^authorization$/i.test(name));
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...(headers === undefined || isBasic ? [] : [`LOOK: the token request has headers: ${Object.keys(headers).join(', ')}`]),
  ];
  if (grant === 'client_credentials')
    return [
      block(
        entry('type', 'oauth2_client_credentials'),
        entry('access_token_url', url),
        Object.keys(data).length > 0 && entry('access_token_request_data', fromJson(data)),
      ),
      ...notes,
    ];
  if (grant === 'password')
    return [
      block(
        entry('type', 'oauth2_password'),
        entry('access_token_url', url),
        Object.keys(data).length > 0 && entry('access_token_request_data', fromJson(data)),
      ),
      ...notes,
    ];
  if (grant !== 'refresh_token') return cannot(`a token by the grant ${String(grant)}`);
  const isRotating = member(value, 'refresh_token_updater') !== undefined;
  return [
    block(
      entry('type', 'oauth2_refresh_token'),
      entry('access_token_url', url),
      Object.keys(data).length > 0 && entry('access_token_request_data', fromJson(data)),
      !isRotating && entry('rotating', false, 'why: the source keeps the refresh token it has'),
    ),
    ...notes,
  ];
}

export function session(value: JsonObject, scope: Scope): readonly [DraftMap, ...string[]] {
  const login = objectAt(value, 'login_requester') ?? {};
  const inner = scope.inside(parametersOf(login));
  const method = (textAt(login, 'http_method') ?? 'GET').toUpperCase();
  const credentials = new Set<string>();
  const signing = signatureOf(objectAt(login, 'authenticator'));
  for (const name of signing.credentials) credentials.add(name);
  const filled = (text: JsonValue): JsonValue => {
    if (isObject(text)) return Object.fromEntries(Object.entries(text).map(([key, each]) => [key, filled(each)]));
    if (typeof text !== 'string') return text;
    const template = parseTemplate(text);
    if ('reason' in template) return cannot(`${template.reason} in a login request`);
    return template
      .map((part) => {
        if (typeof part === 'string') return part;
        const constant = valueOf(part, inner.lookup);
        if (constant !== undefined) return String(constant);
        const place = placeOf(part) ?? inner.withDefault(part)?.place;
        if (place?.root !== 'config') return cannot(`a login request is computed: ${short(text)}`);
        const name = String(place.path.at(-1)).replace(/[^A-Za-z0-9_]+/g, '_');
        credentials.add(name);
        return `{${name}}`;
      })
      .join('');
  };
  const json = objectAt(login, 'request_body_json');
  const data = objectAt(login, 'request_body_data');
  const headers = objectAt(login, 'request_headers');
  const [filledJson, filledData, ownHeaders, filledParams] = [json, data, headers, objectAt(login, 'request_parameters')].map((each) =>
    each === undefined || Object.keys(each).length === 0 ? undefined : filled(each),
  );
  const filledHeaders = signing.headers === undefined ? ownHeaders : { ...signing.headers, ...(isObject(ownHeaders) ? ownHeaders : {}) };
  const { url: base } = fixedUrl(textAt(login, 'url_base') ?? textAt(login, 'url') ?? '', inner);
  const url = join(base, inner.say(textAt(login, 'path') ?? ''));
  if (credentials.size === 0) cannot('a login request without credentials');
  const sending = objectAt(value, 'request_authentication');
  const inject = objectAt(sending, 'inject_into');
  const isQuery = textAt(inject, 'inject_into') === 'request_parameter';
  const isBearer = textAt(sending, 'type') === 'Bearer';
  const name = textsAt(inject, 'field_name')[0] ?? 'Authorization';
  const expiry = textAt(value, 'expiration_duration');
  const seconds = expiry === undefined ? undefined : secondsOf(expiry);
  if (member(value, 'decoder') !== undefined && textAt(objectAt(value, 'decoder'), 'type') !== 'JsonDecoder')
    cannot('a login whose answer is no JSON');
  const scheme = block(
    entry('type', 'session_token'),
    entry('login_url', url),
    method !== 'POST' && entry('method', method),
    entry('credentials', [...credentials]),
    filledParams !== undefined && entry('params', fromJson(filledParams)),
    filledHeaders !== undefined && entry('headers', fromJson(filledHeaders)),
    filledJson !== undefined && entry('json', fromJson(filledJson)),
    filledData !== undefined && entry('data', fromJson(filledData)),
    entry(
      'token_path',
      textsAt(value, 'session_token_path')
        .map((each) => inner.say(each))
        .join('.'),
    ),
    seconds !== undefined && entry('default_token_expiration', seconds),
    !isBearer && entry('name', name),
    !isBearer && entry('location', isQuery ? 'query' : 'header'),
    !isBearer && entry('value', '{token}'),
  );
  return [scheme, ...signing.notes];
}

/** How a login request is signed itself: Basic auth is a header, whose value the caller has in one credential. */
function signatureOf(value: JsonObject | undefined): {
  readonly headers?: JsonObject;
  readonly credentials: readonly string[];
  readonly notes: readonly string[];
} {
  const type = textAt(value, 'type') ?? 'NoAuth';
  if (type === 'NoAuth') return { credentials: [], notes: [] };
  if (type !== 'BasicHttpAuthenticator') return cannot(`a login request that is signed by ${type}`);
  return {
    headers: { Authorization: 'Basic {basic}' },
    credentials: ['basic'],
    notes: ['LOOK: the credential basic is username:password in base64'],
  };
}

/** `PT1H` in seconds. */
export function secondsOf(duration: string): number | undefined {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  if (found === null) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((each) => Number(each ?? 0));
  const day = 86_400;
  return (
    (years ?? 0) * 365 * day +
    (months ?? 0) * 30 * day +
    (weeks ?? 0) * 7 * day +
    (days ?? 0) * day +
    (hours ?? 0) * 3600 +
    (minutes ?? 0) * 60 +
    (seconds ?? 0)
  );
}

/** `https://a/` and `/b`: one slash between them. */
function join(base: string, path: string): string {
  if (path === '') return base;
  return `${base.replace(/(?<!\/)\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

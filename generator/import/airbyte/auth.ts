import { block, entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import { placeOf, valueOf } from '../jinja/fold.js';
import { parseTemplate } from '../jinja/parse.js';
import { CannotSay, cannot } from '../refuse.js';
import { isObject, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { parametersOf } from './expand.js';
import { fixedUrl } from './request.js';
import { short, type Scope } from './scope.js';

/** How the requests of a stream are signed. */
export interface AuthDraft {
  /** One scheme, or several of which the caller has one; none: requests are not signed. */
  readonly schemes: readonly DraftMap[];
  readonly notes: readonly string[];
  readonly hooks: readonly HookStub[];
}

const NONE: AuthDraft = { schemes: [], notes: [], hooks: [] };

/** How requests are signed; what no scheme says is a function to write. */
export function authDraft(value: JsonObject | undefined, scope: Scope): AuthDraft {
  try {
    return schemeOf(value, scope);
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return byHook(error.message);
  }
}

function byHook(quoted: string): AuthDraft {
  return {
    schemes: [mapping(entry('type', 'hook'), entry('credentials', ['token']))],
    notes: [],
    hooks: [{ hook: 'authenticate', quoted }],
  };
}

function schemeOf(value: JsonObject | undefined, scope: Scope): AuthDraft {
  if (value === undefined) return NONE;
  const inner = scope.inside(parametersOf(value));
  const one = (scheme: DraftMap, ...notes: readonly string[]): AuthDraft => ({ schemes: [scheme], notes, hooks: [] });
  switch (textAt(value, 'type')) {
    case 'NoAuth':
      return NONE;
    case 'BearerAuthenticator': {
      const said = secretText(textAt(value, 'api_token') ?? '', inner);
      if (said.text === '{secret}') return one(mapping(entry('type', 'bearer')));
      return one(
        mapping(
          entry('type', 'api_key'),
          entry('name', 'Authorization'),
          entry('location', 'header'),
          entry('value', `Bearer ${said.text.replace('{secret}', '{api_key}')}`),
        ),
      );
    }
    case 'ApiKeyAuthenticator':
      return one(...apiKey(value, inner));
    case 'BasicHttpAuthenticator':
      return one(mapping(entry('type', 'http_basic')), ...basicNotes(value, inner));
    case 'OAuthAuthenticator':
      return one(...oauth(value, inner));
    case 'SessionTokenAuthenticator':
      return one(...session(value, inner));
    case 'SelectiveAuthenticator':
      return selective(value, inner);
    case 'CustomAuthenticator':
      return byCode(value, inner);
    default:
      return byHook(textAt(value, 'class_name') ?? textAt(value, 'type') ?? 'an authenticator');
  }
}

/** What is signed by code, out of what the manifest declares for it: schemes that it chooses among, or a token by OAuth. */
function byCode(value: JsonObject, scope: Scope): AuthDraft {
  const name = textAt(value, 'class_name') ?? 'an authenticator';
  const declared = Object.fromEntries(
    Object.entries(value).filter(([, each]) => isObject(each) && /Authenticator$/.test(textAt(each, 'type') ?? '')),
  );
  const draft =
    Object.keys(declared).length > 0
      ? selective({ authenticators: declared }, scope)
      : textAt(value, 'token_refresh_endpoint') === undefined
        ? byHook(name)
        : byOauth(value, scope, name);
  return draft.hooks.length > 0 ? byHook(name) : { ...draft, notes: [...draft.notes, `LOOK: at the source by code, out of this: ${name}`] };
}

function byOauth(value: JsonObject, scope: Scope, name: string): AuthDraft {
  try {
    const [scheme, ...notes] = oauth(value, scope);
    return { schemes: [scheme], notes, hooks: [] };
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return byHook(name);
  }
}

/** A text with one secret of the user in it, which becomes `{secret}`. */
function secretText(text: string, scope: Scope): { readonly text: string; readonly option: string } {
  const template = parseTemplate(text);
  if ('reason' in template) return cannot(`${template.reason} in a credential: ${short(text)}`);
  let option: string | undefined;
  const made = template.map((part) => {
    if (typeof part === 'string') return part;
    const constant = valueOf(part, scope.lookup);
    if (constant !== undefined) return typeof constant === 'string' ? constant : String(constant);
    const place = placeOf(part) ?? scope.withDefault(part)?.place ?? firstPlace(part);
    if (place?.root !== 'config') return cannot(`a credential is computed: ${short(text)}`);
    const name = place.path.join('.');
    if (option !== undefined && option !== name) return cannot(`a credential of two options: ${short(text)}`);
    option = name;
    return '{secret}';
  });
  if (option === undefined) return cannot(`a credential that is no option: ${short(text)}`);
  return { text: made.join(''), option };
}

/** `config.x or config.y`, `config.x if … else config.y`: ways to find one credential. */
function firstPlace(part: Parameters<typeof placeOf>[0]): ReturnType<typeof placeOf> {
  if (part.kind === 'binary' && part.operator === 'or') return placeOf(part.left) ?? placeOf(part.right);
  if (part.kind === 'if') return placeOf(part.then) ?? (part.otherwise === undefined ? undefined : placeOf(part.otherwise));
  return undefined;
}

function apiKey(value: JsonObject, scope: Scope): readonly [DraftMap, ...string[]] {
  const inject = objectAt(value, 'inject_into');
  const into = textAt(inject, 'inject_into') ?? 'header';
  const name = scope.say(textAt(value, 'header') ?? textsAt(inject, 'field_name')[0] ?? textsAt(inject, 'field_path').join('.'));
  const said = secretText(textAt(value, 'api_token') ?? '', scope);
  if (into !== 'header' && into !== 'request_parameter') return cannot(`an API key in the ${into}`);
  return [
    mapping(
      entry('type', 'api_key'),
      entry('name', name),
      entry('location', into === 'header' ? 'header' : 'query'),
      said.text !== '{secret}' && entry('value', said.text.replace('{secret}', '{api_key}')),
    ),
  ];
}

/** The user passes both; what the source adds to them, or has fixed, is told. */
function basicNotes(value: JsonObject, scope: Scope): readonly string[] {
  return ['username', 'password'].flatMap((key) => {
    const text = textAt(value, key) ?? '';
    const constant = scope.constant(text);
    if (constant === '' || text === '') return [`LOOK: the ${key} is empty`];
    if (constant !== undefined) return [`LOOK: the ${key} is always ${JSON.stringify(constant)}`];
    const said = secretText(text, scope);
    return said.text === '{secret}' ? [] : [`LOOK: the ${key} is ${said.text.replace('{secret}', `<${said.option}>`)}`];
  });
}

function oauth(value: JsonObject, scope: Scope): readonly [DraftMap, ...string[]] {
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

function session(value: JsonObject, scope: Scope): readonly [DraftMap, ...string[]] {
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

function selective(value: JsonObject, scope: Scope): AuthDraft {
  const choices = objectAt(value, 'authenticators') ?? {};
  const all = Object.entries(choices).flatMap(([name, each]) => (isObject(each) ? [{ name, draft: authDraft(each, scope) }] : []));
  const made = all.filter(({ draft }) => draft.hooks.length === 0).map(({ draft }) => draft);
  const others = all.filter(({ draft }) => draft.hooks.length > 0);
  if (made.length === 0) return byHook(others.map(({ name, draft }) => `${name}: ${draft.hooks[0]?.quoted ?? ''}`).join('; '));
  const seen = new Map<string, DraftMap>();
  for (const scheme of made.flatMap(({ schemes }) => schemes))
    seen.set(JSON.stringify(scheme.entries.filter(({ key }) => key !== 'note')), scheme);
  const schemes = [...seen.values()];
  // a choice of several keys needs a name for each
  const notes = others.map(({ name, draft }) => `LOOK: at the source also ${name}: ${draft.hooks[0]?.quoted ?? ''}`);
  return { schemes, notes: [...made.flatMap((each) => each.notes), ...notes], hooks: [] };
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

/** The notes of a scheme on the line of `auth`. */
export function authEntry({ schemes, notes }: AuthDraft): DraftEntry | undefined {
  const [only, ...more] = schemes;
  if (only === undefined) return undefined;
  const note = notes.length === 0 ? undefined : notes.join('; ');
  return more.length === 0 ? entry('auth', only, note) : entry('auth', schemes, note);
}

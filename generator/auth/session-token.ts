import { checkHeaderName, checkHeaderValue, checkName, checkUrlTemplate } from '../checks.js';
import { code, identifier, join, literal, nothing } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { nameOf } from '../names.js';
import { showTemplate, templateOf } from '../placeholder.js';
import { accessPath, parseSelector, type Path } from '../selector.js';
import { showUrl, urlTemplate, type UrlTemplate } from '../url-template.js';
import {
  anything,
  choice,
  integer,
  list,
  literalWord,
  mapOf,
  object,
  optional,
  required,
  text,
  type JsonValue,
  type Shaped,
} from '../shape.js';
import { testCredential, type AuthScheme, type AuthText } from './contract.js';
import {
  buildPlacement,
  checkPlacement,
  describePlacement,
  emitPlacement,
  placed,
  placementKeys,
  placementParams,
  type Placement,
} from './placement.js';
import { FORM } from './oauth2.js';
import { checkLiterals, checkLoginHeaders, checkPath } from './session-checks.js';
import { emitBody, emitHeaders, emitParams, isList, isSecret, withCredentials, type LoginRequest } from './session-login.js';
import { tokenHelpers, tokenMembers, tokenSetup } from './tokens.js';
import { READ_POSITION } from './emitted.js';

const shape = object(
  'session_token auth',
  {
    type: required(literalWord('session_token')),
    login_url: required(
      text({
        description: 'Where to log in. `{config.x}` is replaced.',
        placeholders: 'filled',
        check: checkUrlTemplate,
        examples: ['https://api.example.com/session'],
      }),
    ),
    method: optional(choice('a method', ['GET', 'POST', 'PUT'], { description: 'The method of the login request.', default: 'POST' })),
    credentials: optional(
      list(text({ description: 'Name of a client option.', check: checkName }), {
        description:
          'What the caller passes; `{username}` in params, json, data and headers stands for it, as `{config.x}` does for an option.',
        default: ['username', 'password'],
        min: 1,
      }),
    ),
    params: optional(
      mapOf(text({ description: 'A value.', placeholders: 'filled', allowEmpty: true }), {
        description: 'Query parameters of the login request.',
      }),
    ),
    headers: optional(
      mapOf(text({ description: 'A value.', placeholders: 'filled', check: checkHeaderValue, allowEmpty: true }), {
        description: 'Headers of the login request.',
        key: checkHeaderName,
      }),
    ),
    json: optional(
      anything({ description: 'JSON body of the login request.', examples: [{ username: '{username}', password: '{password}' }] }),
    ),
    data: optional(
      mapOf(text({ description: 'A value.', placeholders: 'filled', allowEmpty: true }), {
        description: 'Form of the login request, in place of json.',
      }),
    ),
    token_path: optional(text({ description: 'Where the answer has the token.', default: 'token', examples: ['data.session.id'] })),
    expires_in_path: optional(text({ description: 'Where the answer says how many seconds the token lives. Default: it does not say.' })),
    default_token_expiration: optional(
      integer({ description: 'Seconds a token lives when the answer does not say. Default: until the API refuses it with 401.', min: 1 }),
    ),
    ...placementKeys('token', 'Bearer {token}'),
  },
  {
    description:
      'A login request, whose answer has a token that signs all others: kept, fetched again before it ends, and once more when the API answers 401.',
    check(said, reading) {
      checkPlacement(said, 'token', reading);
      if (said.json !== undefined && said.data !== undefined)
        reading.report(
          messages.pattern(reading.spanOf(said, 'data'), 'spec/param-conflict', 'a login request has one body', 'Keep json or data.'),
        );
      const body = said.json !== undefined ? 'json' : said.data !== undefined ? 'data' : undefined;
      if (said.method === 'GET' && body !== undefined)
        reading.report(
          messages.pattern(
            reading.spanOf(said, body),
            'spec/body-of-get',
            'a GET request has no body',
            'Write params in its place, or method: POST.',
          ),
        );
      for (const key of ['token_path', 'expires_in_path'] as const) checkPath(said[key], reading.spanOf(said, key), reading);
      const options = said.credentials ?? ['username', 'password'];
      checkLiterals(said.json, said, 'json', reading);
      for (const key of ['params', 'data', 'headers'] as const)
        checkLiterals(said[key] === undefined ? undefined : Object.fromEntries(said[key]), said, key, reading);
      checkLoginHeaders(said, reading);
      const texts = JSON.stringify([said.json, ...[said.params, said.data, said.headers].flatMap((map) => [...(map?.values() ?? [])])]);
      const unused = options.find((option) => !texts.includes(`{${option}}`));
      if (unused !== undefined)
        reading.report(
          messages.pattern(
            reading.spanOf(said, 'credentials'),
            'spec/unused-credential',
            `the login request does not send {${unused}}`,
            'Put it into params, json, data or headers.',
          ),
        );
    },
  },
);

export interface SessionTokenModel extends LoginRequest {
  readonly type: 'session_token';
  readonly url: UrlTemplate;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly tokenPath: Path;
  readonly secondsPath: Path | null;
  readonly defaultExpirySeconds: number | null;
  readonly placement: Placement;
}

/**
 * A login that gives a token for the requests after it. Longer than other files: an auth scheme is one file, and half of this one
 * is what its tests expect of a login.
 */
export const sessionToken: AuthScheme<Shaped<typeof shape>, SessionTokenModel> = {
  type: 'session_token',
  shape,

  build: (spec) => ({
    type: 'session_token',
    url: urlTemplate(templateOf(spec.login_url)) ?? [spec.login_url],
    method: spec.method ?? 'POST',
    credentials: spec.credentials ?? ['username', 'password'],
    params: [...(spec.params ?? [])],
    headers: [...(spec.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
    json: spec.json ?? null,
    data: spec.data === undefined ? null : [...spec.data],
    tokenPath: pathOf(spec.token_path ?? 'token'),
    secondsPath: spec.expires_in_path === undefined ? null : pathOf(spec.expires_in_path),
    defaultExpirySeconds: spec.default_token_expiration ?? null,
    placement: buildPlacement(spec, 'Bearer {token}'),
  }),

  title: () => 'Session',
  options: (model) =>
    model.credentials.map((name) => {
      const inHeaders = model.headers.some(([, value]) => value.includes(`{${name}}`));
      return { name, description: `\`${name}\` of the login request.`, env: undefined, allows: inHeaders ? 'token' : 'text' };
    }),
  callbacks: () => [],
  texts: (spec, reading) => {
    const own = spec.credentials ?? ['username', 'password'];
    const textsOf = (key: 'params' | 'json' | 'data' | 'headers'): readonly AuthText[] =>
      textsIn(spec[key] instanceof Map ? [...spec[key].values()] : (spec[key] as JsonValue | undefined)).map((text) => ({
        text,
        span: reading.spanOf(spec, key),
        own,
      }));
    return [
      { text: spec.login_url, span: reading.spanOf(spec, 'login_url') },
      ...textsOf('params'),
      ...textsOf('json'),
      ...textsOf('data'),
      ...textsOf('headers'),
    ];
  },
  queryParams: (model) => placementParams(model.placement),

  emit(model, names) {
    const options = model.credentials.map((name) => identifier(nameOf(name).camel));
    const shown = model.credentials.filter(isSecret).map((name) => nameOf(name).camel);
    const seconds = model.secondsPath === null ? nothing : accessPath(code`reply`, model.secondsPath);
    const fallback = model.defaultExpirySeconds === null ? code`Infinity` : literal(model.defaultExpirySeconds);
    const life = model.secondsPath === null ? fallback : code`${seconds} ?? ${fallback}`;
    return {
      summary: `Logs in at \`${showUrl(model.url)}\` and sends the token of the answer as the ${describePlacement(model.placement)}.`,
      setup: tokenSetup(shown),
      members: tokenMembers(
        code`${names.fetchToken}({ ${join(options, ', ')} }${names.optionsArgument}, exchange, place)`,
        emitPlacement(model.placement, code`token`),
      ),
      helpers: [
        ...tokenHelpers(names),
        code`
          /** Logs in, and takes nothing for a token that is not. */
          async function ${names.fetchToken}(
            { ${join(options, ', ')} }: { ${join(
              options.map((option) => code`readonly ${option}: string;`),
              ' ',
            )} }${names.optionsParameter},
            exchange: Exchange,
            place: ${READ_POSITION},
          ): Promise<Token> {
            ${emitParams(model, names)}
            const reply = await exchange(
              { method: ${literal(model.method)}, url${model.params.length > 0 ? nothing : code`: ${names.url(model.url)}`}, headers: { ${emitHeaders(model, names)} }, ${emitBody(model, names)} },
              place,
            );
            return grantedToken(${accessPath(code`reply`, model.tokenPath)}, ${life}, Object(reply).error ?? Object(reply).errors, place);
          }
        `,
      ],
      fetchesTokens: true,
    };
  },

  replay(model) {
    const headers = Object.fromEntries([
      ['accept', 'application/json'],
      ...(model.json === null ? [] : [['content-type', 'application/json']]),
      ...(model.data === null ? [] : [['content-type', FORM]]),
      ...model.headers.map(([name, value]) => [name, filled(value)]),
    ]);
    const body =
      model.json !== null
        ? JSON.stringify(filledJson(model.json))
        : model.data !== null
          ? new URLSearchParams(model.data.map(([name, value]): [string, string] => [name, filled(value)])).toString()
          : '';
    return {
      ...placed(model.placement, 'test-token'),
      token: {
        url:
          model.params.length === 0
            ? showUrl(model.url)
            : withQuery(
                showUrl(model.url),
                model.params.map(([name, value]) => [name, filled(value)]),
              ),
        ...(model.params.length === 0 ? {} : { secretParams: model.params.map(([name]) => name) }),
        method: model.method,
        headers,
        body,
        defaultExpirySeconds: model.defaultExpirySeconds,
        reply: { token: keysOf(model.tokenPath), seconds: model.secondsPath === null ? null : keysOf(model.secondsPath) },
        carrier: model.placement,
      },
      secrets: model.credentials.filter(isSecret),
    };
    function filled(value: string): string {
      return withCredentials(templateOf(value), model.credentials, testCredential, (part) => showTemplate([part])).join('');
    }
    function filledJson(value: JsonValue): JsonValue {
      if (typeof value === 'string') return filled(value);
      if (typeof value !== 'object' || value === null) return value;
      if (isList(value)) return value.map(filledJson);
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filledJson(each)]));
    }
  },

  example: {
    type: 'session_token',
    login_url: 'https://api.example.com/session',
    json: { username: '{username}', password: '{password}' },
    token_path: 'session.token',
    expires_in_path: 'session.expires_in',
    name: 'X-Session',
    value: '{token}',
  },

  mutants: [
    { name: 'the session is not sent', file: 'src/internal/auth.ts', find: "headers['x-session'] = token;", replace: '' },
    {
      name: 'the session has no password',
      file: 'src/internal/auth.ts',
      find: 'JSON.stringify({ username: username, password: password })',
      replace: 'JSON.stringify({ username: username, password: username })',
    },
    {
      name: 'how long a session lives is not read',
      file: 'src/internal/auth.ts',
      find: '?.expires_in ?? Infinity',
      replace: '?.nothing ?? Infinity',
    },
    {
      name: 'errors show the password of a login',
      file: 'src/internal/auth.ts',
      find: "secrets.add('password', password);",
      replace: '',
    },
  ],
};

function withQuery(url: string, params: readonly (readonly [string, string])[]): string {
  const target = new URL(url);
  for (const [name, value] of params) target.searchParams.append(name, value);
  return target.href;
}

function pathOf(selector: string): Path {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : [];
}

/** Every text in a value. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value as object).flatMap(textsIn) : [];
}

function keysOf(path: Path): readonly string[] {
  return path.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
}

import { checkHeaderName, checkHeaderValue, checkName, checkUrl } from '../checks.js';
import { code, identifier, join, literal, nothing, property, template, type Code } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { nameOf } from '../names.js';
import { accessPath, parseSelector, type Path } from '../selector.js';
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
  type Reading,
  type Shaped,
} from '../shape.js';
import { testCredential, type AuthScheme } from './contract.js';
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
import { tokenHelpers, tokenMembers, tokenSetup } from './tokens.js';

const shape = object(
  'session_token auth',
  {
    type: required(literalWord('session_token')),
    login_url: required(text({ description: 'Where to log in.', check: checkUrl, examples: ['https://api.example.com/session'] })),
    method: optional(choice('a method', ['POST', 'PUT'], { description: 'The method of the login request.', default: 'POST' })),
    credentials: optional(
      list(text({ description: 'Name of a client option.', check: checkName }), {
        description: 'What the caller passes; `{username}` in json, data and headers stands for it.',
        default: ['username', 'password'],
        min: 1,
      }),
    ),
    headers: optional(
      mapOf(text({ description: 'A value.', check: checkHeaderValue, allowEmpty: true }), {
        description: 'Headers of the login request.',
        key: checkHeaderName,
      }),
    ),
    json: optional(
      anything({ description: 'JSON body of the login request.', examples: [{ username: '{username}', password: '{password}' }] }),
    ),
    data: optional(
      mapOf(text({ description: 'A value.', allowEmpty: true }), { description: 'Form of the login request, in place of json.' }),
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
      for (const key of ['token_path', 'expires_in_path'] as const) checkPath(said[key], reading.spanOf(said, key), reading);
      const options = said.credentials ?? ['username', 'password'];
      checkLiterals(said.json, said, 'json', reading);
      for (const key of ['data', 'headers'] as const)
        checkLiterals(said[key] === undefined ? undefined : Object.fromEntries(said[key]), said, key, reading);
      checkLoginHeaders(said, reading);
      const texts = JSON.stringify([said.json, ...(said.data?.values() ?? []), ...(said.headers?.values() ?? [])]);
      const unused = options.find((option) => !texts.includes(`{${option}}`));
      if (unused !== undefined)
        reading.report(
          messages.pattern(
            reading.spanOf(said, 'credentials'),
            'spec/unused-credential',
            `the login request does not send {${unused}}`,
            'Put it into json, data or headers.',
          ),
        );
    },
  },
);

export interface SessionTokenModel {
  readonly type: 'session_token';
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly credentials: readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly json: JsonValue | null;
  readonly data: readonly (readonly [name: string, value: string])[] | null;
  readonly tokenPath: Path;
  readonly secondsPath: Path | null;
  readonly defaultExpirySeconds: number | null;
  readonly placement: Placement;
}

export const sessionToken: AuthScheme<Shaped<typeof shape>, SessionTokenModel> = {
  type: 'session_token',
  shape,

  build: (spec) => ({
    type: 'session_token',
    url: spec.login_url,
    method: spec.method ?? 'POST',
    credentials: spec.credentials ?? ['username', 'password'],
    headers: [...(spec.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
    json: spec.json ?? null,
    data: spec.data === undefined ? null : [...spec.data],
    tokenPath: pathOf(spec.token_path ?? 'token'),
    secondsPath: spec.expires_in_path === undefined ? null : pathOf(spec.expires_in_path),
    defaultExpirySeconds: spec.default_token_expiration ?? null,
    placement: buildPlacement(spec, 'token', 'Bearer {token}'),
  }),

  title: () => 'Session',
  options: (model) =>
    model.credentials.map((name) => {
      const inHeaders = model.headers.some(([, value]) => value.includes(`{${name}}`));
      return { name, description: `\`${name}\` of the login request.`, env: undefined, allows: inHeaders ? 'token' : 'text' };
    }),
  callbacks: () => [],
  queryParams: (model) => placementParams(model.placement),

  emit(model, names) {
    const options = model.credentials.map((name) => identifier(nameOf(name).camel));
    const shown = model.credentials.filter(isSecret).map((name) => identifier(nameOf(name).camel));
    const seconds = model.secondsPath === null ? nothing : accessPath(code`reply`, model.secondsPath);
    const fallback = model.defaultExpirySeconds === null ? code`Infinity` : literal(model.defaultExpirySeconds);
    const life = model.secondsPath === null ? fallback : code`${seconds} ?? ${fallback}`;
    return {
      summary: `Logs in at \`${model.url}\` and sends the token of the answer as the ${describePlacement(model.placement)}.`,
      setup: tokenSetup(join(shown, ', ')),
      members: tokenMembers(
        code`${names.fetchToken}({ ${join(options, ', ')} }, exchange, place)`,
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
            )} },
            exchange: Exchange,
            place: RecordPlace,
          ): Promise<Token> {
            const reply = await exchange(
              new URL(${literal(model.url)}),
              { method: ${literal(model.method)}, headers: { ${emitHeaders(model)} }, ${emitBody(model)} },
              place,
            );
            return grantedToken(${accessPath(code`reply`, model.tokenPath)}, ${life}, place);
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
        url: model.url,
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
      return partsOf(value, model.credentials)
        .map((part) => (typeof part === 'string' ? part : testCredential(part.option)))
        .join('');
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
    { name: 'the session is not sent', file: 'src/auth.ts', find: "headers.set('x-session', token);", replace: '' },
    {
      name: 'the session has no password',
      file: 'src/auth.ts',
      find: 'JSON.stringify({ username: username, password: password })',
      replace: 'JSON.stringify({ username: username, password: username })',
    },
    {
      name: 'how long a session lives is not read',
      file: 'src/auth.ts',
      find: '?.expires_in ?? Infinity',
      replace: '?.nothing ?? Infinity',
    },
    {
      name: 'errors show the password of a login',
      file: 'src/auth.ts',
      find: 'const secrets = [password];',
      replace: 'const secrets: string[] = [];',
    },
  ],
};

/** All but what names a user. */
function isSecret(option: string): boolean {
  return !/^(user|user_?name|email|login|account|tenant|domain)$/i.test(option);
}

type Part = string | { readonly option: string };

/** A text with the options it names: `{username}`. */
function partsOf(value: string, options: readonly string[]): readonly Part[] {
  return value
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const option = options.find((each) => part === `{${each}}`);
      return option === undefined ? part : { option };
    });
}

function emitText(value: string, options: readonly string[]): Code {
  const [only, ...more] = partsOf(value, options);
  if (only !== undefined && typeof only !== 'string' && more.length === 0) return identifier(nameOf(only.option).camel);
  return template(partsOf(value, options).map((part) => (typeof part === 'string' ? part : identifier(nameOf(part.option).camel))));
}

function emitJson(value: JsonValue, options: readonly string[]): Code {
  if (typeof value === 'string') return emitText(value, options);
  if (typeof value !== 'object' || value === null) return literal(value);
  if (isList(value))
    return code`[${join(
      value.map((each) => emitJson(each, options)),
      ', ',
    )}]`;
  return code`{ ${join(
    Object.entries(value).map(([key, each]) => code`${property(key)}: ${emitJson(each, options)}`),
    ', ',
  )} }`;
}

function emitHeaders(model: SessionTokenModel): Code {
  const own = model.headers.map(([name, value]) => code`${property(name)}: ${emitText(value, model.credentials)}`);
  const type = model.json === null ? [] : [code`'content-type': 'application/json'`];
  const accepts = model.headers.some(([name]) => name === 'accept') ? [] : [code`accept: 'application/json'`];
  return join([...accepts, ...type, ...own], ', ');
}

function emitBody(model: SessionTokenModel): Code {
  if (model.json !== null) return code`body: JSON.stringify(${emitJson(model.json, model.credentials)})`;
  if (model.data === null) return nothing;
  const fields = model.data.map(([name, value]) => code`[${literal(name)}, ${emitText(value, model.credentials)}]`);
  return code`body: new URLSearchParams([${join(fields, ', ')}])`;
}

/** Headers of the login that stand there twice, or that its body sets. */
function checkLoginHeaders(
  said: { readonly headers?: ReadonlyMap<string, string>; readonly json?: JsonValue; readonly data?: ReadonlyMap<string, string> },
  reading: Reading,
): void {
  const { headers } = said;
  const seen = new Map<string, string>();
  for (const name of headers?.keys() ?? []) {
    if (headers === undefined) return;
    const span = reading.keySpanOf(headers, name);
    const first = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (first !== undefined)
      reading.report(messages.pattern(span, 'spec/duplicate-name', `${shorten(name)} and ${shorten(first)} are one header`));
    else if (name.toLowerCase() === 'content-type' && (said.json !== undefined || said.data !== undefined))
      reading.report(messages.pattern(span, 'spec/param-conflict', `the header ${shorten(name)} is set by the body`, 'Leave it out.'));
  }
}

/** A credential in the text of a spec would be published with the package. */
function checkLiterals(value: JsonValue | undefined, said: object, key: string, reading: Reading): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (typeof each !== 'string') checkLiterals(each, said, key, reading);
    else if (/password|passwd|secret|token|api[_-]?key/i.test(name) && !/\{[^{}]+\}/.test(each))
      reading.report(
        messages.secret(
          reading.spanOf(said, key),
          'spec/secret-literal',
          'a secret stands in the spec',
          'Name a credential in its place: {password}.',
        ),
      );
  }
}

function checkPath(value: string | undefined, span: { readonly start: number; readonly end: number }, reading: Reading): void {
  if (value === undefined) return;
  const parsed = parseSelector(value);
  if (!parsed.ok) reading.report(messages.pattern(span, 'spec/selector-syntax', parsed.message));
  else if (parsed.path.length === 0 || parsed.path.some((step) => step.kind !== 'key'))
    reading.report(messages.pattern(span, 'spec/selector-syntax', 'not the place of a member', 'Name its keys: data.token.'));
}

function pathOf(selector: string): Path {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : [];
}

function keysOf(path: Path): readonly string[] {
  return path.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

import { checkHeaderName, checkHeaderValue, checkSecret } from '../checks.js';
import { code, literal, nothing, template, type Code } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { templateOf } from '../placeholder.js';
import { choice, literalWord, mapOf, object, optional, required, text, type Reading, type Shaped } from '../shape.js';
import { testCredential, type AuthScheme, type CredentialOption } from './contract.js';
import { registered } from './registered.js';
import { BASE64_OF, HEX, hmacHelpers, SHA256, wholeMembers } from './whole.js';

/** What may stand in braces in the texts of the scheme, and what it is in the emitted code. */
const WORDS: Readonly<Record<string, Code>> = {
  api_key: code`apiKey`,
  timestamp: code`timestamp`,
  nonce: code`nonce`,
  method: code`request.method`,
  host: code`url.host`,
  path: code`url.pathname`,
  query: code`url.search.slice(1)`,
  path_query: code`url.pathname + url.search`,
  url: code`url.href`,
  body: code`request.body ?? ''`,
  body_sha256: code`await sha256(request.body ?? '')`,
  signature: code`signature`,
};

const value = text({
  description: 'The value: words in braces, such as {api_key}, {timestamp} and {signature}.',
  placeholders: 'filled',
  check: checkHeaderValue,
});

const shape = object(
  'hmac auth',
  {
    type: required(literalWord('hmac')),
    message: required(
      text({
        description: `What is signed, with words in braces: ${Object.keys(WORDS)
          .filter((word) => word !== 'signature')
          .map((word) => `{${word}}`)
          .join(' ')}. {query} has no question mark, {path_query} has it.`,
        placeholders: 'filled',
        examples: ['{timestamp}{method}{path_query}{body}'],
      }),
    ),
    algorithm: optional(choice('an algorithm', ['sha256', 'sha1', 'sha384', 'sha512'], { description: 'The hash.', default: 'sha256' })),
    encoding: optional(choice('an encoding', ['hex', 'base64'], { description: 'How the signature is written.', default: 'hex' })),
    secret_encoding: optional(
      choice('an encoding', ['text', 'base64', 'hex'], {
        description: 'How the secret is written; its bytes are the key.',
        default: 'text',
      }),
    ),
    timestamp: optional(
      choice('a form of times', ['seconds', 'milliseconds', 'iso8601', 'http'], {
        description: 'How {timestamp} is written: since 1970, as 2026-01-31T00:00:00.000Z, or as in headers of HTTP.',
        default: 'seconds',
      }),
    ),
    headers: optional(
      mapOf(value, {
        description: 'Headers of a signed request.',
        key: checkHeaderName,
        examples: [{ 'X-Key': '{api_key}', 'X-Timestamp': '{timestamp}', 'X-Signature': '{signature}' }],
      }),
    ),
    params: optional(
      mapOf(value, { description: 'Query parameters of a signed request, after all others: those without {signature} are signed, too.' }),
    ),
    api_key: optional(text({ description: 'The environment variable of the key: ${NAME}.', check: checkSecret })),
    api_secret: optional(
      text({
        description: 'The environment variable of the secret: ${NAME}. The secret itself never stands in a spec.',
        check: checkSecret,
      }),
    ),
  },
  {
    description:
      'A code of what a request asks for (HMAC, RFC 2104), by a secret: made anew for each attempt. It is the only scheme of its client; what it cannot say is a hook.',
    check: checkWords,
  },
);

type HmacTemplate = readonly (string | { readonly word: string })[];

export interface HmacModel {
  readonly type: 'hmac';
  readonly message: HmacTemplate;
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly encoding: 'hex' | 'base64';
  readonly secretEncoding: 'text' | 'base64' | 'hex';
  readonly timestamp: 'seconds' | 'milliseconds' | 'iso8601' | 'http';
  /** By lower-case name. */
  readonly headers: readonly (readonly [name: string, value: HmacTemplate])[];
  readonly params: readonly (readonly [name: string, value: HmacTemplate])[];
  readonly envs: { readonly key: string | undefined; readonly secret: string | undefined };
}

const HASHES = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;

export const hmac: AuthScheme<Shaped<typeof shape>, HmacModel> = {
  type: 'hmac',
  shape,
  build: (spec) => ({
    type: 'hmac',
    message: wordsOf(spec.message),
    hash: HASHES[spec.algorithm ?? 'sha256'],
    encoding: spec.encoding ?? 'hex',
    secretEncoding: spec.secret_encoding ?? 'text',
    timestamp: spec.timestamp ?? 'seconds',
    headers: [...(spec.headers ?? [])].map(([name, each]) => [name.toLowerCase(), wordsOf(each)]),
    params: [...(spec.params ?? [])].map(([name, each]) => [name, wordsOf(each)]),
    envs: { key: spec.api_key?.slice(2, -1), secret: spec.api_secret?.slice(2, -1) },
  }),
  title: () => 'Hmac',
  options: (model): readonly CredentialOption[] => [
    ...(names(model).has('api_key')
      ? [{ name: 'api_key', description: 'The key, which says who asks.', env: model.envs.key, allows: 'token' } as const]
      : []),
    {
      name: 'api_secret',
      description: `The secret that signs requests${model.secretEncoding === 'text' ? '' : `, in ${model.secretEncoding}`}.`,
      env: model.envs.secret,
      allows: 'token',
      ...(model.secretEncoding === 'text' ? {} : { sample: sampleSecret(model) }),
    },
  ],
  callbacks: () => [],
  queryParams: (model) => model.params.map(([name]) => name),

  emit(model) {
    const used = names(model);
    const [signed, signing] = [false, true].map((isSigning) => model.params.filter(([, each]) => holds(each, 'signature') === isSigning));
    const key = used.has('api_key') ? ['apiKey'] : [];
    return {
      summary: 'Signs each request with a code of what it asks for.',
      setup: code`
        ${registered([...key, 'apiSecret'])}
        const key = ${KEYS[model.secretEncoding]};
        ${model.secretEncoding === 'text' ? nothing : code`if (key.length === 0) throw new TypeError(${literal(`apiSecret: expected ${model.secretEncoding}`)});`}
      `,
      members: wholeMembers(code`
        ${used.has('timestamp') ? code`const timestamp = ${TIMES[model.timestamp]};` : nothing}
        ${used.has('nonce') ? code`const nonce = crypto.randomUUID();` : nothing}
        ${(signed ?? []).map(addParam)}
        const signature = ${model.encoding === 'hex' ? code`hex` : code`base64Of`}(await hmac(key, ${written(model.message)}));
        ${(signing ?? []).map(addParam)}
        ${model.headers.map(([name, each]) => code`headers[${literal(name)}] = ${written(each)};`)}
      `),
      helpers: [
        hmacHelpers(model.hash),
        ...(used.has('body_sha256') ? [SHA256] : []),
        ...(model.encoding === 'hex' || used.has('body_sha256') ? [HEX] : []),
        ...(model.encoding === 'base64' ? [BASE64_OF] : []),
        ...(model.params.length > 0 ? [ADD_PARAM] : []),
        ...(model.secretEncoding === 'base64' ? [BYTES_OF_BASE64] : model.secretEncoding === 'hex' ? [BYTES_OF_HEX] : []),
      ],
      fetchesTokens: false,
      signsWhole: true,
    };
  },

  replay: (model) => {
    const stand = (each: HmacTemplate): string => (isFixed(each) ? shown(each) : 'signed');
    const varying = [...model.headers, ...model.params].flatMap(([name, each]) => (isFixed(each) ? [] : [name]));
    return {
      query: Object.fromEntries(model.params.map(([name, each]) => [name, stand(each)])),
      headers: Object.fromEntries(model.headers.map(([name, each]) => [name, stand(each)])),
      varying,
      token: undefined,
      secrets: [...(names(model).has('api_key') ? ['api_key'] : []), 'api_secret'],
    };
  },

  example: {
    type: 'hmac',
    message: '{timestamp}{method}{path_query}{body}',
    headers: new Map([
      ['X-Key', '{api_key}'],
      ['X-Timestamp', '{timestamp}'],
      ['X-Signature', '{signature}'],
    ]),
  },

  mutants: [
    { name: 'the code of a request is not sent', file: 'src/internal/auth.ts', find: "headers['x-signature'] = signature;", replace: '' },
    { name: 'errors show the secret that signs', file: 'src/internal/auth.ts', find: "secrets.add('apiSecret', apiSecret);", replace: '' },
  ],
};

const TIMES = {
  seconds: code`String(Math.floor(Date.now() / 1000))`,
  milliseconds: code`String(Date.now())`,
  iso8601: code`new Date().toISOString()`,
  http: code`new Date().toUTCString()`,
} as const;

const KEYS = {
  text: code`new TextEncoder().encode(apiSecret)`,
  base64: code`bytesOf(apiSecret)`,
  hex: code`bytesOf(apiSecret)`,
} as const;

const BYTES_OF_BASE64 = code`
  /** The bytes that a text in Base64 stands for; none where it is no such text. */
  function bytesOf(text: string): Uint8Array<ArrayBuffer> {
    const plain = text.replaceAll('-', '+').replaceAll('_', '/');
    return /^[\\w+/]+={0,2}$/.test(plain) && plain.replaceAll('=', '').length % 4 !== 1 ? Uint8Array.from(atob(plain), (sign) => sign.charCodeAt(0)) : new Uint8Array(0);
  }
`;

const BYTES_OF_HEX = code`
  /** The bytes that a text in hex stands for; none where it is no such text. */
  function bytesOf(text: string): Uint8Array<ArrayBuffer> {
    const pairs = /^[\\da-fA-F]+$/.test(text) && text.length % 2 === 0 ? (text.match(/../g) ?? []) : [];
    return Uint8Array.from(pairs, (pair) => parseInt(pair, 16));
  }
`;

const ADD_PARAM = code`
  /** Puts a parameter at the end of a query, which stays as it is. */
  function addParam(url: URL, name: string, value: string): void {
    url.search = \`\${url.search}\${url.search === '' ? '?' : '&'}\${encodeURIComponent(name)}=\${encodeURIComponent(value)}\`;
  }
`;

function addParam([name, each]: readonly [name: string, value: HmacTemplate]): Code {
  return code`addParam(url, ${literal(name)}, ${written(each)});`;
}

/** A text with words in it as an expression. */
function written(parts: HmacTemplate): Code {
  const [only, ...more] = parts;
  if (typeof only === 'object' && more.length === 0) return WORDS[only.word] ?? nothing;
  return template(parts.map((part) => (typeof part === 'string' ? part : (WORDS[part.word] ?? nothing))));
}

function wordsOf(said: string): HmacTemplate {
  return templateOf(said).map((part) =>
    typeof part === 'string' ? part : part.path.length === 0 && part.root in WORDS ? { word: part.root } : part.source,
  );
}

function holds(parts: HmacTemplate, word: string): boolean {
  return parts.some((part) => typeof part === 'object' && part.word === word);
}

/** Whether a text is the same in every request. */
function isFixed(parts: HmacTemplate): boolean {
  return parts.every((part) => typeof part === 'string' || part.word === 'api_key');
}

function shown(parts: HmacTemplate): string {
  return parts.map((part) => (typeof part === 'string' ? part : testCredential(part.word))).join('');
}

/** The words that a scheme uses. */
function names({ message, headers, params }: HmacModel): ReadonlySet<string> {
  return new Set(
    [message, ...[...headers, ...params].map(([, each]) => each)].flat().flatMap((part) => (typeof part === 'object' ? [part.word] : [])),
  );
}

function sampleSecret({ secretEncoding }: HmacModel): string {
  const secret = testCredential('api_secret');
  if (secretEncoding === 'text') return secret;
  return secretEncoding === 'base64' ? btoa(secret) : Array.from(secret, (sign) => sign.charCodeAt(0).toString(16)).join('');
}

interface HmacSpec {
  readonly message: string;
  readonly headers?: ReadonlyMap<string, string>;
  readonly params?: ReadonlyMap<string, string>;
}

/** Words that are none, and a signature that is not sent, or signs itself. */
function checkWords(spec: HmacSpec, reading: Reading): void {
  const report = (span: ReturnType<Reading['spanOf']>, message: string, hint: string): void =>
    reading.report(messages.pattern(span, 'spec/placeholder', message, hint));
  const texts = [
    [spec.message, reading.spanOf(spec, 'message')] as const,
    ...[spec.headers, spec.params].flatMap((map) =>
      [...(map ?? [])].map(([name, each]) => [each, reading.spanOf(map ?? spec, name)] as const),
    ),
  ];
  for (const [said, span] of texts)
    for (const part of templateOf(said))
      if (typeof part !== 'string' && !(part.path.length === 0 && part.root in WORDS))
        report(span, `"${part.source}" is none of the words of a signature`, `Known: ${Object.keys(WORDS).join(', ')}.`);
  const sent = [...(spec.headers?.values() ?? []), ...(spec.params?.values() ?? [])];
  if (!sent.some((each) => holds(wordsOf(each), 'signature')))
    report(reading.spanOf(spec), 'the signature is not sent', 'Put {signature} into headers or params.');
  if (holds(wordsOf(spec.message), 'signature'))
    report(reading.spanOf(spec, 'message'), 'a signature cannot sign itself', 'Leave {signature} out.');
}

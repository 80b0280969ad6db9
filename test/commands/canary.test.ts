import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Secrets } from '../../generator/recordings/secrets.js';
import { contentOf, put, sandbox } from '../support/sandbox.js';
import { sendJson, serve, tapwright, temporary } from './support.js';

afterEach(() => void vi.restoreAllMocks());

/** Every sign that some encoding writes in another way, and some that none does. */
const canary = (): string => `s3cr+et/"\\&<=%~K9'${randomBytes(18).toString('base64url')}`;

/** Sixteen ways to write it, made here and not by the code under test. */
function encodings(secret: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret);
  const aligned = (before: number): string => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  };
  return {
    raw: secret,
    json,
    'JSON in JSON': JSON.stringify(json).slice(1, -1),
    'ASCII JSON': json.replace(/[&<=+']/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'JSON with escaped slashes': json.replaceAll('/', '\\/'),
    percent,
    'lower-case percent': percent.replace(/%../g, (escape) => escape.toLowerCase()),
    form: new URLSearchParams([['', secret]]).toString().slice(1),
    'double percent': encodeURIComponent(percent),
    base64: aligned(0),
    'base64, one later': aligned(1),
    'base64, two later': aligned(2),
    base64url: aligned(0).replaceAll('+', '-').replaceAll('/', '_'),
    'Basic user:secret': Buffer.from(`user:${secret}`).toString('base64'),
    hex: bytes.toString('hex'),
    'HTML entities': secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  };
}

/** Which of the encodings stand somewhere in these texts. */
function leaks(secret: string, texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(encodings(secret)).flatMap(([name, form]) =>
    Object.entries(texts).flatMap(([where, text]) => (text.includes(form) ? [`${name} in ${where}`] : [])),
  );
}

/** What a secret is told by: a way to sign, or whatever else of a spec; and the other variables that it takes. */
interface Way {
  readonly auth?: object;
  readonly endpoint?: object;
  readonly config?: object;
  readonly others?: Readonly<Record<string, string>>;
}

const specOf = (base: string, { auth, endpoint, config }: Way): string =>
  JSON.stringify({
    name: 'crew',
    client: { base_url: base, ...(auth === undefined ? {} : { auth }), retry: { max_retries: 0 } },
    ...(config === undefined ? {} : { config }),
    resources: [{ name: 'notes', endpoint: { path: '/notes', data_selector: 'items', paginator: 'header_link', ...endpoint } }],
  });

/** An API that says back what it was told, in every way and place. */
function echoing(secret: string, status = 200): Promise<string> {
  return serve(({ url, request, body }, response) => {
    if (url.pathname === '/token') return sendJson(response, { access_token: secret, expires_in: 3600 });
    const forms = encodings(secret);
    const last = url.searchParams.get('page') === '2';
    const host = `http://${request.headers.host ?? ''}`;
    const link = `<${host}/notes?page=2&key=${forms['percent'] ?? ''}>; rel="next"; title="${forms['base64'] ?? ''}"`;
    sendJson(
      response,
      {
        items: Object.entries(forms).map(([name, value], id) => ({
          id: `${last ? 'b' : 'a'}${id}`,
          name,
          value,
          inText: `<<${value}>>`,
          [value]: 'as a key',
        })),
        asked: { url: request.url, headers: request.headers, body },
        again: JSON.stringify({ deep: JSON.stringify({ secret }) }),
      },
      { ...(last ? {} : { link }), 'set-cookie': `session=${forms['percent'] ?? ''}`, 'x-echo': forms['hex'] ?? '' },
      status,
    );
  });
}

const WAYS: readonly (readonly [name: string, variable: string, way: (base: string) => Way])[] = [
  ['a key in the query', 'CREW_API_KEY', () => ({ auth: { type: 'api_key', name: 'key', location: 'query' } })],
  ['a key in a header', 'CREW_API_KEY', () => ({ auth: { type: 'api_key', name: 'X-Key' } })],
  ['a bearer token', 'CREW_TOKEN', () => ({ auth: { type: 'bearer' } })],
  ['a password', 'CREW_PASSWORD', () => ({ auth: { type: 'http_basic' }, others: { CREW_USERNAME: 'me' } })],
  [
    'a password that a token is fetched with',
    'CREW_PASSWORD',
    (base) => ({
      auth: { type: 'oauth2_password', client_secret: null, access_token_url: `${base}/token` },
      others: { CREW_USERNAME: 'me', CREW_CLIENT_ID: 'my-client' },
    }),
  ],
  [
    'a refresh token',
    'CREW_REFRESH_TOKEN',
    (base) => ({
      auth: { type: 'oauth2_refresh_token', client_secret: null, rotating: false, access_token_url: `${base}/token` },
      others: { CREW_CLIENT_ID: 'my-client' },
    }),
  ],
  [
    'a password that a session is opened with',
    'CREW_PASSWORD',
    (base) => ({
      auth: {
        type: 'session_token',
        login_url: `${base}/token`,
        json: { name: '{username}', word: '{password}' },
        token_path: 'access_token',
      },
      others: { CREW_USERNAME: 'me' },
    }),
  ],
  [
    'the secret of an HMAC',
    'CREW_API_SECRET',
    () => ({
      auth: { type: 'hmac', message: '{method}{path}', headers: { 'X-Sign': '{signature}' } },
      others: { CREW_API_KEY: 'my-key-is-it' },
    }),
  ],
  [
    'a secret key of AWS',
    'CREW_SECRET_ACCESS_KEY',
    () => ({
      auth: { type: 'aws_sigv4', region: 'eu-west-1', service: 'execute-api' },
      others: { CREW_ACCESS_KEY_ID: 'AKIDEXAMPLE' },
    }),
  ],
  ['one of several in the query', 'NOTES_TOKEN', () => ({ endpoint: { params: { key: 'k', token: '${NOTES_TOKEN}' } } })],
  ['a part of the path', 'NOTES_TOKEN', () => ({ endpoint: { path: '/hooks/${NOTES_TOKEN}/notes' } })],
  ['a member of a body', 'NOTES_TOKEN', () => ({ endpoint: { method: 'POST', json: { who: { token: '${NOTES_TOKEN}' } } } })],
  ['a field of a form', 'NOTES_TOKEN', () => ({ endpoint: { method: 'POST', data: { token: '${NOTES_TOKEN}' } } })],
  [
    'an option that says it is secret',
    'CREW_SHARED',
    () => ({ config: { shared: { type: 'string', secret: true } }, endpoint: { params: { shared: '{config.shared}' } } }),
  ],
];

describe.each(WAYS)('a secret that is %s', (_, variable, way) => {
  test.each([
    ['recorded from an API that echoes it', 200, 0],
    ['sent to an API that refuses it', 403, 4],
  ])('is nowhere when it is %s', async (__, status, exitCode) => {
    const secret = canary();
    const folder = sandbox();
    const base = await echoing(secret, status);
    const told = way(base);
    put(folder, { 'specs/crew.yaml': specOf(base, told) });
    const env = { ...told.others, [variable]: secret };
    const recorded = await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '50', '--debug'], env);
    expect(leaks(secret, { ...contentOf(folder), stdout: recorded.stdout, stderr: recorded.stderr })).toEqual([]);
    expect(recorded).toMatchObject({ exitCode });
    const live = await tapwright(folder, ['check', 'specs/crew.yaml', '--live', '--format', 'json'], env);
    expect(leaks(secret, { stdout: live.stdout, stderr: live.stderr })).toEqual([]);
    expect(readdirSync(join(folder, 'specs')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(
      readdirSync(temporary).filter((name) => /^tapwright-[A-Za-z0-9]{6}$/.test(name) && contains(join(temporary, name), secret)),
    ).toEqual([]);
  });
});

test('a token that was fetched is a secret too, and so is what it was fetched with', async () => {
  const [id, secret, token] = [`client-${randomBytes(6).toString('hex')}`, canary(), canary()];
  const base = await echoing(token);
  const folder = sandbox();
  put(folder, { 'specs/crew.yaml': specOf(base, { auth: { type: 'oauth2_client_credentials', access_token_url: `${base}/token` } }) });
  const recorded = await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '50'], {
    CREW_CLIENT_ID: id,
    CREW_CLIENT_SECRET: secret,
  });
  const texts = { ...contentOf(folder), stdout: recorded.stdout, stderr: recorded.stderr };
  expect(recorded).toMatchObject({ exitCode: 0 });
  expect([...leaks(secret, texts), ...leaks(token, texts)]).toEqual([]);
});

test('a build that leaks fails this test, and writes nothing', async () => {
  vi.spyOn(Secrets.prototype, 'redact').mockImplementation((text) => text);
  const secret = canary();
  const folder = sandbox();
  put(folder, { 'specs/crew.yaml': specOf(await echoing(secret), { auth: { type: 'bearer' } }) });
  const first = await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '50'], { CREW_TOKEN: secret });
  expect(first).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('error[fixtures/secret]') as string });
  expect(Object.keys(contentOf(folder))).toEqual(['specs/crew.yaml']);

  vi.spyOn(Secrets.prototype, 'found').mockReturnValue(false);
  await tapwright(folder, ['record', 'specs/crew.yaml', '--records', '50'], { CREW_TOKEN: secret });
  expect(leaks(secret, contentOf(folder)).length).toBeGreaterThan(5);
});

test('replaces a secret in a text in whatever encoding, and leaves other texts as they are', () => {
  const secret = canary();
  const secrets = new Secrets([secret]);
  for (const [name, form] of Object.entries(encodings(secret))) {
    expect.soft(secrets.found(`before ${form} after`), name).toBe(true);
    expect.soft(leaks(secret, { shown: secrets.redact(`before ${form} after`) }), name).toEqual([]);
  }
  const partly = secret.replaceAll('%', '%25').replaceAll('+', '%2B');
  expect(secrets.redact(`x=${partly}`)).not.toContain(partly);
  const other = JSON.stringify({ sha: createHash('sha256').update(secret).digest('hex'), text: 'nothing to see' });
  expect(secrets.redact(other)).toBe(other);
  expect(inspect(secrets, { depth: 9, showHidden: true })).not.toContain(secret);
});

/** Whether a secret stands in a file of a folder, which may be gone by now: other tests make some too. */
function contains(folder: string, secret: string): boolean {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.some((entry) =>
      Object.values(encodings(secret)).some((form) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(form)),
    );
  } catch {
    return false;
  }
}

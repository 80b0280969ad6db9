import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf, sandbox } from '../support/sandbox.js';
import { serve, type Reply } from '../support/loopback.js';
import { buildSpec, runCommand, type Finished } from '../sync/support/built-package.js';
import { asciiCanary, encodings, leaksIn } from './canary.js';
import { thorough } from './runtimes.js';

/** The programs of a package against an API that says its credential back: nothing but records may have it, in no line and in no file. */

const SECRET = asciiCanary();
const SOME = ['raw', 'JSON in JSON', 'percent', 'percent twice', 'hex', 'base64, one later', 'base64 in base64', 'HTML names'];
const FORMS = Object.entries(encodings(SECRET)).flatMap(([name, form]) => (thorough || SOME.includes(name) ? [form] : []));

/** Ways to sign, and the variables that have what they need. */
const SCHEMES: Readonly<Record<string, { readonly auth: object; readonly env: Readonly<Record<string, string>> }>> = {
  'a key in the query': { auth: { type: 'api_key', name: 'api_key', location: 'query' }, env: { CREW_API_KEY: SECRET } },
  ...(thorough && {
    'a key in a header': { auth: { type: 'api_key', name: 'X-Key' }, env: { CREW_API_KEY: SECRET } },
    'a bearer token': { auth: { type: 'bearer' }, env: { CREW_TOKEN: SECRET } },
    'a password': { auth: { type: 'http_basic' }, env: { CREW_USERNAME: 'me', CREW_PASSWORD: SECRET } },
    'a token that is fetched': {
      auth: { type: 'oauth2_client_credentials', access_token_url: 'http://127.0.0.1:{config.port}/token' },
      env: { CREW_CLIENT_ID: 'me', CREW_CLIENT_SECRET: 'it-is-another' },
    },
  }),
};

const specOf = (paginator: object, auth: object): string =>
  JSON.stringify({
    name: 'crew',
    outputs: ['files', 'sqlite', 'singer', 'airbyte'],
    client: { base_url: 'https://api.example.com', auth, retry: { max_retries: 0 } },
    ...('access_token_url' in auth && { config: { port: 'integer' } }),
    resources: [
      { name: 'notes', primary_key: 'id', fields: { id: 'integer' }, endpoint: { data_selector: 'items', paginator } },
      { name: 'other', primary_key: 'id', fields: { id: 'integer' }, endpoint: { data_selector: 'items', paginator: 'single_page' } },
    ],
  });

interface Place {
  readonly paginator: 'links' | 'cursors';
  readonly answer: Reply;
}

const PLACES: Readonly<Record<string, Place>> = {
  'a link': {
    paginator: 'links',
    answer: {
      body: {
        items: [{ id: 1 }],
        next: `/notes?page=2&API_KEY=${encodeURIComponent(SECRET)}&again=${FORMS.map(encodeURIComponent).join('&x=')}`,
      },
    },
  },
  'a cursor': { paginator: 'cursors', answer: { body: { items: [{ id: 1 }], next: `2-${FORMS.join(' ')}` } } },
  'a field of another type': { paginator: 'links', answer: { body: { items: [{ id: FORMS.join(' ') }] } } },
  'a refusal': {
    paginator: 'cursors',
    answer: { status: 403, headers: { 'x-echo': encodings(SECRET)['hex'] ?? '' }, body: { error: FORMS } },
  },
  'a redirect to elsewhere': {
    paginator: 'links',
    answer: { status: 302, headers: { location: `https://elsewhere.example/?${encodeURIComponent(SECRET)}` } },
  },
};

const CATALOG = {
  streams: ['notes', 'other'].map((name) => ({
    stream: { name, json_schema: {} },
    sync_mode: 'full_refresh',
    destination_sync_mode: 'append',
  })),
};

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'sync to a folder': ['sync', '--to', 'out/'],
  'sync to SQLite': ['sync', '--to', 'data.sqlite'],
  'sync as JSON': ['sync', '--to', 'out/', '--json', '--state', 'state.json'],
  read: ['read', 'notes'],
  check: ['check', '--json'],
  'a Singer tap': ['--singer'],
  'an Airbyte source': ['read', '--config', 'config.json', '--catalog', 'catalog.json'],
  'a check of Airbyte': ['check', '--config', 'config.json'],
};

describe.each(Object.entries(SCHEMES))('%s', async (_, { auth, env }) => {
  const bins = {
    links: await buildSpec(specOf({ type: 'json_link', next_url_path: 'next' }, auth)),
    cursors: await buildSpec(specOf({ type: 'cursor', cursor_path: 'next', cursor_param: 'after' }, auth)),
  };
  const cases = Object.keys(PLACES).flatMap((place) => Object.keys(COMMANDS).map((command) => ({ place, command })));

  test.each(cases)('that an API says back in $place stands in nothing that $command leaves', async ({ place, command }) => {
    const { paginator, answer } = PLACES[place] ?? { paginator: 'links', answer: {} };
    const { origin } = await serve(({ url }): Reply => {
      if (url.pathname === '/token') return { body: { access_token: SECRET } };
      if (url.pathname === '/other') return { body: { items: [] } };
      return /page=2|after=2/.test(url.search) ? { status: 500, body: { error: FORMS, asked: url.href } } : answer;
    });
    const { port } = new URL(origin);
    const cwd = sandbox();
    writeFileSync(join(cwd, 'catalog.json'), JSON.stringify(CATALOG));
    writeFileSync(join(cwd, 'config.json'), JSON.stringify({ base_url: origin }));
    const finished = await runCommand(bins[paginator], COMMANDS[command] ?? [], {
      cwd,
      env: { ...env, CREW_BASE_URL: origin, CREW_PORT: port },
    });
    expect(leaks(finished, cwd)).toEqual([]);
    expect(finished.exitCode).not.toBe(70);
    expect(finished.stderr).not.toContain('is not set');
    expect(finished, 'it says something').not.toMatchObject({ stdout: '', stderr: '' });
  });
});

function leaks({ stdout, stderr }: Finished, cwd: string): readonly string[] {
  const texts = { stdout, stderr, ...contentOf(cwd) };
  return Object.entries(texts).flatMap(([name, text]) => leaksIn(text, SECRET).map((leak) => `${name}: ${leak}`));
}

describe('--env', async () => {
  const links = await buildSpec(specOf({ type: 'single_page' }, SCHEMES['a key in the query']?.auth ?? {}));

  test('reads variables as data: what is said about Node.js is not obeyed', async () => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const cwd = sandbox();
    writeFileSync(join(cwd, 'hook.cjs'), "require('node:fs').writeFileSync('ran', '');");
    writeFileSync(
      join(cwd, 'settings'),
      `CREW_API_KEY=from-a-file\nCREW_BASE_URL=${origin}\nNODE_OPTIONS=--require ./hook.cjs\n__proto__=x\n`,
    );
    expect(await runCommand(links, ['check', '--env', 'settings'], { cwd })).toMatchObject({ exitCode: 0 });
    expect(asked[0]?.url.searchParams.get('api_key')).toBe('from-a-file');
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });

  test('that names no file is an error of ours', async () => {
    expect(await runCommand(links, ['check', '--env', 'missing'], { cwd: sandbox() })).toMatchObject({
      exitCode: 2,
      stderr: 'error: --env missing: cannot be read\n',
    });
  });

  test.each([['--env-file=settings'], ['--env-file-if-exists=settings']])('is what %s is called here', async (option) => {
    const cwd = sandbox();
    writeFileSync(join(cwd, 'settings'), '');
    const finished = await runCommand(links, ['check', option], { cwd });
    expect(finished).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('say --env FILE') as string });
  });
});

test('a password of a destination is in no message, also when a driver is missing or a host is not there', async () => {
  const postgres = await buildSpec(
    JSON.stringify({
      ...(JSON.parse(specOf({ type: 'single_page' }, { type: 'api_key', name: 'api_key', location: 'query' })) as object),
      outputs: ['postgres'],
    }),
  );
  const password = asciiCanary();
  for (const to of [
    `postgres://me:${encodeURIComponent(password)}@127.0.0.1:9/db`,
    `postgres://me:${password}@127.0.0.1:9/db`,
    `postgres://127.0.0.1:9/db?user=me&password=${encodeURIComponent(password)}`,
    `ftp://me:${password}@127.0.0.1/`,
  ]) {
    const cwd = sandbox();
    const told = await runCommand(postgres, ['sync'], { cwd, env: { CREW_API_KEY: 'a-key-of-length', CREW_TO: to } });
    expect(leaksIn(told.stderr, password)).toEqual([]);
    expect(told.exitCode).toBeGreaterThan(0);
    const refused = await runCommand(postgres, ['sync', '--to', to], { cwd, env: { CREW_API_KEY: 'a-key-of-length' } });
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('every user of the machine') as string });
    expect(leaksIn(refused.stderr, password)).toEqual([]);
  }
});

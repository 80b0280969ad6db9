import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { RECORDED_OPTIONS, recordedIssues, serve } from './support/recorded-api.js';

const bin = buildPackage('github-issues');
const { token, owner, repo } = RECORDED_OPTIONS;

/** Runs the command with files of these contents: `{ config: {…} }` becomes `--config config.json`. */
async function run(args: readonly string[], files: Readonly<Record<string, unknown>>): Promise<Finished> {
  const cwd = sandbox();
  const flags = Object.entries(files).flatMap(([name, content]) => {
    writeFileSync(join(cwd, `${name}.json`), typeof content === 'string' ? content : JSON.stringify(content));
    return [`--${name}`, `${name}.json`];
  });
  return runCommand(bin, [...args, ...flags], { cwd });
}

const configOf = (baseUrl: string): object => ({ token, owner, repo, page_size: 3, base_url: baseUrl, start_of_the_unknown: 1 });
const config = async (): Promise<object> => configOf((await recordedIssues()).url);

/** An API that fails at its second page. */
async function failing(): Promise<string> {
  const { url } = await recordedIssues();
  const own = await serve((request, response) => {
    if (!(request.url ?? '').startsWith('/repos/'))
      return void response.writeHead(400, { 'content-type': 'application/json' }).end(`{"your_token":"${token}"}`);
    void fetch(url + (request.url ?? '')).then(async (answer) => {
      const link = (answer.headers.get('link') ?? '').replaceAll(url, own);
      response.writeHead(answer.status, { 'content-type': 'application/json', link }).end(await answer.text());
    });
  });
  return own;
}

type Message = Readonly<Record<string, unknown>>;
const of = (messages: readonly Message[], type: string): readonly Message[] => messages.filter((message) => message['type'] === type);

describe('as a Singer tap', () => {
  test('it prints SCHEMA, RECORDs, ACTIVATE_VERSION and STATE, in this order', async () => {
    const finished = await run(['--singer'], { config: await config() });
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
    const messages = messagesIn(finished);
    expect(messages.map((message) => message['type'])).toEqual([
      'SCHEMA',
      ...Array<string>(13).fill('RECORD'),
      'ACTIVATE_VERSION',
      'STATE',
    ]);
    const [schema, record] = messages;
    expect(schema).toMatchObject({
      stream: 'issues',
      key_properties: ['id'],
      schema: { properties: { id: { type: 'integer' }, closed_at: { type: ['string', 'null'], format: 'date-time' } } },
    });
    expect(record).toMatchObject({
      stream: 'issues',
      record: { number: 13 },
      time_extracted: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    });
    expect(new Set(messages.slice(1, -1).map((message) => message['version'])).size).toBe(1);
    expect(messages.at(-1)).toMatchObject({ value: { bookmarks: { issues: { complete: true } } } });
  });

  test('its records have the fields of its schema, and validate', async () => {
    const messages = messagesIn(await run(['--singer'], { config: await config() }));
    const schema = of(messages, 'SCHEMA')[0]?.['schema'] as { readonly properties: object };
    const validate = new Ajv({ allowUnionTypes: true, validateFormats: false }).compile(schema);
    for (const { record } of of(messages, 'RECORD') as readonly { readonly record?: object }[]) {
      expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
      expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(record ?? {})));
    }
  });

  test('takes back the catalog that it discovers', async () => {
    const catalog = JSON.parse((await run(['--singer', '--discover'], {})).stdout) as object;
    expect(catalog).toMatchObject({
      streams: [
        {
          tap_stream_id: 'issues',
          stream: 'issues',
          key_properties: ['id'],
          replication_method: 'FULL_TABLE',
          metadata: expect.arrayContaining([
            {
              breadcrumb: [],
              metadata: expect.objectContaining({ inclusion: 'available', selected: true, 'table-key-properties': ['id'] }),
            },
            { breadcrumb: ['properties', 'id'], metadata: { inclusion: 'automatic' } },
          ]),
        },
      ],
    });
    expect(of(messagesIn(await run(['--singer'], { config: await config(), catalog })), 'RECORD')).toHaveLength(13);
  });

  test('obeys the selection of streams and fields; a key is always there', async () => {
    const catalog = JSON.parse((await run(['--singer', '--discover'], {})).stdout) as {
      readonly streams: readonly { readonly metadata: { breadcrumb: string[]; metadata: Record<string, unknown> }[] }[];
    };
    for (const { breadcrumb, metadata } of catalog.streams[0]?.metadata ?? [])
      metadata['selected'] = breadcrumb.length === 0 || breadcrumb[1] === 'title';
    const messages = messagesIn(await run(['--singer'], { config: await config(), catalog }));
    expect(Object.keys((messages[0]?.['schema'] as { readonly properties: object }).properties)).toEqual(['id', 'title']);
    expect(Object.keys(messages[1]?.['record'] as object).sort()).toEqual(['id', 'title']);
    for (const { metadata } of catalog.streams[0]?.metadata.slice(0, 1) ?? []) metadata['selected'] = false;
    expect(messagesIn(await run(['--singer'], { config: await config(), catalog })).map((message) => message['type'])).toEqual(['STATE']);
  });

  test('tells who it is', async () => {
    expect(JSON.parse((await run(['--singer', '--about', '--format', 'json'], {})).stdout)).toMatchObject({
      name: 'tap-github-issues',
      capabilities: expect.arrayContaining(['catalog', 'discover', 'state', 'about']),
      settings: { required: ['token', 'owner', 'repo'], properties: { token: { type: 'string', secret: true } } },
    });
    expect((await run(['--singer', '--about'], {})).stdout).toContain('tap-github-issues');
  });

  test('goes on from its own state, and refuses another', async () => {
    const state = {
      bookmarks: { issues: { version: 1, mode: 'merge', complete: false, stream_version: 7, state: { v: 1, resource: 'users' } } },
    };
    expect(await run(['--singer'], { config: await config(), state })).toMatchObject({ exitCode: 5 });
    expect(await run(['--singer'], { config: await config(), state: 'not json' })).toMatchObject({ exitCode: 5, stdout: '' });
    const complete = of(messagesIn(await run(['--singer'], { config: await config() })), 'STATE')[0]?.['value'];
    expect(of(messagesIn(await run(['--singer'], { config: await config(), state: complete })), 'STATE')).toHaveLength(0 + 1);
  });

  test('fails with a code when the API does, and says nothing secret', async () => {
    const finished = await run(['--singer'], { config: configOf(await failing()) });
    expect(finished).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('400') });
    expect(finished.stderr + finished.stdout).not.toContain(token);
    expect(await run(['--singer'], { config: { token } })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/owner is not set[\s\S]*repo is not set/),
    });
  });
});

describe('as an Airbyte source', () => {
  const catalogOf = (streams: readonly string[]): object => ({
    streams: streams.map((name) => ({
      stream: { name, json_schema: {}, supported_sync_modes: ['full_refresh'] },
      sync_mode: 'full_refresh',
      destination_sync_mode: 'overwrite',
    })),
  });
  const traces = (messages: readonly Message[]): readonly unknown[] => of(messages, 'TRACE').map((message) => message['trace']);

  test('spec is one message: secrets are marked, nothing is closed', async () => {
    const [message, ...others] = messagesIn(await run(['spec'], {}));
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      type: 'SPEC',
      spec: {
        protocol_version: '0.2.0',
        connectionSpecification: {
          $schema: 'http://json-schema.org/draft-07/schema#',
          type: 'object',
          required: ['token', 'owner', 'repo'],
          additionalProperties: true,
          properties: {
            token: { type: 'string', airbyte_secret: true, order: 0 },
            owner: { type: 'string', order: 1 },
            page_size: { type: 'integer', default: 100 },
          },
        },
      },
    });
    const properties = (
      message as { readonly spec: { readonly connectionSpecification: { readonly properties: Readonly<Record<string, object>> } } }
    ).spec.connectionSpecification.properties;
    for (const [name, property] of Object.entries(properties))
      if (/key|token|password|secret/.test(name)) expect(property).toHaveProperty('airbyte_secret', true);
    new Ajv({ strict: false }).compile(
      (message as { readonly spec: { readonly connectionSpecification: object } }).spec.connectionSpecification,
    );
  });

  test('check says whether the API can be read, with exit code 0 either way', async () => {
    expect(messagesIn(await run(['check'], { config: await config() }))).toEqual([
      { type: 'CONNECTION_STATUS', connectionStatus: { status: 'SUCCEEDED' } },
    ]);
    const incomplete = await run(['check'], { config: { token } });
    expect(incomplete.exitCode).toBe(0);
    expect(messagesIn(incomplete)).toEqual([
      { type: 'CONNECTION_STATUS', connectionStatus: { status: 'FAILED', message: expect.stringContaining('owner') } },
    ]);
    const broken = await run(['check'], { config: 'not json' });
    expect(broken.exitCode).toBe(1);
    expect(traces(messagesIn(broken))).toMatchObject([{ type: 'ERROR', error: { failure_type: 'config_error' } }]);
  });

  test('discover is one catalog that keeps the rules of acceptance', async () => {
    const [message, ...others] = messagesIn(await run(['discover'], { config: await config() }));
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      type: 'CATALOG',
      catalog: {
        streams: [
          {
            name: 'issues',
            supported_sync_modes: ['full_refresh'],
            source_defined_primary_key: [['id']],
            is_resumable: true,
            json_schema: { $schema: 'http://json-schema.org/draft-07/schema#' },
          },
        ],
      },
    });
    expect(JSON.stringify(message)).not.toMatch(/"(\$ref|allOf|not)":|"additionalProperties":false/);
  });

  test('read tells the status of a stream, its records, and a state at its end', async () => {
    const finished = await run(['read'], { config: await config(), catalog: catalogOf(['issues']) });
    expect(finished).toMatchObject({ exitCode: 0, stderr: '' });
    const messages = messagesIn(finished);
    expect(messages.map(({ type }) => type)).toEqual(['TRACE', 'TRACE', ...Array<string>(13).fill('RECORD'), 'STATE', 'TRACE']);
    expect(traces(messages)).toMatchObject(
      ['STARTED', 'RUNNING', 'COMPLETE'].map((status) => ({
        type: 'STREAM_STATUS',
        emitted_at: expect.any(Number),
        stream_status: { stream_descriptor: { name: 'issues' }, status },
      })),
    );
    expect(of(messages, 'RECORD')[0]).toMatchObject({ record: { stream: 'issues', data: { number: 13 }, emitted_at: expect.any(Number) } });
    expect(of(messages, 'STATE')).toMatchObject([
      {
        state: {
          type: 'STREAM',
          stream: { stream_descriptor: { name: 'issues' }, stream_state: { complete: true } },
          sourceStats: { recordCount: 13 },
        },
      },
    ]);
  });

  test('a stream that fails leaves its state and says why; nothing is secret in it', async () => {
    const finished = await run(['read'], { config: configOf(await failing()), catalog: catalogOf(['issues']) });
    const messages = messagesIn(finished);
    expect(finished.exitCode).toBe(1);
    expect(finished.stdout).not.toContain(token);
    expect(messages.slice(-3)).toMatchObject([
      { type: 'STATE', state: { stream: { stream_state: { complete: false } }, sourceStats: { recordCount: 3 } } },
      { type: 'TRACE', trace: { type: 'ERROR', error: { failure_type: 'transient_error', stream_descriptor: { name: 'issues' } } } },
      { type: 'TRACE', trace: { type: 'STREAM_STATUS', stream_status: { status: 'INCOMPLETE' } } },
    ]);
    const state = [(messages.at(-3) as { readonly state: object }).state];
    const { url } = await recordedIssues();
    const moved = JSON.parse(JSON.stringify(state).replace(/http:\/\/127\.0\.0\.1:\d+/g, url)) as object;
    const resumed = messagesIn(await run(['read'], { config: configOf(url), catalog: catalogOf(['issues']), state: moved }));
    expect(of(resumed, 'RECORD')).toHaveLength(10);
  });

  test.each([
    ['a stream that is not there', { catalog: catalogOf(['users']) }],
    ['a catalog without streams', { catalog: {} }],
    ['a state that is no list', { catalog: catalogOf(['issues']), state: {} }],
    ['a state of an old kind', { catalog: catalogOf(['issues']), state: [{ type: 'LEGACY', data: {} }] }],
  ])('%s is a configuration error before any request', async (_, files) => {
    const { url, requests } = await recordedIssues();
    const finished = await run(['read'], { config: configOf(url), ...files });
    expect(finished.exitCode).toBe(1);
    expect(traces(messagesIn(finished))).toMatchObject([
      { type: 'ERROR', error: { failure_type: 'config_error', message: expect.any(String) } },
    ]);
    expect(requests).toEqual([]);
  });

  /** No image is built here: what the lines of the Dockerfile copy is put together by hand, and what they start is started. */
  test('the Dockerfile copies all that the command needs, and starts it', async () => {
    const built = join(bin, '../../..');
    const lines = readFileSync(join(built, 'Dockerfile'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
    const root = sandbox();
    let folder = root;
    const env: Record<string, string> = {};
    let entry: readonly string[] = [];
    for (const [word, rest] of lines) {
      if (word === 'FROM') expect(rest).toMatch(/^node:2\d-slim$/);
      else if (word === 'ENV') env[rest.slice(0, rest.indexOf('='))] = rest.slice(rest.indexOf('=') + 1).replace(/^"|"$/g, '');
      else if (word === 'WORKDIR') mkdirSync((folder = join(root, rest)), { recursive: true });
      else if (word === 'COPY') {
        const names = rest.split(' ');
        const target = join(folder, names.at(-1) ?? '');
        const found = names
          .slice(0, -1)
          .flatMap((name) =>
            readdirSync(built).filter((file) => file === name || (name.endsWith('*') && file.startsWith(name.slice(0, -1)))),
          );
        expect(found.length).toBeGreaterThan(0);
        for (const file of found) cpSync(join(built, file), rest.endsWith('/') ? join(target, file) : target, { recursive: true });
      } else if (word === 'ENTRYPOINT') entry = JSON.parse(rest) as readonly string[];
      else expect(['USER', 'LABEL']).toContain(word);
    }
    expect(env['AIRBYTE_ENTRYPOINT']).toBe(entry.join(' '));
    expect(entry[0]).toBe('node');
    const command = join(root, entry[1] ?? '');
    writeFileSync(join(root, 'config.json'), JSON.stringify(await config()));
    writeFileSync(join(root, 'catalog.json'), JSON.stringify(catalogOf(['issues'])));
    const start = (...args: readonly string[]): Promise<Finished> => runCommand(command, args, { cwd: folder, env });
    expect(of(messagesIn(await start('spec')), 'SPEC')).toHaveLength(1);
    expect(of(messagesIn(await start('discover', '--config', join(root, 'config.json'))), 'CATALOG')).toHaveLength(1);
    const read = await start('read', '--config', join(root, 'config.json'), '--catalog', join(root, 'catalog.json'));
    expect(of(messagesIn(read), 'RECORD')).toHaveLength(13);
  });
});

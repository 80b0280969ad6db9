import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { serve } from './support/recorded-api.js';

const SPEC = `
name: streams
outputs: [singer, airbyte, files]
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: things
    primary_key: id
    endpoint: { path: /things, data_selector: data, paginator: single_page }
    fields:
      id: bigint
      any: json
      either: { type: union, variants: [string, boolean] }
      price: { type: decimal, precision: 12, scale: 2 }
      at: datetime
      mailed: { type: datetime, format: rfc2822 }
      seconds: { type: datetime, format: epoch_s }
      logged: { type: datetime, format: "%Y-%m-%d %H:%M:%S %z" }
      local: { type: datetime, format: "%Y-%m-%d %H:%M:%S" }
      day: { type: date, format: "%d.%m.%Y" }
      owner: { type: object, fields: { name: string, secret: string, at: datetime, n: bigint } }
      lines: { type: array, items: { type: object, fields: { sku: string, secret: string } } }
  - name: others
    endpoint: { path: /others, data_selector: data, paginator: single_page }
    fields: { id: integer }
`;

const THING = {
  id: 9007199254740993n,
  any: { n: 1234567890123456789n, at: '2024-03-10T02:30:00+05:30' },
  either: false,
  price: '12.50',
  at: '2024-03-10T02:30:00.123456789+05:30',
  mailed: 'Sun, 10 Mar 2024 02:30:00 +0530',
  seconds: 1710018000.5,
  logged: '2024-03-10 02:30:00 +0530',
  local: '2024-03-10 02:30:00',
  day: '10.03.2024',
  owner: { name: 'n', secret: 'PRIVATE', at: '2024-03-10T02:30:00+05:30', n: 12345678901234567890n, undeclared: 1 },
  lines: [{ sku: 'a', secret: 'PRIVATE' }],
};

const json = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `#${each}#` : each)).replace(/"#(\d+)#"/g, '$1');

const bin = buildSpec(SPEC);

/** The program of a protocol, with files for its options; resolves with what it said, and what was asked of the API. */
async function run(
  program: 'bin' | 'tap' | 'source',
  args: readonly string[],
  files: Readonly<Record<string, unknown>> = {},
): Promise<Finished & { readonly asked: readonly string[] }> {
  const cwd = sandbox();
  const asked: string[] = [];
  const url = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end(json({ data: request.url === '/things' ? [THING] : [] }));
  });
  const flags = Object.entries({ config: { token: 'a-token', base_url: url }, ...files }).flatMap(([name, content]) => {
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify(content));
    return [`--${name}`, `${name}.json`];
  });
  const path = join(await bin, '..', `${program}.js`);
  return { ...(await runCommand(path, [...args, ...flags], { cwd })), asked };
}

type Schema = { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

describe('tap-streams', () => {
  test('says the types of values, in the words of targets', async () => {
    const [schema] = messagesIn(await run('tap', []));
    expect(Object.keys(schema ?? {})).toContain('key_properties');
    const { properties } = schema?.['schema'] as Schema;
    const all = ['string', 'number', 'boolean', 'object', 'array', 'null'];
    expect(properties).toMatchObject({
      id: { type: 'string' },
      any: { type: all },
      either: { type: all },
      price: { type: ['string', 'null'], format: 'x-singer.decimal', precision: 12, scale: 2 },
      at: { type: ['string', 'null'], format: 'date-time' },
      mailed: { type: ['string', 'null'], format: 'date-time' },
      seconds: { type: ['string', 'null'], format: 'date-time' },
      logged: { type: ['string', 'null'], format: 'date-time' },
      local: { type: ['string', 'null'] },
      day: { type: ['string', 'null'], format: 'date' },
      owner: { properties: { at: { type: ['string', 'null'], format: 'date-time' }, n: { type: ['string', 'null'] } } },
    });
    expect(properties['local']).not.toHaveProperty('format');
  });

  test('sends times in UTC, and every digit', async () => {
    const { stdout } = await run('tap', []);
    const line = stdout.split('\n').find((each) => each.includes('"RECORD"')) ?? '';
    expect(line).toContain('"any":{"n":1234567890123456789,"at":"2024-03-10T02:30:00+05:30"}');
    expect((JSON.parse(line) as { readonly record: object }).record).toMatchObject({
      id: '9007199254740993',
      at: '2024-03-09T21:00:00.123456Z',
      mailed: '2024-03-09T21:00:00.000Z',
      seconds: '2024-03-09T21:00:00.500000Z',
      logged: '2024-03-09T21:00:00Z',
      local: '2024-03-10 02:30:00',
      day: '2024-03-10',
      owner: { name: 'n', at: '2024-03-09T21:00:00Z', n: '12345678901234567890', undeclared: 1 },
    });
  });

  test('leaves out what was deselected, inside others too, of schema and records', async () => {
    const catalog = JSON.parse((await run('tap', ['--discover'])).stdout) as {
      readonly streams: readonly {
        readonly tap_stream_id: string;
        readonly metadata: { breadcrumb: string[]; metadata: Record<string, unknown> }[];
      }[];
    };
    const [things, others] = catalog.streams;
    const paths = things?.metadata.map(({ breadcrumb }) => breadcrumb.join('.')) ?? [];
    expect(paths).toEqual(
      expect.arrayContaining(['properties.owner.properties.secret', 'properties.lines.items.properties.secret', 'properties.any']),
    );
    for (const { breadcrumb, metadata } of things?.metadata ?? []) if (breadcrumb.at(-1) === 'secret') metadata['selected'] = false;
    for (const { breadcrumb, metadata } of things?.metadata ?? []) if (breadcrumb.at(-1) === 'any') metadata['inclusion'] = 'unsupported';
    for (const { breadcrumb, metadata } of others?.metadata ?? []) if (breadcrumb.length === 0) metadata['selected'] = false;
    const finished = await run('tap', [], { catalog });
    expect(finished.stdout).not.toContain('PRIVATE');
    expect(finished.stdout).not.toContain('"secret"');
    expect(finished.stdout).not.toContain('"any"');
    const record = messagesIn(finished).find(({ type }) => type === 'RECORD')?.['record'];
    expect(record).toMatchObject({ owner: { name: 'n', undeclared: 1 }, lines: [{ sku: 'a' }] });
    expect(finished.asked).toEqual(['/things']);
  });

  test('says what it is in the shape of the SDK', async () => {
    const facts = JSON.parse((await run('tap', ['--about', '--format', 'json'])).stdout) as object;
    expect(Object.keys(facts)).toEqual([
      'name',
      'description',
      'version',
      'sdk_version',
      'supported_python_versions',
      'capabilities',
      'settings',
    ]);
    expect(facts).toMatchObject({
      name: 'tap-streams',
      settings: { properties: { token: { type: 'string', secret: true } }, required: ['token'] },
    });
    expect((await run('tap', ['--about'])).stdout).toContain('Name: tap-streams');
    expect((await run('tap', ['--about', '--format', 'markdown'])).stdout).toContain('| token | True |');
  });
});

describe('source-streams', () => {
  const catalog = async (change: (schema: Schema) => object = (schema) => schema): Promise<object> => {
    const { streams } = messagesIn(await run('source', ['discover']))[0]?.['catalog'] as {
      readonly streams: readonly { readonly json_schema: Schema }[];
    };
    return {
      streams: streams.slice(0, 1).map((stream) => ({
        stream: { ...stream, json_schema: change(stream.json_schema) },
        sync_mode: 'full_refresh',
        destination_sync_mode: 'overwrite',
      })),
    };
  };

  test('needs no flag, and has its settings in groups', async () => {
    const [message] = messagesIn(await run('source', ['spec']));
    expect(message?.['spec']).toMatchObject({
      connectionSpecification: {
        groups: [{ id: 'credentials' }, { id: 'options' }],
        properties: { token: { airbyte_secret: true, group: 'credentials' }, base_url: { group: 'options' } },
      },
    });
    expect(messagesIn(await run('source', ['check']))[0]).toMatchObject({ connectionStatus: { status: 'SUCCEEDED' } });
    expect((await run('source', ['read-me'])).stdout).toContain('expected spec, check, discover or read');
  });

  test('leaves out what a configured schema has not, inside others too', async () => {
    const { owner, ...others } = (
      (await catalog()) as { readonly streams: readonly { readonly stream: { readonly json_schema: Schema } }[] }
    ).streams[0]?.stream.json_schema.properties as Schema['properties'];
    const { secret: _, ...kept } = owner?.['properties'] as Record<string, unknown>;
    const narrowed = await catalog((schema) => ({
      ...schema,
      properties: { ...others, owner: { ...owner, properties: kept }, lines: undefined },
    }));
    const finished = await run('source', ['read'], { catalog: narrowed });
    const data = (messagesIn(finished).find(({ type }) => type === 'RECORD')?.['record'] as { readonly data: object }).data;
    expect(data).toMatchObject({ owner: { name: 'n' }, at: '2024-03-09T21:00:00.123456Z' });
    expect(data).not.toHaveProperty('lines');
    expect(finished.stdout).not.toContain('PRIVATE');
  });
});

describe('an API that gives a new refresh token with each access token', () => {
  const ROTATING = `
name: rotating
outputs: [files, singer, airbyte]
client:
  base_url: https://api.example.com
  auth: { type: oauth2_refresh_token, access_token_url: "https://api.example.com/token" }
resources:
  - name: things
    endpoint: { path: /things, data_selector: data, paginator: single_page }
    fields: { id: integer }
`;

  /** It knows the last token only. */
  async function api(): Promise<{ readonly url: string; readonly used: string[] }> {
    let current = 'first';
    const used: string[] = [];
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        if (request.url !== '/token') return void response.end('{"data":[{"id":1}]}');
        const token = new URLSearchParams(body).get('refresh_token') ?? '';
        used.push(token);
        if (token !== current) return void response.writeHead(400).end('{"error":"invalid_grant"}');
        current = `next-${used.length}`;
        response.end(JSON.stringify({ access_token: 'access', expires_in: 60, token_type: 'Bearer', refresh_token: current }));
      });
    });
    return { url, used };
  }

  const packageFor = (url: string): Promise<string> =>
    buildSpec(ROTATING.replace('https://api.example.com/token', `${url}/token`).replace('https://api.example.com', url));
  const settings = { ROTATING_CLIENT_ID: 'me', ROTATING_CLIENT_SECRET: 'a-secret', ROTATING_REFRESH_TOKEN: 'first' };

  test('keeps it in a file that only its user can read; the next run goes on with it', async () => {
    const { url, used } = await api();
    const command = await packageFor(url);
    const options = { cwd: sandbox(), env: settings };
    expect(await runCommand(command, ['sync', '--to', 'out/'], options)).toMatchObject({ exitCode: 0 });
    const file = join(options.cwd, '.rotating.tokens.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('first');
    expect(await runCommand(command, ['sync', '--to', 'out/'], options)).toMatchObject({ exitCode: 0 });
    expect(await runCommand(join(command, '../tap.js'), [], options)).toMatchObject({ exitCode: 0 });
    expect(used).toEqual(['first', 'next-1', 'next-2']);
  });

  test('takes a setting that was changed since for the newer one', async () => {
    const { url, used } = await api();
    const command = await packageFor(url);
    const options = { cwd: sandbox(), env: settings };
    expect(await runCommand(command, ['check'], options)).toMatchObject({ exitCode: 0 });
    const again = { ...options, env: { ...settings, ROTATING_REFRESH_TOKEN: 'mine', ROTATING_TOKEN_FILE: '.rotating.tokens.json' } };
    expect(await runCommand(command, ['check'], again)).toMatchObject({ exitCode: 4 });
    expect(used).toEqual(['first', 'mine']);
  });

  test('hands it to Airbyte in a CONTROL message with the whole configuration', async () => {
    const { url } = await api();
    const command = await packageFor(url);
    const cwd = sandbox();
    const config = { client_id: 'me', client_secret: 'a-secret', refresh_token: 'first', more: [1] };
    writeFileSync(join(cwd, 'config.json'), JSON.stringify(config));
    const messages = messagesIn(await runCommand(join(command, '../source.js'), ['check', '--config', 'config.json'], { cwd }));
    expect(messages).toMatchObject([
      { type: 'CONTROL', control: { type: 'CONNECTOR_CONFIG', connectorConfig: { config: { ...config, refresh_token: 'next-1' } } } },
      { type: 'CONNECTION_STATUS', connectionStatus: { status: 'SUCCEEDED' } },
    ]);
    expect(existsSync(join(cwd, '.rotating.tokens.json'))).toBe(false);
    const [spec] = messagesIn(await runCommand(join(command, '../source.js'), ['spec'], { cwd }));
    expect(JSON.stringify(spec)).not.toContain('token_file');
  });
});

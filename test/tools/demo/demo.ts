import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { sampleOf } from '../../../generator/auth/contract.js';
import { sampleConfig } from '../../../generator/recordings/sample-config.js';
import { parseFixture, type Fixture } from '../../../generator/recordings/format.js';
import { schemeOf } from '../../../generator/model/auth.js';
import { buildModel } from '../../../generator/model/build.js';
import type { ConnectorModel } from '../../../generator/model/connector-model.js';
import { nameOf } from '../../../generator/names.js';
import { load } from '../../../generator/spec/load.js';
import { validate } from '../../../generator/spec/validate.js';
import { serve } from './serve.js';
import { livePrinter, type Row, type Screen } from './table.js';

/** Real waits would take ten seconds; these show that there are some. */
const SHORTEN = 12;

const LATENCY_MS = 60;

/**
 * Serves the recordings of a committed package on loopback and reads them through the package, with a 503 and a 429 in
 * the way, printing what happens as it happens. Returns the exit code.
 */
export async function runDemo(name: string, root: string, screen: Screen): Promise<number> {
  const folder = join(root, 'generated', name);
  if (!/^[\w-]+$/.test(name) || !existsSync(join(folder, 'fixtures'))) {
    screen.write(`there is no generated/${name}; try: npm run demo -- analytics\n`);
    return 2;
  }
  const started = performance.now();
  const model = modelOf(name, root);
  const fixtures = model.resources.map(({ name: { raw, kebab } }) => fixtureOf(join(folder, 'fixtures', `${kebab}.json`), raw));
  const [auth] = model.auth;
  const scheme = auth === undefined ? undefined : { ...schemeOf(auth.type).replay(auth), options: schemeOf(auth.type).options(auth) };
  const credentials = Object.fromEntries((scheme?.options ?? []).map((option) => [nameOf(option.name).camel, sampleOf(option)]));
  const Client = await importClient(folder, `${model.name.pascal}Client`);
  const server = await serve(fixtures, { signatures: Object.keys(scheme?.query ?? {}), apiUrl: model.baseUrl, latency: LATENCY_MS });

  const rows = model.resources.map(({ name: { raw } }): Row => ({
    resource: raw,
    records: 0,
    pages: 0,
    requests: 0,
    retries: 0,
    trail: '',
    news: '',
    done: false,
  }));
  const printer = livePrinter(rows, screen);
  screen.write(`${model.packageName}, read from ${server.baseUrl('…')}\n${originOf(fixtures)}\n\n`);

  async function read(row: Row, index: number): Promise<void> {
    const tell = (news: string): void => {
      row.news = news;
      printer.update(row);
    };
    const client = Client({
      ...credentials,
      ...configOf(model, fixtures[index]),
      baseUrl: server.baseUrl(row.resource),
      fetch: async (url: URL, init: RequestInit) => {
        if (url.href === scheme?.token?.url) return Response.json({ access_token: 'test-token' });
        row.requests++;
        const response = await fetch(url, init);
        if (!response.ok) tell(`page ${row.pages + 1} is answered with ${response.status}`);
        return response;
      },
      sleep: async (ms: number) => {
        row.retries++;
        row.trail += '↻';
        tell(`waits ${(ms / 1000).toFixed(1)} s, and asks again`);
        await delay(ms / SHORTEN);
      },
    });
    const resource = client[model.resources[index]?.name.camel ?? ''];
    if (resource === undefined) throw new Error(`the client does not read ${row.resource}`);
    for await (const page of resource.pages()) {
      const { length } = page.records;
      row.records += length;
      row.pages++;
      row.trail += '▪';
      row.done = page.state.next === null;
      tell(`page ${row.pages}: ${length === 0 ? 'empty' : `${length} record${length === 1 ? '' : 's'}`}${row.done ? ', the end' : ''}`);
    }
  }

  await Promise.all(rows.map(read)).finally(() => server.close());
  printer.end();
  screen.write(
    `\n${summary(rows)} in ${((performance.now() - started) / 1000).toFixed(1)} s; waits were ${SHORTEN} times shorter than told\n`,
  );
  return 0;
}

function summary(rows: readonly Row[]): string {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return `${sum((row) => row.records)} records by ${sum((row) => row.requests)} requests, ${sum((row) => row.retries)} of them retries,`;
}

function originOf(fixtures: readonly Fixture[]): string {
  const made = fixtures.filter(({ synthesised }) => synthesised === true).length;
  if (made === fixtures.length) return 'what it answers was made up from the spec';
  return made === 0
    ? 'what it answers was recorded from the real API'
    : 'some of what it answers was recorded, the rest made up from the spec';
}

function modelOf(name: string, root: string): ConnectorModel {
  const path = `specs/${name}.yaml`;
  const loaded = load(path, readFileSync(join(root, path)));
  if (!loaded.ok) throw new Error(`${path} is not a spec`);
  const { document, reading } = validate(loaded.source);
  const model = document === undefined ? undefined : buildModel(document, path, reading);
  if (model === undefined) throw new Error(`${path} is not a spec`);
  return model;
}

function fixtureOf(path: string, resource: string): Fixture {
  const parsed = parseFixture(readFileSync(path, 'utf8'), path, resource);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  return parsed.fixture;
}

function configOf({ config }: ConnectorModel, fixture: Fixture | undefined): Readonly<Record<string, unknown>> {
  const made = sampleConfig(config);
  return Object.fromEntries(config.map(({ name }) => [name.camel, fixture?.config?.[name.raw] ?? made[name.raw]]));
}

type DemoClient = Readonly<
  Record<string, { pages(): AsyncIterable<{ readonly records: readonly unknown[]; readonly state: { readonly next: unknown } }> }>
>;

/** The client of a package, made from its sources. */
async function importClient(folder: string, name: string): Promise<(options: object) => DemoClient> {
  const temporary = await mkdtemp(join(tmpdir(), 'tapwright-demo-'));
  try {
    const outfile = join(temporary, 'package.mjs');
    await build({ entryPoints: [join(folder, 'src/index.ts')], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
    const exported: Record<string, new (options: object) => DemoClient> = await import(pathToFileURL(outfile).href);
    const Client = exported[name];
    if (Client === undefined) throw new Error(`the package has no ${name}`);
    return (options) => new Client(options);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { listAt, member, textAt, textsAt } from '../../../../generator/import/values.js';
import type { JsonValue } from '../../../../generator/shape.js';
import { readPackage } from '../package.js';
import { pythonWith, tapwright } from '../programs.js';
import type { Row } from '../table.js';
import { startApi, type Api } from './api.js';
import { compared, type Compared } from './compare.js';
import { configOf, optionsOf } from './config.js';
import { servedOf } from './streams.js';
import { startEngine, type Engine } from './worker.js';

const VERSION = '7.39.1';

/** Manifests that the engine reads with a configuration that is made up; any other of the folder is read where it is named: `-- cdk recurly`. */
const MANIFESTS: ReadonlySet<string> = new Set([
  'aircall',
  'awin-advertiser',
  'bamboo-hr',
  'boldsign',
  'campaign-monitor',
  'campayn',
  'care-quality-commission',
  'circleci',
  'dbt',
  'drip',
  'easypost',
  'easypromos',
  'fleetio',
  'gitbook',
  'gorgias',
  'jobnimbus',
  'judge-me-reviews',
  'k6-cloud',
  'keka',
  'lemlist',
  'mailerlite',
  'perigon',
  'sage-hr',
  'scryfall',
  'shippo',
  'sonar-cloud',
  'strava',
  'timely',
  'tremendous',
  'vercel',
]);

/** Differences that somebody has looked into, by manifest and stream. */
const KNOWN: Readonly<Record<string, string>> = {
  'campaign-monitor/client_details': 'its key is made of a member that its own schema lacks: an empty text at the engine, an error here',
};

/** Reads the streams of each manifest with Airbyte's engine, and with the package that is made of it, from one API; compares records and requests. */
export async function runCdk(only: string | undefined): Promise<readonly Row[]> {
  const from = process.env['TAPWRIGHT_MANIFESTS'];
  if (from === undefined) throw new Error('this needs manifests: TAPWRIGHT_MANIFESTS=FOLDER');
  const programs = pythonWith(`airbyte-cdk-${VERSION}`, [`airbyte-cdk==${VERSION}`]);
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-cdk-'));
  mkdirSync(join(folder, 'specs'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'));
  const api = await startApi();
  const engine = startEngine(programs, folder, api.server);
  const all: Compared[] = [];
  try {
    for (const file of readdirSync(from).sort()) {
      const name = basename(file).replace(/\.ya?ml$/, '');
      if (only === undefined ? !MANIFESTS.has(name) : !only.split(',').some((each) => name.includes(each))) continue;
      const streams = await compareManifest(resolve(from, file), name, folder, api, engine);
      all.push(...streams);
      for (const each of streams)
        process.stdout.write(
          `  ${name}: ${each.stream}: ${each.verdict}${each.reasons.length === 0 ? '' : `: ${each.reasons.join('; ').slice(0, 400)}`}\n`,
        );
    }
  } finally {
    engine.stop();
    api.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const ran = all.filter(({ verdict }) => verdict === 'same' || verdict === 'named' || verdict === 'differs');
  const share = (of: number): number => of / Math.max(1, ran.length);
  const same = ran.filter(({ verdict }) => verdict === 'same').length;
  const named = ran.filter(({ verdict }) => verdict === 'named').length;
  return [
    { what: `airbyte-cdk ${VERSION}: manifests read by both`, measured: String(new Set(ran.map(({ manifest }) => manifest)).size) },
    {
      what: `airbyte-cdk ${VERSION}: streams with the same records and requests`,
      measured: `${same} of ${ran.length}`,
      share: share(same),
    },
    {
      what: `airbyte-cdk ${VERSION}: or with differences that have a name`,
      measured: `${same + named} of ${ran.length}`,
      share: share(same + named),
      aim: 1,
    },
    { what: `airbyte-cdk ${VERSION}: streams that are not read by both`, measured: `${all.length - ran.length} of ${all.length}` },
  ];
}

interface Said {
  readonly manifest?: JsonValue;
  readonly schemas?: Readonly<Record<string, JsonValue>>;
  readonly error?: string | null;
}

async function compareManifest(file: string, manifest: string, folder: string, api: Api, engine: Engine): Promise<readonly Compared[]> {
  const none = (stream: string, reason: string): Compared => ({ manifest, stream, verdict: 'not read', reasons: [reason] });
  const value = parse(readFileSync(file, 'utf8'), { merge: true, maxAliasCount: -1 }) as JsonValue;
  const spec = member(value, 'spec');
  const urls = [...readFileSync(file, 'utf8').matchAll(/url(?:_base)?: *["']?\{\{ *config(?:\[['"]|\.)(\w+)(?:['"]\])? *\}\}/g)].map(
    ([, each = '']) => each,
  );
  const config = configOf(member(spec, 'connection_specification') ?? member(spec, 'connectionSpecification'), '', urls);
  const said = (await engine.ask({ manifest: file, config }, 60)) as Said | undefined;
  if (said?.manifest === undefined) return [none('', `the engine does not take it: ${said?.error ?? 'no answer'}`)];
  const { served, without } = servedOf(said.manifest, config, said.schemas ?? {});
  api.serve(served);
  const report = join(folder, `${manifest}.json`);
  rmSync(report, { force: true });
  const made = await tapwright(['import', file, '--from', 'airbyte', '--name', manifest, '--report', report], folder);
  if (made.status !== 0) return [none('', `import: ${made.stderr.split('\n')[0] ?? ''}`)];
  const told = listAt(JSON.parse(readFileSync(report, 'utf8')) as JsonValue, 'streams');
  const generated = await tapwright(['generate', `specs/${manifest}.yaml`], folder);
  if (generated.status !== 0) return [none('', `generate: ${generated.stderr.slice(0, 200)}`)];
  const streams: Compared[] = [];
  for (const each of told) {
    const stream = textAt(each, 'stream') ?? '';
    const resource = textAt(each, 'resource') ?? '';
    if (!listAt(said.manifest, 'streams').some((one) => textAt(one, 'name') === stream)) continue;
    const reason = without.get(stream) ?? (textAt(each, 'status') === 'imported' ? undefined : `import: ${textAt(each, 'status') ?? ''}`);
    if (reason !== undefined) {
      streams.push(none(stream, reason));
      continue;
    }
    api.reading(stream);
    api.asked();
    const theirs = (await engine.ask({ manifest: file, config, stream }, 60)) as { rows: JsonValue[]; error: string | null } | undefined;
    const theirRequests = api.asked();
    if (theirs === undefined || theirs.error !== null) {
      streams.push(none(stream, `the engine: ${theirs?.error ?? 'no end within a minute'}`));
      continue;
    }
    const ours = await readPackage(join(folder, 'generated', manifest), [resource], {
      ...optionsOf(config),
      ...served.find(({ name }) => name === stream)?.basic,
      ...transportTo(api.server),
    });
    const one = compared({
      manifest,
      stream,
      theirs: theirs.rows,
      theirRequests,
      ours: (ours.rows[resource] ?? []) as JsonValue[],
      ourRequests: api.asked(),
      error: ours.errors[resource],
      served: served.find(({ name }) => name === stream),
      told: textsAt(each, 'differs').concat(textsAt(each, 'reasons')),
    });
    const known = KNOWN[`${manifest}/${stream}`];
    streams.push(known !== undefined && one.verdict === 'differs' ? { ...one, verdict: 'named', reasons: [known] } : one);
  }
  return streams;
}

/** What makes a client ask the server here, with the URL that was meant. */
function transportTo(server: string): object {
  return {
    sleep: () => Promise.resolve(),
    fetch: (url: string | URL, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('X-Meant', String(url));
      return fetch(server, { ...init, headers });
    },
  };
}

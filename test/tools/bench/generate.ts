import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openApiOf, specOf } from './inputs.js';
import { type Cost, measure, measureMemory } from './processes.js';
import { type Aim, type Cell, judge, type Result } from './result.js';
import { fresh, installed, newerNode, versionOf } from './scratch.js';
import { summarise, takeTurns } from './stats.js';

/** As they are today: the first two need Node.js 22. */
const PEERS = { '@hey-api/openapi-ts': '0.99.0', orval: '8.38.0', 'openapi-typescript': '7.13.0' };
const MANY = 20;
const MANY_ROUNDS = 3;
const SIZES = [
  { count: 5, rounds: 7 },
  { count: 50, rounds: 3 },
  { count: 500, rounds: 2 },
];

/** Whole cold processes that make a client of an API. Ours is formatted and compiled, and has tests; theirs are as they come. */
export async function benchGenerate(): Promise<Result> {
  const peers = installed('generate', [...Object.entries(PEERS).map(([name, version]) => `${name}@${version}`), 'typescript@5.9']);
  const newer = newerNode();
  if (newer === undefined) throw new Error('needs Node.js 24 from npm for this machine');
  const rows: Record<string, Cell>[] = [];
  const medians = new Map<string, Figures>();
  for (const { count, rounds } of SIZES) {
    const commands = commandsFor(count, peers, newer.node);
    if (rounds > 1) for (const run of Object.values(commands)) await measure(run(), peers); // the files are in the system's cache from here on
    const turns = await takeTurns<string, Cost>(
      mapValues(commands, (run) => () => measure(run(), peers)),
      rounds,
    );
    const memory = await takeTurns<string, number>(
      mapValues(commands, (run) => () => measureMemory(run(), peers)),
      Math.min(rounds, 3),
    );
    for (const [name, costs] of turns) {
      const wall = summarise(costs.map((cost) => cost.wall));
      const cpu = summarise(costs.map((cost) => cost.cpu));
      const peak = summarise(memory.get(name) ?? []);
      medians.set(`${name} ${count}`, { wall: wall.median, cpu: cpu.median, memory: peak.median });
      rows.push({ tool: name, resources: count, 'time, ms': wall, 'processor, ms': cpu, 'memory, MiB': peak });
    }
  }
  return {
    name: 'generate',
    title: 'Generating a connector, cold: the whole process, with all processes that it starts',
    rows: [...rows, ...(await benchMany())],
    aims: judgeAll(medians),
    versions: { node: newer.version, ...Object.fromEntries(Object.keys(PEERS).map((name) => [name, versionOf(peers, name)])) },
    notes: [
      'tapwright formats its files, compiles them before it writes, and emits a decoder, JSON Schemas, recordings and tests; the others write types, and clients without page loops.',
    ],
  };
}

function commandsFor(count: number, peers: string, node: string): Readonly<Record<string, () => readonly string[]>> {
  const folder = fresh(`generate/${count}`);
  const spec = join(folder, 'bench.yaml');
  const openApi = join(folder, 'openapi.json');
  writeFileSync(spec, specOf(count));
  writeFileSync(openApi, JSON.stringify(openApiOf(count)));
  const bin = (name: string, file: string): string => join(peers, 'node_modules', name, file);
  const out = (name: string): string => {
    const place = join(folder, name);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    return place;
  };
  return {
    tapwright: () => [node, resolve('dist/bin.js'), 'generate', spec, '--out', join(out('ours'), 'generated')],
    'hey-api': () => [node, bin('@hey-api/openapi-ts', 'bin/run.js'), '-i', openApi, '-o', out('hey-api'), '-s', '--no-log-file'],
    orval: () => [
      node,
      bin('orval', 'dist/bin/orval.mjs'),
      '--input',
      openApi,
      '--output',
      join(out('orval'), 'api.ts'),
      '--client',
      'fetch',
    ],
    'openapi-typescript': () => [node, bin('openapi-typescript', 'bin/cli.js'), openApi, '-o', join(out('types'), 'api.d.ts')],
  };
}

function judgeAll(medians: ReadonlyMap<string, Figures>): readonly Aim[] {
  const of = (name: string): Figures => medians.get(name) ?? { wall: NaN, cpu: NaN, memory: NaN };
  const [ours, theirs] = [of('tapwright 5'), of('hey-api 5')];
  const growth = (of('tapwright 500').cpu - ours.cpu) / 495 / ((of('tapwright 50').cpu - ours.cpu) / 45);
  const [largest, theirLargest] = [of('tapwright 500'), of('hey-api 500')];
  const at = (most: number, what: string, ratio: number, why: string): Aim =>
    judge({ what, aim: `at most ${most.toFixed(2)}`, found: ratio.toFixed(2), met: ratio <= most }, why);
  return [
    at(0.4, "5 resources, against hey-api's time", ours.wall / theirs.wall, OF_FEW),
    at(0.4, "5 resources, against hey-api's time on the processor", ours.cpu / theirs.cpu, OF_FEW),
    at(0.7, "500 resources, against hey-api's time", largest.wall / theirLargest.wall, OF_MANY),
    at(0.7, "500 resources, against hey-api's time on the processor", largest.cpu / theirLargest.cpu, OF_MANY),
    at(0.8, '500 resources, memory of all processes against that of hey-api', largest.memory / theirLargest.memory, OF_MEMORY),
    judge(
      { what: 'cost of one more resource, at 500 against at 50', aim: 'about 1 (linear)', found: growth.toFixed(2), met: growth <= 1.3 },
      'Something in a run grows faster than the spec.',
    ),
  ];
}

const OF_FEW =
  "Theirs make types and calls. Of ours, by a profile, a third of the processor's time is Node.js and loading the program, a sixth compiling the package, a tenth each laying it out and writing its 64 files so that a power cut loses nothing; the rest is reading the spec and making decoders, recordings and tests.";
const OF_MANY =
  'Theirs make types and calls. Of ours, compiling 1,582 files with the native compiler alone takes 1.9 s of the processor, more than the aim; making, flushing and renaming 3,034 files takes as much, layout a tenth of the whole; reading the spec, making the files and collecting garbage the rest.';
const OF_MEMORY = "Half of it is the compiler's, which has 1,582 files at once: more than the aim by itself.";

interface Figures {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Many specs at once, and again when nothing has changed. */
async function benchMany(): Promise<readonly Record<string, Cell>[]> {
  const folder = fresh('generate/many');
  mkdirSync(join(folder, 'specs'));
  mkdirSync(join(folder, 'node_modules')); // what a run remembers is in there
  for (let index = 1; index <= MANY; index++) {
    const name = `bench-${String(index).padStart(2, '0')}`;
    writeFileSync(join(folder, `specs/${name}.yaml`), specOf(5, { name }));
  }
  const forget = (...paths: readonly string[]): void =>
    paths.forEach((path) => rmSync(join(folder, path), { recursive: true, force: true }));
  const run = (...argv: readonly string[]): Promise<Cost> => measure(['node', resolve('dist/bin.js'), 'generate', ...argv], folder);
  const turns = await takeTurns(
    {
      [`tapwright, ${MANY} specs`]: () => (forget('generated', 'node_modules/.cache'), run()),
      [`tapwright, ${MANY} specs, --check, for the first time`]: () => (forget('node_modules/.cache'), run('--check')),
      [`tapwright, ${MANY} specs, nothing changed`]: () => run(),
      [`tapwright, ${MANY} specs, nothing changed, --check`]: () => run('--check'),
      'tapwright, 1 spec, nothing changed': () => run('specs/bench-01.yaml'),
    },
    MANY_ROUNDS,
  );
  return [...turns].map(([name, costs]) => ({
    tool: name,
    resources: name.includes('1 spec,') ? 5 : `${MANY} × 5`,
    'time, ms': summarise(costs.map((cost) => cost.wall)),
    'processor, ms': summarise(costs.map((cost) => cost.cpu)),
    'memory, MiB': '',
  }));
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

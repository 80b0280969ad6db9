import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openApiOf, specOf } from './inputs.js';
import { type Cost, measure, measureMemory } from './processes.js';
import type { Aim, Cell, Result } from './result.js';
import { fresh, installed, versionOf } from './scratch.js';
import { summarise, takeTurns } from './stats.js';

const PEERS = ['@hey-api/openapi-ts', 'orval', 'openapi-typescript'];
const SIZES = [
  { count: 5, rounds: 5 },
  { count: 50, rounds: 3 },
  { count: 500, rounds: 2 },
];

/** Whole cold processes that make a client of an API. Ours is formatted and compiled, and has tests; theirs are as they come. */
export async function benchGenerate(): Promise<Result> {
  const peers = installed('generate', [...PEERS, 'typescript@5.9']);
  const rows: Record<string, Cell>[] = [];
  const medians = new Map<string, { wall: number; cpu: number; memory: number }>();
  for (const { count, rounds } of SIZES) {
    const commands = commandsFor(count, peers);
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
    rows,
    aims: judge(medians),
    versions: Object.fromEntries(PEERS.map((name) => [name, versionOf(peers, name)])),
    notes: [
      'tapwright formats its files, compiles them before it writes, and emits a decoder, JSON Schemas, recordings and tests; the others write types, and clients without page loops.',
    ],
  };
}

function commandsFor(count: number, peers: string): Readonly<Record<string, () => readonly string[]>> {
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
    tapwright: () => ['node', resolve('dist/bin.js'), 'generate', spec, '--out', join(out('ours'), 'generated')],
    'hey-api': () => ['node', bin('@hey-api/openapi-ts', 'bin/run.js'), '-i', openApi, '-o', out('hey-api'), '-s', '--no-log-file'],
    orval: () => [
      'node',
      bin('orval', 'dist/bin/orval.js'),
      '--input',
      openApi,
      '--output',
      join(out('orval'), 'api.ts'),
      '--client',
      'fetch',
    ],
    'openapi-typescript': () => ['node', bin('openapi-typescript', 'bin/cli.js'), openApi, '-o', join(out('types'), 'api.d.ts')],
  };
}

const STARTING =
  'Most of what is left is the start of Node and loading yaml, handlebars, json-schema-to-typescript and oxfmt: 350 modules.';

function judge(medians: ReadonlyMap<string, { wall: number; cpu: number; memory: number }>): readonly Aim[] {
  const of = (name: string) => medians.get(name) ?? { wall: NaN, cpu: NaN, memory: NaN };
  const [ours, theirs] = [of('tapwright 5'), of('hey-api 5')];
  const ratio = ours.wall / theirs.wall;
  const growth = (of('tapwright 500').cpu - ours.cpu) / 495 / ((of('tapwright 50').cpu - ours.cpu) / 45);
  return [
    {
      what: "5 resources, against hey-api's time",
      aim: 'at most 0.50',
      found: ratio.toFixed(2),
      met: ratio <= 0.5,
      ...(ratio <= 0.5 ? {} : { why: STARTING }),
    },
    {
      what: "5 resources, against hey-api's time on the processor",
      aim: 'at most 0.50',
      found: (ours.cpu / theirs.cpu).toFixed(2),
      met: ours.cpu / theirs.cpu <= 0.5,
      ...(ours.cpu / theirs.cpu <= 0.5 ? {} : { why: STARTING }),
    },
    {
      what: '5 resources, memory of all processes',
      aim: 'at most 145 MiB',
      found: `${ours.memory.toFixed(0)} MiB`,
      met: ours.memory <= 145,
      ...(ours.memory <= 145
        ? {}
        : { why: 'Of it, 35 MiB are of the compiler, which runs beside; oxfmt and json-schema-to-typescript take most of the rest.' }),
    },
    {
      what: 'cost of one more resource, at 500 against at 50',
      aim: 'about 1 (linear)',
      found: growth.toFixed(2),
      met: growth <= 1.3,
    },
  ];
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

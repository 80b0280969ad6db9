import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundledConnector } from './connector.js';
import { recordOf } from './inputs.js';
import { type Aim, type Cell, judge, type Result } from './result.js';
import { fresh, SCRATCH } from './scratch.js';
import { type Measured, MOST_ROUNDS, summarise, takeTurns } from './stats.js';

export const DLT = '1.31.0';
const PAGES = 500;
const PYTHON_PAGES = 50;
const ROUNDS = 5;
const MEMORY_PAGES = 100_000;
/** Seconds after which the reading of so many pages ends, on a machine that is slow or busy. */
const MEMORY_LIMIT = Number.isFinite(MOST_ROUNDS) ? 10 : 240;
/** The heap is looked at after so many pages, again and again. */
const LOOK_AFTER = 1000;
const FETCH_LOOP = 'fetch + JSON.parse';
const HTTP_LOOP = 'node:http + JSON.parse';
const THROUGH_FETCH = 'tapwright, through fetch';
const readers = (name: string): string => resolve('test/tools/bench/readers', name);
const run = promisify(execFile);

interface Reading {
  readonly records: number;
  readonly pages?: number;
  readonly ms: number;
  /** Milliseconds of the processor. */
  readonly cpu: number;
  readonly heap?: readonly number[];
}

/** Records per second over loopback, each reader in a process of its own, the server in another. */
export async function benchRead(): Promise<Result> {
  const connector = await bundledConnector();
  const python = findPython();
  const server = await serve({ size: 100, pages: PAGES });
  const short = await serve({ size: 100, pages: PYTHON_PAGES });
  const turns = await takeTurns<string, Reading>(
    {
      [FETCH_LOOP]: () => read(['node', readers('floor.mjs'), server.url]),
      [HTTP_LOOP]: () => read(['node', readers('floor-http.mjs'), server.url]),
      tapwright: () => read(['node', readers('ours.mjs'), server.url, connector]),
      [THROUGH_FETCH]: () => read(['node', readers('ours.mjs'), server.url, connector, 'fetch']),
      ...(python.dlt === undefined ? {} : { 'dlt rest_api': () => read([python.dlt ?? '', readers('dlt_reader.py'), short.url]) }),
      ...(python.singer === undefined
        ? {}
        : { 'Singer SDK': () => read([python.singer ?? '', readers('singer_tap.py'), short.url, JSON.stringify(SINGER_FIELDS)]) }),
    },
    ROUNDS,
  );
  server.stop();
  short.stop();
  const speeds = new Map([...turns].map(([name, readings]) => [name, summarise(readings.map(({ records, ms }) => (records / ms) * 1000))]));
  const efforts = new Map(
    [...turns].map(([name, readings]) => [name, summarise(readings.map(({ records, cpu }) => (records / cpu) * 1000))]),
  );
  const { rows: memoryRow, aim } = await benchMemory(connector);
  const rows: Record<string, Cell>[] = [...speeds].map(([name, speed]) => ({
    reader: name,
    'records/s': speed,
    'records per second of the processor': efforts.get(name) ?? '',
    'heap, MiB': '',
  }));
  return {
    name: 'read',
    title: `Reading ${PAGES} pages of 100 records with 20 fields over loopback (Python: ${PYTHON_PAGES} pages)`,
    rows: [...rows, memoryRow],
    aims: [...aimsOf(speeds, ''), ...aimsOf(efforts, ', by time of the processor'), aim],
    versions: python.versions,
    notes: python.missing,
  };
}

/** What stays on the heap while many small pages are read. */
async function benchMemory(connector: string): Promise<{ rows: Record<string, Cell>; aim: Aim }> {
  const server = await serve({ size: 2, pages: MEMORY_PAGES });
  const {
    heap = [],
    records,
    pages = 0,
    ms,
    cpu,
  } = await read(['node', '--expose-gc', readers('ours.mjs'), server.url, connector, String(LOOK_AFTER), String(MEMORY_LIMIT)]);
  server.stop();
  const first = Math.floor(heap.length / 10); // before, not everything is loaded and compiled
  const growth = (heap.at(-1) ?? NaN) - (heap[first] ?? NaN);
  const count = Math.min(pages, MEMORY_PAGES).toLocaleString('en');
  return {
    rows: {
      reader: `tapwright, ${count} pages of 2`,
      'records/s': (records / ms) * 1000,
      'records per second of the processor': (records / cpu) * 1000,
      'heap, MiB': summarise(heap),
    },
    aim: judge(
      {
        what: `heap after ${count} pages, against after ${((first + 1) * LOOK_AFTER).toLocaleString('en')}`,
        aim: `flat over ${MEMORY_PAGES.toLocaleString('en')} pages (less than 1 MiB more)`,
        found: `${growth >= 0 ? '+' : ''}${growth.toFixed(2)} MiB`,
        met: growth < 1 && pages >= MEMORY_PAGES,
      },
      pages >= MEMORY_PAGES ? 'Something stays with every page.' : `In ${MEMORY_LIMIT} s no more were read on this machine.`,
    ),
  };
}

/** A profile of 2,500 pages, without idle time. */
const OF_OURS =
  'A fifth is JSON.parse, two fifths the sockets and node:http, 7 % garbage; keys that come again are 6 %, numbers that need all their digits, checks of records and depth 2 % each; compiling what these run is most of the rest of a short read. Without any check the same read is at 0.8 of node:http + JSON.parse.';

/** Which reader is compared with which, how many times as fast it should be, and why it may not be. */
const RATIOS: readonly (readonly [reader: string, other: string, least: number, why: string])[] = [
  ['tapwright', FETCH_LOOP, 1.6, OF_OURS],
  ['tapwright', HTTP_LOOP, 0.85, OF_OURS],
  [
    THROUGH_FETCH,
    FETCH_LOOP,
    0.95,
    'Each page has a timer and an abort signal, its body is counted as it comes, and each of its records is checked.',
  ],
  ['tapwright', 'dlt rest_api', 5.5, 'The loop that checks nothing bounds what can be had.'],
  ['tapwright', 'Singer SDK', 12, 'The loop that checks nothing bounds what can be had.'],
];

function aimsOf(speeds: ReadonlyMap<string, Measured>, how: string): readonly Aim[] {
  const of = (name: string): number => speeds.get(name)?.median ?? NaN;
  return RATIOS.filter(([, other]) => speeds.has(other)).map(([reader, other, least, why]) => {
    const ratio = of(reader) / of(other);
    const bound = ` ${HTTP_LOOP} is ${(of(HTTP_LOOP) / of(other)).toFixed(1)} × as fast as ${other}.`;
    return judge(
      { what: `${reader} against ${other}${how}`, aim: `at least ${least} ×`, found: `${ratio.toFixed(2)} ×`, met: ratio >= least },
      `${why}${other === HTTP_LOOP ? '' : bound}`,
    );
  });
}

const SINGER_FIELDS = Object.fromEntries(
  Object.entries(recordOf(1)).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? 'array'
      : value !== null && typeof value === 'object'
        ? 'object'
        : typeof value === 'number'
          ? 'number'
          : typeof value,
  ]),
);

export async function read(command: readonly string[]): Promise<Reading> {
  const [program = '', ...rest] = command;
  const { stdout } = await run(program, rest);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Reading;
}

/** Starts the static server in a process of its own. */
export async function serve({
  size,
  pages,
  delay = 0,
}: {
  size: number;
  pages: number;
  delay?: number;
}): Promise<{ url: string; stop: () => void }> {
  const file = join(fresh('records'), 'records.json');
  writeFileSync(file, JSON.stringify(Array.from({ length: 100 }, (_, index) => recordOf(index))));
  const child = spawn('node', [readers('server.mjs'), file, String(size), String(pages), String(delay)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) => child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())));
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

/** Python with dlt and the Singer SDK, in a virtual environment of the scratch area; what is missing is said. */
function findPython(): { dlt?: string; singer?: string; versions: Record<string, string>; missing: string[] } {
  const versions: Record<string, string> = {};
  const missing: string[] = [];
  const found: { dlt?: string; singer?: string } = {};
  for (const [key, name, version, module] of [
    ['dlt', 'dlt', DLT, 'dlt'],
    ['singer', 'singer-sdk', '0.54.9', 'singer_sdk'],
  ] as const) {
    try {
      const python = venvWith(name, version);
      versions[name] = pythonVersion(python, name, module);
      found[key] = python;
    } catch {
      missing.push(`${name} was not measured: needs Python 3.9 or newer with venv, and pip.`);
    }
  }
  return { ...found, versions, missing };
}

/** A Python that has a package; `extra`: with what it needs for more. */
export function venvWith(name: string, version: string, extra = ''): string {
  const folder = join(SCRATCH, `venv-${name}-${version}${extra.replace(/[^\w]/g, '-')}`);
  const python = join(folder, 'bin/python');
  if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', folder]);
  if (!existsSync(join(folder, 'done'))) {
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `${name}${extra}==${version}`], {
      stdio: 'ignore',
    });
    writeFileSync(join(folder, 'done'), '');
  }
  return python;
}

function pythonVersion(python: string, name: string, module: string): string {
  execFileSync(python, ['-c', `import ${module}`]);
  return execFileSync(python, ['-c', `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`], {
    encoding: 'utf8',
  }).trim();
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, pythonWith, run, tapwright } from '../programs.js';
import { readPackage } from '../package.js';
import type { Row } from '../table.js';
import { startApi, type Asked } from './api.js';
import { DLT_CASES, type DltCase } from './configs.js';
import { startDlt } from './worker.js';

const VERSION = '1.31.0';

interface Compared {
  readonly name: string;
  readonly resources: number;
  readonly imported: number;
  readonly rows: number;
  readonly same: number;
  readonly sameRequests: boolean;
  readonly notes: readonly string[];
}

/** Reads each configuration with dlt and with the package that is made of it, from one API, and compares rows and requests. */
export async function runDlt(only: string | undefined): Promise<readonly Row[]> {
  const programs = pythonWith(`dlt-${VERSION}`, [`dlt==${VERSION}`]);
  const folder = cacheFolder('dlt');
  const dump = join(folder, 'dump.py');
  writeFileSync(dump, (await tapwright(['import', 'dlt', '--dumper'], folder)).stdout);
  const dumpers = await sameDumps(dump, folder);
  const api = await startApi();
  const worker = startDlt(programs, folder);
  const compared: Compared[] = [];
  try {
    for (const [number, each] of DLT_CASES.entries()) {
      if (only !== undefined && !each.name.includes(only)) continue;
      const one = await compare(each, number, { programs, dump, api, worker });
      compared.push(one);
      if (one.notes.length > 0 || one.same < one.rows)
        process.stdout.write(`  dlt: ${one.name}: ${one.same}/${one.rows} rows; ${one.notes.join('; ')}\n`);
    }
  } finally {
    worker.stop();
    api.close();
  }
  const sum = (of: (each: Compared) => number): number => compared.reduce((all, each) => all + of(each), 0);
  const whole = compared.filter(({ imported, resources }) => imported === resources).length;
  return [
    {
      what: `dlt ${VERSION}: configurations imported whole`,
      measured: `${whole} of ${compared.length}`,
      share: whole / Math.max(1, compared.length),
      aim: 0.95,
    },
    {
      what: `dlt ${VERSION}: rows the same`,
      measured: `${sum(({ same }) => same)} of ${sum(({ rows }) => rows)}`,
      share:
        sum(({ same }) => same) /
        Math.max(
          1,
          sum(({ rows }) => rows),
        ),
      aim: 0.99,
    },
    {
      what: `dlt ${VERSION}: configurations with the same requests`,
      measured: `${compared.filter(({ sameRequests }) => sameRequests).length} of ${compared.length}`,
    },
    dumpers,
  ];
}

/** Whether the dumper makes the same of the Python files with the versions of dlt that are in use. */
async function sameDumps(dump: string, folder: string): Promise<Row> {
  const versions: Readonly<Record<string, readonly string[]>> = {
    '1.5.0': ['dlt==1.5.0', 'setuptools<70'],
    '1.26.0': ['dlt==1.26.0'],
    [VERSION]: [`dlt==${VERSION}`],
  };
  const files = DLT_CASES.flatMap(({ python, make }) => (python === undefined ? [] : [{ python, make: make ?? 'make' }]));
  let same = 0;
  for (const [number, { python, make }] of files.entries()) {
    const file = join(folder, `source_${number}.py`);
    writeFileSync(file, python.replaceAll('URL', 'https://api.example.com'));
    const dumps: string[] = [];
    for (const [version, packages] of Object.entries(versions)) {
      const { stdout } = await run(join(pythonWith(`dlt-${version}`, packages), 'python'), [dump, file, make], folder);
      dumps.push(stdout.replaceAll(version, 'VERSION'));
    }
    if (new Set(dumps).size === 1) same += 1;
    else process.stdout.write(`  dlt: ${make} of source ${number}: other dumps with other versions\n`);
  }
  return {
    what: `dlt ${Object.keys(versions).join(', ')}: Python files with the same dump`,
    measured: `${same} of ${files.length}`,
    share: same / Math.max(1, files.length),
  };
}

interface World {
  readonly programs: string;
  readonly dump: string;
  readonly api: Awaited<ReturnType<typeof startApi>>;
  readonly worker: ReturnType<typeof startDlt>;
}

async function compare(each: DltCase, number: number, { programs, dump, api, worker }: World): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-dlt-'));
  const here = (text: string): string => text.replaceAll('URL', api.url);
  const notes: string[] = [];
  try {
    mkdirSync(join(folder, 'specs'), { recursive: true });
    const env = Object.fromEntries(
      Object.entries(each.options ?? {}).map(([name, value]) => [
        name.replace(/[A-Z]/g, (sign) => `_${sign}`).toUpperCase(),
        String(value),
      ]),
    );
    let source = 'config.json';
    let request: object;
    if (each.python === undefined) {
      const config = JSON.parse(here(JSON.stringify(each.config))) as object;
      writeFileSync(join(folder, source), JSON.stringify(config));
      request = { number, config, env };
    } else {
      const file = join(folder, 'source.py');
      writeFileSync(file, here(each.python));
      source = 'dumped.json';
      writeFileSync(join(folder, source), (await run(join(programs, 'python'), [dump, file, each.make ?? 'make'], folder)).stdout);
      request = { number, python: file, make: each.make, env };
    }
    api.asked();
    const theirs = await worker.read(request);
    const theirRequests = api.asked();
    for (const [resource, error] of Object.entries(theirs.errors)) notes.push(`dlt: ${resource}: ${error}`);

    const look = each.look === true ? ['--look', api.url] : [];
    const made = await tapwright(['import', source, '--from', 'dlt', '--name', 'acme', '--report', 'report.json', ...look], folder, {
      ACME_TOKEN: 'secret-token-1',
    });
    if (made.status !== 0) notes.push(`import: ${made.stderr.split('\n')[0] ?? ''}`);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
      readonly streams: readonly {
        readonly stream: string;
        readonly status: string;
        readonly resource?: string;
        readonly reasons: readonly string[];
      }[];
    };
    const brought = report.streams.filter(({ status }) => status !== 'left out');
    for (const one of report.streams)
      if (one.status !== 'imported') notes.push(`${one.status}: ${one.stream}: ${one.reasons.join(', ').slice(0, 160)}`);
    const generated = brought.length === 0 ? { status: 1, stderr: '' } : await tapwright(['generate', 'specs/acme.yaml'], folder);
    if (brought.length > 0 && generated.status !== 0) notes.push(`generate: ${generated.stderr.slice(0, 300)}`);
    api.asked();
    const ours =
      generated.status === 0
        ? await readPackage(
            join(folder, 'generated/acme'),
            brought.map(({ resource }) => resource ?? ''),
            each.options ?? {},
          )
        : { rows: {}, errors: {} };
    const ourRequests = api.asked();
    for (const [resource, error] of Object.entries(ours.errors)) notes.push(`${resource}: ${error.slice(0, 200)}`);
    let [rows, same] = [0, 0];
    for (const [resource, found] of Object.entries(theirs.rows)) {
      const stream = report.streams.find(({ stream: name }) => name === resource);
      const expected = found.map(canonical);
      const got = (ours.rows[stream?.resource ?? ''] ?? []).map(canonical);
      if (each.differs !== undefined) continue;
      rows += expected.length;
      same += inCommon(expected, got) - Math.max(0, got.length - expected.length);
    }
    const difference = requestsDiffer(theirRequests, ourRequests);
    if (difference !== undefined) notes.push(difference);
    if (each.differs !== undefined) notes.push(`on purpose: ${each.differs}`);
    return {
      name: each.name,
      resources: report.streams.length,
      imported: brought.length,
      rows,
      same,
      sameRequests: difference === undefined,
      notes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function inCommon(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of b) left.set(each, (left.get(each) ?? 0) + 1);
  return a.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count > 0;
  }).length;
}

/** A request that only one of them makes, those of tokens aside, requests and parameters in any order: dlt lists all parents first. */
function requestsDiffer(theirs: readonly Asked[], ours: readonly Asked[]): string | undefined {
  const [a, b] = [[...plainRequests(theirs)].sort(), [...plainRequests(ours)].sort()];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1)
    if (a[index] !== b[index]) return `dlt asks ${a[index] ?? 'no more'}, we ${b[index] ?? 'no more'}`;
  return undefined;
}

function plainRequests(all: readonly Asked[]): readonly string[] {
  return all
    .filter(({ path }) => !path.startsWith('/token'))
    .map(({ method, path, body, authorization }) => {
      const url = new URL(path, 'http://a');
      url.searchParams.sort();
      return [
        method,
        `${url.pathname}${url.search}`,
        body === '' ? '' : canonical(body.startsWith('{') ? JSON.parse(body) : body),
        authorization,
      ]
        .filter((part) => part !== '')
        .join(' ');
    });
}

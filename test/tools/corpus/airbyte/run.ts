import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameOf } from '../../../../generator/names.js';
import { testPackages } from '../package-tests.js';
import { tapwrightHere } from '../programs.js';
import type { Row } from '../table.js';

/** A stream of a manifest, and how far it came. */
interface Stream {
  readonly manifest: string;
  readonly name: string;
  readonly resource: string;
  readonly status: 'imported' | 'stub' | 'left out';
  readonly reasons: readonly string[];
  /** Its package was generated, and compiled before it was written. */
  generated: boolean;
  /** Its tests pass, and those that all streams of the package share. */
  passes: boolean;
}

/**
 * Imports every manifest of a folder, generates a package of each, and runs the tests of the packages. A function that import has
 * written out is no stub: nobody has to write anything. Streams that are made while reading count as one.
 */
export async function runAirbyte(only: string | undefined): Promise<readonly Row[]> {
  const from = process.env['TAPWRIGHT_MANIFESTS'];
  if (from === undefined) throw new Error('this needs manifests: TAPWRIGHT_MANIFESTS=FOLDER');
  const files = readdirSync(from)
    .filter((each) => /\.ya?ml$/.test(each) && (only === undefined || only.split(',').some((name) => each.includes(name))))
    .sort()
    .map((each) => ({ name: basename(each).replace(/\.ya?ml$/, ''), file: resolve(from, each) }));
  return await measureManifests('Airbyte', files);
}

/** A manifest, and what its package is called. */
interface ManifestFile {
  readonly name: string;
  readonly file: string;
}

/** Imports, generates and tests manifests, and counts. */
export async function measureManifests(what: string, files: readonly ManifestFile[]): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-airbyte-'));
  mkdirSync(join(folder, 'specs'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), join(folder, 'node_modules'));
  const streams: Stream[] = [];
  // two at a time, in the order of their names: one is compiled while the next is read
  const waiting = [...files];
  const brought = new Map<string, readonly Stream[]>();
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) brought.set(one.name, await bring(one, folder));
  };
  await Promise.all([work(), work()]);
  for (const { name } of files) streams.push(...(brought.get(name) ?? []));
  process.stdout.write(`  ${brought.size} manifests imported and generated after ${secondsOfTheProcessor()} s of the processor\n`);
  await test(folder, streams);
  for (const { manifest, name, status, generated, passes, reasons } of streams)
    if (status !== 'imported' || !passes)
      process.stdout.write(
        `  ${manifest}: ${name}: ${status}${status === 'left out' ? '' : generated ? (passes ? '' : ', tests fail') : ', not generated'}: ${reasons.join('; ').slice(0, 160)}\n`,
      );
  rmSync(folder, { recursive: true, force: true });
  return rows(what, streams, files.length);
}

/** Of this process. */
function secondsOfTheProcessor(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1e6);
}

async function bring({ name: manifest, file }: ManifestFile, folder: string): Promise<readonly Stream[]> {
  const report = join(folder, `${manifest}.json`);
  const made = await tapwrightHere(['import', file, '--from', 'airbyte', '--name', manifest, '--report', report], folder);
  let told: {
    readonly streams: readonly {
      readonly stream: string;
      readonly resource?: string;
      readonly status: Stream['status'];
      readonly reasons: readonly string[];
    }[];
  };
  try {
    told = JSON.parse(readFileSync(report, 'utf8')) as typeof told;
  } catch {
    process.stdout.write(`  ${manifest}: ${made.stderr.split('\n')[0] ?? ''}\n`);
    return [];
  }
  const generated = await tapwrightHere(['generate', `specs/${manifest}.yaml`], folder);
  if (generated.status !== 0 && made.status === 0)
    process.stdout.write(`  ${manifest}: generate: ${generated.stderr.split('\n').slice(0, 6).join(' ').slice(0, 400)}\n`);
  return told.streams.map(({ stream, resource = '', status, reasons }) => ({
    manifest,
    name: stream,
    resource,
    status,
    reasons,
    generated: generated.status === 0 && status !== 'left out',
    passes: false,
  }));
}

/** Runs the tests of all packages, and marks the streams whose own pass, and whose package has no other that fails. */
async function test(folder: string, streams: readonly Stream[]): Promise<void> {
  const results = await testPackages(folder, [...new Set(streams.filter(({ generated }) => generated).map(({ manifest }) => manifest))]);
  for (const { file, failure } of results) if (failure !== undefined) process.stdout.write(`  ${file}: ${failure}\n`);
  const passed = new Set(results.filter(({ failure }) => failure === undefined).map(({ file }) => file));
  const ownFile = ({ manifest, resource }: Stream): string => `${manifest}/test/${nameOf(resource).kebab}.test`;
  const own = new Set(streams.map(ownFile));
  const brokenForAll = new Set(
    results.filter(({ file, failure }) => failure !== undefined && !own.has(file)).map(({ file }) => file.split('/')[0]),
  );
  for (const stream of streams) stream.passes = stream.generated && passed.has(ownFile(stream)) && !brokenForAll.has(stream.manifest);
}

function rows(source: string, streams: readonly Stream[], manifests: number): readonly Row[] {
  const row = (what: string, of: readonly Stream[], aim?: number): Row => ({
    what: `${source}: ${what}`,
    measured: `${of.length} of ${streams.length}`,
    share: of.length / Math.max(1, streams.length),
    ...(aim === undefined ? {} : { aim }),
  });
  const names = [...new Set(streams.map(({ manifest }) => manifest))];
  const wholes = names.filter((name) => streams.every((each) => each.manifest !== name || (each.status !== 'left out' && each.generated)));
  const without = names.filter((name) => streams.every((each) => each.manifest !== name || (each.status === 'imported' && each.passes)));
  return [
    row(
      'streams imported, generated, compiled, tests pass, nothing to write',
      streams.filter(({ status, passes }) => status === 'imported' && passes),
      0.8,
    ),
    row(
      'of those, with functions that import has written',
      streams.filter(({ status, passes, reasons }) => status === 'imported' && passes && reasons.some((each) => / function: /.test(each))),
    ),
    row(
      'streams imported, generated, compiled, with functions to write',
      streams.filter(({ status, generated }) => status !== 'left out' && generated),
      0.97,
    ),
    row(
      'streams whose tests pass, with functions to write',
      streams.filter(({ passes }) => passes),
    ),
    {
      what: `${source}: manifests whole`,
      measured: `${wholes.length} of ${manifests}, ${without.length} of them with nothing to write and all tests passing`,
      share: wholes.length / Math.max(1, manifests),
      aim: 0.85,
    },
  ];
}

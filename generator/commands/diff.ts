import { join, resolve } from 'node:path';
import { readRecordings } from '../recordings/read.js';
import type { Change, Level } from '../surface/level.js';
import type { VirtualFile } from '../virtual-file.js';
import { readBaseline } from './baseline.js';
import { hooksFinding } from './hooks-input.js';
import type { Io } from './io.js';
import { loadPipeline } from './pipeline.js';
import { type Finding, type Format, type Outcome, report } from './report.js';
import { readModel } from './spec-model.js';

/** What `tapwright diff` is asked for. */
export interface DiffRequest {
  readonly spec: string;
  /** A revision of git, or a folder with a package. Default: HEAD. */
  readonly against?: string;
  /** The folder that holds the packages. Default: generated. */
  readonly out?: string;
  readonly format?: Format;
}

/** How a package changes, and what that makes of its version. */
export interface Release {
  readonly changes: readonly Change[];
  /** Undefined when nothing changes. */
  readonly level: Level | undefined;
  /** The version before; undefined when there was no package. */
  readonly before: string | undefined;
  /** The version that the package should have. */
  readonly version: string;
  /** The section of the CHANGELOG; empty when nothing changes. */
  readonly entry: string;
}

/** `tapwright diff`: how the public surface of the package of a spec changes. Writes nothing. */
export async function diffCommand(request: DiffRequest, io: Io): Promise<number> {
  return report(await diff(request, io), request.format ?? 'human', io);
}

async function diff(request: DiffRequest, io: Io): Promise<Outcome> {
  const read = await readModel(request.spec, io);
  if (!read.ok) return { findings: read.findings };
  const { spec, source, model } = read.read;
  const recorded = await readRecordings(spec.path, spec.shown);
  if (!recorded.ok) return { findings: [{ diagnostics: recorded.diagnostics }] };
  const pipeline = await loadPipeline();
  const generated = await pipeline.generate(source, recorded.recordings, { hooks: read.read.hooks, signal: io.interrupt });
  if (!generated.ok)
    return { findings: [{ source, diagnostics: generated.diagnostics }, ...hooksFinding(read.read.hooks, generated.hooksDiagnostics)] };

  const folder = join(resolve(io.cwd, request.out ?? 'generated'), model.name.raw);
  const compared = await releaseOf(
    generated.files,
    model.version,
    { folder, name: model.name.raw, against: request.against ?? 'HEAD' },
    io,
  );
  if ('diagnostics' in compared) return { findings: [compared] };
  const { shown, release } = compared;
  const data = { name: model.name.raw, against: shown, ...release };
  if (release.before === undefined) return same(model.name.raw, `no package at ${shown}; its first version is ${release.version}`, data);
  if (release.level === undefined) return same(model.name.raw, `the same as ${shown}`, data);
  const lines = release.changes.map(({ level, place, what }) => `${`${level}:`.padEnd(6)} ${place} ${what}\n`);
  return {
    findings: [],
    page: {
      title: `${model.name.raw}: ${release.before} → ${release.version}`,
      lead: `Against ${shown}, the next version is a ${release.level} one.`,
      tables: [
        {
          caption: 'Changes',
          head: ['Level', 'Place', 'What'],
          rows: release.changes.map(({ level, place, what }) => [level, place, what]),
        },
      ],
    },
    text: `${lines.join('')}\n${model.name.raw}: ${release.before} → ${release.version} (${release.level})\n\n${release.entry}`,
    data,
  };
}

function same(name: string, words: string, data: Outcome['data']): Outcome {
  return {
    findings: [],
    text: `${name}: ${words}\n`,
    page: { title: name, lead: `${name}: ${words}.`, tables: [] },
    ...(data === undefined ? {} : { data }),
  };
}

export interface Compared {
  readonly shown: string;
  readonly release: Release;
}

/** Compares files that were made with the package that was. `current` is the version in the spec. */
export async function releaseOf(
  files: readonly VirtualFile[],
  current: string,
  { folder, name, against }: { readonly folder: string; readonly name: string; readonly against: string },
  io: Io,
): Promise<Compared | Finding> {
  const baseline = await readBaseline(against, folder, name, io);
  if (!baseline.ok) return { diagnostics: [baseline.diagnostic] };
  const { shown } = baseline;
  const before = versionIn(baseline.files);
  if (before === undefined) return { shown, release: { changes: [], level: undefined, before, version: current, entry: '' } };
  const [{ compareSurfaces }, { changelogEntry, highest, isNewer, nextVersion }] = await Promise.all([
    import('../surface/compare.js'),
    import('../surface/level.js'),
  ]);
  const changes = await compareSurfaces(baseline.files, files);
  const level = highest(changes);
  if (level === undefined) return { shown, release: { changes, level, before, version: current, entry: '' } };
  const least = nextVersion(before, level);
  const version = isNewer(least, current) ? least : current; // somebody may have decided on more
  return { shown, release: { changes, level, before, version, entry: changelogEntry(version, changes) } };
}

function versionIn(files: readonly VirtualFile[]): string | undefined {
  const text = files.find(({ path }) => path === 'package.json')?.text;
  const read: unknown = text === undefined ? undefined : JSON.parse(text);
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined;
  return typeof version === 'string' ? version : undefined;
}

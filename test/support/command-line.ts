import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io, Memory } from '../../generator/commands/io.js';
import type { Pipeline } from '../../generator/commands/pipeline.js';
import { run } from '../../generator/commands/program.js';
import { type Disk, disk as realDisk } from '../../generator/output/disk.js';
import { load } from '../../generator/spec/load.js';
import { packageOf } from './packages.js';

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly disk?: Disk;
  readonly interrupt?: AbortSignal;
  readonly color?: boolean;
  /** Other processes that run. */
  readonly running?: readonly number[];
  readonly pipeline?: Pipeline;
  readonly memory?: Memory;
}

/** Runs a command line in this process, in a folder. */
export async function tapwright(cwd: string, argv: readonly string[], world: World = {}): Promise<Run> {
  const {
    disk = realDisk,
    interrupt = new AbortController().signal,
    color = false,
    running = [],
    pipeline = shortPipeline,
    memory,
  } = world;
  let stdout = '';
  let stderr = '';
  const io: Io = {
    stdout: { color, write: (text) => void (stdout += text) },
    stderr: { color, write: (text) => void (stderr += text) },
    env: {},
    cwd,
    owner: { pid: 1000, isAlive: (pid) => running.includes(pid) },
    disk,
    interrupt,
    ...(memory === undefined ? {} : { memory }),
    now: () => 0,
  };
  const exitCode = await run(argv, io, pipeline);
  return { exitCode, stdout, stderr };
}

/** The codes of the diagnostics of a run, in order. */
export function codesIn({ stderr }: Run): string[] {
  return [...stderr.matchAll(/(?:error|warning)\[(.*?)\]/g)].map((match) => match[1] ?? '');
}

/**
 * A pipeline with the true reader and a short rest, for what does not depend on what is emitted: the package has a few
 * files, one with the text of the spec in it, and those given.
 */
export function pipelineWith(more: Readonly<Record<string, string>>): Pipeline {
  return {
    load,
    generate: async ({ text }) => {
      const raw = /^name: (.*)$/m.exec(text)?.[1] ?? 'unnamed';
      const emitted = { 'package.json': '{}\n', 'src/index.ts': `export const spec = ${JSON.stringify(text)};\n`, 'src/same.ts': 'same\n' };
      return { ok: true, diagnostics: [], model: { name: { raw } }, files: packageOf({ ...emitted, ...more }) };
    },
  };
}

export const shortPipeline: Pipeline = pipelineWith({});

/** Writes a small spec and returns its path. */
export function putSpec(folder: string, name = 'acme', path = `${name}.yaml`): string {
  writeFileSync(join(folder, path), `name: ${name}\nclient:\n  base_url: https://api.example.com\nresources: []\n`);
  return path;
}

import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { record } from '../diagnostics/messages/record.js';
import { errorCode, readIfThere } from '../output/disk.js';
import { ROOT } from '../root.js';
import {
  type Installed,
  packageManager,
  PROJECT_PATHS,
  type ProjectFile,
  projectFiles,
  type ProjectPath,
  schemaLine,
} from '../scaffold/index.js';
import { version } from '../version.js';
import type { Io } from './io.js';
import { replaceFile } from './staging.js';

export type Scaffolded =
  { readonly ok: true; readonly files: readonly ProjectFile[] } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Writes the files that a project of specs needs and has not got. The repository of this program itself is left alone. */
export async function scaffold(io: Io, ci: 'github' | undefined): Promise<Scaffolded> {
  const { cwd, disk, env } = io;
  if (installedIn(cwd).kind === 'itself') return { ok: true, files: [] };
  let current = '.';
  try {
    const existing = new Map<ProjectPath, string>();
    for (const path of PROJECT_PATHS) {
      current = path;
      const bytes = await readIfThere(join(cwd, path), disk);
      if (bytes !== undefined) existing.set(path, bytes.toString('utf8'));
    }
    const project = { folder: basename(cwd), version, manager: packageManager(env), ...(ci === undefined ? {} : { ci }) };
    const files = projectFiles(project, existing);
    for (const { path, text } of files) {
      current = path;
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await replaceFile(join(cwd, path), text, io);
    }
    return { ok: true, files };
  } catch (error) {
    return { ok: false, diagnostic: record.notWritten(current, errorCode(error) ?? 'an unforeseen failure') };
  }
}

/** The first line of a spec at an absolute path: editors find the schema by it. */
export function schemaLineFor(specPath: string, { cwd }: Io): string {
  return schemaLine(installedIn(cwd), version, relative(cwd, dirname(specPath)).replaceAll('\\', '/') || '.');
}

/** What was written, and the commands that follow for a spec, as `init` says them. */
export function nextSteps(spec: string, files: readonly ProjectFile[], { env }: Io): string {
  const { install, tool } = packageManager(env);
  const whole = files.filter(({ added }) => added === undefined).map(({ path }) => path);
  const isNew = whole.includes('package.json');
  return [
    ...(whole.length === 0 ? [] : [`written: ${whole.join(', ')}`]),
    ...files.flatMap(({ path, added }) => (added === undefined ? [] : [`${path}: added ${added}`])),
    '',
    'Next:',
    ...(isNew ? [`  ${install}`] : []),
    ...['record', 'infer', 'generate'].map((command) => `  ${tool} ${command} ${spec}`),
    '',
  ].join('\n');
}

function installedIn(cwd: string): Installed {
  const root = fileURLToPath(ROOT);
  if (relative(root, cwd) === '') return { kind: 'itself' };
  return { kind: /\.zip[/\\]/.test(root) ? 'archive' : 'node_modules' };
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where benchmarks and runtimes install what they compare with. Kept between runs, until the system empties it. */
export const SCRATCH = join(tmpdir(), 'tapwright-bench');

/** Installs packages (`name@range`) into a folder of their own, once. Returns the folder. */
export function installed(name: string, packages: readonly string[]): string {
  const folder = join(SCRATCH, name);
  const wanted = JSON.stringify(packages);
  const marker = join(folder, 'installed.json');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(marker, wanted);
  return folder;
}

export function versionOf(folder: string, name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
  return String(Reflect.get(Object(manifest), 'version'));
}

/** An empty folder in the scratch area. */
export function fresh(name: string): string {
  const folder = join(SCRATCH, name);
  execFileSync('rm', ['-rf', folder]);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The Node.js of today, where npm has it for this machine. */
export function newerNode(): { readonly node: string; readonly version: string } | undefined {
  const module = `node-${platform()}-${arch()}`;
  try {
    const node = join(installed('runtime-node-24', [`${module}@24`]), 'node_modules', module, 'bin/node');
    return { node, version: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1) };
  } catch {
    return undefined;
  }
}

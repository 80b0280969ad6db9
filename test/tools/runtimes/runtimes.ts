import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { installed, versionOf } from '../bench/scratch.js';

/** A program that runs scripts, installed from npm. */
export interface Runtime {
  readonly name: string;
  readonly version: string;
  /** Runs a script that reads files and the network. */
  readonly command: readonly string[];
}

/** Those whose programs npm has for this machine; `missing` says what the others need. */
export function findRuntimes(): { readonly runtimes: readonly Runtime[]; readonly missing: readonly string[] } {
  const machine = `${platform()}-${arch()}`;
  const runtimes: Runtime[] = [];
  const missing: string[] = [];
  const add = (name: string, key: string, module: string, range: string, file: string, flags: readonly string[]): void => {
    try {
      const folder = installed(`runtime-${key}`, [`${module}@${range}`]);
      const program = join(folder, 'node_modules', module, file);
      if (!existsSync(program)) throw new Error('no program');
      runtimes.push({ name, version: versionOf(folder, module), command: [program, ...flags] });
    } catch {
      missing.push(`${name}: needs ${module}@${range} from npm, which could not be installed on ${machine}`);
    }
  };
  for (const major of [20, 22, 24, 26]) add(`Node ${major}`, `node-${major}`, `node-${machine}`, String(major), 'bin/node', []);
  add('Bun', 'bun', `@oven/bun-${machine.replace('arm64', 'aarch64')}`, 'latest', 'bin/bun', ['--bun']);
  add('Deno', 'deno', `@deno/${platform() === 'linux' ? `${machine}-glibc` : machine}`, 'latest', 'deno', ['run', '-A', '--no-lock']);
  return { runtimes, missing };
}

/** The program of workerd, the runtime of Cloudflare's workers. */
export function findWorkerd(): Runtime | undefined {
  const module = `@cloudflare/workerd-${platform()}-${arch() === 'x64' ? '64' : arch()}`;
  try {
    const folder = installed('runtime-workerd', [`${module}@latest`]);
    return { name: 'workerd', version: versionOf(folder, module), command: [join(folder, 'node_modules', module, 'bin/workerd')] };
  } catch {
    return undefined;
  }
}

/** A Chromium of this machine: `CHROMIUM`, or where Debian puts it. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(resolve(path)),
  );
}

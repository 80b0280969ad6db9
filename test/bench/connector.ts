import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fresh } from './scratch.js';

/** Generates the package of a spec called `bench` in the scratch area. Returns its folder. */
export async function generatedFrom(spec: string, name: string): Promise<string> {
  const folder = fresh(`connector-${name}`);
  writeFileSync(join(folder, 'bench.yaml'), spec);
  execFileSync('node', [resolve('dist/bin.js'), 'generate', 'bench.yaml'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, 'generated/bench');
}

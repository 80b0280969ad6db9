import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { specOf } from './inputs.js';
import { fresh } from './scratch.js';

/** Generates the package of a spec called `bench` in the scratch area. Returns its folder. */
export async function generatedFrom(spec: string, name: string): Promise<string> {
  const folder = fresh(`connector-${name}`);
  writeFileSync(join(folder, 'bench.yaml'), spec);
  execFileSync('node', [resolve('dist/bin.js'), 'generate', 'bench.yaml'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, 'generated/bench');
}

/** A connector in one file: for Node, with its transport, or for everything else. */
export async function bundledConnector(name = 'read', spec = specOf(1), platform: 'node' | 'browser' = 'node'): Promise<string> {
  const folder = await generatedFrom(spec, name);
  const outfile = join(folder, `bundle-${platform}.mjs`);
  const entryPoints = [join(folder, 'src/index.ts')];
  await build({ entryPoints, bundle: true, platform, format: 'esm', target: 'es2022', outfile, logLevel: 'error' });
  return outfile;
}

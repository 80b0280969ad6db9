import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fresh } from '../bench/scratch.js';
import { findRuntimes } from './runtimes.js';

// `npm run test:jsr`: makes packages for JSR of specs of this repository, and lets Deno check them as it would before it publishes them.

const deno = findRuntimes().runtimes.find(({ name }) => name === 'Deno');
const [program] = deno?.command ?? [];
if (deno === undefined || program === undefined) {
  console.log('Deno: needs its package from npm, which could not be installed here');
  process.exitCode = 1;
} else {
  for (const path of ['specs/analytics.yaml', 'specs/github-issues.yaml', 'specs/directory.yaml', 'specs/contact-center.yaml']) {
    const said = publish(path, program);
    const ok = said.includes('Dry run complete');
    console.log(`${path}: ${ok ? `Deno ${deno.version} would publish it, without slow types` : `FAILED\n${said}`}`);
    if (!ok) process.exitCode = 1;
  }
}

/** What Deno says of the package of a spec. */
function publish(path: string, program: string): string {
  const name = path.replace(/^specs\/|\.yaml$/g, '');
  const folder = fresh(`jsr ${name}`);
  mkdirSync(join(folder, 'specs'));
  const text = readFileSync(path, 'utf8').replace(/^package: .*\n/m, '');
  writeFileSync(join(folder, path), text.replace(/^(name: .*\n)/m, `$1package: "@acme/${name}-connector"\npublish: [npm, jsr]\n`));
  const recordings = path.replace(/\.yaml$/, '');
  if (existsSync(recordings)) cpSync(recordings, join(folder, recordings), { recursive: true });
  execFileSync(process.execPath, [resolve('dist/bin.js'), 'generate', path], { cwd: folder, stdio: 'pipe' });
  const options = ['publish', '--dry-run', '--allow-dirty'];
  const env = { ...process.env, NO_COLOR: '1', DENO_DIR: join(folder, '.deno') };
  try {
    return execFileSync('sh', ['-c', '"$0" "$@" 2>&1', program, ...options], {
      cwd: join(folder, 'generated', name),
      env,
      encoding: 'utf8',
    });
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout);
  }
}

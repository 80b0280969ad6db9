import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fresh, installed } from '../bench/scratch.js';
import { findRuntimes } from './runtimes.js';

// `npm run test:jsr`: makes packages for JSR of specs of this repository, and lets Deno and `npx jsr` check them as they would before they publish them.

const SPECS = [
  'specs/analytics.yaml',
  'specs/github-issues.yaml',
  'specs/directory.yaml',
  'specs/contact-center.yaml',
  'test/golden/hooks/spec.yaml', // with every hook
];

const deno = findRuntimes().runtimes.find(({ name }) => name === 'Deno');
const [program] = deno?.command ?? [];
if (deno === undefined || program === undefined) {
  console.log('Deno: needs its package from npm, which could not be installed here');
  process.exitCode = 1;
} else {
  const jsr = join(installed('jsr', ['jsr@latest']), 'node_modules/jsr/dist/bin.js');
  for (const path of SPECS) {
    const folder = packageOf(path);
    const checks = [
      [`Deno ${deno.version}`, program, ['publish', '--dry-run', '--allow-dirty', '--no-lock']],
      ['npx jsr', process.execPath, [jsr, 'publish', '--dry-run', '--allow-dirty']], // it looks for Deno where DENO_BIN_PATH says
    ] as const;
    for (const [who, command, argv] of checks) {
      const said = run(command, argv, folder, { DENO_BIN_PATH: program, DENO_DIR: join(folder, '../.deno'), NO_COLOR: '1' });
      const ok = said.includes('Dry run complete');
      console.log(`${path}: ${ok ? `${who} would publish it, without slow types` : `${who} FAILED\n${said}`}`);
      if (!ok) process.exitCode = 1;
    }
  }
}

/** The folder of the package that a spec makes for JSR. */
function packageOf(path: string): string {
  const source = readFileSync(path, 'utf8');
  const [, name = ''] = /^name: (.*)$/m.exec(source) ?? [];
  const folder = fresh(`jsr ${name}`);
  mkdirSync(join(folder, 'specs'));
  const text = source
    .replace(/^package: .*\n/m, '')
    .replace(/^(name: .*\n)/m, `$1package: "@acme/${name}-connector"\nlicense: MIT\npublish: [npm, jsr]\n`);
  writeFileSync(join(folder, 'specs', `${name}.yaml`), text.replace(/^license: (?!MIT\npublish).*\n/m, ''));
  const beside = path.replace(/\.yaml$/, '');
  if (existsSync(beside)) cpSync(beside, join(folder, 'specs', name), { recursive: true });
  if (existsSync(`${beside}.hooks.ts`)) cpSync(`${beside}.hooks.ts`, join(folder, 'specs', `${name}.hooks.ts`));
  execFileSync(process.execPath, [resolve('dist/bin.js'), 'generate', join('specs', `${name}.yaml`)], { cwd: folder, stdio: 'pipe' });
  return join(folder, 'generated', name);
}

function run(command: string, argv: readonly string[], cwd: string, env: Readonly<Record<string, string>>): string {
  try {
    return execFileSync('bash', ['-c', '"$@" 2>&1', 'bash', command, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  } catch (error) {
    const { stdout = '' } = error as { readonly stdout?: string };
    return stdout;
  }
}

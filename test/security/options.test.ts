import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { filesBelow, repository } from '../support/generator-sources.js';
import { sandbox } from '../support/sandbox.js';
import { runtimes } from './runtimes.js';

const run = promisify(execFile);

/** Every option that a program of ours has: those of emitted packages, and those of the generator's commands. */
function ownOptions(): readonly string[] {
  const emitted = ['analytics', 'github-issues'].flatMap((name) => {
    const text = readFileSync(join(repository, `generated/${name}/src/sync/cli.ts`), 'utf8');
    const table = /const OPTIONS = \{([^}]*(?:\{[^}]*\}[^}]*)*)\} as const/.exec(text)?.[1] ?? '';
    return Array.from(table.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm), ([, option = '']) => option);
  });
  const commands = filesBelow(join(repository, 'generator/commands'), '.ts').flatMap((path) => {
    const text = readFileSync(join(repository, 'generator/commands', path), 'utf8');
    return Array.from(text.matchAll(/['"`](?:-\w, )?--([a-z-]+)(?: [<[]|['"`])/g), ([, option = '']) => option);
  });
  return [...new Set([...emitted, ...commands])].sort();
}

test('the options are found', () => {
  expect(ownOptions()).toEqual(expect.arrayContaining(['to', 'env', 'state', 'catalog', 'check', 'format', 'force', 'live']));
  expect(ownOptions()).not.toContain('env-file');
});

describe.each(runtimes())('$name $version', ({ command }) => {
  // Node.js looks for --env-file on the whole command line, before and after the program.
  test('takes none of our options for itself, wherever they stand after the program', { timeout: 120_000 }, async () => {
    const cwd = sandbox();
    writeFileSync(join(cwd, 'echo.mjs'), 'console.log(JSON.stringify(process.argv.slice(2)));');
    writeFileSync(join(cwd, 'value'), 'NODE_OPTIONS=--no-such-option\n');
    const [program = '', ...flags] = command;
    const own = ownOptions();
    for (const args of [
      own.flatMap((option) => [`--${option}`, 'value']),
      own.map((option) => `--${option}=value`),
      own.map((option) => `--${option}`),
    ]) {
      const { stdout, stderr } = await run(program, [...flags, join(cwd, 'echo.mjs'), ...args], { cwd });
      expect({ args: JSON.parse(stdout) as unknown, stderr }).toEqual({ args, stderr: '' });
    }
  });
});

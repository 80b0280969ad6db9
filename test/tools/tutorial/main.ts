import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fresh } from '../bench/scratch.js';
import { follow, type Step } from './follow.js';
import { type Manager, managers } from './managers.js';

// `npm run test:tutorial`: does what the tutorial says in an empty folder, with the packed tarball and an API on loopback, with each
// package manager. `-- pnpm`: only with those whose name begins so.

const packs = fresh('tutorial-tarball');
const [{ filename }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packs], { encoding: 'utf8' }),
) as [{ readonly filename: string }];
const tarball = join(packs, filename);

const wanted = process.argv.slice(2);
let failed = 0;
for (const manager of managers(tarball)) {
  if (wanted.length > 0 && !wanted.some((name) => manager.name.toLowerCase().startsWith(name.toLowerCase()))) continue;
  const started = Date.now();
  try {
    const steps = await withManager(manager);
    expectAll(steps);
    console.log(`${manager.name}: ok, ${steps.length} lines in ${Math.round((Date.now() - started) / 1000)} s`);
  } catch (error) {
    failed += 1;
    console.log(`${manager.name}: FAILED\n${error instanceof Error ? error.message.slice(-4000) : String(error)}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;

async function withManager({ name, path, lines, exec, node = 'node', prepare }: Manager): Promise<readonly Step[]> {
  const folder = fresh(`tutorial ${name}`);
  prepare?.(folder);
  const npm = Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)); // of the npm that started this
  return follow({
    folder,
    env: {
      ...Object.fromEntries(npm),
      PATH: [...path, resolve(process.execPath, '..'), process.env['PATH'] ?? ''].join(':'),
      CI: '1',
      COREPACK_ENABLE_STRICT: '0',
    },
    typed: (line) => lines[line] ?? line.replace(/^npx /, `${exec} `).replace(/^node /, `${node} `),
  });
}

/** What must have been said, whoever installs. */
function expectAll(steps: readonly Step[]): void {
  const said = (part: string): string => steps.find(({ line }) => line.includes(part))?.said ?? '';
  const missing = [
    ['init', 'record specs/blog.yaml'],
    ['infer', '9 fields added'],
    ['main.mjs', '100 posts'],
    ['diff', 'the same as HEAD'],
  ].filter(([line = '', words = '']) => !said(line).includes(words));
  if (missing.length > 0) throw new Error(`not said: ${JSON.stringify(missing)}\n${JSON.stringify(steps, null, 2)}`);
}

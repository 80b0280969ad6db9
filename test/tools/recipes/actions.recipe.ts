import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sandbox } from '../../support/sandbox.js';
import { has, openShop, RECIPES } from './shop.js';

const file = join(RECIPES, 'github-actions.yml');

interface Job {
  readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
}

test.runIf(has('jq', '--version'))('the steps of the workflow read what there is, with a job for each unit', async () => {
  const shop = await openShop({ stores: 4, orders: 700 });
  const { jobs } = parse(readFileSync(file, 'utf8')) as { readonly jobs: Readonly<Record<string, Job>> };
  const folder = sandbox();
  const output = join(folder, 'output');
  const env = { ...shop.env, RUN: '4711', GITHUB_OUTPUT: output };
  const step = async (job: string, more: object = {}): Promise<void> => {
    const line = jobs[job]?.steps.findLast(({ run }) => run?.includes('shop-connector'))?.run ?? 'false';
    await promisify(execFile)('bash', ['-e', '-c', line.replaceAll('npx shop-connector', 'shop-connector')], {
      cwd: folder,
      env: { ...env, ...more },
    });
  };
  await step('split');
  const [, units = ''] = /^units=(.*)$/m.exec(readFileSync(output, 'utf8')) ?? [];
  const ids = JSON.parse(units) as readonly string[];
  expect(ids.length).toBeLessThanOrEqual(256);
  for (const id of ids) await step('unit', { UNIT: id });
  await step('finish');
  expect(await shop.count('orders')).toEqual([2_800, 2_800]);
  expect(await shop.count('products')).toEqual([700, 700]);
});

test.runIf(has('go', 'version'))('actionlint finds nothing in the workflow', { timeout: 600_000 }, async () => {
  const env = { ...process.env, GOTOOLCHAIN: 'local' };
  const { stdout } = await promisify(execFile)(
    'go',
    ['run', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.7', '-shellcheck=', '-pyflakes=', '-no-color', file],
    { env, cwd: sandbox() },
  );
  expect(stdout).toBe('');
});

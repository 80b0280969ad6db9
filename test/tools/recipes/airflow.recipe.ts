import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sandbox } from '../../support/sandbox.js';
import { has, openShop, RECIPES } from './shop.js';

test.runIf(has('python3', '-m', 'venv', '--help'))('an Airflow 3 DAG maps a task over the units', { timeout: 1_800_000 }, async () => {
  const shop = await openShop({ stores: 3, orders: 700 });
  const folder = sandbox();
  const venv = join(folder, 'venv');
  execFileSync('python3', ['-m', 'venv', venv]);
  execFileSync(join(venv, 'bin/pip'), ['install', '--quiet', 'apache-airflow==3.1.*'], { stdio: 'inherit' });
  const dags = join(folder, 'dags');
  mkdirSync(dags);
  cpSync(join(RECIPES, 'airflow_dag.py'), join(dags, 'airflow_dag.py'));
  const env = {
    ...shop.env,
    PATH: `${join(venv, 'bin')}:${shop.env['PATH'] ?? ''}`,
    HOME: folder,
    AIRFLOW_HOME: join(folder, 'airflow'),
    AIRFLOW__CORE__DAGS_FOLDER: dags,
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
  };
  execFileSync('airflow', ['db', 'migrate'], { env, stdio: 'ignore' });
  execFileSync('airflow', ['dags', 'reserialize'], { env, stdio: 'ignore' });
  await promisify(execFile)('airflow', ['dags', 'test', 'shop_sync', '2026-01-01'], { env, maxBuffer: 100_000_000 });
  expect(await shop.count('orders')).toEqual([2_100, 2_100]);
  expect(await shop.count('products')).toEqual([700, 700]);
});

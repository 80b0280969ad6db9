import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, pythonWith } from '../programs.js';
import { ROWS, type RealServer } from './server.js';

/** Programs that people run for themselves, and whose APIs they read. */

/** Sends a body to a server that is to be filled, and returns what it says. */
async function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 200)}`);
  return await response.json();
}

const numbers = Array.from({ length: ROWS }, (_, index) => index + 1);

const prefect = 'prefect==3.9.1';
const mlflow = 'mlflow==3.17.2';

function mlflowServer(what: string, rest: Pick<RealServer, 'list' | 'argv' | 'key' | 'fill'>): RealServer {
  return {
    ...rest,
    name: `MLflow 3.17.2, ${what}`,
    prepare: (folder, port) => ({
      program: join(pythonWith(mlflow, [mlflow]), 'mlflow'),
      argv: ['server', '--backend-store-uri', `sqlite:///${join(folder, 'mlflow.db')}`, '--port', String(port), '--workers', '1'],
      env: { MLFLOW_DISABLE_TELEMETRY: 'true' },
    }),
  };
}

const SUPERUSER = { identity: 'someone@acme.example', password: 'someone-else' };

/** PocketBase as Go makes it of its module. */
function pocketbase(): string {
  const folder = cacheFolder('pocketbase-0.39.0');
  const program = join(folder, 'base');
  if (!existsSync(program)) {
    const env = { ...process.env, GOBIN: folder, CGO_ENABLED: '0' };
    execFileSync('go', ['install', 'github.com/pocketbase/pocketbase/examples/base@v0.39.0'], { env, stdio: 'pipe' });
  }
  return program;
}

export const PLATFORMS: readonly RealServer[] = [
  {
    name: 'Prefect 3.9.1',
    list: '/api/flows/filter',
    argv: ['--json', '{"limit": 50, "offset": 0}'],
    prepare: (folder, port) => ({
      program: join(pythonWith(prefect, [prefect]), 'prefect'),
      argv: ['server', 'start', '--host', '127.0.0.1', '--port', String(port), '--no-services'],
      env: { PREFECT_HOME: folder, PREFECT_SERVER_ANALYTICS_ENABLED: 'false', DO_NOT_TRACK: '1' },
    }),
    async fill(origin) {
      for (const number of numbers) await post(`${origin}/api/flows/`, { name: `flow ${number}` });
    },
  },
  mlflowServer('experiments', {
    list: '/api/2.0/mlflow/experiments/search?max_results=50',
    key: ['experiment_id'],
    async fill(origin) {
      // there is one at the start: Default
      for (const number of numbers.slice(1)) await post(`${origin}/api/2.0/mlflow/experiments/create`, { name: `experiment ${number}` });
    },
  }),
  mlflowServer('runs', {
    list: '/api/2.0/mlflow/runs/search',
    argv: ['--json', '{"experiment_ids": ["0"], "max_results": 50}'],
    key: ['info', 'run_id'],
    async fill(origin) {
      for (const number of numbers)
        await post(`${origin}/api/2.0/mlflow/runs/create`, { experiment_id: '0', start_time: 1_767_225_600_000 + number });
    },
  }),
  {
    name: 'PocketBase 0.39.0',
    list: '/api/collections/cities/records?page=1&perPage=50',
    prepare(folder, port) {
      const program = pocketbase();
      const data = ['--dir', join(folder, 'pb_data')];
      execFileSync(program, ['superuser', 'upsert', SUPERUSER.identity, SUPERUSER.password, ...data], { stdio: 'pipe' });
      return { program, argv: ['serve', '--http', `127.0.0.1:${port}`, ...data] };
    },
    async fill(origin) {
      const signed = Object(await post(`${origin}/api/collections/_superusers/auth-with-password`, SUPERUSER)) as { token?: string };
      const headers = { authorization: signed.token ?? '' };
      const fields = [{ name: 'name', type: 'text' }];
      await post(`${origin}/api/collections`, { name: 'cities', type: 'base', listRule: '', fields }, headers);
      for (const number of numbers) await post(`${origin}/api/collections/cities/records`, { name: `city ${number}` }, headers);
    },
  },
];

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackage } from '../package.js';
import { tapwright } from '../programs.js';
import type { Row } from '../table.js';
import { ROWS, started, type RealServer } from './server.js';
import { SERVERS } from './servers.js';

/** `init` against real servers: the spec that it proposes is generated as it stands, and its package reads every row, each once. */
export async function runInit(only: string | undefined): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const server of SERVERS) {
    if (only !== undefined && !server.name.toLowerCase().includes(only.toLowerCase())) continue;
    const { found, words } = await tried(server);
    process.stdout.write(`  ${server.name}: ${words}\n`);
    rows.push({ what: `init: ${server.name}`, measured: words, share: found / ROWS, aim: 1 });
  }
  return rows;
}

/** How many of the rows were read, and how. */
async function tried(server: RealServer): Promise<{ readonly found: number; readonly words: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-init-'));
  const { origin, stop } = await started(server, folder);
  try {
    const name =
      server.name
        .split(/[ ,]/)[0]
        ?.toLowerCase()
        .replace(/[^a-z]+/g, '') ?? 'api';
    const made = await tapwright(['init', `${origin}${server.list}`, '--name', name, '-y', ...(server.argv ?? [])], folder, server.env);
    if (made.status !== 0) return { found: 0, words: `init: ${(made.stderr || made.stdout).slice(0, 300)}` };
    const spec = readFileSync(join(folder, `specs/${name}.yaml`), 'utf8');
    const paging = /paginator: (.*)/.exec(spec)?.[1]?.replace(/ #.*/, '') ?? 'none';
    const [, resource = ''] = /- name: (\S+)/.exec(spec) ?? [];
    const generated = await tapwright(['generate', `specs/${name}.yaml`], folder);
    if (generated.status !== 0) return { found: 0, words: `generate: ${generated.stderr.slice(0, 300)}` };
    const credentials = { username: 'someone', password: 'someone-else' };
    const read = await readPackage(join(folder, `generated/${name}`), [resource], server.env === undefined ? {} : credentials);
    const ids = new Set((read.rows[resource] ?? []).map((row) => String(valueAt(row, server.key ?? ['id']))));
    const twice = (read.rows[resource] ?? []).length - ids.size;
    const failed = read.errors[resource] === undefined ? '' : `; ${read.errors[resource]?.slice(0, 200)}`;
    return {
      found: twice === 0 && failed === '' ? ids.size : 0,
      words: `${ids.size} of ${ROWS} rows${twice === 0 ? '' : `, ${twice} twice`} by ${paging}${failed}`,
    };
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key] as unknown, row);
}

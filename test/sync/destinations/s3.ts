import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { openS3 } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../support/duckdb.js';
import type { Harness, Place } from '../support/harness.js';
import { duckdbText } from './duckdb.js';
import { rowsIn, textsIn } from './files.js';

/** `npm run test:s3` says so: it needs Python, and a server from PyPI. */
const IS_ASKED = process.env['TAPWRIGHT_TEST_S3'] === '1';
const PACKAGE = 'moto[server,s3]==5.2.5';
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/s3', import.meta.url));

/** What the environment of whoever writes to the server has to say. */
export const S3_ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'AKIATESTKEY', AWS_SECRET_ACCESS_KEY: 'hunter2-of-s3', AWS_REGION: 'eu-central-1' };

/** The Python with the server; it is installed once. */
function python(): string {
  const program = join(FOLDER, 'bin', 'python');
  if (existsSync(join(FOLDER, 'complete'))) return program;
  try {
    execFileSync('python3', ['-m', 'venv', '--clear', FOLDER], { stdio: 'pipe' });
    execFileSync(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGE], { stdio: 'pipe' });
    writeFileSync(join(FOLDER, 'complete'), '');
  } catch (error) {
    throw new Error(
      `these tests need python3 with venv, and ${PACKAGE} from PyPI: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return program;
}

interface S3Server {
  readonly url: string;
  readonly client: S3Client;
  stop(): Promise<void>;
}

async function startServer(): Promise<S3Server> {
  Object.assign(process.env, S3_ENVIRONMENT);
  const port = await freePort();
  const server = spawn(python(), ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const client = new S3Client({ endpoint: url, forcePathStyle: true });
  while (!(await fetch(url).then(Boolean, () => false))) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    client,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      client.destroy();
      server.kill('SIGKILL');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

let started: Promise<S3Server> | undefined;

/** A folder of a new bucket. */
export interface Folder {
  readonly to: string;
  /** Names of its objects. */
  names(): Promise<readonly string[]>;
  get(name: string): Promise<Uint8Array>;
  put(name: string, text: string): Promise<void>;
}

export async function newFolder(): Promise<Folder> {
  started ??= startServer();
  const { url, client } = await started;
  const Bucket = `b-${randomUUID()}`;
  await fetch(`${url}/${Bucket}`, { method: 'PUT', body: LOCATION });
  const at = (name: string): { readonly Bucket: string; readonly Key: string } => ({ Bucket, Key: `a-b/${name}` });
  return {
    to: `s3://${Bucket}/a-b/?endpoint=${url}`,
    async names() {
      const found = await client.send(new ListObjectsV2Command({ Bucket }));
      return (found.Contents ?? []).map(({ Key = '' }) => Key.slice('a-b/'.length));
    },
    async get(name) {
      const { Body } = await client.send(new GetObjectCommand(at(name)));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async put(name, text) {
      await client.send(new PutObjectCommand({ ...at(name), Body: text }));
    },
  };
}

const LOCATION = '<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>';

/** Lets the next run in, where a killed one keeps others out for a while. */
export async function unlock(folder: Folder): Promise<void> {
  if (!(await folder.names()).includes('_sync_states.json')) return;
  const content = JSON.parse(new TextDecoder().decode(await folder.get('_sync_states.json'))) as object;
  await folder.put('_sync_states.json', `${JSON.stringify({ ...content, holder: undefined, until: undefined })}\n`);
}

/** Copies what is in a folder to a disk, where other programs read it. */
export async function copied(folder: Folder): Promise<string> {
  const copy = sandbox();
  for (const name of await folder.names()) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), await folder.get(name));
  }
  return copy;
}

function harness(
  name: string,
  format: 'jsonl' | 'parquet',
  rows: (copy: string) => Place['rows'],
  texts: (copy: string) => Place['texts'],
): Harness {
  return {
    name,
    hasSchemas: false,
    async place() {
      const folder = await newFolder();
      return {
        to: folder.to,
        format,
        env: S3_ENVIRONMENT,
        open: (options) => openS3(folder.to, { format, ...options }),
        makeForeign: (table) => folder.put(`${table}/mine.${format}`, 'MINE'),
        snapshot: async () =>
          Promise.all((await folder.names()).map(async (each) => [each, Buffer.from(await folder.get(each)).toString('base64')])),
        unlock: () => unlock(folder),
        rows: async (table, columns) => rows(await copied(folder))(table, columns),
        texts: async (table, columns) => texts(await copied(folder))(table, columns),
      };
    },
    async stop() {
      const server = await started;
      started = undefined;
      await server?.stop();
    },
  };
}

/** Rows of a table as this package tells people to read them: of those with one key the one in the last file. */
const latest = (copy: string, table: string): string =>
  `(SELECT * FROM read_parquet('${copy}/${table}/*.parquet', filename = true, union_by_name = true)
    QUALIFY rank() OVER (PARTITION BY ${table.includes('__') || table === 'events' ? 'filename' : 'id'} ORDER BY filename DESC) = 1)`;

const parquet = harness(
  'Parquet in S3',
  'parquet',
  (copy) => (table, columns) =>
    table === '_sync_runs'
      ? Promise.resolve(rowsIn(linesOf(copy, table), columns))
      : query(':memory:', `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${latest(copy, table)} ORDER BY 1`),
  (copy) => (table, columns) => query(':memory:', `SELECT ${columns.map(duckdbText).join(', ')} FROM ${latest(copy, table)} ORDER BY id`),
);

/** Lines of all files, in the order of their names: of those with one key, the last. */
function linesOf(copy: string, table: string): readonly string[] {
  const latestOf = new Map<unknown, string>();
  for (const name of readdirSync(join(copy, table)).sort()) {
    for (const line of readFileSync(join(copy, table, name), 'utf8')
      .split('\n')
      .slice(0, -1)) {
      latestOf.set(table === '_sync_runs' ? line : (JSON.parse(line) as { readonly id: unknown }).id, line);
    }
  }
  return [...latestOf].sort(([a], [b]) => Number(a) - Number(b)).map(([, line]) => line);
}

const jsonLines = harness(
  'JSON Lines in S3',
  'jsonl',
  (copy) => async (table, columns) => rowsIn(linesOf(copy, table), columns),
  (copy) => async (table, columns) => textsIn(linesOf(copy, table), columns),
);

export const harnesses = IS_ASKED ? [jsonLines, parquet] : [];

import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const PACKAGE = 'moto[server,s3]==5.2.5';
const FOLDER = resolve('node_modules/.cache/s3');

/** What the environment of whoever writes to the server has to say. */
export const S3_ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'AKIATESTKEY', AWS_SECRET_ACCESS_KEY: 'hunter2-of-s3', AWS_REGION: 'eu-central-1' };

/** The Python with the server; it is installed once. */
export function installServer(): string {
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
  const server = spawn(installServer(), ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const client = new S3Client({ endpoint: url, forcePathStyle: true });
  while (!(await fetch(url).then(Boolean, () => false))) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url,
    client,
    async stop() {
      const ended = new Promise((done) => server.once('exit', done));
      client.destroy();
      server.kill('SIGKILL');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
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

export async function stopServer(): Promise<void> {
  const server = await started;
  started = undefined;
  await server?.stop();
}

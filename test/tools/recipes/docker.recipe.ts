import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackage } from '../../sync/support/built-package.js';
import { RECORDED_OPTIONS, recordedIssues } from '../../sync/support/recorded-api.js';
import { has } from './shop.js';

/**
 * The Dockerfile of an Airbyte source, built and run without a daemon. Debian's `buildah` and `debootstrap`, as root, and the network: no
 * registry of images is asked, the base image is put together from Debian's packages and the `node` of npm.
 */
const MISSING = [
  ...(has('buildah', '--version') ? [] : ['buildah']),
  ...(has('debootstrap', '--version') ? [] : ['debootstrap']),
  ...(process.getuid?.() === 0 ? [] : ['root']),
];
const BASE = 'docker.io/library/node:22-slim';

let folder = '';
afterAll(() => folder !== '' && rmSync(folder, { recursive: true, force: true }));

async function buildah(...args: readonly string[]): Promise<string> {
  const places = ['--root', join(folder, 'images'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'];
  const { stdout } = await promisify(execFile)('buildah', [...places, ...args], { maxBuffer: 1 << 26 });
  return stdout.trim();
}

/** What the image of that name has, as far as our Dockerfile asks for it: Node.js 22 on Debian, and a user called node. */
async function assembleBase(): Promise<void> {
  const root = join(folder, 'debian');
  execFileSync('debootstrap', ['--variant=minbase', 'bookworm', root, 'http://deb.debian.org/debian'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  execFileSync('npm', ['install', '--prefix', join(folder, 'npm'), '--no-audit', '--no-fund', '--silent', 'node@22'], { stdio: 'inherit' });
  mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
  copyFileSync(join(folder, 'npm/node_modules/node/bin/node'), join(root, 'usr/local/bin/node'));
  appendFileSync(join(root, 'etc/passwd'), 'node:x:1000:1000::/home/node:/bin/bash\n');
  appendFileSync(join(root, 'etc/group'), 'node:x:1000:\n');
  const container = await buildah('from', 'scratch');
  await buildah('add', '--quiet', container, root, '/');
  await buildah('commit', '--quiet', '--rm', container, BASE);
}

beforeAll(async () => {
  if (MISSING.length > 0) return console.log(`not run: this needs ${MISSING.join(', ')} (Debian's buildah and debootstrap, as root)`);
  folder = mkdtempSync(join(tmpdir(), 'tapwright-docker-'));
  await assembleBase();
});

interface Message {
  readonly type: string;
  readonly [member: string]: unknown;
}

test.runIf(MISSING.length === 0)('the Dockerfile makes an image that is a source: spec, check and read', async () => {
  const source = join(buildPackage('github-issues'), '../../..');
  await buildah('build', '--isolation', 'chroot', '--pull-never', '--quiet', '--tag', 'source', source);
  const { Docker } = JSON.parse(await buildah('inspect', '--type', 'image', 'source')) as {
    readonly Docker: { readonly config: Readonly<Record<string, unknown>> };
  };
  expect(Docker.config).toMatchObject({
    User: 'node',
    Entrypoint: ['node', '/airbyte/integration_code/dist/sync/source.js'],
    Labels: { 'io.airbyte.name': 'github-issues-connector' },
  });
  expect(Docker.config['Env']).toContain('AIRBYTE_ENTRYPOINT=node /airbyte/integration_code/dist/sync/source.js');

  const { url } = await recordedIssues();
  const container = await buildah('from', '--pull-never', 'source');
  const entry = Docker.config['Entrypoint'] as readonly string[];
  const run = async (...args: readonly string[]): Promise<readonly Message[]> =>
    (await buildah('run', '--isolation', 'chroot', container, '--', ...entry, ...args))
      .split('\n')
      .map((line) => JSON.parse(line) as Message);
  expect(await run('spec')).toEqual([expect.objectContaining({ type: 'SPEC' })]);
  expect(await buildah('run', '--isolation', 'chroot', container, '--', 'id', '-un')).toBe('node');

  const { token, owner, repo, pageSize } = RECORDED_OPTIONS;
  const config = { token, owner, repo, page_size: pageSize, base_url: url };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  await buildah('copy', '--quiet', '--chown', 'node', container, join(folder, 'config.json'), '/secrets/config.json');
  expect((await run('check', '--config', '/secrets/config.json')).at(-1)).toMatchObject({
    type: 'CONNECTION_STATUS',
    connectionStatus: { status: 'SUCCEEDED' },
  });
  const [discovered] = await run('discover', '--config', '/secrets/config.json');
  const { streams } = discovered?.['catalog'] as { readonly streams: readonly object[] };
  const catalog = { streams: streams.map((stream) => ({ stream, sync_mode: 'full_refresh', destination_sync_mode: 'append' })) };
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  await buildah('copy', '--quiet', '--chown', 'node', container, join(folder, 'catalog.json'), '/secrets/catalog.json');
  const messages = await run('read', '--config', '/secrets/config.json', '--catalog', '/secrets/catalog.json');
  expect(messages.filter(({ type }) => type === 'RECORD')).toHaveLength(13);
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { contentOf, sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand } from '../sync/support/built-package.js';

/** Settings and arguments that are odd: each has an error of its own, none is a fault of ours, and none takes long. */

const SPEC = {
  name: 'crew',
  outputs: ['files', 'sqlite', 'duckdb', 'postgres', 'singer', 'airbyte'],
  client: { base_url: 'https://api.example.com', auth: { type: 'bearer' }, retry: { max_retries: 0 }, timeout: 5 },
  resources: [
    {
      name: 'notes',
      primary_key: 'id',
      fields: { id: 'integer', at: { type: 'datetime', nullable: false } },
      endpoint: {
        data_selector: 'items',
        paginator: { type: 'offset', limit: 2 },
        incremental: { cursor_path: 'at', start_param: 'since' },
      },
    },
  ],
};
const bin = await buildSpec(JSON.stringify(SPEC));

describe('a base URL', () => {
  test.each([
    ['http://[bad'],
    ['ftp://127.0.0.1/'],
    ['https://me:word@127.0.0.1/'],
    ['http://127.0.0.1:99999'],
    ['http://127.0.0.1:port'],
    ['https://api.example.com/?x=1'],
    ['https://api.example.com/#x'],
    ['api.example.com'],
    [' '],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['http://api.example.com'],
    ['http://127.0.0.1.example.com'],
    ['http://localhost.example.com'],
    ['http://10.0.0.1'],
    ['http://0x7f.example'],
    ['https://\u202eapi.example.com'],
    ['https://a b'],
  ])('that is %s is refused as a setting', async (url) => {
    for (const args of [['check'], ['sync', '--to', 'out/'], ['read', 'notes'], ['--singer']]) {
      const cwd = sandbox();
      const finished = await runCommand(bin, args, { cwd, env: { CREW_TOKEN: 'a-token-of-length', CREW_BASE_URL: url } });
      expect
        .soft({ args, ...finished })
        .toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/BASE_URL|baseUrl/) as string });
      expect.soft(finished.stderr.length).toBeLessThan(1_500);
      expect.soft(contentOf(cwd)).toEqual({});
    }
  });
});

describe('what is given', () => {
  test.each([
    [['read', 'notes', '--limit=-1'], 2],
    [['read', 'notes', '--limit', '0'], 2],
    [['read', 'notes', '--limit', 'many'], 2],
    [['read', 'notes', '--limit', '1e999'], 2],
    [['read', 'nothing'], 2],
    [['read', '../notes'], 2],
    [['read', '__proto__'], 2],
    [['read', 'constructor'], 2],
    [['read'], 2],
    [['sync', '--to', 'out/', '--resource', '__proto__'], 2],
    [['sync', '--to', 'out/', '--since', 'some day'], 2],
    [['sync', '--to', 'out/', '--since', '99999-99-99'], 2],
    [['sync', '--to', 'out/', '--format', '../x'], 2],
    [['sync', '--to', 'out/', '--state', 'folder/'], 3],
    [['sync', '--to', 'out/', '--state', 'folder'], 3],
    [['sync', '--to', 'out/', '--state', '/dev/zero'], 3],
    [['sync', '--to', 'out/', '--state', 'missing/state.json'], 3],
    [['sync', '--to', 'folder.duckdb'], 3],
    [['sync', '--to', 'folder.sqlite'], 3],
    [['sync', '--to', `${'x'.repeat(5_000)}/`], 3],
    [['sync', '--to', ''], 2],
    [['sync', '--to', '.'], 2],
    [['sync', '--to', 'postgres://127.0.0.1:99999/db'], 3],
    [['sync', '--to', 'postgres://127.0.0.1:1/db'], 3],
    [['sync', '--to', 'postgres://[::1/db'], 3],
    [['sync', '--to', 'postgres://127.0.0.1:1/db?sslmode=verify-full&sslrootcert=missing.pem'], 3],
    [['sync', '--to', 'postgres://127.0.0.1:1/db?sslmode=verify-full&sslrootcert=garbage'], 3],
    [['sync', '--to', 'postgres://127.0.0.1:1/db?sslcert=missing.pem&sslkey=folder'], 3],
    [['check', '--env', 'folder'], 2],
    [['check', '--env', '/dev/zero'], 2],
    [['check', '--env', 'missing'], 2],
    [['--singer', '--config', '/dev/zero'], 2],
    [['--singer', '--config', 'folder'], 2],
    [['--singer', '--catalog', 'garbage'], 2],
    [['--singer', '--state', 'garbage'], 5],
    [['--no-such-option'], 2],
    [['--__proto__=x'], 2],
    [['toString'], 2],
    [['sync', '--mode', '9'], 2],
    [[''], 2],
  ] as const)('as %j ends in time with exit code %d', { timeout: 60_000 }, async (args, exitCode) => {
    const { origin } = await serve(() => ({ body: { items: [] } }));
    const cwd = sandbox();
    mkdirSync(join(cwd, 'folder'));
    mkdirSync(join(cwd, 'folder.duckdb'));
    mkdirSync(join(cwd, 'folder.sqlite'));
    writeFileSync(join(cwd, 'garbage'), '\u0000\u202e not PEM, not JSON');
    const finished = await runCommand(bin, args, { cwd, env: { CREW_TOKEN: 'a-token-of-length', CREW_BASE_URL: origin } });
    expect({ exitCode: finished.exitCode, stderr: finished.stderr }).toMatchObject({ exitCode });
    expect(finished.stderr).toMatch(/^error: [^\n]+\n$/);
  });

  test.each([
    ['HTTPS_PROXY', 'nonsense', 'https://127.0.0.1:1'],
    ['HTTPS_PROXY', 'http://127.0.0.1:99999', 'https://127.0.0.1:1'],
    ['HTTPS_PROXY', 'socks5://127.0.0.1:1', 'https://127.0.0.1:1'],
    ['NODE_EXTRA_CA_CERTS', 'missing.pem', 'https://127.0.0.1:1'],
    ['NODE_EXTRA_CA_CERTS', 'garbage', 'https://127.0.0.1:1'],
    ['SSL_CERT_FILE', 'missing.pem', 'https://127.0.0.1:1'],
    ['NO_PROXY', ',,*.,[', 'https://127.0.0.1:1'],
  ])('as %s=%s is an error of the connection, or of settings', { timeout: 60_000 }, async (name, value, url) => {
    const cwd = sandbox();
    writeFileSync(join(cwd, 'garbage'), 'not PEM');
    const env = { CREW_TOKEN: 'a-token-of-length', CREW_BASE_URL: url, [name]: value };
    const finished = await runCommand(bin, ['read', 'notes'], { cwd, env });
    expect({ ...finished }).toMatchObject({ exitCode: expect.toBeOneOf([2, 4]) as number });
  });
});

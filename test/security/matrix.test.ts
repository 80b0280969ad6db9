import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { contentOf, sandbox } from '../support/sandbox.js';
import { buildSpec } from '../sync/support/built-package.js';
import { asciiCanary, leaksIn } from './canary.js';
import { nodes, slowness, thorough } from './runtimes.js';
import { hostile, HOSTILE } from './servers.js';

/** Hostile servers × commands and programs × versions of Node.js: no leak, nothing written outside, no fault of ours, and no case without an end. */

const SECRET = asciiCanary();

/** What is promised is five seconds; a machine with more to do than it has processors for gets as much more. */
const watchdogMs = (): number => 5_000 * slowness() * (thorough ? 1 : 3);

const spec = (origin: string): object => ({
  name: 'crew',
  outputs: ['files', 'singer', 'airbyte'],
  client: { base_url: origin, auth: { type: 'bearer' }, retry: { max_retries: 0 }, timeout: 2 },
  resources: [
    {
      name: 'notes',
      primary_key: 'id',
      fields: { id: 'integer', name: 'string', any: 'json' },
      endpoint: { data_selector: 'items', paginator: { type: 'json_link', next_url_path: 'next', maximum_empty_pages: 3 } },
    },
    {
      name: 'parts',
      fields: { id: 'integer' },
      endpoint: { path: '/notes/{resources.notes.name}/parts', data_selector: 'items', paginator: 'single_page', more: 'ignore' },
    },
  ],
});

const bin = await buildSpec(JSON.stringify(spec('https://api.example.com')));
const tapwright = join(repository, 'dist/bin.js');
const stream = { name: 'notes', json_schema: {} };
const CATALOG = JSON.stringify({ streams: [{ stream, sync_mode: 'full_refresh', destination_sync_mode: 'append' }] });

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  sync: [bin, 'sync', '--to', 'out/'],
  'read a child': [bin, 'read', 'parts'],
  read: [bin, 'read', 'notes', '--limit', '1000'],
  check: [bin, 'check', '--json'],
  singer: [bin, '--singer'],
  airbyte: [bin, 'read', '--config', 'config.json', '--catalog', 'catalog.json'],
  record: [tapwright, 'record', 'specs/crew.yaml'],
  'check --live': [tapwright, 'check', 'specs/crew.yaml', '--live', '--format', 'json'],
  init: [tapwright, 'init', 'ORIGIN/notes', '--name', 'other', '--auth', 'bearer'],
};

interface Case {
  readonly server: string;
  readonly command: string;
}

/** Each server with each command; without `npm run test:hostile`, each server with one of them. */
function cases(): readonly Case[] {
  const names = Object.keys(COMMANDS);
  return Object.keys(HOSTILE).flatMap((server, index) =>
    (thorough ? names : [names[index % names.length] ?? '']).map((command) => ({ server, command })),
  );
}

describe.each(nodes())('$name $version', ({ command: program }) => {
  test.each(cases())('$command against $server', { timeout: 120_000 }, async ({ server, command }) => {
    const origin = await hostile(HOSTILE[server] ?? (() => undefined), SECRET);
    const base = sandbox();
    const cwd = join(base, 'inside');
    mkdirSync(join(cwd, 'specs'), { recursive: true });
    writeFileSync(join(cwd, 'specs/crew.yaml'), JSON.stringify(spec(origin)));
    writeFileSync(join(cwd, 'config.json'), JSON.stringify({ base_url: origin }));
    writeFileSync(join(cwd, 'catalog.json'), CATALOG);
    const args = (COMMANDS[command] ?? []).map((each) => each.replace('ORIGIN', origin));
    const env = { PATH: process.env['PATH'], CREW_TOKEN: SECRET, OTHER_TOKEN: SECRET, CREW_BASE_URL: origin };
    const finished = await watched([...program, ...args], cwd, env);
    const isData = /^(?:read|singer|airbyte|sync)/.test(command) && /credential as a key/.test(server); // records are data

    expect(finished.signal, finished.stderr.slice(0, 500)).toBe(null);
    expect(finished.exitCode, finished.stderr.slice(0, 500)).toBeOneOf([0, 1, 2, 3, 4, 5]);
    expect(finished.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(finished.stderr.length).toBeLessThan(20_000);
    if (/json/.test((COMMANDS[command] ?? []).join(' ')))
      expect(finished.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const texts = { stdout: isData ? '' : finished.stdout, stderr: finished.stderr, ...(isData ? {} : contentOf(cwd)) };
    expect(Object.entries(texts).flatMap(([name, text]) => leaksIn(text, SECRET).map((leak) => `${name}: ${leak}`))).toEqual([]);
    expect(Object.keys(contentOf(base)).filter((path) => !path.startsWith('inside/'))).toEqual([]);
  });
});

interface Watched {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program, and kills it when its time is over. */
function watched(
  [program = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Watched> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const dog = setTimeout(() => child.kill('SIGKILL'), watchdogMs());
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text.slice(0, Math.max(0, 5_000_000 - stdout.length))));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (exitCode, signal) => {
      clearTimeout(dog);
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendJson, serve, tapwright } from '../support.js';
import { fingerprintOf, put, sandbox } from '../../support/sandbox.js';

const CONFIG = {
  client: { base_url: 'https://api.acme.example/v1/' },
  resources: [
    {
      name: 'posts',
      endpoint: { path: 'posts', data_selector: 'items', paginator: 'header_link' },
      processing_steps: [{ map: { $callable: 'f', source: 'def f(r): return r' } }],
    },
    { name: 'comments', endpoint: { path: 'posts/{resources.posts.id}/comments', data_selector: 'items', paginator: 'header_link' } },
    { name: 'users', endpoint: { path: 'https://elsewhere.example/', data_selector: 'items', paginator: 'single_page' } },
  ],
};

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('tapwright import', () => {
  test('writes a spec, the functions to write, and a report with places; generate takes it', async () => {
    const folder = sandbox();
    put(folder, { 'acme.json': JSON.stringify(CONFIG, null, 2) });
    const result = await tapwright(folder, ['import', 'acme.json', '--report', 'report.json']);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.stdout).toContain('stub      posts     acme.json:6:5   map hook: def f(r): return r\n');
    expect(result.stdout).toContain('left out  users     acme.json:30:5  the path https://elsewhere.example/ is outside of base_url\n');
    expect(result.stdout).toContain('specs/acme.yaml: 1 imported, 1 with a hook to write, 1 left out\n');
    expect(JSON.parse(read(folder, 'report.json'))).toMatchObject({
      streams: [
        { stream: 'posts', status: 'stub', line: 6, column: 5 },
        { stream: 'comments', status: 'imported' },
        { stream: 'users', status: 'left out' },
      ],
    });
    expect(read(folder, 'specs/acme.hooks.ts')).toContain('} satisfies PostsHooks;');
    expect(await tapwright(folder, ['generate', 'specs/acme.yaml'])).toMatchObject({ exitCode: 0 });
  });

  test('takes what is wanted, and the parents that it needs', async () => {
    const folder = sandbox();
    put(folder, { 'acme.json': JSON.stringify(CONFIG) });
    expect(await tapwright(folder, ['import', 'acme.json', '--only', 'comm*'])).toMatchObject({ exitCode: 0 });
    const text = read(folder, 'specs/acme.yaml');
    expect(text).toContain('- name: posts');
    expect(text).toContain('- name: comments');
    const listed = await tapwright(folder, ['import', 'acme.json', '--list']);
    expect(listed).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/posts.*\n.*comments.*\n.*users.*left out/) as string });
  });

  test('adds what is new, and leaves what people decided byte by byte', async () => {
    const folder = sandbox();
    put(folder, { 'acme.json': JSON.stringify(CONFIG) });
    await tapwright(folder, ['import', 'acme.json', '--only', 'posts']);
    const decided = read(folder, 'specs/acme.yaml').replace('data_selector: items', 'data_selector: other.items # decided');
    put(folder, { 'specs/acme.yaml': `${decided}# the end\n` });
    const more = {
      ...CONFIG,
      resources: [
        ...CONFIG.resources,
        { name: 'tags', endpoint: { path: 'tags', params: { org: '⟦config:org⟧' }, data_selector: 'items', paginator: 'header_link' } },
      ],
    };
    put(folder, { 'acme.json': JSON.stringify(more) });
    const result = await tapwright(folder, ['import', 'acme.json', '--update', '--only', 'posts', '--only', 'tags']);
    expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('added config.org, tags') as string });
    const text = read(folder, 'specs/acme.yaml');
    for (const line of decided.split('\n')) expect(text.split('\n')).toContain(line);
    expect(text).toContain('- name: tags');
    expect(await tapwright(folder, ['generate', 'specs/acme.yaml', '--print-model'])).toMatchObject({ exitCode: 0 });
    const again = await tapwright(folder, ['import', 'acme.json', '--update', '--only', 'posts', '--only', 'tags']);
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing new') as string });
    expect(read(folder, 'specs/acme.yaml')).toBe(text);
  });

  test('reads a URL', async () => {
    const base = await serve((_, response) => sendJson(response, CONFIG));
    const folder = sandbox();
    expect(await tapwright(folder, ['import', `${base}/config.json`, '--name', 'acme'])).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(folder, 'specs/acme.yaml'))).toBe(true);
  });

  test('prints the dumper', async () => {
    const result = await tapwright(sandbox(), ['import', 'dlt', '--dumper']);
    expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^"""Prints the rest_api configuration/) as string });
    expect(result.stdout).not.toMatch(/\t|\r/);
  });

  test.each([
    [['import', 'missing.json'], 2, 'cli/missing-file'],
    [['import', 'broken.json'], 1, 'import/syntax'],
    [['import', 'broken.py'], 1, 'import/syntax'],
    [['import', 'other.json'], 1, 'import/unknown-kind'],
    [['import', 'other.json', '--from', 'dlt'], 1, 'import/unknown-kind'],
    [['import', 'acme.json', '--from', 'magic'], 1, 'import/unknown-kind'],
    [['import', 'acme.json', '--only', 'nobody'], 2, 'cli/unknown-value'],
    [['import', 'acme.json', '--only', 'users'], 1, 'import/nothing'],
    [['import', 'acme.json', '--name', 'Acme Inc'], 2, 'cli/unknown-value'],
    [['import', 'acme.json', '--name', 'taken'], 3, 'out/exists'],
    [['import', 'acme.json', '--update'], 2, 'cli/missing-file'],
    [['import', 'acme.json', '--dumper'], 2, 'cli/usage'],
    [['import'], 2, 'cli/usage'],
  ])('refuses %j', async (argv, exitCode, code) => {
    const folder = sandbox();
    put(folder, {
      'acme.json': JSON.stringify(CONFIG),
      'broken.json': '{"a": [1, }',
      'broken.py': 'x = {"client": {"a": "b}',
      'other.json': '{"a": 1}',
      'specs/taken.yaml': 'name: taken\n',
    });
    const before = fingerprintOf(folder);
    expect(await tapwright(folder, argv)).toMatchObject({ exitCode, stderr: expect.stringContaining(`error[${code}]`) as string });
    expect(fingerprintOf(folder)).toEqual(before);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Graph } from '../../generator/graph/graph.js';
import { mermaid } from '../../generator/graph/mermaid.js';
import { svg } from '../../generator/graph/svg.js';
import { tapwright } from './support.js';
import { put, sandbox } from '../support/sandbox.js';

const HOSTILE = '"]; click r0 "javascript:x" <script>&`|{{#quot;';

const graph: Graph = {
  api: 'api.example.com',
  resources: [
    { name: 'tasks', request: 'GET /tasks', facts: ['offset'], parent: { name: 'projects', fields: ['id', HOSTILE] } },
    { name: 'projects', request: `GET /${HOSTILE}`, facts: [], parent: undefined },
  ],
};

describe('a picture', () => {
  test('is a flow chart of Mermaid, in which a text means nothing but itself', () => {
    const text = mermaid(graph);
    expect(text.split('\n')).toEqual([
      'flowchart LR',
      '  api(["api.example.com"])',
      '  r0["<b>tasks</b><br>GET /tasks<br>offset"]',
      expect.stringMatching(
        /^ {2}r1\["<b>projects<\/b><br>GET \/#34;#93;#59; click r0 #34;javascript:x#34; #60;script#62;#38;#96;#124;{{#35;quot#59;"\]$/,
      ) as string,
      expect.stringMatching(/^ {2}r1 -->\|"id, #34;.*"\| r0$/) as string,
      '  api --> r1',
      '',
    ]);
  });

  test('is an SVG with the parent left of its child, in which a text means nothing but itself', () => {
    const text = svg(graph);
    expect(text).not.toContain('<script');
    const place = (name: string): number => Number(new RegExp(`<text class="name" x="(\\d+)"[^>]*>${name}<`).exec(text)?.[1]);
    expect(place('projects')).toBeLessThan(place('tasks'));
    expect(text).toContain('aria-label="Resources of api.example.com: tasks, once for each of projects; projects."');
    expect(svg(graph)).toBe(text);
  });
});

describe('tapwright graph', () => {
  const spec = readFileSync('specs/examples/github.yaml', 'utf8');

  test('prints Mermaid, SVG or JSON, and writes a file where it is asked to', async () => {
    const folder = sandbox();
    put(folder, { 'github.yaml': spec });
    expect((await tapwright(folder, ['graph', 'github.yaml'])).stdout).toBe(`flowchart LR
  api(["api.github.com"])
  r0["<b>repositories</b><br>GET /orgs/{org}/repos<br>header link"]
  r1["<b>issues</b><br>GET /repos/{org}/{repositories.name}/issues<br>header link<br>cursor updated_at → since"]
  api --> r0
  r0 -->|"name"| r1
`);
    const json = await tapwright(folder, ['graph', 'github.yaml', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: true,
      api: 'api.github.com',
      resources: [{ name: 'repositories' }, { parent: { name: 'repositories' } }],
    });
    expect(await tapwright(folder, ['graph', 'github.yaml', '--format', 'svg', '--out', 'docs/github.svg'])).toMatchObject({
      exitCode: 0,
      stdout: 'docs/github.svg: written\n',
    });
    expect(readFileSync(join(folder, 'docs/github.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  test.each([
    [['graph'], 2],
    [['graph', 'absent.yaml'], 2],
    [['graph', 'github.yaml', '--format', 'png'], 2],
    [['graph', 'broken.yaml'], 1],
    [['graph', 'github.yaml', '--out', 'github.yaml/x'], 3],
  ])('%j is refused', async (argv, exitCode) => {
    const folder = sandbox();
    put(folder, { 'github.yaml': spec, 'broken.yaml': 'name: x\n' });
    expect(await tapwright(folder, argv)).toMatchObject({ exitCode, stdout: '' });
  });
});

describe('--format html', () => {
  test('is a page for check and diff, with errors where there are errors, and no text of a spec as HTML', async () => {
    const folder = sandbox();
    const yaml =
      'name: acme\nclient: { base_url: "https://api.example.com" }\nresources: [{ name: users, description: "<b>x</b>", endpoint: { paginator: single_page, data_selector: $ }, fields: { id: integer } }]\n';
    put(folder, { 'specs/acme.yaml': yaml, 'specs/bad.yaml': 'name: <i>\n' });
    await tapwright(folder, ['generate', 'specs/acme.yaml']);
    put(folder, { 'specs/acme.yaml': yaml.replace('id: integer', 'id: string') });
    const diff = await tapwright(folder, ['diff', 'specs/acme.yaml', '--against', 'generated', '--format', 'html']);
    expect(diff).toMatchObject({ exitCode: 0, stderr: '' });
    expect(diff.stdout).toMatch(/^<!doctype html>[\s\S]*<td>major<\/td><td>User\.id<\/td>/);
    const bad = await tapwright(folder, ['check', 'specs/bad.yaml', '--format', 'html']);
    expect(bad).toMatchObject({ exitCode: 1, stderr: '' });
    expect(bad.stdout).toContain('specs/bad.yaml:1:7');
    expect(bad.stdout).not.toContain('<i>');
  });
});

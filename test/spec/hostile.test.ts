import { describe, expect, test } from 'vitest';
import { load } from '../../generator/spec/load.js';
import type { VirtualFile } from '../../generator/virtual-file.js';
import cases from './bad-inputs.json' with { type: 'json' };
import { identifiersIn, runPackage } from './inert.js';
import { generateLater } from '../support/generate.js';

async function packageOf(text: string): Promise<readonly VirtualFile[]> {
  const loaded = load('spec.yaml', Buffer.from(text));
  const generated = loaded.ok ? await generateLater(loaded.source) : loaded;
  if (!generated.ok) throw new Error(JSON.stringify(generated.diagnostics));
  return generated.files;
}

function caseOf(id: string): string {
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found.input;
}

function textOf(files: readonly VirtualFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`no file ${path}`);
  return file.text;
}

describe('texts that try to be code', () => {
  test.each(cases.filter(({ code }) => code === null))('$id comes out as data', { timeout: 60_000 }, async ({ input }) => {
    const files = await packageOf(input);
    for (const file of files) if (file.path.endsWith('.ts')) expect(identifiersIn(file)).not.toContain('PWNED');
    expect(await runPackage(files)).toMatchObject({ canary: true, prototypes: true });
  });

  test('the end of a comment is defused, and the text is still there', async () => {
    expect(textOf(await packageOf(caseOf('H01')), 'src/resources/users.ts')).toContain('/** x *\\/ globalThis.PWNED=1; /* */');
  });

  test('a README shows HTML, links and fences as text', async () => {
    const readme = textOf(await packageOf(caseOf('H05')), 'README.md');
    expect(readme).toContain('onerror=alert');
    expect(readme).not.toMatch(/<(img|script|\/script)/);
    expect(readme).not.toMatch(/(?<!\\)\]\(javascript:/);
    expect(readme.match(/^```/gm)?.length).toSatisfy((fences: number) => fences % 2 === 0);
    expect(readme).not.toMatch(/[^`\n\\]```/);
  });

  test('an enum that is a fence does not end the example of the README', async () => {
    const readme = textOf(
      await packageOf(
        `name: acme\nclient: {base_url: "https://a.example"}\nresources:\n  - name: users\n    fields: {a: {type: string, enum: ["\`\`\`\\n# PWNED", "\\n\`\`\`\\n", b]}}\n`,
      ),
      'README.md',
    );
    const prose = readme.replace(/^(`{3,})\w*\n[^]*?\n\1$/gm, '');
    expect(prose).not.toMatch(/^ {0,3}(```|# PWNED)/m);
    expect(prose).toContain('## Resources');
  });

  test('letters that are newer than a compiler are data, wherever a name stands', async () => {
    const [one, two, three] = ['\\U000333ED', 'é', '\\U0001D4D0'].map((name) => `"${name}"`);
    const files = await packageOf(
      `name: acme\nclient: {base_url: "https://a.example"}\nresources:\n  - name: users\n    primary_key: ${one}\n    endpoint:\n      path: /u\n      params: {${two}: a}\n      filter: {field: ${two}, value: x}\n      incremental: {cursor_path: ${three}, start_param: ${one}, initial_value: 1}\n    fields: {${one}: string, ${two}: string, ${three}: {type: integer, nullable: false}, x: {fields: {${one}: {fields: {${two}: bigint}}}}}\n  - name: children\n    endpoint: "/c/{resources.users.é}"\n    include_from_parent: [${one}]\n`,
    );
    expect(textOf(files, 'src/records/user.ts')).toContain("readonly '\u{333ED}': string;");
    expect(textOf(files, 'src/resources/children.ts')).toContain("'_users_\u{333ED}'");
  });

  test('resources named like generated files make a package', async () => {
    const names =
      'auth csv json_lines deadline hooks http rate_limit sync token types replay client index errors retry state checks records resources'.split(
        ' ',
      );
    const spec = `name: acme\nclient:\n  base_url: https://api.example.com\n  auth: [bearer, {type: session_token, login_url: "https://api.example.com/t", json: {u: "{username}", password: "{password}"}}]\n  rate_limit: {requests: 10, per: second}\n  deadline: 60\noutputs: all\nresources:\n${names.map((name) => `  - {name: ${name}, endpoint: {path: /${name}, data_selector: $, paginator: single_page${name === 'csv' ? ', format: csv' : name === 'json_lines' ? ', format: jsonl' : ''}}, fields: {id: string}}\n`).join('')}`;
    const loaded = load('spec.yaml', Buffer.from(spec));
    if (!loaded.ok) throw new Error('not YAML');
    const made = await generateLater(loaded.source);
    expect(made.diagnostics).toEqual([]);
    expect(made.ok && new Set(made.files.map(({ path }) => path)).size === made.files.length).toBe(true);
  }, 60_000);

  test('a resource named like a generated file has a file of its own', async () => {
    expect((await packageOf(caseOf('H21'))).map(({ path }) => path)).toContain('src/resources/types.ts');
  });

  test('fields may be called __proto__ and constructor, and are kept', async () => {
    const { records, prototypes } = await runPackage(await packageOf(caseOf('H23')), '[{"__proto__": "p", "constructor": "c"}]');
    expect(prototypes).toBe(true);
    expect(records).toEqual([
      [
        ['__proto__', 'p'],
        ['constructor', 'c'],
      ],
    ]);
  });

  test('the text of a path is percent-encoded', async () => {
    const { urls } = await runPackage(await packageOf(caseOf('H25')));
    expect(urls).toEqual(["https://api.example.com/v1/a/$%7BglobalThis.PWNED=1%7D/'b%22%60%5C"]);
  });
});

import { expect, test } from 'vitest';
import { filesCompiled, filesFrom } from '../support/generate.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** `publish`; `npm run test:jsr` shows that Deno takes what is made. */

const spec = (more: object): string =>
  JSON.stringify({
    name: 'one',
    package: '@acme/one-connector',
    license: 'Apache-2.0',
    version: '1.2.3',
    client: { base_url: 'https://api.example.com' },
    resources: [{ name: 'things', primary_key: 'id', endpoint: { paginator: 'single_page' }, fields: { id: 'integer' } }],
    ...more,
  });

test('a package for JSR has the sources as its exports, and no program', async () => {
  const files = await filesFrom('one.yaml', spec({ publish: ['npm', 'jsr'], outputs: ['files'] }));
  expect(JSON.parse(files['jsr.json'] ?? '')).toEqual({
    name: '@acme/one-connector',
    version: '1.2.3',
    license: 'Apache-2.0',
    exports: './src/index.ts',
    imports: { '#transport': './src/internal/transport/fetch.ts' },
    publish: { include: ['src/**/*.ts', 'README.md', 'LICENSE', 'api.md', 'CHANGELOG.md'], exclude: ['src/sync'] },
  });
  expect(files['src/internal/transport/fetch.ts']).toBeDefined();
  expect(JSON.parse(files['package.json'] ?? '')).not.toHaveProperty('private');
});

test.each([[undefined], [['npm']]])('nothing of it stands in a package for npm: %j', async (publish) => {
  const files = await filesFrom('one.yaml', spec(publish === undefined ? {} : { publish }));
  expect(files['jsr.json']).toBeUndefined();
  expect(JSON.parse(files['package.json'] ?? '')).not.toHaveProperty('private');
});

test('a package for JSR alone is not published on npm by mistake', async () => {
  const files = await filesFrom('one.yaml', spec({ publish: ['jsr'] }));
  expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({ private: true });
});

test.each([
  ['no name', { package: undefined }],
  ['a name without a scope', { package: 'one-connector' }],
])('JSR asks for a scope: %s', async (_, more) => {
  const said = await diagnosticsOf(spec({ publish: ['jsr'], ...more }));
  expect(said.map(({ code }) => code)).toEqual(['spec/jsr-scope']);
});

test('what map returns is inferred, which JSR does not take', async () => {
  const typed = (object: string): string =>
    `import type { ThingsHooks } from '../generated/one/src/hook-types.ts';\nexport const things = ${object} satisfies ThingsHooks;\n`;
  const hooks = typed('{ map: ({ id }) => ({ key: id }) }');
  await expect(filesCompiled('one.yaml', spec({ publish: ['npm', 'jsr'] }), hooks)).rejects.toThrow('hooks/inferred');
  const said = typed('{ map: ({ id }): { readonly key: number | null } => ({ key: id }) }');
  const files = await filesFrom('one.yaml', spec({ publish: ['npm', 'jsr'] }), said);
  expect(files['src/hooks.ts']).toContain(
    "export const things: import('./hook-types.ts').ThingsHookSet<{ readonly key: number | null }> = {",
  );
  expect(JSON.parse(files['tsconfig.json'] ?? '')).toMatchObject({ compilerOptions: { isolatedDeclarations: true } });
  const filter = typed('{ filter: ({ id }) => id > 1 }');
  expect((await filesFrom('one.yaml', spec({ publish: ['npm', 'jsr'] }), filter))['jsr.json']).toBeDefined();
});

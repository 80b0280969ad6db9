import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/generator-sources.js';
import { contentOf, sandbox } from '../../support/sandbox.js';
import { follow } from './follow.js';

// `npm run test:tutorial` does the same with each package manager, and installs what is packed.

test('the tutorial does what it says, with what npm would install linked', async () => {
  const folder = sandbox();
  const link = (name: string, target: string): void => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(folder, 'node_modules', name), 'junction');
  };
  const steps = await follow({
    folder,
    env: { ...process.env, PATH: `${join(repository, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`, npm_config_user_agent: 'npm/11' },
    typed: (line) => {
      if (line === 'npm install --save-dev tapwright') {
        writeFileSync(join(folder, 'package.json'), '{\n  "devDependencies": {\n    "tapwright": "^0.1.0"\n  }\n}\n');
        link('tapwright', repository);
        for (const name of ['typescript', 'vitest', '@types/node']) link(name, join(repository, 'node_modules', name));
        return undefined;
      }
      if (line === 'npm install') {
        if (!existsSync(join(folder, 'node_modules/blog-connector'))) link('blog-connector', join(folder, 'generated/blog'));
        return undefined;
      }
      return line
        .replace(/^npx tapwright/, `node ${join(repository, 'dist/bin.js')}`)
        .replace(/^npx blog-connector/, 'node node_modules/blog-connector/bin.js');
    },
  });
  const said = (part: string): readonly string[] => steps.filter(({ line }) => line.includes(part)).map(({ said }) => said);
  expect(said('init')[0]).toContain('Next:\n  npx tapwright record specs/blog.yaml\n');
  expect(said('infer')[0]).toContain('9 fields added');
  expect(said('main.mjs')).toEqual(['100 posts\n']);
  expect(said('--live')[0]).not.toContain('new');
  expect(said(' diff ')[0]).toContain('the same as HEAD');
  expect(said('publish')[0]).toContain('+ blog-connector@0.1.0');
  expect(readFileSync(join(folder, 'rows/posts.jsonl'), 'utf8').trim().split('\n')).toHaveLength(100);
  const [first, second] = said('sync');
  expect([first, second]).toEqual([expect.stringContaining('100') as string, expect.any(String) as string]);
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({ workspaces: ['generated/*'] });
  expect(readdirSync(join(folder, '.github/workflows')).sort()).toEqual(['connectors.yml', 'sync.yml']);
  expect(Object.keys(contentOf(join(folder, 'specs')))).toEqual(
    expect.arrayContaining(['blog.yaml', 'blog/posts.json', 'blog/comments.json']),
  );
}, 240_000);

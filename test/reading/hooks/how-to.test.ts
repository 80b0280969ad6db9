import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { repository } from '../../support/generator-sources.js';
import { DESK } from './api.js';

test('the hooks in the how-to are accepted', async () => {
  const page = readFileSync(join(repository, 'docs/how-to/hooks.md'), 'utf8');
  const [, hooks = ''] = /```ts\n\/\/ specs\/desk\.hooks\.ts\n(.*?)```/s.exec(page) ?? [];
  const sign = 'const sign = async (key: string, path: string, body = ""): Promise<string> => key + path + body;\n';
  const files = await filesFrom('desk.yaml', JSON.stringify({ ...DESK, resources: DESK.resources.slice(0, 1) }), hooks + sign);
  expect(files['src/index.ts']).toContain('  TicketsMapped,');
  expect(files['src/resources/tickets.ts']).toContain('hooks.filter(record, context)');
});

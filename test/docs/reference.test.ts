import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { commandsPage } from './commands-page.js';
import { messagesPage } from './messages-page.js';
import { specPage } from './spec-page.js';

/** The pages of the reference are made of the source. `npm run docs` writes them anew. */
test.each([
  ['spec.md', specPage],
  ['messages.md', messagesPage],
  ['commands.md', commandsPage],
] as const)('docs/reference/%s says what is so now; npm run docs writes it anew', async (name, make) => {
  const path = join(repository, 'docs/reference', name);
  const text = await make();
  if (process.env['MODE'] === 'docs-update') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

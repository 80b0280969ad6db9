import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphOf } from '../../../generator/graph/graph.js';
import { mermaid } from '../../../generator/graph/mermaid.js';
import { buildModel } from '../../../generator/model/build.js';
import { load } from '../../../generator/spec/load.js';
import { validate } from '../../../generator/spec/validate.js';
import { type Browser, openBrowser, type Page, scriptOf } from './browser.js';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 800 }, colorScheme: 'light', acceptDownloads: false });
  await page.setContent('<main></main>');
  await page.addScriptTag({ content: scriptOf('mermaid/dist/mermaid.min.js') });
  await page.evaluate('mermaid.initialize({ startOnLoad: false })');
});
afterAll(() => browser?.close());

async function drawn(text: string): Promise<string> {
  return page.evaluate<string>(
    `mermaid.render('m' + Math.random().toString(36).slice(2), ${JSON.stringify(text)}).then(({ svg }) => { document.querySelector('main').innerHTML = svg; return document.querySelector('main').textContent; })`,
  );
}

test('Mermaid draws the resources of every spec', async () => {
  for (const path of ['specs', 'specs/examples'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  )) {
    const loaded = load(path, readFileSync(path));
    if (!loaded.ok) throw new Error(path);
    const { document, reading } = validate(loaded.source);
    const model = document === undefined ? undefined : buildModel(document, path, reading);
    if (model === undefined) throw new Error(path);
    const shown = await drawn(mermaid(graphOf(model)));
    for (const { name } of model.resources) expect(shown).toContain(name.raw);
  }
});

test('Mermaid shows a text as it is', async () => {
  const hostile = '"]; click r0 "javascript:x" <script>&`|{{#quot; [[x]] -->';
  const shown = await drawn(mermaid({ api: 'x', resources: [{ name: 'tasks', request: hostile, facts: [], parent: undefined }] }));
  expect(shown).toContain(hostile);
});

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tapwright } from '../../commands/support.js';
import { put } from '../../support/sandbox.js';
import { type Browser, openBrowser, scriptOf } from './browser.js';

/** What `check --format html` and `diff --format html` print: pages for people who look at a run of CI. */

const SPEC = `name: acme
client:
  base_url: https://api.example.com
resources:
  - name: things
    primary_key: id
    endpoint: { path: /things, data_selector: data, paginator: { type: offset, limit: 100 } }
    fields: { id: integer, name: string }
`;

const screenshots = 'docs/playground/dist/screenshots';
const pages = new Map<string, string>();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tapwright-pages-')));
let browser: Browser;

beforeAll(async () => {
  put(folder, { 'specs/acme.yaml': SPEC });
  const page = async (name: string, ...argv: readonly string[]): Promise<void> => {
    pages.set(name, (await tapwright(folder, [...argv, '--format', 'html'])).stdout);
  };
  await tapwright(folder, ['generate', 'specs/acme.yaml']);
  const madeUp = readFileSync(join(folder, 'generated/acme/fixtures/things.json'), 'utf8');
  put(folder, { 'specs/acme/things.json': madeUp.replaceAll('"name":', '"title":').replace(/\n *"synthesised": true,/, '') });
  await page('check', 'check', 'specs/acme.yaml');
  put(folder, { 'specs/acme.yaml': SPEC.replace('name: string }', 'name: integer, of: date }').replace('100 }', '50 }') });
  await page('diff', 'diff', 'specs/acme.yaml', '--against', 'generated');
  put(folder, { 'specs/acme.yaml': SPEC.replace('fields', 'felds') });
  await page('error', 'check', 'specs/acme.yaml');
  browser = await openBrowser();
  mkdirSync(screenshots, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    ['check', 'title'],
    ['diff', 'major'],
    ['error', 'felds'],
  ])('axe-core finds nothing wrong with the page of %s', async (name, words) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, colorScheme, acceptDownloads: false });
    await page.setContent(pages.get(name) ?? '');
    expect(await page.textContent('main')).toContain(words);
    await page.evaluate(scriptOf('axe-core/axe.min.js'));
    const found = await page.evaluate<readonly object[]>(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))",
    );
    await page.screenshot({ path: `${screenshots}/${name}-${colorScheme}.png` });
    expect(found).toEqual([]);
    await page.close();
  });
});

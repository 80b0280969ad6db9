import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPlayground } from '../../../docs/playground/build.js';
import { type Served, serveFolder } from '../../../docs/playground/serve.js';
import { filesBelow } from '../../support/generator-sources.js';
import { type Browser, openBrowser, type Page, scriptOf } from './browser.js';

// `npm run test:browser`, also into screenshots: `docs/playground/dist/screenshots`.

const folder = mkdtempSync(join(tmpdir(), 'tapwright-playground-'));
const screenshots = 'docs/playground/dist/screenshots';
let served: Served;
let browser: Browser;
let page: Page;
let asked: string[] = [];
let errors: string[] = [];

beforeAll(async () => {
  await buildPlayground(folder);
  served = await serveFolder(folder, 0);
  browser = await openBrowser();
  mkdirSync(screenshots, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(colorScheme: 'light' | 'dark' = 'light', width = 1440, fragment = ''): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, acceptDownloads: true });
  asked = [];
  errors = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url + fragment);
  await made();
}

/** Waits until an expression is true in the page. */
async function until(expression: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > end) throw new Error(`not in 20 s: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until the package of the text is there. */
const made = (): Promise<void> => until('document.documentElement.dataset.made !== undefined');
const settled = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Types at a place of the spec, and waits for what it makes. */
async function type(text: string, key: 'Control+Home' | 'End'): Promise<void> {
  await page.focus('#editor .cm-content');
  await page.keyboard.press(key);
  const before = await page.evaluate<number>("performance.getEntriesByName('keystroke').length");
  await page.keyboard.type(text);
  await until(`performance.getEntriesByName('keystroke').length > ${before}`);
}

const text = async (selector: string): Promise<string> => (await page.textContent(selector)) ?? '';
const waitForText = (selector: string, part: string): Promise<void> =>
  until(`document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(part)})`);

describe('the playground', () => {
  beforeEach(() => open());
  afterEach(async () => {
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(served.url) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
    await page.close();
  });

  test('shows the package of the first example, laid out as generate lays it out', async () => {
    await waitForText('#viewer', 'export interface EventsState');
    const shown = await page.evaluate<string>("document.querySelector('#viewer .cm-content').textContent");
    const committed = readFileSync('generated/analytics/src/resources/events.ts', 'utf8');
    expect(shown).toContain(committed.split('\n').slice(4, 8).join(''));
    await page.screenshot({ path: `${screenshots}/files.png` });
  });

  test('paints within a second, and shows what a keystroke makes within a tenth of one', async () => {
    const painted = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    await page.click('#editor .cm-line:has-text("Every tracked event.")'); // what is typed here stands in the file that is open, too
    for (const sign of ' And how it came to be that it was tracked') await type(sign, 'End');
    await page.click('#tree button[data-path="src/records/event.ts"]'); // where it stands at the top
    await waitForText('#viewer', 'came to be that it was tracked');
    const taken = await page.evaluate<number[]>("performance.getEntriesByName('keystroke').slice(1).map(({ duration }) => duration)");
    const sorted = taken.sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
    console.log(
      `first paint ${Math.round(painted)} ms; keystroke to output ${Math.round(median)} ms (median of ${sorted.length}), at best ${Math.round(sorted[0] ?? 0)} ms`,
    );
    expect(painted).toBeLessThan(1000);
    expect(median).toBeLessThan(100);
  });

  test('names errors with their places while one types, and goes to them', async () => {
    await type('nam: x\n', 'Control+Home');
    await waitForText('#problems', '1:1 unknown key "nam"');
    expect(await text('#problems')).toContain('Did you mean "name"?');
    expect(await text('#status')).toContain('1 error');
    expect(await page.evaluate<number>("document.querySelectorAll('#editor .cm-lintRange-error').length")).toBeGreaterThan(0);
    await page.click('#problems button');
    expect(await page.evaluate<boolean>("document.querySelector('#editor').contains(document.activeElement)")).toBe(true);
    await page.screenshot({ path: `${screenshots}/errors.png` });
  });

  test('completes what the language has', async () => {
    await type('\nret', 'Control+Home');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('lic');
    await until("document.querySelector('.cm-tooltip-autocomplete')?.textContent.includes('license')");
    await page.screenshot({ path: `${screenshots}/completion.png` });
    await settled(100); // it takes no key in its first moments
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>("document.querySelector('#editor .cm-line').textContent")).toBe('license: ');
  });

  test('tells changes against the package that one began with', async () => {
    await page.click('#tab-changes');
    await waitForText('#changes-summary', 'Nothing differs');
    await type('license: Apache-2.0\n', 'Control+Home');
    await waitForText('#diffs', 'Apache-2.0');
    expect(await text('#diffs')).toContain('package.json (changed)');
    await page.screenshot({ path: `${screenshots}/changes.png` });
    await page.click('#rebase');
    await waitForText('#changes-summary', 'Nothing differs');
  });

  test('reads pasted answers with the emitted package', async () => {
    await page.click('#tab-requests');
    await waitForText('#trace', 'The read is complete.');
    expect(await text('#trace')).toMatch(
      /Request 1: GET https:\/\/api\.example\.com\/v1\/events\?since=.*offset=0.*Page 1: 3 records\. Next: {"offset":3/,
    );
    await page.screenshot({ path: `${screenshots}/requests.png` });
    await page.fill('#answers', '{ "data": [{ "id": 1 }] }');
    await waitForText('#trace', 'AnalyticsRecordError');
    await page.fill('#answers', '');
    await waitForText('#trace', 'There is no answer left for it.');
  });

  test('keeps a spec in its address, and reads it back', async () => {
    await type('# shared\n', 'Control+Home');
    await page.click('#share');
    await until("location.hash.startsWith('#spec=')");
    const fragment = await page.evaluate<string>('location.hash');
    await page.close();
    await open('light', 1440, fragment);
    expect(await page.evaluate<string>("document.querySelector('#editor .cm-line').textContent")).toBe('# shared');
  });

  test('gives the package as a zip, byte for byte what generate writes', async () => {
    await page.selectOption(
      '#example',
      await page.evaluate<string>("[...document.querySelector('#example').options].find(({ text }) => text === 'metrics').value"),
    );
    await waitForText('#tree', 'metric.ts');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    expect(download.suggestedFilename()).toBe('metrics.zip');
    const entries = unzipSync(readFileSync(await download.path()));
    const spec = new TextDecoder().decode(entries['specs/metrics.yaml']);
    expect(spec).toContain('name: metrics');
    const committed = filesBelow('generated/metrics', '').filter(
      (path) => /\.\w+$|^LICENSE$/.test(path) && !/^(?:node_modules|dist)\//.test(path),
    );
    for (const path of committed.filter((each) => !/^(?:connector\.lock\.json|README\.md)$/.test(each))) {
      const made = new TextDecoder().decode(entries[`generated/metrics/${path}`]);
      expect([path, made]).toEqual([path, readFileSync(join('generated/metrics', path), 'utf8')]);
    }
    expect(
      Object.keys(entries)
        .filter((path) => path.startsWith('generated/'))
        .sort(),
    ).toEqual(committed.map((path) => `generated/metrics/${path}`).sort());
  });

  test('is used by keyboard alone', async () => {
    await page.focus('#tab-files');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('tab-requests');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.dataset.path')).toMatch(/^src\//);
    await page.keyboard.press('Enter');
    await until("document.activeElement.getAttribute('aria-current') === 'true'");
  });
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
] as const)('in %s, %i wide', (scheme, width) => {
  test.each(['files', 'changes', 'requests'])('axe-core finds nothing wrong with %s', async (tab) => {
    await open(scheme, width);
    await type('nam: x\n', 'Control+Home');
    await page.click(`#tab-${tab}`);
    await settled(300);
    await page.evaluate(scriptOf('axe-core/axe.min.js'));
    const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[]>(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))",
    );
    await page.screenshot({ path: `${screenshots}/${tab}-${scheme}-${width}.png` });
    expect(found).toEqual([]);
    await page.close();
  });
});

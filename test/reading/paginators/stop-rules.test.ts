import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { repository } from '../../support/generator-sources.js';
import { importPackage } from '../../support/import-package.js';
import { serve, type Reply } from '../../support/loopback.js';
import { things } from '../../support/one-resource.js';

/** The table of stop rules in docs/reference/paging.md: every combination of them, against an API in which each would end the read at another page. */

const RULES = ['maximum', 'stop_after_empty_page', 'stop_after_short_page', 'total_path', 'has_more_path'] as const;
type Rule = (typeof RULES)[number];

const LIMIT = 10;
const PAGES = 8;
/** The page that is short, empty, has reached the total, or says that there is no more; the maximum is after page 3. */
const SCENES: readonly Readonly<Record<Exclude<Rule, 'maximum'>, number>>[] = [
  { stop_after_empty_page: 1, stop_after_short_page: 2, total_path: 4, has_more_path: 5 },
  { stop_after_empty_page: 5, stop_after_short_page: 1, total_path: 2, has_more_path: 4 },
  { stop_after_empty_page: 4, stop_after_short_page: 5, total_path: 1, has_more_path: 2 },
  { stop_after_empty_page: 2, stop_after_short_page: 4, total_path: 5, has_more_path: 1 },
];
const COMBINATIONS = Array.from({ length: 2 ** RULES.length }, (_, bits) => RULES.filter((_rule, index) => (bits & (1 << index)) !== 0));

test('the reference lists the rules in this order', () => {
  const [, section = ''] = readFileSync(join(repository, 'docs/reference/paging.md'), 'utf8').split('## When counting ends');
  const rows = section.split('\n\n').find((part) => part.startsWith('| rule')) ?? '';
  const names = rows
    .split('\n')
    .slice(2)
    .map((row) => /^\| `(\w+)`/.exec(row)?.[1]);
  expect(names).toEqual(['maximum_offset', 'stop_after_repeated_page', ...RULES.slice(1)]);
});

describe.each(['offset', 'page_number'] as const)('%s', (type) => {
  let Client: new (options: object) => Record<string, { pages(): AsyncIterable<{ readonly records: readonly { readonly id: number }[] }> }>;

  beforeAll(async () => {
    const resources = COMBINATIONS.map((rules) => ({
      name: nameOf(rules),
      primary_key: 'id',
      fields: { id: 'integer' },
      endpoint: {
        data_selector: 'items',
        paginator: { type, limit: LIMIT, ...Object.fromEntries(rules.map((rule) => saidOf(rule, type))) },
      },
    }));
    const spec = { name: 'one', client: { base_url: 'http://127.0.0.1' }, resources };
    const { OneClient } = await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)));
    if (!isClient(OneClient)) throw new Error('the package exports no client');
    Client = OneClient;
  });

  test.each(COMBINATIONS.map((rules) => [rules.join(' + ') || 'nothing said', rules] as const))('%s', async (_, rules) => {
    for (const scene of SCENES) {
      let index = 0;
      const { origin, asked } = await serve(({ url }) =>
        answerOf(scene, index++, Number(url.searchParams.get(type === 'offset' ? 'offset' : 'page')), type),
      );
      const read: number[] = [];
      let code: unknown = 'none';
      try {
        for await (const page of new Client({ baseUrl: origin })[camelOf(rules)]?.pages() ?? [])
          read.push(...page.records.map(({ id }) => id));
      } catch (error) {
        code = Object(error).code;
      }
      const last = lastPage(rules, scene);
      const isCut = last === MAXIMUM_AFTER && rules.includes('maximum') && tellsMore(rules);
      expect({ pages: asked.length, read, code }).toEqual({
        pages: last + 1,
        read: Array.from({ length: last + 1 }, (_page, at) => recordsOf(scene, at)).flat(),
        code: isCut ? 'maximum_reached' : 'none',
      });
    }
  });
});

/** The maximum is after this page, on which no other rule ends a read. */
const MAXIMUM_AFTER = 3;

/** Whether an answer says that there is more: a maximum that cuts it off is an error then. */
function tellsMore(rules: readonly Rule[]): boolean {
  return rules.includes('total_path') || rules.includes('has_more_path');
}

/** The page after which a read ends, as the table says. */
function lastPage(rules: readonly Rule[], scene: (typeof SCENES)[number]): number {
  const asked = new Set<Rule>(tellsMore(rules) || rules.includes('stop_after_empty_page') ? rules : [...rules, 'stop_after_empty_page']);
  const ends = RULES.filter((rule) => asked.has(rule)).map((rule) => {
    if (rule === 'maximum') return MAXIMUM_AFTER;
    return rule === 'stop_after_short_page' ? Math.min(scene[rule], scene.stop_after_empty_page) : scene[rule];
  });
  return Math.min(...ends);
}

/** What the API answers to the request number `index`, which asks for `position`. */
function answerOf(scene: (typeof SCENES)[number], index: number, position: number, type: string): Reply {
  const items = recordsOf(scene, index).map((id) => ({ id }));
  const next = type === 'offset' ? position + (items.length || LIMIT) : position + 1;
  return { body: { items, total: index === scene.total_path ? next : next + 1000, more: index < PAGES && index !== scene.has_more_path } };
}

function recordsOf(scene: (typeof SCENES)[number], index: number): readonly number[] {
  const count = index === scene.stop_after_empty_page || index >= PAGES ? 0 : index === scene.stop_after_short_page ? 4 : LIMIT;
  return things(index * LIMIT, count).map(({ id }) => id);
}

/** A rule as a spec says it: whatever page is short, the position is beyond the maximum after page 3. */
function saidOf(rule: Rule, type: 'offset' | 'page_number'): readonly [key: string, value: unknown] {
  if (rule === 'maximum') return type === 'offset' ? ['maximum_offset', 3 * LIMIT + 1] : ['maximum_page', 4];
  return [rule, rule === 'total_path' ? 'total' : rule === 'has_more_path' ? 'more' : true];
}

function nameOf(rules: readonly Rule[]): string {
  return `r_${rules.map((rule) => RULES.indexOf(rule)).join('')}`;
}

function camelOf(rules: readonly Rule[]): string {
  return `r${rules.map((rule) => RULES.indexOf(rule)).join('')}`;
}

function isClient(
  value: unknown,
): value is new (options: object) => Record<string, { pages(): AsyncIterable<{ readonly records: readonly { readonly id: number }[] }> }> {
  return typeof value === 'function';
}

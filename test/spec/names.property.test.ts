import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../generator/generate.js';
import { load } from '../../generator/spec/load.js';
import { repository } from '../support/generator-sources.js';
import { fc } from '../support/property.js';
import { identifiersIn } from './inert.js';

/**
 * Every identifier of the emitted packages, as the name of a resource, a parent, a field, a list, an option and a parameter:
 * what is emitted compiles, or the spec is refused for a reason of its own. `TAPWRIGHT_TEST_NAMES=all` tries all of them.
 */

const WORDS = words();
const isThorough = process.env['TAPWRIGHT_TEST_NAMES'] === 'all';
/** Words of one spec. */
const BATCH = 25;

test('no identifier of a package is in the way of a name of a spec', { timeout: isThorough ? 3_600_000 : 120_000 }, async () => {
  expect(WORDS.length).toBeGreaterThan(600);
  let tried = 0;
  let compiled = 0;
  const batch = async (some: readonly string[]): Promise<void> => {
    tried += some.length;
    compiled += await compile(some);
  };
  if (isThorough) for (let at = 0; at < WORDS.length; at += BATCH) await batch(WORDS.slice(at, at + BATCH));
  const some = fc.shuffledSubarray([...WORDS], { minLength: BATCH, maxLength: BATCH });
  await fc.assert(fc.asyncProperty(some, batch), { numRuns: 2, endOnFailure: true });
  expect(compiled).toBeGreaterThan((tried * 3) / 4);
});

/** How many of the words went into a package that compiled; the others are refused as names. */
async function compile(some: readonly string[]): Promise<number> {
  const loaded = load('spec.yaml', Buffer.from(JSON.stringify(specOf(some))));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { ok, diagnostics } = await generate(loaded.source, new Map());
  const broken = diagnostics.filter(({ code }) => code.startsWith('internal/'));
  if (some.length === 1 || broken.length > 0) expect(broken, some.join(' ')).toEqual([]);
  if (ok) return some.length;
  if (some.length === 1) {
    const refusals = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    // every client has options of its own: random, sleep, baseUrl
    expect(
      refusals.filter(
        (code) =>
          ![
            'spec/reserved-name',
            'spec/name',
            'spec/duplicate-name',
            'spec/identifier-collision',
            'spec/collision',
            'spec/param-conflict',
          ].includes(code),
      ),
      some[0],
    ).toEqual([]);
    return 0;
  }
  const half = some.length >> 1;
  return (await compile(some.slice(0, half))) + (await compile(some.slice(half)));
}

/** A spec in which each word has every part. */
function specOf(some: readonly string[]): object {
  const paginator = { type: 'offset', limit: 10, total_path: 'total' };
  const incremental = { cursor_path: 'at', start_param: 'from', end_param: 'to', initial_value: '2026-01-01T00:00:00Z', step: 'P1M' };
  const resources = some.flatMap((word, index) => {
    const fields = { id: { type: 'string', nullable: false }, [word]: 'string', at: { type: 'datetime', nullable: false } };
    const params = { [word]: `{config.${word}}` };
    const list = { for_each: { [word]: ['a', 'b'], other: `{config.${word}_list}` }, include_for_each: [word] };
    const concurrency = index % 2 === 0 ? 1 : 3;
    const child = `/p/{resources.${word}.id}/{resources.${word}.${word}}`;
    return [
      { name: word, concurrency, primary_key: 'id', fields, endpoint: { params, paginator } },
      {
        name: `${word}_child`,
        concurrency: 4 - concurrency,
        include_from_parent: [word],
        on_child_error: 'skip',
        fields: { id: 'string' },
        endpoint: { path: child, paginator },
      },
      {
        name: `${word}_news`,
        fields,
        endpoint: { path: child, params, paginator, incremental: { ...incremental, step: undefined, end_value: `{config.${word}_end}` } },
      },
      {
        ...list,
        name: `${word}_each`,
        concurrency,
        fields,
        endpoint: { path: `/l/{for_each.${word}}/{for_each.other}`, params, paginator },
      },
      { name: `${word}_window`, fields, endpoint: { path: '/w', params, paginator, incremental } },
    ];
  });
  return {
    name: 'words',
    client: { base_url: 'https://api.example.com' },
    config: Object.fromEntries(
      some.flatMap((word) => [
        [word, { type: 'string' }],
        [`${word}_list`, { type: 'list' }],
        [`${word}_end`, { type: 'datetime', optional: true }],
      ]),
    ),
    resources,
  };
}

/** Each identifier that stands in the code of an emitted package; of those that become the same name, one. */
function words(): readonly string[] {
  const found = new Map<string, string>();
  for (const folder of [join(repository, 'generated'), join(repository, 'test/golden')]) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/^[^/]+\/(expected\/)?src\/(?!sync\/).*\.ts$/.test(path)) continue;
      for (const word of identifiersIn({ path, text: readFileSync(join(folder, path), 'utf8') })) {
        const name = word.replace('#', '').replaceAll('_', '').toLowerCase();
        if (/^[a-z]/.test(name) && !found.has(name)) found.set(name, word.replace('#', ''));
      }
    }
  }
  return [...found.values()].sort();
}

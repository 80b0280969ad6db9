import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { build } from 'esbuild';
import * as valibot from 'valibot';
import { z } from 'zod';
import type { Result } from './result.js';
import { MOST_ROUNDS, summarise } from './stats.js';

/**
 * What the check of records costs: 10,000 events of `generated/analytics`, parsed, and parsed and checked by the
 * emitted decoder, zod, valibot and ajv. All in one run, taking turns; each time is the median of its rounds.
 */
export async function benchDecode(): Promise<Result> {
  const text = JSON.stringify(events(RECORDS));
  const contenders = await checks();
  const parse: number[] = [];
  const times = new Map(contenders.map(([name]) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < Math.min(ROUNDS, 5 * MOST_ROUNDS); round++) {
    for (const [name, check] of contenders) {
      const start = performance.now();
      const records: unknown[] = JSON.parse(text);
      const parsed = performance.now();
      for (const record of records) check(record);
      const end = performance.now();
      if (round < 0) continue;
      parse.push(parsed - start);
      times.get(name)?.push(end - parsed);
    }
  }
  const parsing = summarise(parse).median;
  const decoding = summarise(times.get(OURS) ?? []).median;
  return {
    name: 'decode',
    title: `Checking ${RECORDS.toLocaleString('en')} events, ${(text.length / 1e6).toFixed(1)} MB of JSON`,
    rows: [
      { check: 'JSON.parse, for comparison', 'time, ms': summarise(parse), 'of parsing': '1.00', 'against ours': '' },
      ...contenders.map(([name]) => {
        const time = summarise(times.get(name) ?? []);
        return {
          check: name,
          'time, ms': time,
          'of parsing': (time.median / parsing).toFixed(2),
          'against ours': `${(time.median / decoding).toFixed(1)} ×`,
        };
      }),
    ],
    aims: [],
    versions: {},
  };
}

const RECORDS = 10_000;
const WARM_UP = 5;
const ROUNDS = 41;
const OURS = 'tapwright';

const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** Each contender throws on a record that is none. Undeclared fields pass in all of them. */
async function checks(): Promise<readonly (readonly [name: string, check: (record: unknown) => void])[]> {
  const decode = await emittedDecoder();
  const place = { resource: 'events', page: 1, attempt: 0, record: 0, state: undefined };

  const zod = z.looseObject({
    id: z.string(),
    name: z.string(),
    customer_id: z.string().nullable(),
    timestamp: z.string().regex(INSTANT),
    plan: z.string().nullable(),
    properties: z.record(z.string(), z.unknown()).nullable(),
  });
  const schema = valibot.looseObject({
    id: valibot.string(),
    name: valibot.string(),
    customer_id: valibot.nullable(valibot.string()),
    timestamp: valibot.pipe(valibot.string(), valibot.regex(INSTANT)),
    plan: valibot.nullable(valibot.string()),
    properties: valibot.nullable(valibot.record(valibot.string(), valibot.unknown())),
  });
  // Our schema has a pattern beside each format. The pattern is the check that the decoder makes; formats are what people of ajv use.
  const events: Record<string, unknown> = JSON.parse(await readFile('generated/analytics/schemas/events.json', 'utf8'));
  const byPattern = new Ajv2020({ validateFormats: false }).compile(events);
  const formats = new Ajv2020();
  ajvFormats.default(formats);
  const byFormat = formats.compile(withoutPatterns(events));

  return [
    [OURS, (record) => void decode(record, place)],
    ['zod', (record) => void zod.parse(record)],
    ['valibot', (record) => void valibot.parse(schema, record)],
    ['ajv, patterns', (record) => expectTrue(byPattern(record))],
    ['ajv, formats', (record) => expectTrue(byFormat(record))],
  ];
}

function expectTrue(verdict: boolean): void {
  if (!verdict) throw new Error('not an event');
}

function withoutPatterns(schema: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'pattern' ? undefined : value)),
  );
  return copy;
}

async function emittedDecoder(): Promise<(record: unknown, place: object) => unknown> {
  const bundle = await build({
    entryPoints: ['generated/analytics/src/records/event.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0]?.text ?? '')}`);
  const decode: unknown = Reflect.get(Object(module), 'decodeEvent');
  if (typeof decode !== 'function') throw new Error('generated/analytics has no decodeEvent');
  return (record, place) => decode(record, place);
}

function events(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `evt_${String(index).padStart(6, '0')}`,
    name: index % 3 === 0 ? 'page_viewed' : 'checkout_opened',
    customer_id: index % 7 === 0 ? null : `cus_${index % 997}`,
    timestamp: new Date(Date.UTC(2025, 0, 1) + index * 61_234).toISOString(),
    plan: index % 5 === 0 ? null : index % 2 === 0 ? 'free' : 'pro',
    properties: { source: 'web', campaign: 'spring', position: index % 20, first: index % 4 === 0 },
  }));
}

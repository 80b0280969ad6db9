const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** A resource of forty fields, some of them nested. */
export const WIDE = `
name: wide
outputs: [duckdb]
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: things
    endpoint: { path: /v1/things, data_selector: data, paginator: { type: offset, limit: 100 } }
    primary_key: id
    write_disposition: merge
    fields:
      id: integer
${many(11, (index) => `      text_${index}: string`)}
${many(8, (index) => `      count_${index}: integer`)}
${many(4, (index) => `      share_${index}: number`)}
${many(4, (index) => `      flag_${index}: boolean`)}
${many(4, (index) => `      at_${index}: datetime`)}
${many(2, (index) => `      day_${index}: date`)}
${many(2, (index) => `      map_${index}: { type: map, values: json }`)}
${many(2, (index) => `      object_${index}: { type: object, fields: { a: string, b: integer, c: datetime, d: { type: object, fields: { e: string, f: number } } } }`)}
${many(2, (index) => `      list_${index}: { type: array, items: { type: object, fields: { k: string, v: integer } } }`)}
`;

/** The record of that number, of some 2 kB. */
export function rowAt(at: number): object {
  const instant = (ms: number): string => new Date(1_700_000_000_000 + ms).toISOString();
  const fields = (name: string, count: number, value: (index: number) => unknown): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, value(index)]));
  return {
    id: at,
    ...fields('text', 11, (index) => `text ${index} of ${(at * 7919 + index * 31) % 100_003} and some more`),
    ...fields('count', 8, (index) => ((at * 31 + index) % 1009) * index),
    ...fields('share', 4, (index) => at / (index + 7)),
    ...fields('flag', 4, (index) => (at + index) % 2 === 0),
    ...fields('at', 4, (index) => instant(at * 1000 + index)),
    ...fields('day', 2, (index) => instant(at * 100_000 + index * 86_400_000).slice(0, 10)),
    ...fields('map', 2, () => ({ index: at, path: `/pages/${at % 97}` })),
    ...fields('object', 2, () => ({ a: `a ${at}`, b: at, c: instant(at), d: { e: `e ${at % 11}`, f: at / 3 } })),
    ...fields('list', 2, () => Array.from({ length: at % 4 }, (_, index) => ({ k: `key ${index} ${at % 1000}`, v: at + index }))),
  };
}

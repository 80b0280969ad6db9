import { fc } from '../support/property.js';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { renderDiagnostics } from '../../generator/diagnostics/frame.js';
import { load } from '../../generator/spec/load.js';
import type { Span } from '../../generator/diagnostics/diagnostic.js';
import { toJson, type SpecNode } from '../../generator/shape.js';

const RAW_CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Loads, and asserts what holds for every input. */
function check(bytes: Uint8Array): void {
  const loaded = load('spec.yaml', bytes);
  if (loaded.ok) return spansLieInside(loaded.source.root, { start: 0, end: loaded.source.text.length });
  expect(loaded.diagnostics.length).toBeGreaterThan(0);
  for (const { code, span } of loaded.diagnostics) {
    expect(code).toMatch(/^(yaml|spec)\/[a-z-]+$/);
    if (span === undefined) continue;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(loaded.text.length);
  }
  const shown = renderDiagnostics(loaded.diagnostics, { path: 'spec.yaml', text: loaded.text }, { color: false });
  expect(shown).toMatch(/^spec\.yaml(:\d+:\d+)?: error\[/);
  expect(shown).not.toMatch(RAW_CONTROL);
}

/** Every node lies inside its parent, and what stands in order is placed in order. */
function spansLieInside(node: SpecNode, within: Span): void {
  expect(node.span.start).toBeGreaterThanOrEqual(within.start);
  expect(node.span.end).toBeLessThanOrEqual(within.end);
  expect(node.span.end).toBeGreaterThanOrEqual(node.span.start);
  if (node.kind === 'list') for (const item of node.items) spansLieInside(item, node.span);
  if (node.kind !== 'map') return;
  for (const { keySpan, value } of node.entries) {
    expect(keySpan.start).toBeGreaterThanOrEqual(node.span.start);
    expect(value.span.start).toBeGreaterThanOrEqual(keySpan.end);
    spansLieInside(value, node.span);
  }
}

const signs = fc.constantFrom(
  ...[
    'a',
    'b',
    '1',
    '010',
    '~',
    ': ',
    ':',
    '- ',
    '? ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '{{ ',
    ' }}',
    '"',
    "'",
    '\\',
    '\\u12',
    '&a ',
    '*a',
    '!t ',
    '<<',
    '|',
    '>',
    '|2-',
    '%YAML 1.1\n',
  ],
  ...[
    '---\n',
    '...\n',
    '#',
    ' # c',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n\t',
    '\t',
    ' ',
    '\r\n',
    '\r',
    '@',
    '`',
    '=',
    'é',
    '😀',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u202e',
    '\0',
    'null',
    'true',
  ],
);

test('no bytes are too odd', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 300 });
});

test('no text is too odd', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => check(Buffer.from(text))),
    { numRuns: 300 },
  );
});

test('no order of the signs of YAML is too odd', () => {
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), (parts) => check(Buffer.from(parts.join('')))),
    { numRuns: 2000 },
  );
});

test('no slip in a spec is too odd', () => {
  const spec =
    'name: acme\nclient:\n  base_url: "https://api.example.com/v1"\n  headers: {X-A: \'1\'}\nresources:\n  - name: users\n    description: |\n      All of\n      them.\n    endpoint: {path: /users, params: [a, b]}\n';
  const slip = fc.record({ at: fc.nat(spec.length), drop: fc.nat(4), put: fc.array(signs, { maxLength: 2 }) });
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
      const text = slips.reduce((so, { at, drop, put }) => so.slice(0, at) + put.join('') + so.slice(at + drop), spec);
      check(Buffer.from(text));
    }),
    { numRuns: 2000 },
  );
});

test('aliases and merge keys stand for what another reader of YAML takes them for', () => {
  const part = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.integer(), fc.array(fc.boolean(), { maxLength: 2 })), {
    maxKeys: 3,
  });
  const own = fc.dictionary(fc.constantFrom('a', 'b', 'e'), fc.integer(), { maxKeys: 2 });
  const uses = fc.array(fc.tuple(fc.subarray(['one', 'two', 'three'], { minLength: 1 }), own, fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.tuple(part, part, part), uses, ([one, two, three], all) => {
      const anchors = Object.entries({ one, two, three }).map(([name, each]) => `${name}: &${name} ${JSON.stringify(each)}`);
      const merged = all.map(([names, each, block], index) => {
        const from = names.length === 1 ? `*${names[0]}` : `[${names.map((name) => `*${name}`).join(', ')}]`;
        const members = Object.entries(each).map(([key, value]) => `${key}: ${value}`);
        return block ? [`m${index}:`, `<<: ${from}`, ...members].join('\n  ') : `m${index}: {${[`<<: ${from}`, ...members].join(', ')}}`;
      });
      const text = [...anchors, ...merged, 'whole: [*one, {x: *two}]'].join('\n');
      const loaded = load('spec.yaml', Buffer.from(text));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
      expect(toJson(loaded.source.root)).toEqual(parse(text, { merge: true }));
    }),
    { numRuns: 300 },
  );
});

test('data comes out as it was written, in block and in flow style', () => {
  const isWritten = (text: string) => !/[\u007f-\u009f]/.test(text); // by a writer that does not escape what may not stand in YAML
  const key = fc.string({ maxLength: 8 }).filter(isWritten);
  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }).filter(isWritten),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true, max: Number.MAX_SAFE_INTEGER, min: Number.MIN_SAFE_INTEGER }),
    fc.boolean(),
    fc.constant(null),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(key, tie('value'), { maxKeys: 4 })),
  }));
  fc.assert(
    fc.property(
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }),
      fc.constantFrom('any' as const, 'flow' as const),
      (data, collectionStyle) => {
        const text = stringify(data, {
          collectionStyle,
          defaultStringType: 'QUOTE_DOUBLE',
          defaultKeyType: 'QUOTE_DOUBLE',
          aliasDuplicateObjects: false,
        });
        const loaded = load('spec.yaml', Buffer.from(text));
        if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
        expect(JSON.stringify(toJson(loaded.source.root))).toBe(JSON.stringify(data));
      },
    ),
    { numRuns: 300 },
  );
});

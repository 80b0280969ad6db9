import { describe, expect, test } from 'vitest';
import { Lines } from '../../generator/diagnostics/place.js';
import { load, type Loaded } from '../../generator/spec/load.js';
import cases from './yaml-cases.json' with { type: 'json' };

const VALID =
  'name: acme\nclient:\n  base_url: https://api.example.com/v1\nresources:\n  - name: users\n    endpoint:\n      path: /users\n';

/** `code@line:column` of every diagnostic. */
function refusals(loaded: Loaded): readonly string[] {
  if (loaded.ok) return [];
  const lines = new Lines(loaded.text);
  return loaded.diagnostics.map(({ code, span }) =>
    span === undefined ? code : `${code}@${lines.at(span.start).line}:${lines.at(span.start).column}`,
  );
}

function loadText(text: string): Loaded {
  return load('spec.yaml', Buffer.from(text));
}

describe('bad YAML', () => {
  for (const { id, input, code, at } of cases) {
    const bytes = bytesOf(input);
    test(`${id}: ${code ?? 'is accepted'}`, () => {
      const loaded = load('spec.yaml', bytes);
      if (code === null) expect(refusals(loaded)).toEqual([]);
      else expect(refusals(loaded)[0]).toBe(at === null ? code : `${code}@${at}`);
    });
  }
});

/** The input of a case: its text, the bytes after `@bytes:`, or what `@generate:` describes. */
function bytesOf(input: string): Uint8Array {
  if (input.startsWith('@bytes:')) return Buffer.from(input.slice('@bytes:'.length).replaceAll(' ', ''), 'hex');
  if (input.startsWith('@generate: "["')) return Buffer.from('['.repeat(20_000) + ']'.repeat(20_000));
  if (input.startsWith('@generate: a valid spec')) return Buffer.from(VALID.padEnd(9 * 1024 * 1024, '# padding\n'));
  return Buffer.from(input);
}

describe('more bad YAML', () => {
  const given: readonly (readonly [string, string, ...string[]])[] = [
    ['an empty file', '', 'yaml/empty@1:1'],
    ['a bare document start', '---\n', 'yaml/empty@1:1'],
    ['a list at the top', '- a\n- b\n', 'spec/type@1:1'],
    ['null at the top', '~\n', 'spec/type@1:1'],
    ['no space after the colons', 'name:acme\nclient:\n  base_url: x\n', 'yaml/missing-colon@1:1'],
    ['a key without a colon', 'name\nclient: {}\n', 'yaml/missing-colon@1:1'],
    ['two colons on one line', 'a: b: c\n', 'yaml/nested-mapping@1:4'],
    ['a mapping below a value', 'a: 1\n  b: 2\n', 'yaml/nested-mapping@1:4'],
    ['an open double quote', 'a: "b\nc: d\n', 'yaml/unclosed-quote@3:1'],
    ['an open single quote', "a: 'b\n", 'yaml/unclosed-quote@2:1'],
    ['an open mapping', 'a: {b: 1\nc: d\n', 'yaml/unclosed-flow@2:1'],
    ['nested open brackets', 'a: [[[b\n', 'yaml/unclosed-flow@2:1'],
    ['brackets of two kinds', 'a: [b}\nc: d\n', 'yaml/unclosed-flow@1:6'],
    ['a stray bracket', 'a: ]\n', 'yaml/syntax@1:4'],
    ['text after a bracket', 'a: [b]c\n', 'yaml/syntax@1:7'],
    ['a stray comma', 'a: [1,,2]\n', 'yaml/syntax@1:7'],
    ['a comment without a space', 'a: "b"#c\n', 'yaml/syntax@1:7'],
    ['a tab in front of everything', '\ta: b\n', 'yaml/tab-indent@1:1'],
    ['a tab before a list item', 'a:\n - b\n\t- c\n', 'yaml/tab-indent@3:1'],
    ['a backtick', 'a: `b`\n', 'yaml/reserved-char@1:4'],
    ['a percent sign', 'a: %b\n', 'yaml/reserved-char@1:4'],
    ['a short escape', 'a: "\\u12"\n', 'yaml/escape@1:5'],
    ['half a character', 'a: "b\\ud83d"\n', 'yaml/escape@1:4'],
    ['an unevenly indented key', 'a:\n  b: 1\n c: 2\n', 'yaml/indent@3:1'],
    ['braces with text behind them', 'a: {{ x }}/b\n', 'yaml/template-braces@1:4'],
    ['single braces', 'a: {id}\n', 'yaml/template-braces@1:4'],
    ['a key of braces', '{{ x }}: 1\n', 'yaml/key@1:1'],
    ['a key that is a list', '[a]: b\n', 'yaml/key@1:1'],
    ['a key that is a number', '200: b\n', 'yaml/key@1:1'],
    ['a key that is null', 'null: b\n', 'yaml/key@1:1'],
    ['an empty key', ': b\n', 'yaml/key@1:1'],
    ['a key with an escape sequence for terminals', '"a\\u001b[31m": b\n', 'yaml/key@1:1'],
    ['a key that reads backwards', 'a: 1\nb\u202ec: 2\n', 'yaml/key@2:1'],
    ['a key with half a character', '"\\ud800": b\n', 'yaml/key@1:1'],
    ['a raw NUL', 'a: b\0c\n', 'yaml/control-character@1:5'],
    ['a raw escape', 'a: "\u001b[31m"\n', 'yaml/control-character@1:5'],
    ['line ends of 1984', 'a: b\rc: d\r', 'yaml/control-character@1:5', 'yaml/control-character@1:10'],
    ['the same key in other quotes', '"a": 1\n\'a\': 2\na: 3\n', 'yaml/duplicate-key@2:1', 'yaml/duplicate-key@3:1'],
    ['the same key in braces', 'x: {a: 1, b: 2, a: 3}\n', 'yaml/duplicate-key@1:17'],
    ['the same __proto__', '__proto__: 1\n__proto__: 2\n', 'yaml/duplicate-key@2:1'],
    ['a merge key of a text', 'a: b\nc:\n  <<: d\n', 'yaml/merge-key@3:3'],
    ['a merge key of texts', 'c:\n  <<: [{a: 1}, b]\n', 'yaml/merge-key@2:3'],
    ['an alias of nothing', 'b: [*a]\na: &a [x]\n', 'yaml/alias@1:5'],
    ['an anchor that holds itself', 'a: &a {b: {c: [*a]}}\n', 'yaml/alias@1:16'],
    ['a nameless alias', 'a: *\n', 'yaml/alias@1:4'],
    ['an alias as a key', 'a: &a b\n*a : c\n', 'yaml/key@2:1'],
    ['a key twice, beside a merge key', 'a: &a {b: 1}\nc: {<<: *a, d: 1, d: 2}\n', 'yaml/duplicate-key@2:19'],
    ['a tag of the core schema', 'a: !!str 1\n', 'yaml/tag@1:4'],
    ['a binary', 'a: !!binary aGk=\n', 'yaml/tag@1:4'],
    ['an include', 'a: !include /etc/passwd\n', 'yaml/tag@1:4'],
    ['a tag directive', '%TAG ! tag:x,2000:\n---\na: b\n', 'yaml/directive@1:1'],
    ['a second document without a marker', 'a: b\n...\nc: d\n', 'yaml/multiple-docs@3:1'],
    ['three documents', 'a: b\n---\nc: d\n---\ne: f\n', 'yaml/multiple-docs@2:1'],
    ['octal as in YAML 1.1', 'a: -0777\n', 'yaml/ambiguous-number@1:4'],
    ['octal as in YAML 1.2', 'a: 0o17\n', 'yaml/ambiguous-number@1:4'],
    ['hexadecimal', 'a: 0x1F\n', 'yaml/ambiguous-number@1:4'],
    ['a zip code', 'a: 01945\n', 'yaml/ambiguous-number@1:4'],
    ['a number with underscores', 'a: 1_000\n', 'yaml/ambiguous-number@1:4'],
    ['a number beyond doubles', 'a: 1e400\n', 'spec/number@1:4'],
    ['a number beyond what doubles count', 'a: 9007199254740993\n', 'spec/number@1:4'],
    ['infinity', 'a: .inf\n', 'spec/number@1:4'],
    ['UTF-8 cut in a character', 'a: \u00e9', 'yaml/encoding@1:4'],
  ];
  for (const [what, text, ...want] of given)
    test(`${what}: ${want.join(', ')}`, () => {
      const bytes = Buffer.from(text);
      expect(refusals(load('spec.yaml', text.endsWith('\u00e9') ? bytes.subarray(0, -1) : bytes))).toEqual(want);
    });

  test('errors of several kinds are told in one run', () => {
    const text = 'a: @x\nb: 010\nc: {{ d }}\ne: "\\q"\nf: 1\nf: 2\n';
    expect([...refusals(loadText(text))].sort()).toEqual([
      'yaml/ambiguous-number@2:4',
      'yaml/duplicate-key@6:1',
      'yaml/escape@4:5',
      'yaml/reserved-char@1:4',
      'yaml/template-braces@3:4',
    ]);
  });

  test('a place in UTF-8 that is broken is found behind characters that are not', () => {
    const bytes = Buffer.concat([Buffer.from('\ufeffa: \ufffd\u{1f600}\n'), Buffer.from([0x62, 0xff])]);
    expect(refusals(load('spec.yaml', bytes))).toEqual(['yaml/encoding@2:2']);
  });
});

describe('limits', () => {
  const nest = (levels: number) => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');

  test('64 levels pass, 65 do not, in any style', () => {
    expect(refusals(loadText(nest(64)))).toEqual([]);
    expect(refusals(loadText(nest(65)))).toEqual(['yaml/too-deep@65:65']);
    expect(refusals(loadText(`a: ${'['.repeat(63)}${']'.repeat(63)}`))).toEqual([]);
    expect(refusals(loadText(`a: ${'['.repeat(64)}${']'.repeat(64)}`))).toEqual(['yaml/too-deep@1:67']);
    expect(refusals(loadText(`a:\n ${'- '.repeat(63)}b`))).toEqual([]);
    expect(refusals(loadText(`a:\n ${'- '.repeat(64)}b`))).toEqual(['yaml/too-deep@2:128']);
  });

  test('aliases are counted as what they stand for', () => {
    const lists = Array.from(
      { length: 12 },
      (_, index) => `l${index}: &l${index} [${Array.from({ length: 8 }, () => (index === 0 ? 'x' : `*l${index - 1}`)).join(', ')}]\n`,
    );
    expect(refusals(loadText(lists.slice(0, 5).join('')))).toEqual([]);
    expect(refusals(loadText(lists.join('')))).toEqual(['yaml/too-many-nodes@6:15']);
    const deep = Array.from(
      { length: 12 },
      (_, index) => `d${index}: &d${index} ${'['.repeat(7)}${index === 0 ? 'x' : `*d${index - 1}`}${']'.repeat(7)}\n`,
    );
    expect(refusals(loadText(deep.slice(0, 9).join('')))).toEqual([]);
    expect(refusals(loadText(deep.join('')))[0]).toEqual('yaml/too-deep@10:16');
  });

  test('5,000 keys pass, 5,001 do not', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');
    expect(refusals(loadText(keys(5000)))).toEqual([]);
    expect(refusals(loadText(keys(5001)))).toEqual(['yaml/too-many-keys@5001:1']);
  });

  test('100,000 values pass, 100,001 do not', () => {
    const items = (count: number) => `a:\n${'- 1\n'.repeat(count - 2)}`;
    expect(refusals(loadText(items(100_000)))).toEqual([]);
    expect(refusals(loadText(items(100_001)))).toEqual(['yaml/too-many-nodes@100000:3']);
  });

  test('four mebibytes pass, one byte more does not', () => {
    expect(refusals(loadText(`${VALID}#`.padEnd(4 * 1024 * 1024, 'x')))).toEqual([]);
    expect(refusals(loadText(`${VALID}#`.padEnd(4 * 1024 * 1024 + 1, 'x')))).toEqual(['yaml/too-large']);
  });

  for (const unit of [
    '[',
    '{',
    '{a: ',
    '- ',
    '? ',
    ': ',
    '[]: ',
    '"',
    '&a ',
    '*a ',
    '!a ',
    '---\n',
    ',',
    '[,',
    '| ',
    '%',
    "a: 'b",
    '\t',
    '#',
    '-\n',
    'a:\n ',
    '{}',
    '[a: {b: ',
  ])
    test(`a mebibyte of ${JSON.stringify(unit)} is refused`, () => {
      expect(refusals(loadText(unit.repeat(Math.floor((1024 * 1024) / unit.length))))).not.toEqual([]);
    });
});

describe('what is accepted', () => {
  test('a document start, comments, all quotes, both block texts and flow style', () => {
    const loaded = loadText(
      '# yaml-language-server: $schema=x\n---\na: b # c\n"d e": \'f\'\ng: |\n  h\n  i\nj: [1, -2.5, true, null, {k: ~}]\n',
    );
    if (!loaded.ok) throw new Error('refused');
    expect(loaded.source.root.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.value : value.kind])).toEqual([
      ['a', 'b'],
      ['d e', 'f'],
      ['g', 'h\ni\n'],
      ['j', 'list'],
    ]);
  });

  test('words that YAML 1.1 takes for other things are texts', () => {
    const loaded = loadText('a: no\nb: 12:30:45\nc: 2024-01-01\nd: "010"\ne: <<\n');
    if (!loaded.ok) throw new Error('refused');
    expect(loaded.source.root.entries.map(({ value }) => (value.kind === 'scalar' ? value.value : null))).toEqual([
      'no',
      '12:30:45',
      '2024-01-01',
      '010',
      '<<',
    ]);
  });

  test('places and values are those of the text with LF, whatever the line ends and the byte order mark', () => {
    const text = 'a: "b\n  c"\nd:\n  - |\n    e\n    f\n  - g: 1\n';
    const [lf, crlf, bom] = [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`].map(loadText);
    if (lf?.ok !== true || crlf?.ok !== true || bom?.ok !== true) throw new Error('refused');
    expect(bom.source).toEqual(lf.source);
    expect(crlf.source.sha256).toBe(lf.source.sha256);
    const seen = ({ source }: typeof lf) => {
      const lines = new Lines(source.text);
      return JSON.stringify(source.root, (key, value: unknown) => (key === 'start' || key === 'end' ? lines.at(Number(value)) : value));
    };
    expect(seen(crlf)).toBe(seen(lf));
  });

  test('a character outside the BMP may be escaped in its halves', () => {
    const loaded = loadText('a: "\\ud83d\\ude00"\nb: "\\U0001F600"\n');
    if (!loaded.ok) throw new Error('refused');
    expect(loaded.source.root.entries.map(({ value }) => (value.kind === 'scalar' ? value.value : null))).toEqual(['😀', '😀']);
  });

  test('a key may have any name that can be read', () => {
    const loaded = loadText('__proto__: 1\nconstructor: 2\n"a b": 3\nété: 4\n');
    if (!loaded.ok) throw new Error('refused');
    expect(loaded.source.root.entries.map(({ key }) => key)).toEqual(['__proto__', 'constructor', 'a b', 'été']);
  });

  test('a value has the place it was written at, quotes and brackets included', () => {
    const text = 'a: "b"\nc: {d: 1}\ne:\n  f: g # h\n\n# i\nj:\n';
    const loaded = loadText(text);
    if (!loaded.ok) throw new Error('refused');
    const written = loaded.source.root.entries.map(({ key, value }) => [key, text.slice(value.span.start, value.span.end)]);
    expect(written).toEqual([
      ['a', '"b"'],
      ['c', '{d: 1}'],
      ['e', 'f: g'],
      ['j', ''],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { diagnosticsToJson, renderDiagnostics } from '../../generator/diagnostics/frame.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';

/** A diagnostic about the first place of `words` in `text`. */
function about(text: string, words: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(words);
  return { code: 'test/code', severity: 'error', message: 'this is wrong', span: { start, end: start + words.length }, ...more };
}

function render(text: string, ...diagnostics: readonly Diagnostic[]): string {
  return renderDiagnostics(diagnostics, { path: 'specs/a.yaml', text }, { color: false });
}

/** The shown line and the marks below it. */
function lastRows(rendered: string): readonly string[] {
  return rendered
    .trimEnd()
    .split('\n')
    .slice(-2)
    .map((row) => row.replace(/^ +\d* \| ?/, ''));
}

describe('renderDiagnostics', () => {
  test('shows the place, the line above, the line and what is meant', () => {
    const text = 'a:\n  paginator:\n    type: cursr\n';
    expect(
      render(text, about(text, 'cursr', { code: 'spec/enum', message: '"cursr" is not a paginator', hint: 'Did you mean "cursor"?' })),
    ).toBe(
      [
        'specs/a.yaml:3:11: error[spec/enum]: "cursr" is not a paginator; did you mean "cursor"?',
        '',
        '  2 |   paginator:',
        '  3 |     type: cursr',
        '    |           ^^^^^',
        '',
        '',
      ].join('\n'),
    );
  });

  test('a hint that begins with a name or an acronym keeps its capitals', () => {
    expect(render('a', about('a', 'a', { hint: 'YAML is strict.' }))).toContain('this is wrong; YAML is strict\n');
    expect(render('a', about('a', 'a', { hint: 'ACME_TOKEN holds it.' }))).toContain('this is wrong; ACME_TOKEN holds it\n');
  });

  test('the gutter is as wide as the line number, blank lines above are left out', () => {
    const text = `${'\n'.repeat(99)}a: b`;
    expect(render(text, about(text, 'b'))).toContain('\n\n  100 | a: b\n      |    ^\n');
  });

  test('a place at the end, and one that takes no room, get one mark', () => {
    expect(lastRows(render('a:\n', about('a:\n', '', { span: { start: 3, end: 3 } })))).toEqual(['', '^']);
    expect(lastRows(render('a: ', about('a: ', '', { span: { start: 2, end: 2 } })))).toEqual(['a:', '  ^']);
  });

  test('marks end with the line', () => {
    const text = 'a: |\n  b\nc: d\n';
    expect(lastRows(render(text, about(text, '|\n  b')))).toEqual(['a: |', '   ^']);
  });

  test('marks stand below what they mean, whatever the width of the signs', () => {
    expect(lastRows(render('日本語: x', about('日本語: x', 'x')))).toEqual(['日本語: x', '        ^']);
    expect(lastRows(render('a: 😀😀', about('a: 😀😀', '😀😀')))).toEqual(['a: 😀😀', '   ^^^^']);
    expect(lastRows(render('e\u0301: x', about('e\u0301: x', 'x')))).toEqual(['e\u0301: x', '   ^']);
    expect(lastRows(render('\ta', about('\ta', 'a')))).toEqual(['→ a', '  ^']);
    expect(lastRows(render('\ta', about('\ta', '\t')))).toEqual(['→ a', '^^']);
  });

  test('nothing in the file or its name reaches the terminal as a control sequence', () => {
    const text = 'a: "\u001b[31m\u202e\r" # \u2028\ufeff\ud800';
    const path = 'a\u001b]0;x\u0007.yaml';
    const rendered = renderDiagnostics(
      [about(text, 'a:', { message: 'got \u001b[1m', hint: 'No \u009b.' })],
      { path, text },
      { color: false },
    );
    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufeff]/);
    expect(rendered).toContain('"\\x1b[31m\\u202e\\x0d" # \\u2028\\ufeff\\ud800');
  });

  test.each([0, 1, 40, 79, 80, 81, 200, 990])('80 columns of a long line are shown, with the place at %i in them', (at) => {
    const text = `${'.'.repeat(at)}XY${'.'.repeat(1000 - at)}`;
    const [line = '', marks = ''] = lastRows(render(text, about(text, 'XY')));
    expect(line.length).toBeGreaterThanOrEqual(79);
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line.slice(marks.indexOf('^'))).toMatch(/^XY/);
    expect(marks.trim()).toBe('^^');
  });

  test('a place longer than the line is marked as far as it is shown', () => {
    const text = `a: ${'x'.repeat(500)}`;
    const [line = '', marks = ''] = lastRows(render(text, about(text, 'x'.repeat(500))));
    expect(line).toMatch(/^…x{78}…$/);
    expect(marks).toBe(` ${'^'.repeat(78)}`);
  });

  test('sorted by place, what is about the whole file first', () => {
    const text = 'a\nb\nc\n';
    const whole: Diagnostic = { code: 'test/whole', severity: 'warning', message: 'a file' };
    const heads = render(text, about(text, 'c'), about(text, 'a'), whole)
      .split('\n')
      .filter((line) => line.startsWith('specs'));
    expect(heads).toEqual([
      'specs/a.yaml: warning[test/whole]: a file',
      'specs/a.yaml:1:1: error[test/code]: this is wrong',
      'specs/a.yaml:3:1: error[test/code]: this is wrong',
    ]);
  });

  test('the first 50 are shown, the rest is counted', () => {
    const text = 'x'.repeat(60);
    const rendered = render(text, ...Array.from(text, (_, start) => about(text, 'x', { span: { start, end: start + 1 } })));
    expect(rendered.match(/error\[/g)).toHaveLength(50);
    expect(rendered).toMatch(/… and 10 more\n$/);
  });

  test('without a text there is no frame', () => {
    expect(render('', { code: 'yaml/encoding', severity: 'error', message: 'no text', span: { start: 0, end: 0 } })).toBe(
      'specs/a.yaml:1:1: error[yaml/encoding]: no text\n',
    );
  });

  test('colours are there on demand', () => {
    const painted = renderDiagnostics([about('a', 'a')], { path: 'a.yaml', text: 'a' }, { color: true });
    expect(painted).toContain('\u001b[31m');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(
      renderDiagnostics([about('a', 'a')], { path: 'a.yaml', text: 'a' }, { color: false }),
    );
  });
});

describe('secrets', () => {
  test('what a diagnostic calls a secret is masked in every frame, and its length is not told', () => {
    const text = 'client:\n  key: hunter2hunter2\n  b: c\n';
    const rendered = render(text, about(text, 'hunter2hunter2', { secret: true }), about(text, 'b'));
    expect(rendered).not.toContain('hunter');
    expect(rendered).toContain('  2 |   key: ***\n    |        ^^^\n');
    expect(rendered).toContain('  2 |   key: ***\n  3 |   b: c\n');
  });

  test.each([
    'token: aB3xyz',
    'api_key: "aB3xyz"',
    "auth: {type: bearer, token: 'aB3xyz', x: y}",
    'client_secret: aB3xyz # why not',
    'headers: {Authorization: Bearer aB3xyz}',
    'base_url: https://bob:aB3xyz@api.example.com/v1',
    'password:   aB3 aB3xyz',
    'token: "aB3,xyz"',
  ])('what looks like a secret is masked in frames about something else: %s', (line) => {
    const text = `${line}\nx: y\n`;
    const rendered = render(text, about(text, 'x: y', { span: { start: text.length - 5, end: text.length - 1 } }));
    expect(rendered).not.toMatch(/aB3|xyz/);
    expect(rendered).toContain('***');
  });

  test.each([
    'token: string',
    'fields: {token: string, id: integer}',
    'token: "{config.token}"',
    'token: "${ACME_TOKEN}"',
    'token: {type: string}',
    'primary_key: Id2',
  ])('what is no secret is shown: %s', (line) => {
    expect(render(line, about(line, line))).toContain(`| ${line}\n`);
  });
});

describe('diagnosticsToJson', () => {
  test('gives the fields of the text', () => {
    const text = 'a: 1\nb: 22\n';
    expect(
      diagnosticsToJson([about(text, '22', { hint: 'Quote it.' }), { code: 'x/y', severity: 'warning', message: '\u001b' }], {
        path: 'specs/a.yaml',
        text,
      }),
    ).toEqual([
      { file: 'specs/a.yaml', code: 'x/y', severity: 'warning', message: '\\x1b' },
      {
        file: 'specs/a.yaml',
        line: 2,
        column: 4,
        endLine: 2,
        endColumn: 6,
        code: 'test/code',
        severity: 'error',
        message: 'this is wrong',
        hint: 'Quote it.',
      },
    ]);
  });
});

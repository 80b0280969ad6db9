import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../generator/diagnostics/frame.js';
import { Lines } from '../../generator/diagnostics/place.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { generate, type Generated } from '../../generator/generate.js';
import { load } from '../../generator/spec/load.js';
import cases from './bad-inputs.json' with { type: 'json' };

/** The errors of a spec as `code@line:column`, in the order of the file; none when it makes a package. */
async function refusals(text: string): Promise<readonly string[]> {
  const { diagnostics } = await run(text);
  const lines = new Lines(text);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span = { start: 0, end: 0 } }) => ({ code, ...lines.at(span.start), start: span.start }))
    .sort((a, b) => a.start - b.start)
    .map(({ code, line, column }) => `${code}@${line}:${column}`);
}

async function run(text: string): Promise<Generated | { readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = load('spec.yaml', Buffer.from(text));
  return loaded.ok ? generate(loaded.source, new Map()) : loaded;
}

describe('bad specs', () => {
  for (const { id, input, code, at } of cases) {
    if (code === null) continue;
    test(`${id}: ${code}`, async () => {
      expect((await refusals(input))[0]).toBe(`${code}@${at}`);
    });
  }
});

describe('what is told', () => {
  test.each(cases.filter(({ code }) => code !== null))('$id: neither a secret nor a control character, and not much of the file', async ({ input }) => {
    const { diagnostics } = await run(input);
    const shown = renderDiagnostics(diagnostics, { path: 'spec.yaml', text: input }, { color: false });
    expect(shown).not.toMatch(/hunter2|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
    for (const { message, hint } of diagnostics) expect(`${message}${hint ?? ''}`.length).toBeLessThan(400);
  });
});

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { generate } from '../../../generator/generate.js';
import { load } from '../../../generator/spec/load.js';
import { sandbox } from '../../support/sandbox.js';

const text = JSON.stringify({
  name: 'crew',
  client: { base_url: 'https://api.example.com' },
  resources: ['users', 'teams'].map((name) => ({ name, fields: { id: 'integer' }, endpoint: { paginator: 'single_page' } })),
});

afterEach(() => vi.unstubAllEnvs());

/** Interrupted at each place where the work looks up, it throws that and leaves no file: the work of the compiler neither. */
test('generate ends wherever it is interrupted', async () => {
  const loaded = load('specs/crew.yaml', Buffer.from(text));
  if (!loaded.ok) throw new Error('the spec is good');
  const temporary = join(sandbox(), 'tmp');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  const reason = new Error('interrupted');
  let places = 0;
  for (let ended = false; !ended; places++) {
    const { signal, looked } = abortedAt(places, reason);
    const made = await generate(loaded.source, new Map(), { signal }).catch((error: unknown) => error);
    ended = looked() <= places;
    if (!ended) expect(made).toBe(reason);
    else expect(made).toMatchObject({ ok: true });
    expect(readdirSync(temporary)).toEqual([]);
  }
  expect(places).toBeGreaterThan(30);
});

/** A signal that aborts when it is looked at for the n-th time, counted from 0. */
function abortedAt(place: number, reason: Error): { readonly signal: AbortSignal; readonly looked: () => number } {
  const controller = new AbortController();
  let looks = 0;
  const { signal } = controller;
  vi.spyOn(signal, 'throwIfAborted').mockImplementation(() => {
    if (looks++ === place) controller.abort(reason);
    if (signal.aborted) throw signal.reason;
  });
  return { signal, looked: () => looks };
}

import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { filesOf } from '../../support/packages.js';
import { runVitest, withPackages, writeFiles } from '../../support/vitest-run.js';
import { DESK, DESK_HOOKS } from './api.js';

/** Mistakes in how a package calls its hooks, each in a copy of it: the tests that were emitted with it must notice. */
const MUTANTS: readonly (readonly [file: string, find: string, replace: string])[] = [
  ['src/internal/http.ts', "change('request', hook, made, place, until.signal)", 'Promise.resolve(made)'],
  ['src/internal/http.ts', 'return transport(signed, until, ', 'return transport({ ...request, url, headers }, until, '],
  ['src/internal/http.ts', 'if (changed.url.origin !== url.origin)', 'if (changed.url.origin === undefined)'],
  ['src/internal/http.ts', 'headers: Object.fromEntries(changed.headers) }', 'headers }'],
  ['src/internal/http.ts', 'throw new DeskHookError(place, hook, withoutSecrets(error));', "throw new DeskNetworkError(place, '');"],
  ['src/internal/run-hook.ts', 'throw new DeskHookError(place, hook, withoutSecrets(error, place));', 'throw error;'],
  ['src/errors.ts', 'this.index = place.record;\n    this.cause = cause;', 'this.index = place.record;\n    this.cause = undefined;'],
  ['src/resources/tickets.ts', 'begin = following;', ''],
  ['src/resources/tickets.ts', 'following === null', 'following !== undefined'],
  ['src/resources/tickets.ts', 'filled?.next?.cursor === undefined ? null', 'begin: TicketsPosition | null = null'],
  ['src/resources/tickets.ts', 'position: begin', 'position: null'],
  ['src/resources/tickets.ts', 'JSON.stringify(following),', 'undefined,'],
  ['src/resources/tickets.ts', 'hooks.select(body)', '[(body as { readonly result?: unknown } | null)?.result].flat()'],
  ['src/resources/tickets.ts', 'return hooks.filter(record, context);', 'return true;'],
  ['src/resources/tickets.ts', 'return hooks.map(record);', 'return record;'],
  ['src/resources/tickets.ts', 'records: hookedTickets(records, place, context)', 'records'],
  ['src/resources/tickets.ts', 'request: (request) => hooks.request(request, context)', ''],
];

test('the tests of a package notice every hook that is not called as it should be', async () => {
  const original = filesOf(await filesFrom('desk.yaml', JSON.stringify(DESK), DESK_HOOKS));
  const mutants = MUTANTS.map(([path, find, replace]) =>
    original.map((file) => {
      if (file.path !== path) return file;
      if (!file.text.includes(find)) throw new Error(`${path} has no ${find}:\n${file.text}`);
      return { path, text: file.text.replace(find, () => replace) };
    }),
  );
  const results = await withPackages(async (folder) => {
    for (const [index, files] of [original, ...mutants].entries()) {
      const kept = files.filter(({ path }) => !path.endsWith('.test.ts') || path === 'test/hooks.test.ts');
      await writeFiles(join(folder, `p${index}`), kept);
    }
    return runVitest(folder, ['--testTimeout=3000'], { untilFailure: true });
  });
  const failed = (index: number): boolean => results.some(({ name, status }) => name.includes(`/p${index}/`) && status === 'failed');
  expect(results.map(({ name }) => basename(name)).filter((name) => name !== 'hooks.test.ts')).toEqual([]);
  expect(results).toHaveLength(MUTANTS.length + 1);
  expect(failed(0)).toBe(false);
  expect(MUTANTS.filter((_, index) => !failed(index + 1))).toEqual([]);
}, 180_000);

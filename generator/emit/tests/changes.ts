import { type Code, code, literal, nothing } from '../../code.js';
import { keyInCase } from '../../model/changes-model.js';
import type { Path } from '../../selector.js';
import type { TestedResource } from './plan.js';

/** The test that what is dropped, renamed or taken out of objects is not there any more. */
export function goneTest({ model: { changes }, mapsTo }: TestedResource): Code {
  if (changes === null || mapsTo) return nothing;
  const made = new Set(changes.added.map(({ name }) => name));
  const inCase = (key: string, depth: number): string =>
    changes.keyCase === null || (changes.keyCase === 'lower' && depth > 0) ? key : keyInCase(key, changes.keyCase);
  const places = [...changes.taken, ...changes.flattened.map(({ path }) => path)].flatMap((path: Path) => {
    const keys = path.flatMap((step, depth) => (step.kind === 'key' ? [inCase(step.key, depth)] : []));
    return keys.length < path.length || (keys.length === 1 && made.has(keys[0] ?? '')) ? [] : [keys];
  });
  if (places.length === 0) return nothing;
  return code`

    test('has nothing left of what is taken out', async () => {
      const listed = (await read(api(answers))).flatMap((page) => page.records);
      for (const path of ${literal(places)}) for (const record of listed) expect(record).not.toHaveProperty(path);
    });
  `;
}

import { type Code, code, nothing } from '../../code.js';
import { isPartitioned, isResumable } from '../reading/kinds.js';
import { splitKind } from '../reading/split-kinds.js';
import { ANSWERING } from './helpers.js';
import type { TestedResource, TestPlan } from './plan.js';

/** Whether what was recorded of a whole read answers its units, too. */
function answersUnits(resource: TestedResource): boolean {
  const { model } = resource;
  const kind = splitKind(resource);
  if (kind === undefined || model.auth !== 'client') return false;
  if (kind === 'window' && model.incremental?.step === null) return false; // without steps, a unit asks for an end of its own
  return kind === 'whole' ? !isPartitioned(resource) || asksOnce(resource) : asksOnce(resource);
}

/** Whether its tests have an API that answers in any order: no request comes twice. */
function asksOnce({ recording }: TestedResource): boolean {
  const asked = recording.fixture.exchanges.map(({ request }) => JSON.stringify([request.url, request.body]));
  return new Set(asked).size === asked.length;
}

export function splitTestsAnswer(resource: TestedResource): boolean {
  return answersUnits(resource) && asksOnce(resource);
}

/** The tests of the units of a resource: that they are together what one read is, and that nothing else is read with their states. */
export function splitTests({ context: { prefix } }: TestPlan, resource: TestedResource): Code {
  if (!answersUnits(resource)) return nothing;
  const kind = splitKind(resource);
  const served = asksOnce(resource) ? code`${ANSWERING}(requests, answers)` : code`api(answers)`;
  const asksAsOften = kind === 'window' || kind === 'values'; // others look for their place in a list first
  const asked = kind === 'whole' ? nothing : code`{ units: 3 }`;
  const records = code`flatMap((page) => page.records)`;
  return code`

    test('is in units what one read is, in any order and through JSON', async () => {
      const units = await open(${served}).splits(${asked});
      expect(await open(${served}).splits(${asked})).toEqual(units); // the same for the same input
      const found: unknown[] = [];
      ${asksAsOften ? code`let asked = 0;` : nothing}
      for (const split of [...(JSON.parse(JSON.stringify(units)) as typeof units)].reverse()) {
        ${asksAsOften ? code`const server = ${served};` : nothing}
        found.unshift(...(await read(${asksAsOften ? code`server` : served}, { split })).${records});
        ${asksAsOften ? code`asked += server.requests.length;` : nothing}
      }
      ${asksAsOften ? code`expect(asked).toBe(requests.length);` : nothing}
      expect(found).toEqual((await read(${served})).${records});
    });
    ${isResumable(resource) && asksOnce(resource) ? resumed(prefix, served, asked) : nothing}
    test('refuses what is no unit of it', async () => {
      const [split] = await open(${served}).splits(${asked});
      if (split === undefined) throw new Error('there are no units');
      const server = ${served};
      for (const changed of [{ resource: 'another one' }, { kind: 'another kind' }]) {
        const other = JSON.parse(JSON.stringify({ ...split, ...changed })) as typeof split;
        expect(await failure(read(server, { split: other }))).toBeInstanceOf(${prefix}StateError);
      }
      expect(server.requests).toEqual([]);
    });
  `;
}

function resumed(prefix: Code, served: Code, asked: Code): Code {
  return code`

    test('goes on in a unit after each of its pages, and nowhere else', async () => {
      for (const split of await open(${served}).splits(${asked})) {
        const pages = await read(${served}, { split });
        for (const [index, page] of pages.entries()) {
          if (page.state.next === null) continue;
          const state = JSON.parse(JSON.stringify(page.state)) as typeof page.state;
          const rest = await read(${ANSWERING}(requests, answers), { split, state });
          expect(rest.flatMap((each) => each.records)).toEqual(pages.slice(index + 1).flatMap((each) => each.records));
          expect(await failure(read(${served}, { state }))).toBeInstanceOf(${prefix}StateError);
        }
      }
    });

  `;
}

import { rowKeys } from '../../model/xml.js';
import { withValue } from '../../recordings/places.js';
import { parseXml, writeXml } from '../../recordings/xml.js';
import { type Code, code, identifier, join, literal, nothing, property } from '../../code.js';
import { paginatorOf } from '../../model/paginator.js';
import type { RefusedAnswer } from '../../paginators/contract.js';
import type { JsonValue } from '../../shape.js';
import { isHooked } from '../hooks/predicates.js';
import { EDITED } from './helpers.js';
import { rows, type TestedResource, type TestPlan } from './plan.js';

/** Tests of answers that a read must not take for a page. */

export function refusals({ model, hooks }: TestedResource): readonly RefusedAnswer[] {
  const all = isHooked({ hooks }, 'next') ? [] : paginatorOf(model.paginator.type).refusedAnswers(model.paginator);
  return model.format.kind === 'xml' ? all.filter(({ body }) => body === undefined || typeof body[1] === 'string') : all; // elements are texts
}

/** A key, or a place in a list, in the notation of `edited`: one that is more than a word stands in brackets, as JSON. */
function stepInPlace(key: string | number): string {
  return /^[\w$-]+$/.test(String(key)) ? String(key) : JSON.stringify([key]);
}

/** Answers that the paginator must not take, a test for each error. */
export function refusalTests(plan: TestPlan, resource: TestedResource): Code {
  const answers = refusals(resource);
  const errors = new Set(answers.map(({ error, code: reason }) => `${error} ${reason}`));
  const tests = [...errors].map((each) =>
    refusalTest(
      plan,
      resource,
      answers.filter(({ error, code: reason }) => `${error} ${reason}` === each),
    ),
  );
  return join(tests, '');
}

/** A last page of a change feed that does not say where the next run begins. */
export function feedEndTest({ model, hooks }: TestedResource): Code {
  const position = model.changeFeed?.position ?? null;
  if (position === null || model.format.kind !== 'json' || isHooked({ hooks }, 'next')) return nothing;
  const place = position.map((step) => stepInPlace(step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : 0)).join('.');
  return code`

    test('refuses a last page that does not say where the next run begins', async () => {
      const end = answers.map((answer, index) => (index === answers.length - 1 ? ${EDITED}(answer, ${literal({ [place]: null })}) : answer));
      expect(await failure(read(api(end)))).toMatchObject({ code: 'invalid_page', resource: ${literal(model.name.raw)} });
    });
  `;
}

/** All with the same error. */
function refusalTest({ context }: TestPlan, resource: TestedResource, answers: readonly RefusedAnswer[]): Code {
  const [first] = answers;
  if (first === undefined) return nothing;
  const cases = answers.map(({ name, headers, body }) => {
    const document = body === undefined ? undefined : documentWith(resource, ...body);
    const answer =
      body === undefined
        ? code`first`
        : document !== undefined
          ? code`{ ...first, bodyText: ${literal(document)} }`
          : code`${EDITED}(first, ${literal({ [body[0].map(stepInPlace).join('.')]: body[1] })})`;
    return code`[${literal(name)}, ${headers === undefined ? answer : code`{ ...${answer}, headers: { ...first.headers, ${members(headers)} } }`}]`;
  });
  return code`

    test.each(${rows(cases)})('refuses %s', async (_, answer) => {
      const error = await failure(read(api([answer])));
      expect(error).toBeInstanceOf(${context.prefix}${identifier(first.error)});
      expect(error).toMatchObject({ code: ${literal(first.code)}, resource: ${literal(resource.model.name.raw)}, page: 1, attempts: 1 });
    });
  `;
}

/** The text of the first document with a value at a place; undefined where bodies are none. */
function documentWith({ model, recording }: TestedResource, path: readonly (string | number)[], value: JsonValue): string | undefined {
  if (model.format.kind !== 'xml') return undefined;
  const elements = { lists: [rowKeys(model).join('.')], objects: [], texts: [] };
  const document = parseXml(recording.fixture.exchanges[0]?.response.bodyText ?? '', elements);
  const place = path.map((step) =>
    typeof step === 'number' ? { kind: 'index' as const, index: step } : { kind: 'key' as const, key: step },
  );
  return writeXml(withValue(document, place, value));
}

function members(headers: Readonly<Record<string, string>>): Code {
  return join(
    Object.entries(headers).map(([name, value]) => code`${property(name)}: ${literal(value)}`),
    ', ',
  );
}

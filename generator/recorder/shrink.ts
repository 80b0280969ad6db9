import type { ResourceModel } from '../model/connector-model.js';
import { paginatorOf } from '../model/paginator.js';
import type { Path } from '../selector.js';
import { exactDigits } from '../recordings/exact.js';
import type { JsonValue } from '../shape.js';
import { emptyEndings, endings } from './endings.js';
import { isList, isObject, listIn, recordsIn, replaceIn, type Answer } from './answers.js';

/** What a live read brought. */
export interface Taken {
  readonly answers: readonly Answer[];
  /** Those with records of the resource itself, and not of its parents. */
  readonly own: readonly Answer[];
  /** Whether the last answer is the end of the read. */
  readonly ended: boolean;
  /** The URL of the first request, without credentials. */
  readonly firstUrl: string;
  /** What the API answered far beyond its last record, where that could be asked. */
  readonly empty: Answer | undefined;
}

/**
 * Smaller recordings of the same read, best first; which of them holds together, a replay tells. As few records as asked
 * for, on the API's own paging if it comes to an end; then with totals, links and cursors written anew, by the paginator,
 * for as many pages and records as are kept; then with more records, for APIs whose short pages mean the end; then, where a `next` hook
 * decides, with a last page that says so in many ways.
 */
export function smallerReads(taken: Taken, resource: ResourceModel, records: number, hasNextHook: boolean): readonly (readonly Answer[])[] {
  const { answers, ended, empty } = taken;
  const cut = answers.map((answer) => cutRecords(answer, resource.selector, records));
  const lastCut = answers.map((answer, index) => (index === answers.length - 1 ? cutRecords(answer, resource.selector, records) : answer));
  const two = answers.length > 2 ? [...answers.slice(0, 1), ...lastCut.slice(-1)] : lastCut;
  const end = empty ?? withRecords(answers.at(-1), resource.selector, []);
  const withEnd = (list: readonly Answer[]): readonly Answer[] => (end === undefined ? list : [...list, end]);
  const rewrite = (list: readonly Answer[]): readonly Answer[] => rewritePaging(list, resource, taken.firstUrl);
  return [
    ...(ended ? [cut] : []),
    rewrite(cut),
    rewrite(withEnd(cut)),
    ...(ended ? [two, lastCut] : []),
    rewrite(two),
    rewrite(lastCut),
    ...(ended ? [answers] : []),
    rewrite(withEnd(answers)),
    ...(hasNextHook && !ended ? [cut, two, lastCut, answers].flatMap(endedByHook) : []),
  ];
}

/** Pages of which the last, or one more, says that nothing follows. */
function endedByHook(pages: readonly Answer[]): readonly (readonly Answer[])[] {
  const last = pages.at(-1);
  if (last === undefined) return [];
  return [
    ...endings(last).map((end) => [...pages.slice(0, -1), end]),
    ...emptyEndings(last).map((end) => [...pages, end]),
    ...emptyEndings(last).map((end) => [...pages.slice(0, -1), end]),
  ];
}

/** The answer with at most so many records: those that together show the most of what records can hold, in their order. */
export function cutRecords(answer: Answer, selector: Path, most: number): Answer {
  const records = listIn(answer.body, selector);
  if (records === undefined || records.length <= most) return answer;
  const kept = new Set([0]);
  const seen = new Set(factsOf(records[0]));
  while (kept.size < most) {
    const gains = records.map((record, index) => (kept.has(index) ? -1 : factsOf(record).filter((fact) => !seen.has(fact)).length));
    const best = gains.indexOf(Math.max(...gains));
    kept.add(best);
    for (const fact of factsOf(records[best])) seen.add(fact);
  }
  return (
    withRecords(
      answer,
      selector,
      records.filter((_, index) => kept.has(index)),
    ) ?? answer
  );
}

/** What a record shows: which paths it has, and the type of the value at each. */
function factsOf(value: JsonValue | undefined, path = ''): string[] {
  if (isList(value)) return [`${path}[${value.length === 0 ? '' : '+'}]`, ...value.flatMap((item) => factsOf(item, `${path}[]`))];
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => factsOf(inner, `${path}.${key}`));
  return [`${path}:${value === null ? 'null' : exactDigits(value) === undefined ? typeof value : 'number'}`];
}

export function withRecords(answer: Answer | undefined, selector: Path, records: readonly JsonValue[]): Answer | undefined {
  return answer === undefined || listIn(answer.body, selector) === undefined
    ? undefined
    : { ...answer, body: replaceIn(answer.body, selector, records) };
}

/** The answers as an API would page them that has these pages and no more. */
export function rewritePaging(answers: readonly Answer[], resource: ResourceModel, firstUrl: string): readonly Answer[] {
  const paginator = paginatorOf(resource.paginator.type);
  const first = new URL(firstUrl);
  for (const name of paginator.queryParams(resource.paginator)) first.searchParams.delete(name);
  const pages = answers.map(({ body }) => recordsIn(body, resource) ?? []);
  const totalRecords = pages.reduce((sum, records) => sum + records.length, 0);
  let before = 0;
  const made = pages.map((records, index) => {
    const answer = paginator.answer(resource.paginator, {
      index,
      pages: pages.length,
      records,
      previous: pages[index - 1] ?? [],
      before,
      totalRecords,
      firstUrl: first.href,
    });
    before += records.length;
    return answer;
  });
  const headers = new Set(made.flatMap((each) => Object.keys(each.headers).map((name) => name.toLowerCase())));
  const paths = new Map(made.flatMap(({ body }) => body.map(([path]) => [JSON.stringify(path), path] as const)));
  return answers.map((answer, index) => {
    const own = made[index];
    const kept = Object.entries(answer.headers).filter(([name]) => !headers.has(name));
    const added = Object.entries(own?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
    let { body } = answer;
    for (const path of paths.values()) {
      const value = own?.body.find(([at]) => JSON.stringify(at) === JSON.stringify(path))?.[1];
      body = replaceIn(
        body,
        path.map((key) => (typeof key === 'number' ? { kind: 'index' as const, index: key } : { kind: 'key' as const, key })),
        value,
      );
    }
    return { ...answer, headers: Object.fromEntries([...kept, ...added]), body };
  });
}

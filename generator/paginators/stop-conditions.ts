import { type Code, code, count, join, literal, nothing, thousands } from '../code.js';
import { accessPath, showPath } from '../selector.js';
import type { Loop, Maximum, PositionField, Progress } from './contract.js';
import { helper } from './helpers.js';
import type { StopRules, Total, HasMore } from './stop-rules.js';

/** The stop rules as conditions of an emitted page loop. */

/** What a counting loop counts: the variables of its position. */
export interface Counted {
  /** `offset` */
  readonly position: Code;
  /** Whether the position has reached the total, where the total counts what the position does. */
  readonly reached: Code;
  /** Records asked for in one page; undefined: the API decides. */
  readonly limit: number | null;
  /** How many rows came, where only some of them count. */
  readonly came?: Code | undefined;
  /** What the total must count for `reached` to be meant. */
  readonly counts: Total['counts'];
  /** How much of the total stands before the first page. */
  readonly before: number;
  /** Where the paging starts. */
  readonly first: number;
  /** "offset", "page" */
  readonly word: string;
}

/** What a loop needs for its rules. */
export interface EmittedRules {
  /** The condition that ends it. */
  readonly done: Code;
  readonly extras: Loop['extras'];
  /** A count that goes along with the position, where the total counts something else. */
  readonly extra:
    { readonly name: Code; readonly field: PositionField; readonly start: (saved: Code) => Code; readonly advance: Code } | undefined;
  readonly maximum: Maximum | undefined;
  readonly emptyHint: string;
}

/** The rules as a condition over `records`, `total` and `hasMore`, and what must be read from the answer for it. */
export function emitStopRules(rules: StopRules, counted: Counted): EmittedRules {
  const { total, hasMore, maximum } = rules;
  const other = total === null || total.counts === counted.counts ? undefined : countOf(total, counted);
  const all = other?.reached ?? counted.reached;
  const came = counted.came ?? code`records.length`;
  const most = maximum === null ? undefined : mostByTotal(total, maximum.at, counted);
  const ceiling = most === undefined || maximum?.then === 'stop' ? nothing : code` && total !== ${count(most)}`;
  const reached = maximum === null ? undefined : code`${counted.position} >= ${count(maximum.at)}`;
  const conditions = [
    ...(reached === undefined || maximum?.then !== 'stop' ? [] : [reached]),
    ...(rules.stopAfterEmptyPage ? [code`${came} === 0`] : []),
    ...(rules.stopAfterShortPage && counted.limit !== null ? [code`${came} < ${literal(counted.limit)}`] : []),
    ...(total === null ? [] : [ceiling === nothing ? all : code`(${all}${ceiling})`]),
    ...(hasMore === null ? [] : [code`!hasMore`]),
  ];
  return {
    done: conditions.length === 0 ? nothing : join(conditions, ' || '),
    extras: [...(total === null ? [] : [totalExtra(total)]), ...(hasMore === null ? [] : [hasMoreExtra(hasMore)])],
    extra: other,
    maximum:
      maximum === null || reached === undefined
        ? undefined
        : {
            reached,
            words: `${counted.word} ${thousands(maximum.at)}`,
            then: maximum.then,
            isTold: total !== null || hasMore !== null,
            passed: most === undefined ? undefined : code`total >= ${count(most)} && ${counted.position} === ${literal(counted.first)}`,
          },
    emptyHint:
      total?.counts === 'pages' && total.from.kind === 'body'
        ? `; does "${showPath(total.from.path)}" count records? Then say total: records`
        : '',
  };
}

/** The total of what a maximum lets through, where the one can be said in what the other counts: a total that large may be a ceiling itself. */
function mostByTotal(total: Total | null, at: number, { counts, limit, first, before }: Counted): number | undefined {
  if (total === null) return undefined;
  if (total.counts === counts) return at;
  if (limit === null) return undefined;
  return total.counts === 'records' ? before + (at - first) * limit : Math.ceil((at - first) / limit);
}

function countOf(total: Total, { before }: Counted): NonNullable<EmittedRules['extra']> & { readonly reached: Code } {
  const records = total.counts === 'records';
  const name = records ? code`received` : code`pages`;
  return {
    name,
    field: {
      name: records ? 'received' : 'pages',
      type: code`number`,
      description: records ? 'Records received so far.' : 'Pages received so far.',
      check: (value) => code`Number.isSafeInteger(${value}) && (${value} ?? -1) >= 0`,
      refused: [-1, 0.5, '10'],
    },
    start: (saved) => code`let ${name} = ${saved}?.${name} ?? ${literal(before)};`,
    advance: records ? code`received += records.length;` : code`pages += 1;`,
    reached: code`${name} >= total`,
  };
}

function totalExtra({ from, counts }: Total): Loop['extras'][number] {
  return {
    name: 'total',
    type: code`number`,
    value:
      from.kind === 'body'
        ? code`${helper('wholeNumber')}(${accessPath(code`body`, from.path)}, ${literal(showPath(from.path))}, place)`
        : code`${helper('totalIn')}(response.headers, ${literal(from.name)}, place)`,
    reads: from.kind === 'body' ? [] : ['response'],
    none: literal(0),
    counts,
  };
}

function hasMoreExtra(hasMore: HasMore): Loop['extras'][number] {
  return { name: 'hasMore', type: code`boolean`, value: emitHasMore(hasMore), reads: [], none: literal(false) };
}

/** Whether the body says that there is more, an expression. */
export function emitHasMore({ path, absent }: HasMore): Code {
  const found = accessPath(code`body`, path);
  return code`${helper('flag')}(${absent === 'end' ? code`${found} ?? false` : found}, ${literal(showPath(path))}, place)`;
}

/** What tells the pages of a counting loop apart. */
export function recordsProgress({ total, hasMore, stopAfterShortPage, stopAfterRepeatedPage }: StopRules): Progress {
  return {
    by: 'records',
    counted: total !== null,
    repeatEnds: stopAfterRepeatedPage,
    endsFull: total !== null || hasMore !== null || stopAfterShortPage,
  };
}

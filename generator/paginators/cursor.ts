import { code, join, literal, nothing, type Code } from '../code.js';
import { accessPath, parsePlace, parseSelector, showPath, type Path, type Place } from '../selector.js';
import {
  boolean,
  integer,
  literalWord,
  object,
  oneOf,
  optional,
  required,
  text,
  type JsonValue,
  type Reading,
  type Shaped,
} from '../shape.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import type { AnsweredPage, Loop, LoopNames, Paginator, RefusedAnswer } from './contract.js';
import { helper } from './helpers.js';
import { buildPageSize, pageSizeKeys, type PageSize } from './page-size.js';
import { answerCursorObject, emitCursorObject, refusedCursorObjects } from './cursor-object.js';
import { checkPlace, checkSelector, emptyPagesKey, hasMoreKeys, type HasMore } from './stop-rules.js';
import { refusedFlags } from './stop-samples.js';
import { emitHasMore } from './stop-conditions.js';
import { bodyAt } from './body-places.js';
import { bodyPathKey, buildTarget, emitBody, emitQuery, fill, paramKey, targetParams, targetPaths, type Target } from './target.js';

const shape = object(
  'a cursor paginator',
  {
    type: required(literalWord('cursor')),
    cursor_path: optional(
      text({
        description:
          'Where the body has the cursor of the next page. `last.id`: the field `id` of the last record of the page; `$.last.id` for a member that is called last.',
        default: 'cursors.next',
        check: checkPlace,
        examples: ['meta.next_cursor', 'last.id'],
      }),
    ),
    cursor_object_path: optional(
      text({
        description:
          'Where the body has an object, in place of a cursor: its members are query parameters of the next request, instead of those that the last one had. Absent or empty: the end.',
        check: checkSelector,
        examples: ['continue'],
      }),
    ),
    cursor: optional(
      oneOf(
        'a text or a whole number',
        [text({ description: 'A text; it may be empty.', allowEmpty: true }), integer({ description: 'A whole number.' })],
        {
          description: 'The cursor of the first page. Default: the first request has none.',
        },
      ),
    ),
    cursor_param: paramKey('the cursor', 'cursor'),
    cursor_body_path: bodyPathKey('the cursor'),
    ...pageSizeKeys,
    ...hasMoreKeys,
    stop_after_empty_page: optional(boolean({ description: 'An empty page is the last one, whatever cursor it has.', default: false })),
    stop_after_short_page: optional(
      boolean({
        description: 'A page with fewer records than asked for is the last one: one request less, but wrong where the API caps its pages.',
        default: false,
      }),
    ),
    stop_after_repeated_cursor: optional(
      boolean({ description: 'The end is the cursor that was sent, again, as with Solr and `_changes`.', default: false }),
    ),
    maximum_empty_pages: emptyPagesKey(100),
  },
  { description: 'Pages by a cursor from each answer. null, false, "" or no cursor end the read; 0 is a cursor like any other.' },
);

export interface CursorModel {
  readonly type: 'cursor';
  readonly from: 'body' | 'last record';
  readonly path: Place;
  /** The cursor is an object of parameters, there. */
  readonly object: Path | null;
  readonly start: string | number | null;
  readonly target: Target;
  readonly size: PageSize;
  readonly hasMore: HasMore | null;
  readonly stopAfterEmptyPage: boolean;
  readonly stopAfterShortPage: boolean;
  readonly stopAfterRepeatedCursor: boolean;
  readonly maximumEmptyPages: number;
}

/**
 * Pages by a cursor that the body, or the last record, has. Longer than other files: what a cursor may be, where it goes and what
 * ends a read depend on each other, and a paginator is one file.
 */
export const cursor: Paginator<Shaped<typeof shape>, CursorModel> = {
  type: 'cursor',
  shape,

  build(spec, reading) {
    const target = buildTarget(
      { param: spec.cursor_param, bodyPath: spec.cursor_body_path },
      ['cursor_param', 'cursor_body_path'],
      spec,
      reading,
    );
    const size = buildPageSize(spec, reading);
    const object = buildObject(spec, reading);
    const said = spec.cursor_path ?? 'cursors.next';
    const path = placeOf(said, spec, 'cursor_path', reading);
    const hasMorePath = typeof spec.has_more_path === 'string' ? pathOf(spec.has_more_path, spec, 'has_more_path', reading) : null;
    if (target === undefined || size === undefined || path === undefined || hasMorePath === undefined || object === undefined)
      return undefined;
    if (spec.stop_after_short_page === true && size.limit === null) {
      reading.report(
        messages.pattern(
          reading.spanOf(spec, 'stop_after_short_page'),
          'spec/missing-limit',
          'no page is short where no limit is said',
          'Set limit; limit_param: null where the API takes none.',
        ),
      );
      return undefined;
    }
    const last = /^last[.[]/.test(said);
    return {
      type: 'cursor',
      from: last ? 'last record' : 'body',
      path: last ? path.slice(1) : path,
      object,
      start: spec.cursor ?? null,
      target,
      size,
      hasMore: hasMorePath === null ? null : { path: hasMorePath, absent: spec.has_more_absent ?? 'error' },
      stopAfterEmptyPage: spec.stop_after_empty_page ?? false,
      stopAfterShortPage: spec.stop_after_short_page ?? false,
      stopAfterRepeatedCursor: spec.stop_after_repeated_cursor ?? false,
      maximumEmptyPages: spec.maximum_empty_pages ?? 100,
    };
  },

  knowsPages: () => false,
  countsRecords: ({ from, stopAfterEmptyPage, stopAfterShortPage }) => from === 'last record' || stopAfterEmptyPage || stopAfterShortPage,
  queryParams: (model) => (model.object === null ? targetParams(model.target, model.size.target) : targetParams(model.size.target)),
  bodyPaths: (model) => targetPaths(model.target, model.size.target),

  emit: (model, names) => (model.object === null ? emitLoop(model, names) : emitCursorObject({ ...model, path: model.object }, names)),

  pageSizes(model) {
    const full = model.stopAfterShortPage ? (model.size.limit ?? 3) : Math.min(model.size.limit ?? 3, 3);
    const ended = model.hasMore !== null || model.stopAfterShortPage || model.from === 'body';
    if (full === 1) return ended && !model.stopAfterShortPage ? [1, 1, 1] : [1, 1, 0];
    if (full > 3) return [full, 2];
    return ended ? [full, full, full - 1] : [full, full, full - 1, 0];
  },

  answer(model, page) {
    if (model.object !== null) return answerCursorObject({ ...model, path: model.object }, page);
    const url = new URL(page.firstUrl);
    const size = fill(model.size.target, model.size.limit, url);
    const requestBody = [...fill(model.target, page.index === 0 ? model.start : sentCursor(model, page), url), ...size];
    const more = page.index < page.pages - 1;
    const body = [
      ...(model.from === 'body' ? bodyAt(model.path, more ? cursorAfter(page.index) : lastCursor(model, page)) : []),
      ...bodyAt(model.hasMore?.path ?? null, more),
    ];
    return { url: url.href, requestBody, headers: {}, body };
  },

  refusedAnswers: (model) =>
    model.object === null
      ? [...refusedCursors(model), ...refusedFlags(model.hasMore)]
      : refusedCursorObjects({ ...model, path: model.object }),

  example: { type: 'cursor', cursor_path: 'meta.next' },

  mutants: [
    {
      name: 'the cursor is not sent',
      file: 'resource',
      find: "if (cursor !== null) url.searchParams.set('cursor', String(cursor));",
      replace: '',
    },
    { name: 'the cursor stays the first one', file: 'resource', find: 'cursor = nextCursor', replace: 'cursor ??= nextCursor' },
    {
      name: 'a saved cursor is ignored',
      file: 'resource',
      find: 'filled?.next?.cursor ?? null',
      replace: 'null as string | number | null',
    },
    { name: 'only the first page is read', file: 'resource', find: 'cursor === null', replace: 'cursor !== undefined' },
    {
      name: 'a cursor of 0 ends the read',
      file: 'src/internal/pagination.ts',
      find: "value === undefined || value === null || value === false || value === ''",
      replace: '!value',
    },
    { name: 'a cursor may be anything', file: 'src/internal/pagination.ts', find: 'Number.isSafeInteger(value)', replace: 'true' },
  ],
};

function emitLoop(model: CursorModel, { position }: LoopNames): Loop {
  return {
    summary: `${model.size.limit === null ? 'page after page' : `${model.size.limit} records a page`} by cursor, ${describeEnd(model)}`,
    reassignsUrl: false,
    kind: 'cursor',
    position: [
      {
        name: 'cursor',
        type: code`string | number`,
        description: 'The cursor of the next page.',
        check: (value) => code`(typeof ${value} === 'string' ? ${value} !== '' : Number.isSafeInteger(${value}))`,
        refused: ['', true, 0.5, {}],
      },
    ],
    fixedQuery: model.size.limit === null ? [] : targetParams(model.size.target).map((name) => [name, literalOf(model.size.limit)]),
    bodyFields: [...emitBody(model.target, code`cursor`, code`cursor !== null`), ...emitBody(model.size.target, literal(model.size.limit))],
    start:
      model.start === null
        ? code`let cursor = ${position}?.cursor ?? null;`
        : code`let cursor: string | number | null = ${position}?.cursor ?? ${literal(model.start)};`,
    request: model.target.kind === 'query' ? code`if (cursor !== null) ${emitQuery(model.target, code`String(cursor)`)}` : nothing,
    extras: [{ name: 'nextCursor', type: code`string | number | null`, value: readCursor(model), reads: [], none: code`null` }],
    advance: advance(model),
    ends: code`cursor === null`,
    next: [code`cursor`],
    progress: { by: 'position', position: code`String(cursor)` },
    maximumEmptyPages: model.stopAfterEmptyPage ? 0 : model.maximumEmptyPages,
  };
}

/** The cursor after a page of a made-up API: a text that has to be encoded, and a 0 that must not end the read. */
function cursorAfter(index: number): string | number {
  return index === 1 ? 0 : `page+${index + 2}/=&`;
}

/** What the last answer has for a cursor: none, or the one that was sent. */
function lastCursor({ stopAfterRepeatedCursor, start }: CursorModel, { index }: AnsweredPage): string | number | null {
  if (!stopAfterRepeatedCursor) return null;
  return index === 0 ? start : cursorAfter(index - 1);
}

function sentCursor(model: CursorModel, page: AnsweredPage): string | number {
  if (model.from === 'body') return cursorAfter(page.index - 1);
  const found = model.path.reduce<JsonValue | undefined>(
    (value, step) => childOf(value, step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : ''),
    page.previous.at(-1),
  );
  if (typeof found === 'string' || typeof found === 'number') return found;
  throw new Error(`the cursor at ${showPath(model.path)} of a made-up record is neither text nor number`);
}

function childOf(value: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === String(key))?.[1];
}

function readCursor(model: CursorModel): Code {
  const last = model.from === 'last record';
  const shown = literal(last ? `last.${showPath(model.path)}` : showPath(model.path));
  const found = accessPath(last ? code`records.at(-1)` : code`body`, model.path);
  const needed = code`${helper('needCursor')}(${found}, ${shown}, place)`;
  const more = model.hasMore === null ? undefined : emitHasMore(model.hasMore);
  if (last) return code`records.length === 0${more === undefined ? nothing : code` || !${more}`} ? null : ${needed}`;
  return more === undefined ? code`${helper('cursorAt')}(${found}, ${shown}, place)` : code`${more} ? ${needed} : null`;
}

function advance(model: CursorModel): Code {
  const ends = [
    ...(model.stopAfterEmptyPage ? [code`records.length === 0`] : []),
    ...(model.stopAfterShortPage ? [code`records.length < ${literal(model.size.limit)}`] : []),
    ...(model.stopAfterRepeatedCursor ? [code`nextCursor === cursor`] : []),
  ];
  return ends.length === 0 ? code`cursor = nextCursor;` : code`cursor = ${join(ends, ' || ')} ? null : nextCursor;`;
}

function describeEnd(model: CursorModel): string {
  const field = model.from === 'body' ? `\`${showPath(model.path)}\` of the body` : `\`${showPath(model.path)}\` of the last record`;
  const ends = [
    ...(model.hasMore === null ? [] : [`\`${showPath(model.hasMore.path)}\` is false`]),
    ...(model.from === 'body' && model.hasMore === null ? ['it is null or missing'] : []),
    ...(model.stopAfterEmptyPage || model.from === 'last record' ? ['a page is empty'] : []),
    ...(model.stopAfterShortPage ? ['a page is short'] : []),
    ...(model.stopAfterRepeatedCursor ? ['it is the one that was sent'] : []),
  ];
  return `${field}, until ${ends.join(' or ')}`;
}

/** Cursors that are none; where the body says that there is more, also those that would end a read. */
function refusedCursors(model: CursorModel): readonly RefusedAnswer[] {
  if (model.from === 'last record') return [];
  const path = bodyAt(model.path, null).flatMap(([each]) => [each])[0] ?? [];
  const refused = (value: JsonValue, error: RefusedAnswer['error'], problem: string): RefusedAnswer => ({
    name: `the cursor ${JSON.stringify(value)}`,
    body: [path, value],
    error,
    code: problem,
  });
  const kinds = [true, 0.5, [], {}].map((value) => refused(value, 'ResponseError', 'invalid_page'));
  return model.hasMore === null ? kinds : [...kinds, ...['', null, false].map((value) => refused(value, 'ResponseError', 'invalid_page'))];
}

function literalOf(limit: number | null): number {
  return limit ?? 0;
}

function placeOf(selector: string, owner: object, key: string, reading: Reading): Place | undefined {
  const parsed = parsePlace(selector);
  if (!parsed.ok) return undefined;
  if (!parsed.path.some((step) => step.kind === 'where')) return pathOf(selector, owner, key, reading);
  if (parsed.path.at(-1)?.kind !== 'where' && parsed.path.every((step) => step.kind !== 'every')) return parsed.path;
  reading.report(
    messages.pattern(
      reading.spanOf(owner, key),
      'spec/selector-syntax',
      'not the place of a single value',
      'Name a member of what the filter finds.',
    ),
  );
  return undefined;
}

/** null: the cursor is a single value. */
function buildObject(spec: Shaped<typeof shape>, reading: Reading): Path | null | undefined {
  if (spec.cursor_object_path === undefined) return null;
  const others = [
    'cursor_path',
    'cursor',
    'cursor_param',
    'cursor_body_path',
    'has_more_path',
    'stop_after_short_page',
    'stop_after_repeated_cursor',
  ] as const;
  const other = others.find((key) => spec[key] !== undefined);
  if (other === undefined) return pathOf(spec.cursor_object_path, spec, 'cursor_object_path', reading);
  reading.report(
    messages.pattern(
      reading.spanOf(spec, other),
      'spec/param-conflict',
      `${other} is about a cursor of one value, and cursor_object_path names an object`,
      'Leave one of them out.',
    ),
  );
  return undefined;
}

function pathOf(selector: string, owner: object, key: string, reading: Reading): Path | undefined {
  const parsed = parseSelector(selector);
  if (!parsed.ok) return undefined;
  if (parsed.path.every((step) => step.kind !== 'every') && parsed.path.length > 0) return parsed.path;
  reading.report(
    messages.pattern(reading.spanOf(owner, key), 'spec/selector-syntax', 'not the place of a single value', 'Name its keys: meta.next.'),
  );
  return undefined;
}

import { code, count, literal, nothing, type Code } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { choice, integer, literalWord, nullable, object, optional, required, type Reading, type Shaped } from '../shape.js';
import type { PageExtra, Paginator } from './contract.js';
import { firstPageKey } from './first-page.js';
import { helper } from './helpers.js';
import { buildPageSize } from './page-size.js';
import { buildStopRules, describeStopRules, endsByAnswer, stopRuleKeys, type StopRules } from './stop-rules.js';
import { answeredCounts, newRows, refusedCounts, repeatedRows, samplePageSizes } from './stop-samples.js';
import { emitStopRules, recordsProgress } from './stop-conditions.js';
import {
  bodyPathKey,
  buildTarget,
  emitBody,
  emitQuery,
  fill,
  pageTemplateKey,
  paramKey,
  targetParams,
  targetPaths,
  templateHasLimit,
  withTemplate,
  type Target,
} from './target.js';

const shape = object(
  'an offset paginator',
  {
    type: required(literalWord('offset')),
    limit: required(integer({ description: 'Records asked for in one page.', min: 1, examples: [100] })),
    offset: optional(
      integer({
        description: 'Where to start. 1 where the API counts from 1: the end is then after the record number `total`.',
        min: 0,
        default: 0,
      }),
    ),
    offset_param: paramKey('the offset', 'offset'),
    offset_body_path: bodyPathKey('the offset'),
    page_template: pageTemplateKey('offset'),
    first_page: firstPageKey,
    limit_param: paramKey('the limit', 'limit'),
    limit_body_path: bodyPathKey('the limit'),
    advance: optional(
      choice('a way to advance', ['records', 'limit'], {
        description:
          'records: by the records received, whatever was asked for, so that a server may cap its pages. limit: by what was asked for, for an API that cuts the page out first and leaves rows out of it then; it needs a total or has_more_path.',
        default: 'records',
      }),
    ),
    overlap: optional(
      integer({
        description:
          'So many rows of a page are read again with the next one: it is an error if they moved, because rows came or went meanwhile.',
        min: 0,
        max: 1000,
        default: 0,
      }),
    ),
    maximum_offset: optional(
      nullable(
        integer({
          description: 'The first offset that is not asked for any more. Where the API says that there is more, `on_maximum` counts.',
          min: 1,
        }),
      ),
    ),
    ...stopRuleKeys('records'),
  },
  { description: 'Pages by offset: the offset advances by the records received, whatever was asked for.' },
);

type OffsetSpec = Shaped<typeof shape>;

export interface OffsetModel {
  readonly type: 'offset';
  readonly limit: number;
  readonly start: number;
  readonly target: Target;
  readonly limitTarget: Target;
  readonly firstUnsent: boolean;
  readonly advance: 'records' | 'limit';
  readonly overlap: number;
  readonly stop: StopRules;
}

/** How many rows a page has with those that are read again: what is left of them says nothing of its size. */
const CAME: PageExtra = { name: 'came', type: code`number`, value: code`records.length`, reads: [], none: literal(0) };

export const offset: Paginator<OffsetSpec, OffsetModel> = {
  type: 'offset',
  shape,

  build(spec, reading) {
    const stop = buildStopRules(spec, spec.maximum_offset ?? null, 'records', reading);
    const target = withTemplate(
      buildTarget({ param: spec.offset_param, bodyPath: spec.offset_body_path }, ['offset_param', 'offset_body_path'], spec, reading),
      spec,
      'offset',
      spec.limit,
      reading,
    );
    const size = buildPageSize(spec, reading);
    if (stop === undefined || target === undefined || size === undefined) return undefined;
    if (!checkAdvance(spec, stop, reading)) return undefined;
    return {
      type: 'offset',
      limit: spec.limit,
      start: spec.offset ?? 0,
      target,
      limitTarget: templateHasLimit(spec.page_template) ? { kind: 'none' } : size.target,
      firstUnsent: spec.first_page === 'unsent',
      advance: spec.advance ?? 'records',
      overlap: spec.overlap ?? 0,
      stop,
    };
  },

  knowsPages: ({ stop, overlap }) => stop.total !== null && overlap === 0,
  countsRecords: ({ advance, stop }) => advance === 'records' || stop.stopAfterEmptyPage || stop.stopAfterShortPage,
  queryParams: (model) => targetParams(model.target, model.limitTarget),
  bodyPaths: (model) => targetPaths(model.target, model.limitTarget),

  emit(model, { position }) {
    const limit = literal(model.limit);
    // an API that counts from 1 has its last record at the offset that is the total
    const reached = model.start > 0 ? code`offset > total` : code`offset >= total`;
    const rules = emitStopRules(model.stop, {
      position: code`offset`,
      reached,
      limit: model.limit,
      counts: 'records',
      before: 0,
      first: model.start,
      word: 'offset',
      came: model.overlap === 0 ? undefined : code`came`,
    });
    const sent = model.overlap === 0 ? code`offset` : code`offset - overlap.size`;
    const query = emitQuery(model.target, code`String(${sent})`, sent, model.limit);
    const first = literal(model.start);
    return {
      summary: `${model.limit} records a page by offset, ${describeStopRules(model.stop, 'offset')}`,
      reassignsUrl: false,
      kind: 'offset',
      position: [
        {
          name: 'offset',
          type: code`number`,
          description: model.advance === 'limit' ? 'Where the next page begins.' : 'Records read so far.',
          check: (value) => code`Number.isSafeInteger(${value}) && (${value} ?? -1) >= 0`,
          refused: [-1, 0.5, '10'],
        },
        ...(rules.extra === undefined ? [] : [rules.extra.field]),
        ...(model.overlap === 0
          ? []
          : [
              {
                name: 'tail',
                type: code`readonly string[]`,
                description: 'Marks of the last rows, which the next page begins with.',
                check: (value: Code) => code`Array.isArray(${value})`,
                refused: [7],
              },
            ]),
      ],
      fixedQuery: targetParams(model.limitTarget).map((name) => [name, model.limit]),
      bodyFields: [
        ...emitBody(model.target, sent, model.firstUnsent ? code`offset !== ${first}` : undefined),
        ...emitBody(model.limitTarget, limit),
      ],
      start: code`
        let offset = ${position}?.offset ?? ${first};
        ${rules.extra?.start(position) ?? nothing}
        ${model.overlap === 0 ? nothing : code`const overlap = new ${helper('Overlap')}(${literal(model.overlap)}, ${position}?.tail);`}
        ${model.advance === 'limit' ? code`const shortPages = new ${helper('ShortPages')}(${limit});` : nothing}
      `,
      request: model.firstUnsent && query !== nothing ? code`if (offset !== ${first}) ${query}` : query,
      overlaps: model.overlap > 0,
      extras:
        model.overlap > 0 && (model.stop.stopAfterEmptyPage || model.stop.stopAfterShortPage) ? [CAME, ...rules.extras] : rules.extras,
      advance: code`
        ${advanceBy(model, limit)}
        ${rules.extra?.advance ?? nothing}
      `,
      ends: rules.done,
      next: [
        code`offset`,
        ...(rules.extra === undefined ? [] : [rules.extra.name]),
        ...(model.overlap === 0 ? [] : [code`tail: overlap.tail`]),
      ],
      afterNext: model.advance === 'limit' ? (isLast) => code`shortPages.check(records.length, ${isLast}, place);` : undefined,
      progress: recordsProgress(model.stop),
      maximumEmptyPages: model.stop.stopAfterEmptyPage ? 0 : model.stop.maximumEmptyPages,
      emptyHint: rules.emptyHint,
      maximum: rules.maximum,
      ahead: offset.knowsPages(model)
        ? {
            position: code`offset`,
            step: model.advance === 'limit' ? limit : code`records.length`,
            end: aheadEnd(model),
          }
        : undefined,
    };
  },

  pageSizes(model, atLeast) {
    const { maximum } = model.stop;
    const even = samplePageSizes(
      model.stop,
      model.limit,
      atLeast ?? 0,
      (each) =>
        model.start + each.reduce((sum, size) => sum + (model.advance === 'limit' ? model.limit : size), 0) < (maximum?.at ?? Infinity),
    );
    // pages that all have fewer records than were asked for, and as many as each other, would look capped, wherever a read goes on
    const sizes = model.advance === 'limit' ? unlike(even) : even;
    // where an API counts from 1, a last page of one record tells whether the end is after it
    const one = model.start > 0 && model.stop.total !== null && sizes.length > 1 && maximum === null && model.advance !== 'limit';
    if (maximum === null || maximum.then !== 'stop') return one ? sizes.with(-1, 1) : sizes;
    const asked: number[] = [];
    for (let at = model.start; at < maximum.at && (asked.length < sizes.length || !endsByAnswer(model.stop));) {
      const size = sizes[asked.length] ?? 0;
      asked.push(size);
      at += model.advance === 'limit' ? model.limit : size || model.limit;
    }
    return asked;
  },

  answer(model, page) {
    const url = new URL(page.firstUrl);
    const size = fill(model.limitTarget, model.limit, url);
    const at = model.start + (model.advance === 'limit' ? page.index * model.limit : page.before) - Math.min(model.overlap, page.before);
    const unsent = model.firstUnsent && page.index === 0;
    const requestBody = [...(unsent ? [] : fill(model.target, at, url, model.limit)), ...size];
    const before = Math.max(0, model.start - 1); // of an API that counts from 1, nothing
    const records = model.advance === 'limit' ? before + (page.pages - 1) * model.limit + 1 : before + page.totalRecords;
    const counts = answeredCounts(model.stop, { records, pages: page.pages, more: page.index < page.pages - 1 });
    return { url: url.href, requestBody, ...counts };
  },

  answeredRows: ({ stop, overlap }, { records, previous }, earlier) =>
    overlap > 0 ? [...earlier.slice(-overlap), ...records] : repeatedRows(stop, records, previous),

  newRows({ stop, overlap }, rows, previous) {
    if (overlap === 0) return newRows(stop, rows, previous);
    const again = previous.slice(-overlap);
    const isAgain = again.every((row, index) => JSON.stringify(row) === JSON.stringify(rows[index]));
    return isAgain ? rows.slice(again.length) : rows; // else the first page of another part
  },

  refusedAnswers: (model) => refusedCounts(model.stop),

  example: { type: 'offset', limit: 100 },

  mutants: [
    { name: 'offset advances by the limit asked for', file: 'resource', find: 'offset += records.length', replace: 'offset += 100' },
    { name: 'offset never advances', file: 'resource', find: 'offset += records.length', replace: 'offset += 0' },
    { name: 'the state keeps the first offset', file: 'resource', find: ': { offset,', replace: ': { offset: 0,' },
    { name: 'a saved offset is ignored', file: 'resource', find: 'state?.next?.offset ?? 0', replace: '0' },
    { name: 'the paging never ends', file: 'resource', find: 'records.length === 0', replace: 'records.length < 0' },
  ],
};

/** By what came, not by what was asked: a server may cap its pages. */
function advanceBy(model: OffsetModel, limit: Code): Code {
  if (model.advance === 'limit') return code`offset += ${limit}; // by what was asked: the API leaves rows out of its pages`;
  if (model.stop.stopAfterEmptyPage)
    return code`offset += records.length; // by what came, not by what was asked: a server may cap its pages`;
  return code`offset += records.length || ${limit}; // by what came; past an empty page by what was asked`;
}

function aheadEnd({ stop, start, limit }: OffsetModel): Code {
  const total = stop.total?.counts === 'pages' ? code`total * ${literal(limit)}` : start > 0 ? code`total + 1` : code`total`;
  return stop.maximum === null ? total : code`Math.min(${total}, ${count(stop.maximum.at)})`;
}

/** Whether the ways to advance and to end fit together; what does not is reported. */
function checkAdvance(spec: OffsetSpec, stop: StopRules, reading: Reading): boolean {
  const refuse = (key: keyof OffsetSpec & string, message: string, hint: string): boolean => {
    reading.report(messages.pattern(reading.spanOf(spec, key), 'spec/advance', message, hint));
    return false;
  };
  const overlap = spec.overlap ?? 0;
  if (overlap >= spec.limit) return refuse('overlap', 'a page would have no new rows', `Take less than ${spec.limit}.`);
  if (spec.advance !== 'limit') return true;
  if (stop.total === null && stop.hasMore === null)
    return refuse('advance', 'an API that leaves rows out of its pages must say where they end', 'Set total_path or has_more_path.');
  if (spec.stop_after_empty_page === true) return refuse('stop_after_empty_page', 'a page may be empty in the middle', 'Leave it out.');
  if (spec.stop_after_short_page === true) return refuse('stop_after_short_page', 'every page may be short', 'Leave it out.');
  if (overlap > 0) return refuse('overlap', 'rows that are left out cannot be read again', 'Leave out overlap, or advance: limit.');
  return true;
}

/** Sizes of which no page has as many as the one before it. */
function unlike(sizes: readonly number[]): readonly number[] {
  return sizes.reduce<readonly number[]>((made, size) => [...made, size === made.at(-1) && size > 1 ? size - 1 : size], []);
}

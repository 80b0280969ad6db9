import { code, count, literal, nothing } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { integer, literalWord, nullable, object, optional, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { firstPageKey } from './first-page.js';
import { buildPageSize, pageSizeKeys, type PageSize } from './page-size.js';
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
  'a page_number paginator',
  {
    type: required(literalWord('page_number')),
    base_page: optional(integer({ description: 'The number of the first page.', min: 0, default: 0 })),
    page: optional(integer({ description: 'The page to start with. Default: base_page.', min: 0 })),
    page_param: paramKey('the page number', 'page'),
    page_body_path: bodyPathKey('the page number'),
    page_template: pageTemplateKey('page'),
    first_page: firstPageKey,
    ...pageSizeKeys,
    maximum_page: optional(
      nullable(
        integer({
          description: 'The first page number that is not asked for any more. Where the API says that there is more, `on_maximum` counts.',
          min: 1,
        }),
      ),
    ),
    ...stopRuleKeys('pages'),
  },
  { description: 'Pages by number.' },
);

export interface PageNumberModel {
  readonly type: 'page_number';
  readonly base: number;
  readonly start: number;
  readonly target: Target;
  readonly size: PageSize;
  readonly firstUnsent: boolean;
  readonly stop: StopRules;
}

export const pageNumber: Paginator<Shaped<typeof shape>, PageNumberModel> = {
  type: 'page_number',
  shape,

  build(spec, reading) {
    const stop = buildStopRules(spec, spec.maximum_page ?? null, 'pages', reading);
    const size = buildPageSize(spec, reading);
    const target = withTemplate(
      buildTarget({ param: spec.page_param, bodyPath: spec.page_body_path }, ['page_param', 'page_body_path'], spec, reading),
      spec,
      'page',
      spec.limit ?? null,
      reading,
    );
    if (stop === undefined || target === undefined || size === undefined) return undefined;
    if (stop.stopAfterShortPage && size.limit === null) {
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
    const base = spec.base_page ?? 0;
    const inTemplate = templateHasLimit(spec.page_template);
    return {
      type: 'page_number',
      base,
      start: spec.page ?? base,
      target,
      size: inTemplate ? { ...size, target: { kind: 'none' } } : size,
      firstUnsent: spec.first_page === 'unsent',
      stop,
    };
  },

  knowsPages: (model) => model.stop.total !== null,
  countsRecords: ({ stop }) => stop.total?.counts === 'records' || stop.stopAfterEmptyPage || stop.stopAfterShortPage,
  queryParams: (model) => targetParams(model.target, model.size.target),
  bodyPaths: (model) => targetPaths(model.target, model.size.target),

  emit(model, { position }) {
    const pages = model.base === 0 ? code`total` : code`total + ${literal(model.base)}`;
    const { limit } = model.size;
    const rules = emitStopRules(model.stop, {
      position: code`number`,
      reached: code`number >= ${pages}`,
      limit,
      counts: 'pages',
      before: (model.start - model.base) * (limit ?? 0),
      first: model.start,
      word: 'page',
    });
    const size = limit === null ? 'pages by number' : `${limit} records a page by page number`;
    const query = emitQuery(model.target, code`String(number)`, code`number`, limit);
    const first = literal(model.start);
    const end = model.stop.total?.counts === 'records' ? code`number + Math.ceil((total - received) / records.length)` : pages;
    return {
      summary: `${size} from ${model.start}, ${describeStopRules(model.stop, 'page')}`,
      reassignsUrl: false,
      kind: 'page_number',
      position: [
        {
          name: 'number',
          type: code`number`,
          description: 'The page to ask for next.',
          check: (value) => code`Number.isSafeInteger(${value}) && (${value} ?? -1) >= 0`,
          refused: [-1, 0.5, '10'],
        },
        ...(rules.extra === undefined ? [] : [rules.extra.field]),
      ],
      fixedQuery: limit === null ? [] : targetParams(model.size.target).map((name) => [name, limit]),
      bodyFields: [
        ...emitBody(model.target, code`number`, model.firstUnsent ? code`number !== ${first}` : undefined),
        ...emitBody(model.size.target, literal(limit)),
      ],
      start: code`
        let number = ${position}?.number ?? ${first};
        ${rules.extra?.start(position) ?? nothing}
      `,
      request: model.firstUnsent && query !== nothing ? code`if (number !== ${first}) ${query}` : query,
      extras: rules.extras,
      advance: code`
        number += 1;
        ${rules.extra?.advance ?? nothing}
      `,
      ends: rules.done,
      next: [code`number`, ...(rules.extra === undefined ? [] : [rules.extra.name])],
      progress: recordsProgress(model.stop),
      maximumEmptyPages: model.stop.stopAfterEmptyPage ? 0 : model.stop.maximumEmptyPages,
      emptyHint: rules.emptyHint,
      maximum: rules.maximum,
      ahead: pageNumber.knowsPages(model)
        ? {
            position: code`number`,
            step: literal(1),
            end: model.stop.maximum === null ? end : code`Math.min(${end}, ${count(model.stop.maximum.at)})`,
          }
        : undefined,
    };
  },

  pageSizes(model, atLeast) {
    const { maximum } = model.stop;
    const sizes = samplePageSizes(
      model.stop,
      model.size.limit,
      atLeast ?? 0,
      (each) => model.start + each.length < (maximum?.at ?? Infinity),
    );
    if (maximum === null || maximum.then !== 'stop') return sizes;
    const most = maximum.at - model.start;
    return endsByAnswer(model.stop) ? sizes.slice(0, most) : Array.from({ length: most }, (_, index) => sizes[index] ?? 0);
  },

  answer(model, page) {
    const url = new URL(page.firstUrl);
    const size = fill(model.size.target, model.size.limit, url);
    const unsent = model.firstUnsent && page.index === 0;
    const requestBody = [...(unsent ? [] : fill(model.target, model.start + page.index, url, model.size.limit)), ...size];
    const counts = answeredCounts(model.stop, {
      records: (model.start - model.base) * (model.size.limit ?? 0) + page.totalRecords,
      pages: model.start - model.base + page.pages,
      more: page.index < page.pages - 1,
    });
    return { url: url.href, requestBody, ...counts };
  },

  answeredRows: ({ stop }, { records, previous }) => repeatedRows(stop, records, previous),

  newRows: ({ stop }, rows, previous) => newRows(stop, rows, previous),

  refusedAnswers: (model) => refusedCounts(model.stop),

  example: { type: 'page_number', base_page: 1, limit: 100, limit_param: 'per_page' },

  mutants: [
    { name: 'the page number never advances', file: 'resource', find: 'number += 1', replace: 'number += 0' },
    { name: 'every second page is skipped', file: 'resource', find: 'number += 1', replace: 'number += 2' },
    { name: 'a saved page number is ignored', file: 'resource', find: 'state?.next?.number ?? 1', replace: '1' },
    { name: 'the state keeps the first page', file: 'resource', find: ': { number,', replace: ': { number: 1,' },
  ],
};

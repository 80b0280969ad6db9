import { code, literal } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { integer, literalWord, nullable, object, optional, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { buildPageSize, pageSizeKeys, type PageSize } from './page-size.js';
import {
  bodyAt,
  buildStopRules,
  describeStopRules,
  emitEmptyGuard,
  emitStopRules,
  endsByAnswer,
  refusedCounts,
  samplePageSizes,
  stopRuleKeys,
  type StopRules,
} from './stop-rules.js';
import { bodyPathKey, buildTarget, emitBody, emitQuery, fill, paramKey, targetParams, targetPaths, type Target } from './target.js';

const shape = object(
  'a page_number paginator',
  {
    type: required(literalWord('page_number')),
    base_page: optional(integer({ description: 'The number of the first page.', min: 0, default: 0 })),
    page: optional(integer({ description: 'The page to start with. Default: base_page.', min: 0 })),
    page_param: paramKey('the page number', 'page'),
    page_body_path: bodyPathKey('the page number'),
    ...pageSizeKeys,
    maximum_page: optional(
      nullable(integer({ description: 'The first page number that is not asked for any more; it wins over every other rule.', min: 1 })),
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
  readonly maximum: number | null;
  readonly stop: StopRules;
}

export const pageNumber: Paginator<Shaped<typeof shape>, PageNumberModel> = {
  type: 'page_number',
  shape,

  build(spec, reading) {
    const maximum = spec.maximum_page ?? null;
    const stop = buildStopRules(spec, maximum !== null, spec, reading);
    const target = buildTarget({ param: spec.page_param, bodyPath: spec.page_body_path }, ['page_param', 'page_body_path'], spec, reading);
    const size = buildPageSize(spec, reading);
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
    return { type: 'page_number', base, start: spec.page ?? base, target, size, maximum, stop };
  },

  knowsPages: (model) => model.stop.totalPath !== null,
  queryParams: (model) => targetParams(model.target, model.size.target),
  bodyPaths: (model) => targetPaths(model.target, model.size.target),

  emit(model, { position }) {
    const maximum = model.maximum === null ? undefined : code`number >= ${literal(model.maximum)}`;
    const end = model.base === 0 ? code`total` : code`total + ${literal(model.base)}`;
    const { limit } = model.size;
    const empty = emitEmptyGuard(model.stop);
    const { done, extras, helpers } = emitStopRules(
      model.stop,
      limit === null ? undefined : literal(limit),
      code`number >= ${end}`,
      maximum,
    );
    const size = limit === null ? 'pages by number' : `${limit} records a page by page number`;
    return {
      summary: `${size} from ${model.start}, ${describeStopRules(model.stop, model.maximum === null ? undefined : `page ${model.maximum} is reached`)}`,
      reassignsUrl: false,
      kind: 'page_number',
      position: [
        {
          name: 'number',
          type: code`number`,
          description: 'The page to ask for next.',
          check: (value) => code`Number.isSafeInteger(${value}) && ${value} >= 0`,
          refused: [-1, 0.5, '10'],
        },
      ],
      fixedQuery: limit === null ? [] : targetParams(model.size.target).map((name) => [name, limit]),
      bodyFields: [...emitBody(model.target, code`number`), ...emitBody(model.size.target, literal(limit))],
      start: code`let number = ${position}?.number ?? ${literal(model.start)};`,
      guard: empty.start,
      request: emitQuery(model.target, code`String(number)`),
      extras,
      advance: code`
        ${empty.advance}
        number += 1;
      `,
      next: code`${done} ? null : { number }`,
      progress: 'records',
      ahead: pageNumber.knowsPages(model)
        ? {
            position: code`number`,
            step: literal(1),
            end: model.maximum === null ? end : code`Math.min(${end}, ${literal(model.maximum)})`,
          }
        : undefined,
      helpers: [...helpers, ...empty.helpers],
    };
  },

  pageSizes(model, atLeast) {
    const sizes = samplePageSizes(model.stop, model.size.limit, atLeast);
    if (model.maximum === null) return sizes;
    const most = model.maximum - model.start;
    return endsByAnswer(model.stop) ? sizes.slice(0, most) : Array.from({ length: most }, (_, index) => sizes[index] ?? 0);
  },

  answer(model, page) {
    const url = new URL(page.firstUrl);
    const size = fill(model.size.target, model.size.limit, url);
    const requestBody = [...fill(model.target, model.start + page.index, url), ...size];
    const more = page.index < page.pages - 1;
    const total = model.start - model.base + page.pages;
    return {
      url: url.href,
      requestBody,
      headers: {},
      body: [...bodyAt(model.stop.totalPath, total), ...bodyAt(model.stop.hasMorePath, more)],
    };
  },

  refusedAnswers: (model) => refusedCounts(model.stop),

  example: { type: 'page_number', base_page: 1, limit: 100, limit_param: 'per_page' },

  mutants: [
    { name: 'the page number never advances', file: 'resource', find: 'number += 1', replace: 'number += 0' },
    { name: 'every second page is skipped', file: 'resource', find: 'number += 1', replace: 'number += 2' },
    { name: 'a saved page number is ignored', file: 'resource', find: 'state?.next?.number ?? 1', replace: '1' },
    { name: 'the state keeps the first page', file: 'resource', find: 'null : { number }', replace: 'null : { number: 1 }' },
  ],
};

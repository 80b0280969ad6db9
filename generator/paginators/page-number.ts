import { code, literal } from '../code.js';
import { integer, literalWord, nullable, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import {
  bodyAt,
  buildStopRules,
  describeStopRules,
  emitStopRules,
  endsByAnswer,
  refusedCounts,
  samplePageSizes,
  stopRuleKeys,
  type StopRules,
} from './stop-rules.js';

const shape = object(
  'a page_number paginator',
  {
    type: required(literalWord('page_number')),
    base_page: optional(integer({ description: 'The number of the first page.', min: 0, default: 0 })),
    page: optional(integer({ description: 'The page to start with. Default: base_page.', min: 0 })),
    page_param: optional(text({ description: 'Query parameter of the page number.', default: 'page' })),
    limit: optional(integer({ description: 'Records asked for in one page. Default: not sent.', min: 1, examples: [100] })),
    limit_param: optional(text({ description: 'Query parameter of the limit, where there is one.', default: 'limit' })),
    maximum_page: optional(nullable(integer({ description: 'The first page number that is not asked for any more.', min: 1 }))),
    ...stopRuleKeys('pages'),
  },
  { description: 'Pages by number.' },
);

export interface PageNumberModel {
  readonly type: 'page_number';
  readonly base: number;
  readonly start: number;
  readonly pageParam: string;
  readonly limit: number | null;
  readonly limitParam: string;
  readonly maximum: number | null;
  readonly stop: StopRules;
}

export const pageNumber: Paginator<Shaped<typeof shape>, PageNumberModel> = {
  type: 'page_number',
  shape,

  build(spec, reading) {
    const maximum = spec.maximum_page ?? null;
    const stop = buildStopRules(spec, maximum !== null, spec, reading);
    if (stop === undefined) return undefined;
    const base = spec.base_page ?? 0;
    return {
      type: 'page_number',
      base,
      start: spec.page ?? base,
      pageParam: spec.page_param ?? 'page',
      limit: spec.limit ?? null,
      limitParam: spec.limit_param ?? 'limit',
      maximum,
      stop,
    };
  },

  queryParams: (model) => [model.pageParam, ...(model.limit === null ? [] : [model.limitParam])],

  emit(model, { position }) {
    const maximum = model.maximum === null ? undefined : code`number >= ${literal(model.maximum)}`;
    const total = model.base === 0 ? code`number >= total` : code`number >= total + ${literal(model.base)}`;
    const { done, extras, helpers } = emitStopRules(model.stop, model.limit === null ? undefined : literal(model.limit), total, maximum);
    const size = model.limit === null ? 'pages by number' : `${model.limit} records a page by page number`;
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
      fixedQuery: model.limit === null ? [] : [[model.limitParam, model.limit]],
      bodyFields: [],
      start: code`let number = ${position}?.number ?? ${literal(model.start)};`,
      request: code`url.searchParams.set(${literal(model.pageParam)}, String(number));`,
      extras,
      advance: code`number += 1;`,
      next: code`${done} ? null : { number }`,
      progress: 'records',
      helpers,
    };
  },

  pageSizes(model) {
    const sizes = samplePageSizes(model.stop, model.limit);
    if (model.maximum === null) return sizes;
    const most = model.maximum - model.start;
    return endsByAnswer(model.stop) ? sizes.slice(0, most) : Array.from({ length: most }, (_, index) => sizes[index] ?? 0);
  },

  answer(model, page) {
    const url = new URL(page.firstUrl);
    if (model.limit !== null) url.searchParams.set(model.limitParam, String(model.limit));
    url.searchParams.set(model.pageParam, String(model.start + page.index));
    const more = page.index < page.pages - 1;
    const total = model.start - model.base + page.pages;
    return { url: url.href, headers: {}, body: [...bodyAt(model.stop.totalPath, total), ...bodyAt(model.stop.hasMorePath, more)] };
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

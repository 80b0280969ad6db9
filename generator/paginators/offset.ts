import { code, literal, type Code } from '../code.js';
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
  'an offset paginator',
  {
    type: required(literalWord('offset')),
    limit: required(integer({ description: 'Records asked for in one page.', min: 1, examples: [100] })),
    offset: optional(integer({ description: 'Where to start.', min: 0, default: 0 })),
    offset_param: optional(text({ description: 'Query parameter of the offset.', default: 'offset' })),
    limit_param: optional(nullable(text({ description: 'Query parameter of the limit. null: it is not sent.', default: 'limit' }))),
    maximum_offset: optional(nullable(integer({ description: 'The first offset that is not asked for any more.', min: 1 }))),
    ...stopRuleKeys('records'),
  },
  { description: 'Pages by offset: the offset advances by the records received, whatever was asked for.' },
);

export interface OffsetModel {
  readonly type: 'offset';
  readonly limit: number;
  readonly start: number;
  readonly offsetParam: string;
  readonly limitParam: string | null;
  readonly maximum: number | null;
  readonly stop: StopRules;
}

export const offset: Paginator<Shaped<typeof shape>, OffsetModel> = {
  type: 'offset',
  shape,

  build(spec, reading) {
    const maximum = spec.maximum_offset ?? null;
    const stop = buildStopRules(spec, maximum !== null, spec, reading);
    if (stop === undefined) return undefined;
    const limitParam = spec.limit_param === undefined ? 'limit' : spec.limit_param;
    return {
      type: 'offset',
      limit: spec.limit,
      start: spec.offset ?? 0,
      offsetParam: spec.offset_param ?? 'offset',
      limitParam,
      maximum,
      stop,
    };
  },

  queryParams: (model) => [model.offsetParam, ...(model.limitParam === null ? [] : [model.limitParam])],

  emit(model, { position }) {
    const limit = literal(model.limit);
    const maximum = model.maximum === null ? undefined : code`offset >= ${literal(model.maximum)}`;
    const { done, extras, helpers } = emitStopRules(model.stop, limit, code`offset >= total`, maximum);
    return {
      summary: `${model.limit} records a page by offset, ${describeStopRules(model.stop, model.maximum === null ? undefined : `offset ${model.maximum} is reached`)}`,
      reassignsUrl: false,
      kind: 'offset',
      position: [
        {
          name: 'offset',
          type: code`number`,
          description: 'Records read so far.',
          check: (value) => code`Number.isSafeInteger(${value}) && ${value} >= 0`,
          refused: [-1, 0.5, '10'],
        },
      ],
      fixedQuery: model.limitParam === null ? [] : [[model.limitParam, model.limit]],
      bodyFields: [],
      start: code`let offset = ${position}?.offset ?? ${literal(model.start)};`,
      request: code`url.searchParams.set(${literal(model.offsetParam)}, String(offset));`,
      extras,
      advance: advanceBy(model, limit),
      next: code`${done} ? null : { offset }`,
      progress: 'records',
      helpers,
    };
  },

  pageSizes(model) {
    const sizes = samplePageSizes(model.stop, model.limit);
    if (model.maximum === null) return sizes;
    const asked: number[] = [];
    for (let at = model.start; at < model.maximum && (asked.length < sizes.length || !endsByAnswer(model.stop));) {
      const size = sizes[asked.length] ?? 0;
      asked.push(size);
      at += size || model.limit;
    }
    return asked;
  },

  answer(model, page) {
    const url = new URL(page.firstUrl);
    if (model.limitParam !== null) url.searchParams.set(model.limitParam, String(model.limit));
    url.searchParams.set(model.offsetParam, String(model.start + page.before));
    const total = page.totalRecords;
    const more = page.index < page.pages - 1;
    return {
      url: url.href,
      headers: {},
      body: [...bodyAt(model.stop.totalPath, model.start + total), ...bodyAt(model.stop.hasMorePath, more)],
    };
  },

  refusedAnswers: (model) => refusedCounts(model.stop),

  example: { type: 'offset', limit: 100 },

  mutants: [
    { name: 'offset advances by the limit asked for', file: 'resource', find: 'offset += records.length', replace: 'offset += 100' },
    { name: 'offset never advances', file: 'resource', find: 'offset += records.length', replace: 'offset += 0' },
    { name: 'the state keeps the first offset', file: 'resource', find: 'null : { offset }', replace: 'null : { offset: 0 }' },
    { name: 'a saved offset is ignored', file: 'resource', find: 'state?.next?.offset ?? 0', replace: '0' },
    { name: 'the paging never ends', file: 'resource', find: 'records.length === 0 ? null', replace: 'records.length < 0 ? null' },
  ],
};

/** By what came, not by what was asked: a server may cap its pages. */
function advanceBy(model: OffsetModel, limit: Code): Code {
  if (model.stop.stopAfterEmptyPage)
    return code`offset += records.length; // by what came, not by what was asked: a server may cap its pages`;
  return code`offset += records.length || ${limit}; // by what came; past an empty page by what was asked`;
}

import { code, literal, type Code } from '../code.js';
import { integer, literalWord, nullable, object, optional, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { buildPageSize } from './page-size.js';
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
  'an offset paginator',
  {
    type: required(literalWord('offset')),
    limit: required(integer({ description: 'Records asked for in one page.', min: 1, examples: [100] })),
    offset: optional(integer({ description: 'Where to start.', min: 0, default: 0 })),
    offset_param: paramKey('the offset', 'offset'),
    offset_body_path: bodyPathKey('the offset'),
    limit_param: paramKey('the limit', 'limit'),
    limit_body_path: bodyPathKey('the limit'),
    maximum_offset: optional(
      nullable(integer({ description: 'The first offset that is not asked for any more; it wins over every other rule.', min: 1 })),
    ),
    ...stopRuleKeys('records'),
  },
  { description: 'Pages by offset: the offset advances by the records received, whatever was asked for.' },
);

export interface OffsetModel {
  readonly type: 'offset';
  readonly limit: number;
  readonly start: number;
  readonly target: Target;
  readonly limitTarget: Target;
  readonly maximum: number | null;
  readonly stop: StopRules;
}

export const offset: Paginator<Shaped<typeof shape>, OffsetModel> = {
  type: 'offset',
  shape,

  build(spec, reading) {
    const maximum = spec.maximum_offset ?? null;
    const stop = buildStopRules(spec, maximum !== null, spec, reading);
    const target = buildTarget(
      { param: spec.offset_param, bodyPath: spec.offset_body_path },
      ['offset_param', 'offset_body_path'],
      spec,
      reading,
    );
    const size = buildPageSize(spec, reading);
    if (stop === undefined || target === undefined || size === undefined) return undefined;
    return { type: 'offset', limit: spec.limit, start: spec.offset ?? 0, target, limitTarget: size.target, maximum, stop };
  },

  knowsPages: (model) => model.stop.totalPath !== null,
  queryParams: (model) => targetParams(model.target, model.limitTarget),
  bodyPaths: (model) => targetPaths(model.target, model.limitTarget),

  emit(model, { position }) {
    const limit = literal(model.limit);
    const maximum = model.maximum === null ? undefined : code`offset >= ${literal(model.maximum)}`;
    const empty = emitEmptyGuard(model.stop);
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
      fixedQuery: targetParams(model.limitTarget).map((name) => [name, model.limit]),
      bodyFields: [...emitBody(model.target, code`offset`), ...emitBody(model.limitTarget, limit)],
      start: code`let offset = ${position}?.offset ?? ${literal(model.start)};`,
      guard: empty.start,
      request: emitQuery(model.target, code`String(offset)`),
      extras,
      advance: code`
        ${empty.advance}
        ${advanceBy(model, limit)}
      `,
      next: code`${done} ? null : { offset }`,
      progress: 'records',
      ahead: offset.knowsPages(model)
        ? {
            position: code`offset`,
            step: code`records.length`,
            end: model.maximum === null ? code`total` : code`Math.min(total, ${literal(model.maximum)})`,
          }
        : undefined,
      helpers: [...helpers, ...empty.helpers],
    };
  },

  pageSizes(model, atLeast) {
    const sizes = samplePageSizes(model.stop, model.limit, atLeast);
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
    const size = fill(model.limitTarget, model.limit, url);
    const requestBody = [...fill(model.target, model.start + page.before, url), ...size];
    const total = page.totalRecords;
    const more = page.index < page.pages - 1;
    return {
      url: url.href,
      requestBody,
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

import type { ConnectorModel, ParentReference, Reference, ResourceModel, ValueTemplate } from '../model/connector-model.js';
import type { JsonTemplate } from '../model/request-model.js';
import { holdsFor } from '../model/offered.js';
import { paginatorOf } from '../model/paginator.js';
import type { ExpressionModel, OperandModel } from '../model/value-template.js';
import { writeTime } from '../incremental/write-time.js';
import type { Answer } from '../paginators/contract.js';
import type { JsonValue } from '../shape.js';
import { encodePath } from '../model/url-path.js';
import { baseUrlOf } from '../model/base-url.js';
import { stepsOf, valueAt, withValue } from './places.js';
import type { Config } from './sample-config.js';

/** The requests of a recording that is made up: what the spec sends, filled with made-up options and values of parents. */

/** What requests are filled with. */
export interface Values {
  readonly config: Config;
  readonly parent: JsonValue | undefined;
  /** The values of the lists. */
  readonly each: Config | undefined;
  /** The bounds of a first incremental read, as requests have them. */
  readonly start?: JsonValue;
  readonly end?: JsonValue;
  /** Whether the package has a bigint for what stands here as its digits. */
  readonly isBigint: (reference: Reference) => boolean;
  /** What was answered about a job. */
  readonly job?: JsonValue;
  readonly polled?: JsonValue;
}

/** What a request is made of. */
export type Asked = Pick<
  ResourceModel,
  'path' | 'fromOrigin' | 'params' | 'paramsEncoding' | 'headers' | 'body' | 'incremental' | 'paginator'
> & {
  readonly method: string;
};

export function firstUrl(connector: ConnectorModel, resource: Asked, values: Values): string {
  const base = baseUrlOf(connector, values.config);
  const url = new URL(
    `${resource.fromOrigin ? new URL(base).origin : base}${filled(resource.path, values, encodeURIComponent, encodePath)}`,
  );
  for (const { name, value, when } of resource.params) {
    if (when !== undefined && !holdsFor(when, values.config[when.option.raw])) continue;
    const again = resource.params.filter((each) => each.name === name).length > 1;
    url.searchParams[again ? 'append' : 'set'](name, filled(value, values));
  }
  const { incremental } = resource;
  for (const [param, bound] of [
    [incremental?.startParam, values.start],
    [incremental?.endParam, values.end],
  ] as const) {
    if (typeof param === 'string' && bound !== undefined && bound !== null) url.searchParams.set(param, String(bound));
  }
  return resource.paramsEncoding === 'percent' ? url.href.replaceAll('+', '%20') : url.href;
}

export function requestHeaders(
  connector: ConnectorModel,
  resource: Asked,
  values: Values,
  hasBody = resource.body !== null || hasBodyFields(resource),
): Readonly<Record<string, string>> {
  const own = [...connector.headers, ...resource.headers].map(({ name, value }) => [name.toLowerCase(), filled(value, values)] as const);
  const sent =
    resource.method === 'GET'
      ? undefined
      : resource.body?.kind === 'text'
        ? resource.body.type
        : resource.body?.kind === 'form'
          ? 'application/x-www-form-urlencoded'
          : hasBody
            ? 'application/json'
            : undefined;
  return Object.fromEntries([['accept', 'application/json'], ...(sent === undefined ? [] : [['content-type', sent] as const]), ...own]);
}

function hasBodyFields(resource: Pick<ResourceModel, 'paginator'>): boolean {
  return paginatorOf(resource.paginator.type).bodyPaths(resource.paginator).length > 0;
}

/** The body of a request: JSON as data, a form as text. */
export function requestBody(resource: Asked, added: Answer['body'], values: Values): JsonValue | undefined {
  const { body } = resource;
  if (body?.kind === 'form') {
    return new URLSearchParams([
      ...body.fields.map(({ name, value }): [string, string] => [name, filled(value, values)]),
      ...added.map(([path, value]): [string, string] => [path.join('.'), String(value)]),
    ]).toString();
  }
  if (body?.kind === 'text') return filled(body.template, values);
  if (body === null && !hasBodyFields(resource) && added.length === 0) return undefined;
  return added.reduce<JsonValue>(
    (sofar, [path, value]) => withValue(sofar, stepsOf(path), value),
    body === null ? {} : filledJson(body.value, values),
  );
}

function filledJson(value: JsonTemplate, values: Values): JsonValue {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map((item) => filledJson(item, values));
    case 'object':
      return Object.fromEntries(value.entries.map(([key, each]) => [key, filledJson(each, values)]));
    case 'text': {
      const [only, ...more] = value.template;
      return only !== undefined && typeof only !== 'string' && more.length === 0 ? jsonOf(only, values) : filled(value.template, values);
    }
  }
}

/** A value as tests read it in a body: the number of a bigint, as JSON.parse has it. */
function jsonOf(reference: Reference, values: Values): JsonValue {
  const value = referenced(reference, values);
  return typeof value === 'string' && values.isBigint(reference) ? Number(value) : value;
}

export function bigintsOf(connector: ConnectorModel, { incremental, parent }: ResourceModel): Values['isBigint'] {
  const type = connector.records.resources.find((each) => each.resource === parent?.resource.raw)?.type;
  return (reference) => {
    if (reference.kind === 'bound') return incremental?.kind === 'bigint';
    if (reference.kind !== 'parent') return false;
    const [step, ...deep] = reference.field;
    return deep.length === 0 && type?.fields.find(({ name }) => step?.kind === 'key' && name === step.key)?.type.kind === 'bigint';
  };
}

export function filled(template: ValueTemplate, values: Values, encode = asItIs, encodeText = asItIs): string {
  return template.map((part) => (typeof part === 'string' ? encodeText(part) : encode(textOf(part, values)))).join('');
}

function textOf(reference: Reference, values: Values): string {
  const value = referenced(reference, values);
  return reference.kind === 'group' && Array.isArray(value) ? value.map(String).join(reference.separator) : String(value);
}

function asItIs(text: string): string {
  return text;
}

function referenced(reference: Reference, { config, parent, each, start, end, job, polled }: Values): JsonValue {
  if (reference.kind === 'config') return config[reference.config.raw] ?? null;
  if (reference.kind === 'expression') return evaluated(reference.expression, config);
  if (reference.kind === 'job') return valueAt(reference.of === 'job' ? job : polled, reference.field);
  if (reference.kind === 'each') return each?.[reference.list.raw] ?? null;
  if (reference.kind === 'group' && reference.of.kind === 'each') return each?.[reference.of.list.raw] ?? null;
  if (reference.kind === 'group') {
    const { field } = reference.of as ParentReference;
    return Array.isArray(parent) ? parent.map((record: JsonValue) => valueAt(record, field)) : null;
  }
  if (reference.kind === 'bound') return (reference.bound === 'start' ? start : end) ?? null;
  return valueAt(parent, reference.field);
}

/** What an expression is for made-up options, at the time that the recording says. */
function evaluated(expression: ExpressionModel, config: Config): JsonValue {
  const operand = (value: OperandModel): JsonValue => (value.kind === 'literal' ? value.value : (config[value.config.raw] ?? null));
  switch (expression.of) {
    case 'time': {
      const begin = Date.parse(String(config[expression.from?.option.raw ?? 'wall_clock']));
      return writeTime(expression.format, monthsLater(begin, expression.months) + expression.ms) ?? null;
    }
    case 'default':
      return config[expression.config.raw] ?? operand(expression.otherwise);
    case 'choice':
      return operand(holdsFor(expression.condition, config[expression.condition.option.raw]) ? expression.then : expression.otherwise);
  }
}

/** The same day of the month so many months later, or the last one of it. */
function monthsLater(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getUTCDate() === day ? date.getTime() : date.setUTCDate(0);
}

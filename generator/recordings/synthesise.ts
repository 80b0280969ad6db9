import { TYPES } from '../model/format.js';
import type {
  ConditionModel,
  ConfigOption,
  ConnectorModel,
  JsonTemplate,
  ParentReference,
  Reference,
  ResourceModel,
  ValueTemplate,
} from '../model/connector-model.js';
import { hooksOf } from '../model/hooks-model.js';
import { conditionsOf, holdsFor, optionsUnder } from '../model/offered.js';
import { paginatorOf } from '../model/paginator.js';
import { usesOption } from '../model/resource.js';
import type { ExpressionModel, OperandModel } from '../model/value-template.js';
import { writeTime } from '../incremental/write-time.js';
import type { ChangeFeedModel } from '../model/change-feed-model.js';
import type { Answer } from '../paginators/contract.js';
import { bodyAt } from '../paginators/stop-rules.js';
import type { RecordType } from '../types/model.js';
import { sampleRecord } from '../types/sample.js';
import type { Path } from '../selector.js';
import type { JsonValue } from '../shape.js';
import { encodePath } from '../model/url-path.js';
import type { Exchange, Fixture, RecordedResponse } from './format.js';
import { textOfRows } from './rows.js';
import { writeXml } from './xml.js';
import { boundsOf, withCursor } from './synthesise-cursor.js';
import { sampleEnd, windowsOf, withCursorIn, type SampleWindow } from './synthesise-windows.js';
import { everyAuth, optionsOfAuth } from '../model/auth.js';
import { baseUrlOf } from '../model/base-url.js';
import { optionsInUrl } from '../url-template.js';
import { seededRandom } from './random.js';
import { filesOf, jobExchanges, type JobAnswers } from './synthesise-job.js';
import { changed, unchanged } from './changed.js';
import { bodyWith, isKept, madeToPass } from './selected.js';

/**
 * A recording made up from the spec, for a resource of which there is none: a full read, from the first page to what ends
 * the paging; for a child, with the pages of its parents in between. The same bytes for the same spec, everywhere.
 */
export function synthesise(connector: ConnectorModel, resource: ResourceModel): Fixture {
  const readers = [resource, ...ancestors(connector, resource)];
  const tokens = optionsOfAuth(everyAuth(connector));
  const sample = sampleConfig(
    connector.config.filter(
      (option) =>
        readers.some((each) => each.config.some(({ name }) => name.raw === option.name.raw)) ||
        connector.headers.some((header) => usesOption(header.value, option)) ||
        optionsInUrl(connector.baseUrlTemplate ?? []).some((part) => part.option === option.name.raw) ||
        tokens.has(option.name.raw),
    ),
    conditionsOf(resource, connector.resources),
  );
  const asked = readers.reduceRight<Config>((sofar, each) => earlier(sofar, sampleEnd(each.incremental, sofar)), sample);
  const config = readers.some(({ usesNow }) => usesNow) ? { wall_clock: '2026-03-31T12:00:00.000Z', ...asked } : asked;
  const pages = [...(resource.parent === null ? partitionPages(connector, resource, config) : childPages(connector, resource, config))];
  const made = Object.keys(config).length === 0 ? {} : { config };
  return { version: 1, resource: resource.name.raw, synthesised: true, ...made, exchanges: pages.map((page) => page.exchange) };
}

/** Of two ends of a read the earlier: windows of a hundred years would be thousands for a parent that is read by the month. */
function earlier(config: Config, end: Config): Config {
  const [before, after] = [config['wall_clock'], end['wall_clock']];
  const isLater = typeof before === 'string' && typeof after === 'string' && before < after;
  return { ...config, ...end, ...(isLater ? { wall_clock: before } : {}) };
}

/** The most requests at once that a recording has pages for. */
const MOST_AT_ONCE = 6;

interface MadePage {
  readonly exchange: Exchange;
  readonly records: readonly JsonValue[];
}

function ancestors(connector: ConnectorModel, { parent }: ResourceModel): readonly ResourceModel[] {
  const found = connector.resources.find((each) => each.name.raw === parent?.resource.raw);
  return found === undefined ? [] : [found, ...ancestors(connector, found)];
}

/** The pages of all parents, each followed by the pages of the children of its records. */
function* childPages(connector: ConnectorModel, child: ResourceModel, config: Config): Generator<MadePage> {
  const [parent] = ancestors(connector, child);
  if (parent === undefined) throw new Error(`no parent for ${child.name.raw}`);
  const asked = new Set<string>();
  const { group } = child;
  let together: JsonValue[] = [];
  for (const page of parent.parent === null ? partitionPages(connector, parent, config) : childPages(connector, parent, config)) {
    yield { ...page, exchange: { resource: parent.name.raw, ...page.exchange } };
    if (page.exchange.resource !== undefined) continue;
    for (const record of page.records.filter((each) => isKept(each, parent.filter, config))) {
      const values = (child.parent?.fields ?? []).map(({ path }) => valueAt(record, path));
      const key = JSON.stringify(values);
      if (values.includes(null) || asked.has(key)) continue;
      asked.add(key);
      if (group === null) yield* partitionPages(connector, child, config, record, 10 * asked.size);
      else if (together.push(record) === group.size) {
        yield* partitionPages(connector, child, config, together, 10 * asked.size);
        together = [];
      }
    }
  }
  if (together.length > 0) yield* partitionPages(connector, child, config, together, 10 * asked.size + 10);
}

/** The pages of one parent, or of a resource without: for each combination of its lists, window after window. */
function* partitionPages(
  connector: ConnectorModel,
  resource: ResourceModel,
  config: Config,
  parent?: JsonValue,
  firstIndex = 0,
): Generator<MadePage> {
  let index = firstIndex;
  for (const each of combinationsOf(resource, config)) {
    for (const window of windowsOf(resource.incremental, config)) {
      yield* pagesOf(connector, resource, config, { parent, each, window }, index);
      index += 100;
    }
  }
}

/** One value of each list, the last list changing fastest; once undefined where there are none. */
function combinationsOf({ forEach, group }: ResourceModel, config: Config): readonly (Config | undefined)[] {
  if (forEach === null) return [undefined];
  return forEach.lists.reduce<readonly Config[]>(
    (combinations, { name, from }) => {
      const given = from.kind === 'values' ? from.values : config[from.option.raw];
      const all = Array.isArray(given) ? (given as readonly JsonValue[]) : [];
      const values: readonly JsonValue[] = group === null ? all : inGroups(all, group.size);
      return combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name.raw]: value })));
    },
    [{}],
  );
}

function inGroups(values: readonly JsonValue[], size: number): readonly JsonValue[] {
  return values.flatMap((_, index) => (index % size === 0 ? [values.slice(index, index + size)] : []));
}

/** What a page loop of a read is for, where a read has several. */
interface Partition {
  readonly parent: JsonValue | undefined;
  readonly each: Config | undefined;
  readonly window: SampleWindow | undefined;
}

function* pagesOf(
  connector: ConnectorModel,
  resource: ResourceModel,
  config: Config,
  { parent, each, window }: Partition,
  firstIndex: number,
): Generator<MadePage> {
  const type = recordOf(connector, resource);
  const stretch = window && { since: window.since, until: window.until };
  const of = [parent, each, stretch].filter((part) => part !== undefined).map((part) => `/${JSON.stringify(part)}`);
  const random = seededRandom(`${connector.name.raw}/${resource.name.raw}${of.join('')}`);
  const paginator = paginatorOf(resource.paginator.type);
  const { concurrency } = resource.readAhead;
  const enough = concurrency === 1 ? 0 : Math.min(concurrency, MOST_AT_ONCE) + 2; // to see as many on their way, and one more
  const usual = paginator.pageSizes(resource.paginator, enough);
  const isHooked = hooksOf(connector.hooks, resource.name.raw).some(({ name }) => name === 'next'); // who knows what it asks for
  const all = isHooked ? usual.slice(0, 1) : usual;
  const parts = of.length === 0 ? all : all.filter((_, index) => index === 0 || index === all.length - 1);
  const isBody = isRecordItself(resource);
  const paged = isBody ? parts.map((size) => Math.min(1, size)) : parts;
  const sizes = resource.job === null ? paged : paged.slice(0, filesOf(resource.job));
  const totalRecords = sizes.reduce((sum, size) => sum + size, 0);
  const included = Object.fromEntries([
    ...(resource.parent?.included ?? []).map(({ field, as }) => [as, valueAt(parent, [{ kind: 'key', key: field }])]),
    ...(resource.forEach?.included ?? []).map(({ field, as }) => [as, each?.[field] ?? null]),
  ]) as Config;
  const taken = new Set<string>();
  const made = Array.from({ length: totalRecords }, (_, index) => {
    const record = sample(connector, resource, type, random, firstIndex + index, taken);
    const kept = index % 2 === 0 ? madeToPass(record, resource.filter, config) : record; // every second one is as it comes: it may pass or not
    return without(
      window === undefined
        ? withCursor(kept, resource.incremental, config, firstIndex + index)
        : withCursorIn(kept, resource.incremental, window, (index + 1) / (totalRecords + 1), config),
      new Set(Object.keys(included)),
    );
  });
  const values: Values = { config, parent, each, ...boundsOf(resource.incremental, config, window) };
  const start = firstUrl(connector, resource, values);
  const headers = requestHeaders(connector, resource, values);

  const job =
    resource.job === null
      ? undefined
      : jobExchanges(resource.job, {
          index: firstIndex + 1,
          waits: firstIndex === 0 && connector.resources.every((each) => each.parent?.resource.raw !== resource.name.raw),
          created: jobRequest(resource, {}),
          request: (request, answers) => jobRequest({ ...resource, ...request, incremental: null }, answers),
          fileHeaders: Object.fromEntries(
            resource.job.download.headers.map(({ name, value }) => [name.toLowerCase(), filled(value, values)]),
          ),
        });
  for (const exchange of job?.before ?? []) yield { records: [], exchange };

  let before = 0;
  let previous: readonly JsonValue[] = [];
  for (const [index, size] of sizes.entries()) {
    const records = made.slice(before, before + size);
    const page = { index, pages: sizes.length, records, previous, before, totalRecords, firstUrl: start };
    const answer = withPosition(resource, spaced(resource, paginator.answer(resource.paginator, page)), index === sizes.length - 1, start);
    const rows = paginator.answeredRows?.(resource.paginator, { records, previous }, made.slice(0, before)) ?? records;
    before += size;
    previous = records;
    const { method = resource.method } = answer;
    const body = requestBody(resource, answer.requestBody, values);
    const sent = method === resource.method ? headers : requestHeaders(connector, { ...resource, method }, values, body !== undefined);
    yield {
      records: records.map((record) => asChildrenSee(record, resource, config, included)),
      exchange: {
        request: job?.files[index] ?? { method, url: answer.url, headers: sent, ...(body === undefined ? {} : { body }) },
        response: {
          status: 200,
          ...answerOf(
            rows.map((row) => unchanged(row, resource.changes) ?? row),
            resource,
            type,
            answer,
          ),
        },
      },
    };
  }
  for (const exchange of job?.after ?? []) yield { records: [], exchange };

  function jobRequest(asked: Asked, answers: Partial<JobAnswers>): Exchange['request'] {
    const own = { ...values, ...answers };
    const body = requestBody(asked, [], own);
    return {
      method: asked.method,
      url: firstUrl(connector, asked, own),
      headers: requestHeaders(connector, asked, own),
      ...(body === undefined ? {} : { body }),
    };
  }
}

/** The last page of a change feed says where the next run begins. */
function withPosition({ changeFeed, paginator }: ResourceModel, answer: Answer, isLast: boolean, firstUrl: string): Answer {
  const position = changeFeed?.position ?? null;
  if (!isLast || position === null || changeFeed === null) return answer;
  return { ...answer, body: [...answer.body, ...bodyAt(position, madePosition(changeFeed, paginator, firstUrl))] };
}

/** The position that a made-up change feed ends at: a text that has to be encoded, or a link. */
function madePosition({ param }: ChangeFeedModel, { type }: ResourceModel['paginator'], firstUrl: string): string {
  if (type !== 'json_link' || param !== null) return 'position+2/=&';
  const url = new URL(firstUrl);
  url.searchParams.set('since', 'position 2');
  return url.href;
}

/** A record with all that it has after it was read. */
function asChildrenSee(record: JsonValue, { changes }: ResourceModel, config: Config, included: Config): JsonValue {
  const seen = changed(unchanged(record, changes) ?? record, changes, config);
  return isObject(record) ? { ...record, ...(isObject(seen) ? seen : {}), ...included } : record;
}

/**
 * A record of which other resources can be read: where a child needs a value, there is one, and another than those `taken`: a
 * read that goes on later cannot know that it had a parent before, or that a key has come.
 */
function sample(
  connector: ConnectorModel,
  resource: ResourceModel,
  type: RecordType,
  random: () => number,
  index: number,
  taken: Set<string>,
): JsonValue {
  const children = connector.resources.filter((each) => each.parent?.resource.raw === resource.name.raw);
  for (let tries = 0; ; tries++) {
    const record = sampleRecord(type, random, index, connector.records.types);
    const own = resource.primaryKey.map((field) => valueAt(record, [{ kind: 'key', key: field }]));
    const keys = [
      ...children.map(({ name, parent }) => JSON.stringify([name.raw, ...keyOf(record, parent)])),
      ...(own.length === 0 ? [] : [JSON.stringify(['', ...own])]),
    ];
    const fails =
      children.some(({ parent }) => parent?.onNull === 'fail' && keyOf(record, parent).includes(null)) ||
      lacksCursor(record, resource) ||
      unchanged(record, resource.changes) === undefined;
    if (tries < 50 && (fails || keys.some((key) => taken.has(key)))) continue;
    for (const key of keys) taken.add(key);
    return record;
  }
}

/** Whether the next page is asked for by a field of the last record that this one has not. */
function lacksCursor(record: JsonValue, { paginator }: ResourceModel): boolean {
  if (paginator.type !== 'cursor' || paginator.from !== 'last record') return false;
  const path = paginator.path.flatMap((step) => (step.kind === 'where' ? [] : [step]));
  return !['string', 'number'].includes(typeof valueAt(record, path));
}

function keyOf(record: JsonValue, parent: ResourceModel['parent']): readonly JsonValue[] {
  return (parent?.fields ?? []).map(({ path }) => valueAt(record, path));
}

function recordOf(connector: ConnectorModel, resource: ResourceModel): RecordType {
  const type = connector.records.resources.find((each) => each.resource === resource.name.raw)?.type;
  if (type === undefined) throw new Error(`no record for ${resource.name.raw}`);
  return type;
}

function without(record: JsonValue, names: ReadonlySet<string | undefined>): JsonValue {
  return names.size === 0 || !isObject(record) ? record : Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}

function valueAt(value: JsonValue | undefined, [step, ...rest]: Path): JsonValue {
  if (step === undefined) return value ?? null;
  if (step.kind === 'key') return valueAt(isObject(value) && Object.hasOwn(value, step.key) ? value[step.key] : null, rest);
  return valueAt(step.kind === 'index' && Array.isArray(value) ? (value.at(step.index) as JsonValue | undefined) : null, rest);
}

/** Made-up options of a caller, by their names in the spec; under conditions, such that they hold. */
export function sampleConfig(
  options: readonly ConfigOption[],
  conditions: readonly ConditionModel[] = [],
): { readonly [option: string]: string | number | boolean | readonly string[] } {
  const under = optionsUnder(conditions);
  return Object.fromEntries(
    options.flatMap((option) => {
      const { raw } = option.name;
      const value = under?.has(raw) === true ? under.get(raw) : (option.default ?? sampleOption(option));
      return value === null || value === undefined ? [] : [[raw, value]];
    }),
  );
}

function sampleOption({ type, name, example }: ConfigOption): string | number | boolean | readonly string[] {
  if (example !== null) return example;
  switch (type) {
    case 'string':
      return `some-${name.kebab}`;
    case 'integer':
      return 25;
    case 'number':
      return 2.5;
    case 'boolean':
      return true;
    case 'datetime':
      return '2026-01-01T00:00:00Z';
    case 'date':
      return '2026-01-01';
    case 'list':
      return [`some-${name.kebab}`, `other-${name.kebab}`];
  }
}

type Config = { readonly [option: string]: JsonValue };

/** What requests are filled with. */
interface Values {
  readonly config: Config;
  readonly parent: JsonValue | undefined;
  /** The values of the lists. */
  readonly each: Config | undefined;
  /** The bounds of a first incremental read, as requests have them. */
  readonly start?: JsonValue;
  readonly end?: JsonValue;
  /** What was answered about a job. */
  readonly job?: JsonValue;
  readonly polled?: JsonValue;
}

/** What a request is made of. */
type Asked = Pick<ResourceModel, 'path' | 'fromOrigin' | 'params' | 'paramsEncoding' | 'headers' | 'body' | 'incremental' | 'paginator'> & {
  readonly method: string;
};

function firstUrl(connector: ConnectorModel, resource: Asked, values: Values): string {
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

function requestHeaders(
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
function requestBody(resource: Asked, added: Answer['body'], values: Values): JsonValue | undefined {
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
    (sofar, [path, value]) => withValue(sofar, path, value),
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
      return only !== undefined && typeof only !== 'string' && more.length === 0
        ? referenced(only, values)
        : filled(value.template, values);
    }
  }
}

function filled(template: ValueTemplate, values: Values, encode = asItIs, encodeText = asItIs): string {
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

/** An answer whose queries have their spaces as the resource writes them. */
function spaced({ paramsEncoding }: ResourceModel, { url, headers, body, ...rest }: Answer): Answer {
  if (paramsEncoding === 'form') return { url, headers, body, ...rest };
  const text = (value: string): string => (value.includes('?') ? value.replaceAll('+', '%20') : value); // links, no cursors
  return {
    ...rest,
    url: text(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)])),
    body: body.map(([path, value]) => [path, typeof value === 'string' ? text(value) : value]),
  };
}

/** What an answer with these records has. */
function answerOf(
  records: readonly JsonValue[],
  resource: ResourceModel,
  type: RecordType,
  { headers, body }: Answer,
): Pick<RecordedResponse, 'headers' | 'body' | 'bodyText' | 'gzip'> {
  const { format } = resource;
  const gzip = format.gzip ? { gzip: true as const } : {};
  const packed = format.gzip ? 'application/gzip' : undefined;
  const [accepted] = resource.accepts;
  if (format.kind === 'json')
    return {
      headers: { 'content-type': packed ?? accepted ?? 'application/json', ...headers },
      body: bodyOf(records, resource, body),
      ...gzip,
    };
  const own = packed ?? accepted ?? TYPES[format.kind];
  if (format.kind === 'xml')
    return { headers: { 'content-type': own, ...headers }, bodyText: writeXml(bodyOf(records, resource, body)), ...gzip };
  const rows = bodyWith(records, resource.selection);
  const bodyText = textOfRows(Array.isArray(rows) ? rows : [], resource, type);
  return { headers: { 'content-type': own, ...headers }, bodyText, ...gzip };
}

/** Whether a body is a record, and has what its paginator reads beside the fields: a list has no members. */
function isRecordItself({ selection, paginator, format }: ResourceModel): boolean {
  if (!selection.single || selection.path.length > 0 || selection.reshape !== null || format.kind !== 'json') return false;
  const first = { index: 0, pages: 2, records: [], previous: [], before: 0, totalRecords: 2, firstUrl: 'https://api.example.com/' };
  return paginatorOf(paginator.type).answer(paginator, first).body.length > 0;
}

/** A body with the records where the selector finds them, and other members where the paginator does. */
function bodyOf(
  records: readonly JsonValue[],
  resource: ResourceModel,
  members: readonly (readonly [path: readonly (string | number)[], value: JsonValue])[],
): JsonValue {
  const { selection } = resource;
  if (isRecordItself(resource)) {
    const [record] = records;
    return record === undefined ? [] : members.reduce((body, [path, value]) => withValue(body, path, value), record);
  }
  return members.reduce((body, [path, value]) => withValue(body, path, value), bodyWith(records, selection));
}

function withValue(body: JsonValue | undefined, [key, ...rest]: readonly (string | number)[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const items: readonly JsonValue[] = Array.isArray(body) ? body : [];
    return [...Array.from({ length: key }, (_, at) => items[at] ?? null), withValue(items[key], rest, value), ...items.slice(key + 1)];
  }
  const inside = isObject(body) && Object.hasOwn(body, key) ? body[key] : undefined;
  return Object.fromEntries([...(isObject(body) ? Object.entries(body) : []), [key, withValue(inside, rest, value)]]);
}

function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

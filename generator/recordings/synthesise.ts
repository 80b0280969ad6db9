import type { ConnectorModel, ResourceModel } from '../model/connector-model.js';
import { hooksOf } from '../model/hooks-model.js';
import { conditionsOf } from '../model/offered.js';
import { paginatorOf } from '../model/paginator.js';
import { usesOption } from '../model/templates.js';
import type { JsonValue } from '../shape.js';
import type { Exchange, Fixture } from './format.js';
import { boundsOf, withCursor } from './synthesise-cursor.js';
import { sampleEnd, windowsOf, withCursorIn, type SampleWindow } from './synthesise-windows.js';
import { everyAuth, optionsOfAuth } from '../model/auth.js';
import { optionsInUrl } from '../url-template.js';
import { seededRandom } from './random.js';
import { filesOf, jobExchanges, type JobAnswers } from './synthesise-job.js';
import { unchanged } from './changed.js';
import { isKept, madeToPass } from './selected.js';
import { valueAt } from './places.js';
import { sampleConfig, type Config } from './sample-config.js';
import { type Values, type Asked, bigintsOf, firstUrl, requestHeaders, requestBody, filled } from './synthesise-request.js';
import { withPosition, spaced, answerOf, isRecordItself } from './synthesise-answer.js';
import { asChildrenSee, recordOf, sampleFor, without } from './synthesise-record.js';

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
    const record = sampleFor(connector, resource, type, random, firstIndex + index, taken);
    const kept = index % 2 === 0 ? madeToPass(record, resource.filter, config) : record; // every second one is as it comes: it may pass or not
    return without(
      window === undefined
        ? withCursor(kept, resource.incremental, config, firstIndex + index)
        : withCursorIn(kept, resource.incremental, window, (index + 1) / (totalRecords + 1), config),
      new Set(Object.keys(included)),
    );
  });
  const values: Values = {
    config,
    parent,
    each,
    ...boundsOf(resource.incremental, config, window),
    isBigint: bigintsOf(connector, resource),
  };
  const start = firstUrl(connector, resource, values);
  const headers = requestHeaders(connector, resource, values);

  const job =
    resource.job === null
      ? undefined
      : jobExchanges(resource.job, {
          index: firstIndex + 1,
          waits:
            firstIndex === 0 &&
            connector.resources.every((each) => ![each.parent?.resource.raw, each.full?.raw].includes(resource.name.raw)),
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

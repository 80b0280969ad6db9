import { baseUrlOf } from '../../model/base-url.js';
import { type Code, code, identifier, join, literal, nothing } from '../../code.js';
import { uses } from '../../code/names.js';
import { fillings, wrongValues } from '../../recordings/wrong-values.js';
import type { ConfigOption, ValueTemplate } from '../../model/connector-model.js';
import { encodePath } from '../../model/url-path.js';
import type { VirtualFile } from '../../virtual-file.js';
import { isHooked } from '../hooks/predicates.js';
import { isPaged } from '../reading/kinds.js';
import { noticesRepeats } from '../reading/loop.js';
import { actionErrors, actionTests, refusedStatus, untouchedRetry } from './actions.js';
import { skipsLines } from '../transport/format.js';
import { formatTests, testsFields } from './format.js';
import { offeredTest } from './offered.js';
import { ownRetryTests } from './retry.js';
import { asksSeveral, readsAhead } from '../reading/ahead.js';
import { testPathOf } from './path.js';
import { splitTests } from './splits.js';
import { renderTemplate } from '../template.js';
import { ANSWERING, BODY_OF, CUT_FILE, EDITED, RESPONSE_ERROR } from './helpers.js';
import {
  canBeEdited,
  expectedRecords,
  firstRecords,
  hooksOnRecording,
  importHooks,
  isReadAsNull,
  notPages,
  placeOf,
  placeOfRecord,
  sentType,
  withFillings,
} from './records.js';
import { endlessOptions, rows, signedUrl, type TestedResource, type TestedScheme, type TestPlan } from './plan.js';
import { goneTest } from './changes.js';
import { downStatus, expectedWaits, inSeconds } from './waits.js';
import { refusals, refusalTests, feedEndTest } from './refusals.js';
import { cursorField, incrementalValues, forgottenValues, feedCheck, foreignStates } from './second-run.js';

/** `test/events.test.ts`: one resource, read from its recording, and everything that may be wrong with it. */
export function emitResourceTest(plan: TestPlan, resource: TestedResource): VirtualFile {
  const { context } = plan;
  const { model, names, record, recording } = resource;
  const { prefix, header } = context;
  const retry = untouchedRetry(resource);
  const { exchanges, config = {} } = recording.fixture;
  const baseUrl = baseUrlOf(context.model, config);
  const retries = retry.maxRetries > 0;
  const loops = isPaged(resource) && noticesRepeats(resource) && exchanges.length > 2 && !isHooked(resource, 'next');
  const pages = exchanges.length > 1;
  const { concurrency } = model.readAhead;
  const several = asksSeveral(resource) && pages;
  const atOnce = Math.min(concurrency, exchanges.length - 1);
  const waits = expectedWaits(retry);
  const down = downStatus(retry);
  const isText = model.format.kind === 'csv' || model.format.kind === 'xml' || skipsLines([{ model }]); // whose values, or lines, are not all JSON
  const checked = !isText && !record.type.contract.dataType.startsWith('discard') && canBeEdited(resource);
  const { types } = context.model.records;
  const filled = checked ? fillings(sentType(resource), firstRecords(resource), types) : [];
  const wrong = checked ? wrongValues(sentType(resource), withFillings(firstRecords(resource), filled), types) : [];
  const segments = context.model.config
    .filter(
      (option) =>
        !hooksOnRecording(resource, 'request') &&
        option.type === 'string' &&
        usesOption(model.path, option) &&
        !model.params.some((param) => usesOption(param.value, option)),
    )
    .map((option) => segmentRow(resource, baseUrl, option, resource.scheme));
  const leftOut =
    !isText && firstRecords(resource).length > 0 && canBeEdited(resource)
      ? sentType(resource).fields.find((field) => isReadAsNull(field) && field.name !== cursorField(resource))?.name
      : undefined;
  const formats = formatTests(plan, resource);
  const errors = [
    ...(down === undefined ? ['NetworkError'] : down === 429 ? ['RateLimitedError'] : ['HttpError']),
    ...(loops || refusals(resource).some(({ error }) => error === 'PaginationError') ? ['PaginationError'] : []),
    ...(wrong.length > 0 || testsFields(resource) ? ['RecordError'] : []),
    ...actionErrors(resource),
    ...((model.format.kind === 'json' &&
      (!isHooked(resource, 'select') || refusals(resource).some(({ error }) => error === 'ResponseError'))) ||
    uses(formats, RESPONSE_ERROR)
      ? ['ResponseError']
      : []),
    'StateError',
  ];
  const values = {
    header,
    prefix,
    property: names.property,
    readOptions: names.options,
    endlessOptions: endlessOptions(resource),
    state: names.state,
    recording: literal(model.name.kebab),
    resource: literal(model.name.raw),
    records: expectedRecords(resource, code`answers`),
    options: code`{ ...credentials, ${resource.options}...server }`,
    ends: literal(exchanges.map((_, index) => index === exchanges.length - 1)),
    pagesRead: record.type.needsExactNumbers ? code`plain(pages.map((page) => page.records))` : code`pages.map((page) => page.records)`,
    recordsRead: record.type.needsExactNumbers ? code`plain(records)` : code`records`,
    firstRequest: firstRequest(resource, resource.scheme),
    retries,
    ...incrementalValues(resource),
    feed: feedCheck(resource),
    ownOptions: resource.options,
    segments: segments.length > 0 ? rows(segments) : false,
    retryTitle: literal(`asks again after ${inSeconds(waits)} while the API is down`),
    maxRetries: literal(retry.maxRetries),
    waits: literal(waits),
    down: down === undefined ? code`disconnected('ECONNREFUSED')` : literal({ status: down }),
    downError: code`${prefix}${identifier(errors[0] ?? '')}`,
    downFacts:
      down === undefined
        ? code`code: 'network'`
        : code`code: ${literal(down === 429 ? 'rate_limited' : 'http_status')}, status: ${literal(down)}`,
    giveUpTitle: literal(
      retries ? `gives up after ${retry.maxRetries + 1} attempts${pages ? ', with the state to go on from' : ''}` : 'does not ask again',
    ),
    attempts: literal(retry.maxRetries + 1),
    attemptsAndOne: literal(retry.maxRetries + 2),
    pages,
    ...forgottenValues(resource),
    several,
    severalTitle: literal(`has up to ${concurrency} requests on their way at once, and takes their answers in order`),
    atOnce: literal(atOnce),
    ahead: readsAhead(resource) && pages,
    askedAhead: literal(several ? atOnce : 1),
    loops,
    // a maximum may let too few pages through for a longer circle
    circle: literal(resource.loop.maximum !== undefined && exchanges.length < 4 ? 1 : 2),
    circleCode: literal(resource.loop.overlaps ? 'rows_moved' : 'no_progress'),
    exactText: model.format.kind === 'json' && exchanges[0]?.response.bodyText !== undefined,
    notPages:
      isHooked(resource, 'select') || model.format.kind !== 'json' ? false : rows(notPages(resource).map((body) => literal([body]))),
    refusals: code`${refusalTests(plan, resource)}${feedEndTest(resource)}`,
    actions: code`${actionTests(plan, resource)}${ownRetryTests(resource)}${formats}${goneTest(resource)}${offeredTest(plan, resource)}${splitTests(plan, resource)}`,
    edited: model.format.kind === 'jsonl' ? code`editedLines` : code`edited`,
    refusedStatus: literal(refusedStatus(resource, retry)),
    checksRecords: wrong.length > 0,
    fills: filled.length > 0,
    filled: literal(Object.fromEntries(filled.map(({ index, path, value }) => [`${placeOfRecord(resource)}${index}.${path}`, value]))),
    complete: filled.length > 0 ? code`complete` : code`first`,
    origin: literal(new URL(baseUrl).origin),
    wrongValues: rows(wrong.map(({ index, path, values }) => literal([index, path, values]))),
    recordPlace: placeOf(resource),
    leftOut: leftOut === undefined ? false : literal(leftOut),
    leftOutPlace: literal(`${placeOfRecord(resource)}0.${leftOut}`),
    foreignStates: rows(foreignStates(resource).map((state) => literal(state))),
    imports: nothing,
  };
  const imports = code`
    import { ${prefix}Client, ${join(
      [...new Set(errors)].sort().map((name) => code`${prefix}${identifier(name)}`),
      ', ',
    )}, type ${names.options}, type ${names.state} } from '../src/index.ts';
    ${importHooks(resource)}
    import { ${join(helpers({ ...values, isLines: model.format.kind === 'jsonl' }, down === undefined, record.type.needsExactNumbers), ', ')} } from './replay.ts';
  `;
  return { path: testPathOf(model.name), text: renderTemplate('test/resource.test.ts.hbs', { ...values, imports }) };
}

function helpers(
  values: {
    readonly isLines: boolean;
    readonly actions: Code;
    readonly several: boolean;
    readonly records: Code;
    readonly checksRecords: boolean;
    readonly leftOut: Code | boolean;
    readonly refusals: Code;
  },
  disconnects: boolean,
  exact: boolean,
): readonly Code[] {
  const names = [
    ...(values.several || uses(values.actions, ANSWERING) ? ['answering'] : []),
    ...(values.several ? ['answeringLastFirst'] : []),
    'api',
    ...(uses(values.records, BODY_OF) ? ['bodyOf'] : []),
    'collect',
    'credentials',
    ...(disconnects ? ['disconnected'] : []),
    ...(values.checksRecords || values.leftOut !== false || uses(values.refusals, EDITED)
      ? [values.isLines ? 'editedLines' : 'edited']
      : []),
    ...(uses(values.actions, CUT_FILE) ? ['cutFile'] : []),
    'failure',
    'hang',
    ...(exact ? ['plain'] : []),
    'recording',
    'times',
  ];
  return [...names.map(identifier), code`type Api`];
}

/** The first request, written out, with the credential where the spec says it belongs. */
function firstRequest({ recording }: TestedResource, scheme: TestedScheme | undefined): Code {
  const request = recording.fixture.exchanges[0]?.request;
  if (request === undefined) return nothing;
  return literal({
    method: request.method,
    url: signedUrl(new URL(request.url), scheme),
    headers: { ...request.headers, ...scheme?.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
}

/** An option of the path, and the first request when its value is `a/b?c d`. */
function segmentRow({ recording, model }: TestedResource, baseUrl: string, option: ConfigOption, scheme: TestedScheme | undefined): Code {
  const path = model.path.map((part) => {
    if (typeof part === 'string') return encodePath(part);
    const name = part.kind === 'config' ? part.config.raw : '';
    return encodeURIComponent(name === option.name.raw ? 'a/b?c d' : String(recording.fixture.config?.[name]));
  });
  const url = new URL(`${model.fromOrigin ? new URL(baseUrl).origin : baseUrl}${path.join('')}`);
  url.search = new URL(recording.fixture.exchanges[0]?.request.url ?? url).search;
  return literal([option.name.camel, signedUrl(url, scheme)]);
}

function usesOption(path: ValueTemplate, option: ConfigOption): boolean {
  return path.some((part) => typeof part !== 'string' && part.kind === 'config' && part.config.raw === option.name.raw);
}

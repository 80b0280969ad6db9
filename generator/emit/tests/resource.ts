import { rowKeys } from '../../model/xml.js';
import { withValue } from '../../recordings/places.js';
import { parseXml, writeXml } from '../../recordings/xml.js';
import { baseUrlOf } from '../../model/base-url.js';
import { type Code, code, identifier, join, literal, nothing, property } from '../../code.js';
import { uses } from '../../code/names.js';
import { fillings, wrongValues } from '../../recordings/wrong-values.js';
import type { ConfigOption, ValueTemplate } from '../../model/connector-model.js';
import { paginatorOf } from '../../model/paginator.js';
import type { RefusedAnswer } from '../../paginators/contract.js';
import type { JsonValue } from '../../shape.js';
import { encodePath } from '../../model/url-path.js';
import type { VirtualFile } from '../../virtual-file.js';
import { askedAfter } from '../../incremental/asked.js';
import { isHooked } from '../hooks/hooked.js';
import { isPaged } from '../reading/kinds.js';
import { noticesRepeats } from '../reading/loop.js';
import { takenStatuses } from '../transport/actions.js';
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
  childOf,
  expectedRecords,
  firstRecords,
  hooksOnRecording,
  importHooks,
  isReadAsNull,
  notPages,
  placeOf,
  placeOfRecord,
  recordsIn,
  sentType,
  withFillings,
} from './records.js';
import { rows, signedUrl, type TestedResource, type TestedScheme, type TestPlan } from './plan.js';
import { goneTest } from './changes.js';
import { downStatus, expectedWaits, inSeconds } from './waits.js';

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
    circleCode: literal(resource.loop.received === undefined ? 'no_progress' : 'rows_moved'),
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

/** The field that an incremental read follows. */
function cursorField({ model }: TestedResource): string | undefined {
  const [step] = model.incremental?.cursor ?? [];
  return step?.kind === 'key' ? step.key : undefined;
}

/** What a second run is expected to do: nothing of the first one comes again, where it can be told apart. */
function incrementalValues(resource: TestedResource): {
  readonly incremental: boolean;
  readonly startParam: Code | false;
  readonly nextStart: Code;
  readonly readAgain: Code;
} {
  const { incremental } = resource.model;
  const nothingNew = { incremental: false, startParam: false as const, nextStart: nothing, readAgain: literal(0) };
  if (incremental === null || incremental.lag > 0) return nothingNew;
  const values = resource.recording.fixture.exchanges
    .flatMap(({ response }) => recordsIn(resource, response))
    .map((record) =>
      incremental.cursor.reduce<JsonValue | undefined>((value, step) => childOf(value, step.kind === 'key' ? step.key : 0), record),
    )
    .filter((value): value is string | number => typeof value === 'string' || typeof value === 'number');
  const [latest] = [...values].sort((a, b) => (a < b === (incremental.last === 'max') ? 1 : -1));
  const asked = latest === undefined ? undefined : askedAfter(incremental, latest);
  const says = incremental.startParam !== null && asked !== undefined;
  return {
    incremental: resource.recording.fixture.synthesised === true,
    startParam: says ? literal(incremental.startParam) : false,
    nextStart: literal(String(asked)),
    readAgain: literal(0),
  };
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

function refusals({ model, hooks }: TestedResource): readonly RefusedAnswer[] {
  const all = isHooked({ hooks }, 'next') ? [] : paginatorOf(model.paginator.type).refusedAnswers(model.paginator);
  return model.format.kind === 'xml' ? all.filter(({ body }) => body === undefined || typeof body[1] === 'string') : all; // elements are texts
}

/** A key, or a place in a list, in the notation of `edited`: one that is more than a word stands in brackets, as JSON. */
function stepInPlace(key: string | number): string {
  return /^[\w$-]+$/.test(String(key)) ? String(key) : JSON.stringify([key]);
}

/** Answers that the paginator must not take, a test for each error. */
function refusalTests(plan: TestPlan, resource: TestedResource): Code {
  const answers = refusals(resource);
  const errors = new Set(answers.map(({ error, code: reason }) => `${error} ${reason}`));
  const tests = [...errors].map((each) =>
    refusalTest(
      plan,
      resource,
      answers.filter(({ error, code: reason }) => `${error} ${reason}` === each),
    ),
  );
  return join(tests, '');
}

/** A last page of a change feed that does not say where the next run begins. */
function feedEndTest({ model, hooks }: TestedResource): Code {
  const position = model.changeFeed?.position ?? null;
  if (position === null || model.format.kind !== 'json' || isHooked({ hooks }, 'next')) return nothing;
  const place = position.map((step) => stepInPlace(step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : 0)).join('.');
  return code`

    test('refuses a last page that does not say where the next run begins', async () => {
      const end = answers.map((answer, index) => (index === answers.length - 1 ? ${EDITED}(answer, ${literal({ [place]: null })}) : answer));
      expect(await failure(read(api(end)))).toMatchObject({ code: 'invalid_page', resource: ${literal(model.name.raw)} });
    });
  `;
}

/** All with the same error. */
function refusalTest({ context }: TestPlan, resource: TestedResource, answers: readonly RefusedAnswer[]): Code {
  const [first] = answers;
  if (first === undefined) return nothing;
  const cases = answers.map(({ name, headers, body }) => {
    const document = body === undefined ? undefined : documentWith(resource, ...body);
    const answer =
      body === undefined
        ? code`first`
        : document !== undefined
          ? code`{ ...first, bodyText: ${literal(document)} }`
          : code`${EDITED}(first, ${literal({ [body[0].map(stepInPlace).join('.')]: body[1] })})`;
    return code`[${literal(name)}, ${headers === undefined ? answer : code`{ ...${answer}, headers: { ...first.headers, ${members(headers)} } }`}]`;
  });
  return code`

    test.each(${rows(cases)})('refuses %s', async (_, answer) => {
      const error = await failure(read(api([answer])));
      expect(error).toBeInstanceOf(${context.prefix}${identifier(first.error)});
      expect(error).toMatchObject({ code: ${literal(first.code)}, resource: ${literal(resource.model.name.raw)}, page: 1, attempts: 1 });
    });
  `;
}

/** The text of the first document with a value at a place; undefined where bodies are none. */
function documentWith({ model, recording }: TestedResource, path: readonly (string | number)[], value: JsonValue): string | undefined {
  if (model.format.kind !== 'xml') return undefined;
  const elements = { lists: [rowKeys(model).join('.')], objects: [], texts: [] };
  const document = parseXml(recording.fixture.exchanges[0]?.response.bodyText ?? '', elements);
  const place = path.map((step) =>
    typeof step === 'number' ? { kind: 'index' as const, index: step } : { kind: 'key' as const, key: step },
  );
  return writeXml(withValue(document, place, value));
}

function members(headers: Readonly<Record<string, string>>): Code {
  return join(
    Object.entries(headers).map(([name, value]) => code`${property(name)}: ${literal(value)}`),
    ', ',
  );
}

/** A status that says that a position is none, and no more; where there is one. */
function forgottenValues({ model, loop }: TestedResource): {
  readonly restarts: boolean;
  readonly forgottenStatus: Code | false;
  readonly otherShapeTitle: Code;
  readonly forgottenTitle: Code;
} {
  const restarts = model.writeDisposition !== 'append';
  const taken = [...takenStatuses(model), ...model.retry.statuses];
  const status =
    model.actions.length > 0 || loop.position.length === 0 ? undefined : [410, 404, 422, 400].find((each) => !taken.includes(each));
  return {
    restarts,
    forgottenStatus: status === undefined ? false : literal(status),
    otherShapeTitle: literal(
      `keeps of a state of another path or paginator what is complete${restarts ? ', and begins again what is not' : ''}`,
    ),
    forgottenTitle: literal(
      restarts
        ? 'begins again, once, where the API has forgotten the position'
        : 'does not read twice what is appended, where the API has forgotten the position',
    ),
  };
}

/** The statement that a run of a change feed asks where the last one ended; false: it is none. */
function feedCheck({ model }: TestedResource): Code | false {
  const { changeFeed, paginator } = model;
  if (changeFeed === null) return false;
  const asked = code`again.requests[0]`;
  const sent = (param: string): Code => code`new URL(${asked}?.url ?? '').searchParams.get(${literal(param)})`;
  if (changeFeed.param !== null) return code`expect(${sent(changeFeed.param)}).toBe(String(state.since?.token));`;
  if (paginator.type !== 'cursor') return code`expect(${asked}?.url).toContain(state.since?.link);`;
  const { target } = paginator;
  if (target.kind === 'query') return code`expect(${sent(target.name)}).toBe(String(state.since?.cursor));`;
  return code`expect(${asked}?.body).toHaveProperty(${literal(target.kind === 'body' ? target.path : [])}, state.since?.cursor);`;
}

/** Members of a state that make it the state of another read. */
function foreignStates({ loop, model }: TestedResource): readonly { readonly [member: string]: JsonValue }[] {
  const positions = loop.position.flatMap(({ name, refused }) => refused.map((value) => ({ next: { [name]: value } })));
  return [
    { v: 2 },
    { resource: 'another one' },
    { origin: 'https://elsewhere.example' },
    ...(positions.length === 0 ? [{ next: {} }] : positions),
    ...(model.changeFeed === null ? [] : [{ next: null, since: {} }]),
  ];
}

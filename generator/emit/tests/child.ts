import { type Code, code, identifier, join, literal, nothing, type LiteralValue } from '../../code.js';
import { uses } from '../../code/names.js';
import type { VirtualFile } from '../../virtual-file.js';
import { testPathOf } from './path.js';
import { splitTests } from './splits.js';
import { checksOrder } from '../reading/cursor-kinds.js';
import { failureCount, isWindowed } from '../reading/kinds.js';
import { isKeyedFeed } from '../reading/change-feed.js';
import { opensSeveral } from '../reading/ahead.js';
import { renderTemplate } from '../template.js';
import { BODY_OF } from './helpers.js';
import { endlessOptions, rows, type TestedResource, type TestPlan } from './plan.js';
import type { RetryModel } from '../../model/connector-model.js';
import { takenStatuses } from '../transport/actions.js';
import { isHooked } from '../hooks/predicates.js';
import { expectedRecords, importHooks, notPages } from './records.js';
import { actionErrors, actionTests, refusedStatus, untouchedRetry } from './actions.js';
import { feedCheck, forgottenValues } from './second-run.js';
import { downStatus, expectedWaits, inSeconds } from './waits.js';

/** `test/comments.test.ts` of a resource that is read in several loops: for each record of another, for each value of a list, window after window. */
export function emitChildTest(plan: TestPlan, resource: TestedResource): VirtualFile {
  const { context } = plan;
  const { model, names, record } = resource;
  const { prefix, header } = context;
  const { strict } = context.model;
  const { format } = model;
  const plain = format.kind === 'json' && !format.gzip && !isHooked(resource, 'select');
  const retry = untouchedRetry(resource);
  const down = downStatus(retry);
  const waits = expectedWaits(retry);
  const retries = retry.maxRetries > 0;
  const failed = failureCount(resource);
  const included = model.parent?.included.map(({ as }) => as) ?? [];
  const part =
    model.parent !== null
      ? 'parent'
      : model.forEach === null
        ? 'window'
        : model.forEach.lists.length > 1
          ? 'combination of values'
          : 'value';
  const several = opensSeveral(resource);
  const exact = record.type.needsExactNumbers;
  const records = expectedRecords(resource, code`own`);
  const helpers = [
    'answering',
    ...(several ? ['answeringLastFirst'] : ['api']),
    ...(uses(records, BODY_OF) ? ['bodyOf'] : []),
    'collect',
    'credentials',
    ...(retries && down === undefined && !several ? ['disconnected'] : []),
    'failure',
    'hang',
    ...(exact ? ['plain'] : []),
    'recording',
    ...(several ? ['sorted'] : []),
    'times',
  ];
  const count = resource.recording.fixture.exchanges.length;
  const every = count > MANY_PAGES ? Math.ceil(count / FEW_STATES) : 1;
  const pages = code`pages.map((page) => page.records)`;
  return {
    path: testPathOf(model.name),
    text: renderTemplate('test/child.test.ts.hbs', {
      header,
      prefix,
      imports: code`
        import { ${prefix}Client, ${join(
          actionErrors(resource).map((name) => code`${prefix}${identifier(name)}, `),
          '',
        )}${!plain ? nothing : code`${prefix}ResponseError, `}${prefix}StateError, type ${names.options}, type ${names.state} } from '../src/index.ts';
        ${importHooks(resource)}
        import { ${join([...helpers.map(identifier), code`type Api`], ', ')} } from './replay.ts';
      `,
      property: names.property,
      readOptions: names.options,
      endlessOptions: endlessOptions(resource),
      state: names.state,
      recording: literal(model.name.kebab),
      resource: literal(model.name.raw),
      records,
      refusedStatus: literal(failed === undefined ? refusedStatus(resource, retry) : skippedStatus(resource, retry)),
      options: code`{ ...credentials, ${resource.options}...server }`,
      pagesRead: exact ? code`plain(${pages})` : pages,
      recordsRead: code`...${exact ? code`plain(records)` : code`records`}`,
      included: included.length === 0 ? false : literal(included),
      retries: retries && !several,
      several,
      served: several ? code`answering(requests, answers)` : code`api(answers)`,
      severalTitle: literal(`has up to ${model.readAhead.concurrency} requests on their way at once, and takes their answers in order`),
      atOnce: literal(model.readAhead.concurrency),
      retryTitle: literal(`asks again after ${inSeconds(waits)} while the API is down`),
      maxRetries: literal(retry.maxRetries),
      waits: literal(waits),
      down: down === undefined ? code`disconnected('ECONNREFUSED')` : literal({ status: down }),
      notPages: !plain ? false : rows(notPages(resource).map((body) => literal([body]))),
      actions: code`${actionTests(plan, resource)}${splitTests(plan, resource)}`,
      title: literal(`reads the records of every ${part} in order, and asks for nothing else`),
      every: every === 1 ? false : literal(every),
      everyTitle: literal(`goes on from the state of ${every === 1 ? 'every page' : `one page in ${every}`}, with what is left`),
      childErrorTitle: literal(
        failed === undefined
          ? `ends when the API refuses the records of a ${part}`
          : strict
            ? `ends with an error when the API refuses a ${part}: strictly, none is passed over`
            : `goes on with the next ${part} when the API refuses one, and counts it`,
      ),
      skips: failed !== undefined,
      strict,
      failures: failed === undefined ? nothing : identifier(failed),
      values: includedValues(resource),
      incremental: comesOnce(resource) && !several,
      feed: isKeyedFeed(resource) && !several ? feedCheck(resource) : false,
      restarts: model.writeDisposition !== 'append',
      forgottenStatus: forgottenValues(resource).forgottenStatus,
      foreignStates: rows(foreignStates(resource).map((state) => literal(state))),
    }),
  };
}

/** Where there are more pages than that, a test goes on from a few states alone: from each there is the rest to read. */
const MANY_PAGES = 100;
const FEW_STATES = 20;

/** Whether a second run of a made-up recording has nothing new, and asks for as many pages. */
function comesOnce({ model: { incremental }, recording }: TestedResource): boolean {
  if (incremental === null || incremental.step !== null || incremental.lag > 0 || recording.fixture.synthesised !== true) return false;
  return incremental.order === null || checksOrder(incremental);
}

/** Pairs of a field and the values that it takes from a list, where the recording has records for all of them. */
function includedValues({ model, recording }: TestedResource): Code | false {
  const { forEach } = model;
  const { synthesised, config = {} } = recording.fixture;
  if (forEach === null || forEach.included.length === 0 || synthesised !== true) return false;
  const pairs = forEach.included.map(({ field, as }) => {
    const from = forEach.lists.find(({ name }) => name.raw === field)?.from;
    const values = from?.kind === 'values' ? from.values : from === undefined ? [] : config[from.option.raw];
    return literal([as, values ?? []]);
  });
  return rows(pairs);
}

/** Members of a state that make it the state of another read. */
function foreignStates({ model }: TestedResource): readonly { readonly [member: string]: LiteralValue }[] {
  const window = isWindowed(model) ? { since: 0, until: 1, read: [] } : {};
  const outer = {
    ...(model.parent === null ? {} : { parent: model.group === null ? 'one' : '["one"]' }),
    ...(model.forEach === null ? {} : { done: [], partition: model.group === null ? 'one' : '["one"]' }),
  };
  const position = { ...outer, ...window, page: null };
  return [
    ...(model.changeFeed === null
      ? []
      : [
          { next: null, positions: { one: {} } },
          { next: null, positions: 'one' },
        ]),
    { v: 2 },
    { resource: 'another one' },
    { origin: 'https://elsewhere.example' },
    { next: {} },
    { next: { ...position, page: 7 } },
    ...(model.parent === null ? [] : [{ next: { ...position, parent: 7 } }]),
    ...(model.forEach === null ? [] : [{ next: { ...position, done: 'one' } }, { next: { ...position, partition: 7 } }]),
    ...(isWindowed(model)
      ? [{ next: { ...position, since: 0.5 } }, { next: { ...position, until: -1 } }, { next: { ...position, read: 7 } }]
      : []),
  ];
}

/** A status that is passed over, and has no other meaning. */
function skippedStatus(resource: TestedResource, retry: RetryModel): number {
  const { parent, forEach } = resource.model;
  const skipped = parent?.skippedStatuses ?? forEach?.skippedStatuses ?? [];
  const taken = [...takenStatuses(resource.model), ...retry.statuses];
  return skipped.find((status) => !taken.includes(status)) ?? 404;
}

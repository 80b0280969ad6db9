import { type Code, code, literal, nothing } from '../../code.js';
import type { ActionModel } from '../../model/answers.js';
import type { RetryModel } from '../../model/connector-model.js';
import type { JsonValue } from '../../shape.js';
import { withValue } from '../../recordings/synthesise-job.js';
import { takenStatuses } from '../transport/actions.js';
import { failureCount, isPartitioned } from '../reading/kinds.js';
import { ANSWERING } from './helpers.js';
import { rows, type TestedResource, type TestPlan } from './plan.js';
import { expectedWait } from './waits.js';

/** An answer that fits an action. */
interface Sample {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string;
  /** Whether it is packed, as all that succeeds is where bodies are files. */
  readonly gzip?: true;
}

function packed(answer: Sample, { model: { format } }: TestedResource): Sample {
  return format.gzip && answer.status < 300 ? { ...answer, gzip: true } : answer;
}

/** The tests of what answers mean: each action on an answer that fits it, and no earlier one. */
export function actionTests({ context }: TestPlan, resource: TestedResource): Code {
  const { model } = resource;
  const { retry } = model;
  const samples = model.actions
    .map((each) => ({ each, answer: packed(sampleOf(each), resource) }))
    .filter(({ each, answer }) => model.actions.find((other) => fits(other, answer)) === each);
  const { progress } = resource.loop;
  const goesOn = isPartitioned(resource) && progress.by === 'records' && progress.repeatEnds; // an empty page is no end there: the next one is asked for
  const ignored = samples.filter(({ each }) => each.action === 'ignore' && !goesOn).map(({ answer }) => literal({ ...answer }));
  const errors: Code[] = samples
    .filter(({ each }) => each.action !== 'ignore')
    .map(({ each, answer }) => {
      const attempts = each.action === 'fail' || each.action === 'restart' ? 1 : retry.maxRetries + 1;
      const facts = {
        code: CODES[each.action],
        status: answer.status,
        attempts,
        ...(each.message === null ? {} : { message: each.message }),
      };
      return code`[${literal({ ...answer })}, ${literal(facts)}]`;
    });
  const others = plainStatuses(resource);
  const plain = others.map((status) => {
    const attempts = retry.statuses.includes(status) ? retry.maxRetries + 1 : 1;
    return code`[${literal({ status, bodyText: '{}' })}, ${literal({ code: 'http_status', status, attempts })}]`;
  });
  errors.push(...plain);
  if (samples.length === 0) return nothing;
  const isChild = isPartitioned(resource);
  const firstOwn = code`${ANSWERING}(requests, answers.map((each, index) => (index === isOwn.indexOf(true) ? answer : each)))`;
  if (failureCount(resource) !== undefined) errors.length = 0; // shown by the test of that
  return code`

    ${
      errors.length === 0
        ? nothing
        : code`

      test.each(${rows(errors)})('knows what %j means', async (answer, { message = '', ...facts }: { message?: string; code: string }) => {
        const server = ${isChild ? firstOwn : code`api(times(${literal(retry.maxRetries + 2)}, answer))`};
        const error = await failure(read(server));
        expect(error).toBeInstanceOf(${context.prefix}HttpError);
        expect(error).toMatchObject({ ...facts, resource: ${literal(model.name.raw)}, page: 1, body: answer.bodyText });
        expect(String(error)).toContain(message);
      });
    `
    }
    ${isChild ? nothing : costTest(resource)}
    ${
      ignored.length === 0
        ? nothing
        : isChild
          ? code`

      test.each(${rows(ignored)})('goes on with the next one at %j', async (answer) => {
        const pages = await read(${firstOwn});
        expect(pages[0]?.records).toEqual([]);
        expect(pages.flatMap((page) => page.records).length).toBeGreaterThan(0);
        expect(pages.at(-1)?.state.next).toBeNull();
      });
    `
          : code`

      test.each(${rows(ignored)})('ends with the pages so far at %j', async (answer) => {
        const server = api([first, ...times(50, answer)]);
        const pages = await read(server);
        expect(pages[0]?.records).toEqual((await read(api(answers)))[0]?.records);
        expect(pages.slice(1).flatMap((page) => page.records)).toEqual([]);
        expect(pages.at(-1)?.state.next).toBeNull();
        expect(server.waits).toEqual([]);
      });
    `
    }
  `;
}

/** The test of a wait that an answer says in its body. */
function costTest({ model }: TestedResource): Code {
  const { retry } = model;
  const priced = model.actions.find(({ wait }) => wait !== null);
  const seconds = Math.floor(retry.backoffMs / 1000) + 3;
  if (priced === undefined || priced.wait === null || retry.maxRetries === 0 || seconds * 1000 > retry.maxRetryAfterMs) return nothing;
  const { needed, available, restore } = priced.wait;
  const places = [
    [needed, 10 * seconds + 5],
    [available, 5],
    [restore, 10],
  ] as const;
  const said = priced.bodyPath === null ? {} : withValue({}, priced.bodyPath, 'so it is');
  const body = withValue(
    places.reduce<JsonValue>((sofar, [path, value]) => withValue(sofar, path, value), said),
    [{ kind: 'key', key: 'said' }],
    priced.content ?? '',
  );
  const headers = priced.header === null ? {} : { [priced.header.name]: priced.header.value ?? 'some' };
  const answer = { status: priced.statuses[0] ?? 200, headers: { 'content-type': 'application/json', ...headers }, body };
  return code`

    test('waits until there is enough of what a request costs', async () => {
      const server = api([${literal(answer)}, ...answers]);
      expect(await read(server)).toEqual(await read(api(answers)));
      expect(server.waits).toEqual([${literal(expectedWait(retry, seconds * 1000))}]);
    });
  `;
}

/** The error classes that those tests name. */
export function actionErrors(resource: TestedResource): readonly string[] {
  if (failureCount(resource) !== undefined) return [];
  return resource.model.actions.some(({ action }) => action !== 'ignore') || plainStatuses(resource).length > 0 ? ['HttpError'] : [];
}

/** Statuses that actions name, of answers that none of them fits: they are errors as any other. */
function plainStatuses({ model: { actions } }: TestedResource): readonly number[] {
  return [...new Set(actions.flatMap(({ statuses }) => statuses))].filter(
    (status) =>
      status >= 400 && status !== 401 && status !== 429 && !actions.some((each) => fits(each, { status, headers: {}, bodyText: '{}' })),
  );
}

/** What is tried again without any action of the resource having a say. */
export function untouchedRetry({ model }: TestedResource): RetryModel {
  const { retry } = model;
  const taken = takenStatuses(model);
  return taken.length === 0 ? retry : { ...retry, statuses: retry.statuses.filter((status) => !taken.includes(status)) };
}

/** A status that is an error, and nothing else. */
export function refusedStatus({ model }: TestedResource, retry: RetryModel): number {
  const taken = takenStatuses(model);
  return [404, 403, 400, 410, 422, 451].find((status) => !taken.includes(status) && !retry.statuses.includes(status)) ?? 404;
}

const CODES = {
  ignore: '',
  fail: 'api_error',
  retry: 'temporary_error',
  rate_limited: 'rate_limited',
  restart: 'position_refused',
} as const;

function sampleOf({ statuses, content, header, bodyPath }: ActionModel): Sample {
  const value = (bodyPath ?? []).reduceRight<JsonValue>(
    (inner, step) => (step.kind === 'key' ? { [step.key]: inner } : [inner]),
    content ?? 'out of order',
  );
  return {
    status: statuses[0] ?? 200,
    headers: { 'content-type': 'application/json', ...(header === null ? {} : { [header.name]: header.value ?? 'some' }) },
    bodyText: bodyPath === null ? (content ?? '{}') : JSON.stringify(value),
  };
}

/** Whether an action is about such an answer; bodies of samples have nothing but what their own action looks for. */
function fits({ statuses, content, header, bodyPath }: ActionModel, answer: Sample): boolean {
  return (
    (statuses.length === 0 || statuses.includes(answer.status)) &&
    (content === null || answer.bodyText.includes(content)) &&
    (header === null || (header.value === null ? header.name in answer.headers : answer.headers[header.name] === header.value)) &&
    (bodyPath === null || sampleHas(answer.bodyText, bodyPath))
  );
}

function sampleHas(text: string, path: NonNullable<ActionModel['bodyPath']>): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step.kind === 'key' ? step.key : 0) : undefined;
  }
  return Boolean(value);
}

import { code, count, literal } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import { failureCount, isPartitioned } from '../reading/kinds.js';
import { renderTemplate } from '../template.js';
import { untouchedRetry } from './actions.js';
import type { TestPlan } from './plan.js';
import { downStatus, expectedWait } from './waits.js';

/** `test/deadline.test.ts`, where reads may have a deadline. */
export function emitDeadlineTest({ context, schemes, resources }: TestPlan): readonly VirtualFile[] {
  const able = resources.filter(
    ({ parent, takesDeadline, model }) =>
      parent === undefined && takesDeadline && model.auth === 'client' && failureCount({ model }) === undefined,
  );
  const own = able.filter(({ model }) => model.deadlineMs !== null);
  const resource = own.find((each) => !isPartitioned(each)) ?? own[0] ?? able[0];
  if (resource === undefined) return [];
  const retry = untouchedRetry(resource);
  const down = downStatus(retry);
  const asked = Math.floor(retry.maxRetryAfterMs / 1000);
  const { deadlineMs } = resource.model;
  const values = {
    header: context.header,
    assertion: schemes[0]?.token?.assertion !== undefined || (schemes[0]?.varying ?? []).length > 0,
    prefix: context.prefix,
    recording: literal(resource.model.name.kebab),
    resource: literal(resource.model.name.raw),
    property: resource.names.property,
    readOptions: resource.names.options,
    options: code`{ ...credentials, ${resource.options}...server }`,
    spreadOptions: code`...credentials, ${resource.options}...server`,
    attempts: literal(retry.maxRetries + 1),
    timeoutMs: count(resource.model.timeoutMs ?? context.model.timeoutMs),
    waits: retry.maxRetries > 0 && down !== undefined,
    down: literal(down ?? 503),
    retryAfter: literal(String(asked)),
    waitMs: literal(expectedWait(retry, asked * 1000)),
    rest: isPartitioned(resource) ? code`answers.length` : code`answers.length - 1`, // its last page has no answer of its own
    pages: resource.recording.fixture.exchanges.length > 1,
    spec: deadlineMs !== null,
    deadlineMs: count(deadlineMs ?? 0),
  };
  return [{ path: 'test/deadline.test.ts', text: renderTemplate('test/deadline.test.ts.hbs', values) }];
}

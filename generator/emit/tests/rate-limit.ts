import { code, count, docWords, literal, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import { showLimit } from '../transport/rate-limit.js';
import { opensSeveral } from '../reading/ahead.js';
import { renderTemplate } from '../template.js';
import { endless, type TestedResource, type TestPlan } from './plan.js';
import { downStatus } from './waits.js';

/** `test/rate-limit.test.ts`, where the spec has a limit. */
export function emitRateLimitTest({ context }: TestPlan, resource: TestedResource): readonly VirtualFile[] {
  const { rateLimit } = context.model;
  const { retry } = resource.model;
  if (rateLimit === null || opensSeveral(resource)) return []; // parts that are read side by side take turns in no order that a test could expect
  const down = downStatus(retry);
  const values = {
    header: context.header,
    prefix: context.prefix,
    limit: docWords(showLimit(rateLimit)),
    requests: count(rateLimit.requests),
    requestsAndOne: count(rateLimit.requests + 1),
    perMs: count(rateLimit.perMs),
    recording: literal(resource.model.name.kebab),
    property: resource.names.property,
    down: retry.maxRetries === 0 || down === undefined ? nothing : code`${literal({ status: down })}, `,
    options: code`{ ...credentials, ${resource.options}...server }`,
    endless: endless(resource),
    spreadOptions: code`...credentials, ${resource.options}...server`,
  };
  return [{ path: 'test/rate-limit.test.ts', text: renderTemplate('test/rate-limit.test.ts.hbs', values) }];
}

import { type Code, code, count, literal, property } from '../../code.js';
import type { ConnectorModel, ResourceModel, RetryModel } from '../../model/connector-model.js';

/** Whether any request is ever tried again. */
export function everRetries({ retry, resources }: ConnectorModel): boolean {
  return retry.maxRetries > 0 || resources.some((resource) => resource.retry.maxRetries > 0);
}

/** The numbers of a resource that are not those of the client. */
export function ownRetryOf({ retry: client }: ConnectorModel, { retry }: ResourceModel): Partial<RetryModel> {
  const own = Object.entries(retry).filter(([key, value]) => String(value) !== String(Reflect.get(client, key)));
  return Object.fromEntries(own);
}

/** Those numbers as an object, or undefined where there are none. */
export function emitOwnRetry(model: ConnectorModel, resource: ResourceModel): Code | undefined {
  const members = Object.entries(ownRetryOf(model, resource)).map(
    ([key, value]) => code`${property(key)}: ${typeof value === 'number' ? count(value) : literal(value)},`,
  );
  return members.length === 0 ? undefined : code`{ ${members} }`;
}

/** `more than 60 seconds`: what no wait is begun for. */
export function longerThanWaited({ retry, resources }: ConnectorModel, seconds = 'seconds'): string {
  const all = new Set([retry, ...resources.map((resource) => resource.retry)].map(({ maxRetryAfterMs }) => maxRetryAfterMs / 1000));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least === most ? `more than ${least} ${seconds}` : `more than ${least} to ${most} ${seconds}, by the resource`;
}

/** What is tried again, how often and when: a sentence for comments and pages, with code in backticks. */
export function retrySentence(retry: RetryModel, timeoutMs: number): string {
  const waits = Array.from({ length: retry.maxRetries }, (_, index) => Math.min(retry.backoffMs * 2 ** index, retry.maxBackoffMs) / 1000);
  return (
    `Answers with status ${retry.statuses.join(', ')}, failed connections, cut bodies and requests longer than ${timeoutMs / 1000} s are ` +
    `tried again up to ${retry.maxRetries} times, after ${waits.join(', ')} s (with 50 % jitter: half of each is fixed, half random), or after what the API ` +
    `asks for in \`Retry-After\`, if that is at most ${retry.maxRetryAfterMs / 1000} s.`
  );
}

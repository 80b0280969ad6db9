import { spec as messages } from '../diagnostics/messages/spec.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';
import { hooksOf, type HooksModel } from './hooks-model.js';

/** Warns where a spec leaves signing to a hook, and there is none. */
export function lintHooks(document: SpecDocument, hooks: HooksModel | null, reading: Reading): void {
  const shared = hooks?.client.some(({ name }) => name === 'authenticate') === true;
  const signs = (resource: string): boolean => shared || hooksOf(hooks, resource).some(({ name }) => name === 'authenticate');
  const { auth } = document.client;
  const own = document.resources.filter(({ endpoint }) => endpoint?.auth !== undefined);
  const others = document.resources.filter((resource) => !own.includes(resource));
  if (isHook(auth) && !others.every(({ name }) => signs(name))) warn(document.client, reading);
  for (const { name, endpoint } of own) if (isHook(endpoint?.auth) && !signs(name)) warn(endpoint ?? document, reading);
}

/** A hook that finds the next page knows nothing of positions that are kept. */
export function checkFeedHooks(document: SpecDocument, hooks: HooksModel | null, reading: Reading): void {
  for (const { name, endpoint } of document.resources) {
    if ((endpoint?.change_feed ?? false) === false || endpoint === undefined) continue;
    if (!hooksOf(hooks, name).some((hook) => hook.name === 'next')) continue;
    const message = 'the hook next finds the pages, and knows no position of a change feed';
    reading.report(messages.pattern(reading.spanOf(endpoint, 'change_feed'), 'spec/change-feed', message, 'Leave out one of them.'));
  }
}

function isHook(auth: unknown): boolean {
  return Array.isArray(auth) ? auth.some(isHook) : typeof auth === 'object' && auth !== null && 'type' in auth && auth.type === 'hook';
}

function warn(owner: object, reading: Reading): void {
  reading.report(
    messages.warning(
      reading.spanOf(owner, 'auth'),
      'lint/unsigned',
      'no hook signs requests with these credentials',
      'Write authenticate in a hooks file beside the spec.',
    ),
  );
}

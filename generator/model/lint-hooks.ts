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

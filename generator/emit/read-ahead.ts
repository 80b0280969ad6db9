import { type Code, code, literal, nothing } from '../code.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext, EmittedResource } from './context.js';
import { isPartitioned } from './loops.js';
import { renderTemplate } from './template.js';

/** `src/read-ahead.ts`, where some resource asks for pages before their turn. */
export function emitReadAheadFile({ header, prefix, resources }: EmitContext): readonly VirtualFile[] {
  if (!resources.some(readsAhead)) return [];
  const values = {
    header,
    prefix,
    pages: resources.some((resource) => asksSeveral(resource) || resource.model.readAhead.prefetch),
    fills: resources.some(asksSeveral),
    partitions: resources.some(opensSeveral),
  };
  return [{ path: 'src/read-ahead.ts', text: renderTemplate('src/read-ahead.ts.hbs', values) }];
}

/** Whether pages are asked for before their turn. */
export function readsAhead(resource: EmittedResource): boolean {
  return asksSeveral(resource) || opensSeveral(resource) || resource.model.readAhead.prefetch;
}

/** Whether the page loops of several parents, values or windows may be under way at once. */
export function opensSeveral(resource: EmittedResource): boolean {
  return resource.model.readAhead.concurrency > 1 && isPartitioned(resource);
}

/** Whether several pages may be on their way at once: each request then has a URL of its own. */
export function asksSeveral(resource: EmittedResource): boolean {
  return resource.model.readAhead.concurrency > 1 && resource.loop.ahead !== undefined && !isPartitioned(resource);
}

/** "up to 4 pages are on their way at once": what a reader of a package should know; undefined where nothing is sent ahead. */
export function describeAhead(resource: EmittedResource): string | undefined {
  if (opensSeveral(resource)) return `up to ${resource.model.readAhead.concurrency} requests are on their way at once`;
  if (asksSeveral(resource)) return `up to ${resource.model.readAhead.concurrency} pages are on their way at once`;
  return readsAhead(resource) ? 'the next page is on its way while one is used' : undefined;
}

/** An expression: what asks for the pages of a loop. `ask` are the statements that do, `url` those that make the URL. */
export function emitReadAhead(resource: EmittedResource, url: Code, ask: Code): Code {
  const { ahead } = resource.loop;
  if (ahead === undefined || !asksSeveral(resource)) return code`new ReadAhead(signal, (page, _, signal) => { ${ask} })`;
  return code`
    new ReadAhead(signal, (page, ${ahead.position}, signal) => {
      ${url}
      ${ask}
    })
  `;
}

/** The arguments that take a page when it is its turn. */
export function takenPage(resource: EmittedResource): Code {
  return code`page, state${asksSeveral(resource) ? code`, ${resource.loop.ahead?.position ?? nothing}` : nothing}`;
}

/** The statement before a page is yielded: asks for what follows it. */
export function emitAskAhead(resource: EmittedResource): Code {
  const { model, loop } = resource;
  if (loop.ahead === undefined || !asksSeveral(resource)) return code`if (state.next !== null) ahead.start(page + 1);`;
  const { position, step, end } = loop.ahead;
  const most = literal(model.readAhead.concurrency);
  return code`if (state.next !== null) ahead.fill(${most}, page + 1, ${position}, ${step}, ${end});`;
}

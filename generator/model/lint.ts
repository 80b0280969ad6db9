import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import type { AuthModel } from '../auth/index.js';
import { optionsInUrl } from '../url-template.js';
import { optionsOfAuth } from './auth.js';
import type { BaseUrl } from './base-url.js';
import { paginatorSpecOf } from './paginator.js';
import type { ConfigOption, ResourceModel } from './connector-model.js';
import type { HeaderModel } from './request-model.js';

/** What can be meant, and seldom is: warnings about a spec of which a package can be made. */
export function lint(
  document: SpecDocument,
  model: {
    readonly config: readonly ConfigOption[];
    readonly headers: readonly HeaderModel[];
    readonly resources: readonly ResourceModel[];
    readonly base: BaseUrl;
    readonly auth: readonly AuthModel[];
  },
  reading: Reading,
): void {
  const first = new Map<string, ResourceModel>();
  document.resources.forEach((spec, index) => {
    checkPageSize(spec, document, reading);
    checkDoubledRows(spec, document, reading);
    const resource = model.resources[index];
    const request = resource === undefined ? '' : requestOf(resource);
    if (resource?.full !== null) return; // it is read from another endpoint, too
    const same = first.get(request);
    if (same === undefined && resource !== undefined) first.set(request, resource);
    if (same !== undefined) {
      reading.report(
        messages.warning(
          reading.spanOf(spec, 'name'),
          'lint/same-request',
          `${shorten(spec.name)} makes the same requests as ${shorten(same.name.raw)}`,
          'Give it a path or parameters of its own, or leave it out.',
        ),
      );
    }
  });
  checkConfig(document, model, reading);
}

/** Warns of a resource that is read in full and, by default, appended: its rows are there twice after the second sync. */
function checkDoubledRows(spec: ResourceSpec, document: SpecDocument, reading: Reading): void {
  if (document.outputs === undefined || spec.write_disposition !== undefined || spec.primary_key === undefined) return;
  if (spec.endpoint?.incremental !== undefined && spec.endpoint.incremental !== null) return;
  reading.report(
    messages.warning(
      reading.spanOf(spec, 'name'),
      'lint/doubled-rows',
      `${shorten(spec.name)} is read in full and its rows are appended: after the second sync, all are there twice`,
      'Add write_disposition: merge, which replaces rows by their primary_key; or replace; or, where doubles are meant, append.',
    ),
  );
}

/** Everything that tells the requests of one resource from those of another, and what is taken from the answers. */
function requestOf({
  method,
  path,
  params,
  headers,
  body,
  parent,
  forEach,
  selection,
  filter,
  incremental,
  paginator,
}: ResourceModel): string {
  return JSON.stringify([method, path, params, headers, body, parent, forEach, selection, filter, incremental, paginator]);
}

function checkPageSize(spec: ResourceSpec, document: SpecDocument, reading: Reading): void {
  const paginator = paginatorSpecOf(spec, document);
  if (paginator === undefined || paginator === null || !('limit' in paginator)) return;
  const { limit, limit_param: param, limit_body_path: bodyPath } = paginator;
  if (typeof limit !== 'number') return;
  const span = reading.spanOf(paginator, 'limit');
  const isSent = param !== null || (bodyPath !== undefined && bodyPath !== null);
  if (!isSent && paginator.stop_after_short_page === true) {
    const message = `a page with fewer than ${limit} records ends the paging, and the API is never asked for ${limit}`;
    reading.report(messages.warning(span, 'lint/page-size-not-sent', message, 'Name limit_param, or leave out stop_after_short_page.'));
  }
  if (isSent && limit < 10) {
    const message = `${limit === 1 ? 'one record' : `${limit} records`} a page: a request for every ${limit === 1 ? 'one' : 'few'}`;
    reading.report(messages.warning(span, 'lint/small-pages', message, 'Ask for as many as the API gives: often 100.'));
  }
}

/** Options that nothing in a request, a filter or an incremental read refers to. */
function checkConfig(
  document: SpecDocument,
  {
    config,
    headers,
    resources,
    base,
    auth,
  }: {
    readonly config: readonly ConfigOption[];
    readonly headers: readonly HeaderModel[];
    readonly resources: readonly ResourceModel[];
    readonly base: BaseUrl;
    readonly auth: readonly AuthModel[];
  },
  reading: Reading,
): void {
  const used = new Set([
    ...optionsIn(headers),
    ...optionsInUrl(base.baseUrlTemplate ?? []).map(({ option }) => option),
    ...optionsOfAuth(auth).keys(),
    ...optionsIn(resources.map(({ config: _, ...rest }) => rest)),
    ...resources.flatMap((each) => each.config.map(({ name }) => name.raw)),
  ]);
  for (const { name } of config) {
    if (used.has(name.raw) || document.config === undefined) continue;
    reading.report(
      messages.warning(
        reading.keySpanOf(document.config, name.raw),
        'lint/unused-config',
        `nothing uses the option ${shorten(name.raw)}`,
        `Write "{config.${name.raw}}" where it belongs, or leave it out.`,
      ),
    );
  }
}

/** The names of the options that any reference in a model names. */
function optionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { kind, config } = value as { readonly kind?: unknown; readonly config?: { readonly raw?: unknown } };
  const isNamed = kind === 'config' || kind === 'option' || 'of' in value;
  const own = isNamed && typeof config?.raw === 'string' ? [config.raw] : [];
  return [...own, ...Object.values(value).flatMap(optionsIn)];
}

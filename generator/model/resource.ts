import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { nameOf } from '../names.js';
import { paginators, type PaginatorModel, type PaginatorSpec } from '../paginators/index.js';
import type { Paginator } from '../paginators/contract.js';
import { parseTemplate } from '../placeholder.js';
import { parseSelector } from '../selector.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec, SpecDocument } from '../spec/document.js';
import type { ConfigOption, ResourceModel, ValueTemplate } from './connector-model.js';
import { buildHeaders, buildParams, buildTemplate } from './request.js';

/** One resource; undefined when something of it was refused. `authParams` are the query parameters that sign requests. */
export function buildResource(
  spec: ResourceSpec,
  document: SpecDocument,
  config: readonly ConfigOption[],
  authParams: readonly string[],
  reading: Reading,
): ResourceModel | undefined {
  const endpoint: EndpointSpec = spec.endpoint ?? {};
  const path = pathOf(spec, endpoint, document, config, reading);
  const params = buildParams(endpoint.params, config, reading);
  const headers = buildHeaders(endpoint.headers, config, reading);
  const paginator = buildPaginator(endpoint, document, reading);
  const parsed = parseSelector(endpoint.data_selector ?? '$');
  if (parsed.ok && parsed.path.some((step) => step.kind === 'every')) {
    reading.report(messages.notSupportedYet(reading.spanOf(endpoint, 'data_selector'), '[*]', 'Select the list itself.'));
  }
  if (paginator === undefined || !parsed.ok) return undefined;
  checkParams(spec, endpoint, paginator, authParams, document, reading);
  return {
    name: nameOf(spec.name),
    description: spec.description ?? '',
    path,
    params,
    headers,
    selector: parsed.path,
    paginator,
    primaryKey: keysOf(spec.primary_key),
    mergeKey: keysOf(spec.merge_key),
    writeDisposition: spec.write_disposition ?? 'append',
    selected: spec.selected ?? true,
    config: config.filter((option) => [path, ...params.map((each) => each.value), ...headers.map((each) => each.value)].some((value) => uses(value, option))),
  };
}

/** A key as a list of fields. */
export function keysOf(key: string | readonly string[] | null | undefined): readonly string[] {
  return key === undefined || key === null ? [] : typeof key === 'string' ? [key] : key;
}

/** The registry's paginator of a type, with its own types forgotten: the type word has told them apart. */
export function paginatorOf(type: string): Paginator<{ readonly type: string }, { readonly type: string }> {
  const paginator = paginators.find((each) => each.type === type);
  if (paginator === undefined) throw new Error(`no paginator ${type}`);
  return paginator as unknown as Paginator<{ readonly type: string }, { readonly type: string }>;
}

function buildPaginator(endpoint: EndpointSpec, document: SpecDocument, reading: Reading): PaginatorModel | undefined {
  const spec: PaginatorSpec = endpoint.paginator ?? document.client.paginator ?? { type: 'single_page' };
  return paginatorOf(spec.type).build(spec, reading) as PaginatorModel | undefined;
}

function pathOf(spec: ResourceSpec, endpoint: EndpointSpec, document: SpecDocument, config: readonly ConfigOption[], reading: Reading): ValueTemplate {
  const owner = endpoint.path === undefined ? spec : endpoint;
  const span = reading.spanOf(owner, endpoint.path === undefined ? 'name' : 'path');
  const said = endpoint.path ?? spec.name;
  const base = document.client.base_url.replace(/\/+$/, '');
  const parsed = parseTemplate(said);
  const filled = parsed.ok ? parsed.template.map((part) => (typeof part === 'string' ? part : 'x')).join('') : said;
  if (/^\/\/|^\\|\\\\/.test(said) || /^[a-z][a-z0-9+.-]*:/i.test(said) || !URL.canParse(`${base}/${filled}`) || new URL(`${base}/${filled.replace(/^\/+/, '')}`).origin !== new URL(base).origin) {
    reading.report(messages.pattern(span, 'spec/cross-origin-path', 'the path leaves base_url', 'A path is appended to base_url: /v1/events.'));
    return [];
  }
  if (/[?#]/.test(filled)) {
    reading.report(messages.pattern(span, 'spec/path-query', 'a path has no query and no fragment', 'Put fixed parameters under params.'));
    return [];
  }
  if (/[\u0000-\u001f\u007f]/.test(said)) {
    reading.report(messages.pattern(span, 'spec/path', 'a path has no control characters', 'URLs drop them in silence.'));
    return [];
  }
  if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(filled)) {
    reading.report(messages.pattern(span, 'spec/path-dots', 'a path has no "." and ".." segments'));
    return [];
  }
  return buildTemplate(said === '' ? '' : `/${said.replace(/^\/+/, '')}`, config, reading, span);
}

function checkParams(spec: ResourceSpec, endpoint: EndpointSpec, paginator: PaginatorModel, authParams: readonly string[], document: SpecDocument, reading: Reading): void {
  const paging = paginatorOf(paginator.type).queryParams(paginator);
  for (const name of endpoint.params?.keys() ?? []) {
    const by = paging.includes(name) ? 'the paginator' : authParams.includes(name) ? 'auth' : undefined;
    if (by !== undefined && endpoint.params !== undefined) reading.report(messages.pattern(reading.keySpanOf(endpoint.params, name), 'spec/param-conflict', `${shorten(name)} is set by ${by}`));
  }
  const auth = document.client.auth;
  const clash = paging.find((name) => authParams.includes(name));
  if (clash !== undefined && auth !== undefined && auth !== null) {
    const owner = Array.isArray(auth) ? auth[0] : auth;
    reading.report(messages.pattern(reading.spanOf(owner, 'name'), 'spec/param-conflict', `the credential is sent as query parameter ${shorten(clash)}, which the paginator of ${shorten(spec.name)} also sets`));
  }
  const twice = paging.find((name, index) => paging.indexOf(name) !== index);
  if (twice !== undefined) {
    const owner = endpoint.paginator === undefined ? document.client : endpoint;
    reading.report(messages.pattern(reading.spanOf(owner, 'paginator'), 'spec/param-conflict', `${shorten(twice)} would be two things of the paginator at once`));
  }
  const empty = [...(endpoint.params?.keys() ?? [])].find((name) => name === '');
  if (empty !== undefined && endpoint.params !== undefined) reading.report(messages.empty(reading.keySpanOf(endpoint.params, empty), 'a parameter needs a name'));
}

function uses(template: ValueTemplate, option: ConfigOption): boolean {
  return template.some((part) => typeof part !== 'string' && part.config.raw === option.name.raw);
}

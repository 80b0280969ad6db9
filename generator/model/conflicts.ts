import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { say } from '../gap.js';
import type { AuthModel } from '../auth/index.js';
import type { PaginatorModel } from '../paginators/index.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec, SpecDocument } from '../spec/document.js';
import { schemeOf } from './auth.js';
import type { BodyModel, JsonTemplate, ParamModel } from './connector-model.js';
import { paginatorOf } from './paginator.js';

/** The parts of a resource that put something into its requests. */
export interface RequestParts {
  readonly spec: ResourceSpec;
  readonly endpoint: EndpointSpec;
  readonly document: SpecDocument;
  readonly request: { readonly params: readonly ParamModel[] };
  readonly body: BodyModel | null;
  readonly paginator: PaginatorModel;
  readonly signers: readonly AuthModel[];
}

/** Two parts that would set the same parameter, header or member of the body: one would be lost in silence. */
export function checkConflicts(parts: RequestParts, reading: Reading): void {
  say(() => checkParams(parts, reading));
  say(() => checkCredential(parts, reading));
  say(() => checkPaginator(parts, reading));
  say(() => checkHeaders(parts, reading));
  say(() => checkBody(parts, reading));
}

/** What sets query parameters beside `params`, in words. */
function setters({ endpoint, paginator, signers }: RequestParts): ReadonlyMap<string, string> {
  const { incremental } = endpoint;
  const bounds = [incremental?.start_param, incremental?.end_param].flatMap((name) => name ?? []);
  const signed = signers.flatMap((model) => schemeOf(model.type).queryParams(model));
  return new Map([
    ...bounds.map((name) => [name, 'incremental'] as const),
    ...signed.map((name) => [name, 'auth'] as const),
    ...pagingParams(paginator).map((name) => [name, 'the paginator'] as const),
  ]);
}

function checkParams(parts: RequestParts, reading: Reading): void {
  const { params } = parts.endpoint;
  const by = setters(parts);
  const sent = parts.request.params.map(({ name }) => name);
  for (const key of params?.keys() ?? []) {
    if (params === undefined) continue;
    const names = [key, ...sent.filter((name) => name.startsWith(`${key}[`))];
    const name = names.find((each) => by.has(each));
    if (name !== undefined) conflict(reading.keySpanOf(params, key), `${shorten(name)} is set by ${by.get(name) ?? ''}`, reading);
    if (key === '') reading.report(messages.empty(reading.keySpanOf(params, key), 'a parameter needs a name'));
  }
}

function checkCredential({ spec, endpoint, document, paginator, signers }: RequestParts, reading: Reading): void {
  const auth = endpoint.auth ?? document.client.auth;
  const paging = pagingParams(paginator);
  const clash = signers.flatMap((model) => schemeOf(model.type).queryParams(model)).find((name) => paging.includes(name));
  if (clash === undefined || auth === undefined || auth === null) return;
  const owner = Array.isArray(auth) ? auth[0] : auth;
  const message = `the credential is sent as query parameter ${shorten(clash)}, which the paginator of ${shorten(spec.name)} also sets`;
  conflict(reading.spanOf(owner, 'name'), message, reading);
}

function checkPaginator({ endpoint, document, paginator }: RequestParts, reading: Reading): void {
  const paging = pagingParams(paginator);
  const paths = bodyPaths(paginator);
  const twice =
    paging.find((name, index) => paging.indexOf(name) !== index) ??
    paths.find((path, index) => paths.some((other, at) => at !== index && isWithin(path, other)))?.join('.');
  const owner = endpoint.paginator === undefined ? document.client : endpoint;
  if (twice !== undefined)
    conflict(reading.spanOf(owner, 'paginator'), `${shorten(twice)} would be two things of the paginator at once`, reading);
  const { incremental } = endpoint;
  for (const key of ['start_param', 'end_param'] as const) {
    const name = incremental?.[key];
    if (incremental === undefined || incremental === null || name === undefined || !paging.includes(name)) continue;
    conflict(reading.spanOf(incremental, key), `${shorten(name)} is set by the paginator`, reading);
  }
}

/** Headers are one whatever their case. */
function checkHeaders({ spec, endpoint, document, body, paginator, signers }: RequestParts, reading: Reading): void {
  const signed = new Set(signers.flatMap((model) => Object.keys(schemeOf(model.type).replay(model).headers)));
  const hasBody = body !== null || bodyPaths(paginator).length > 0;
  const type = !hasBody ? undefined : body?.kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  for (const headers of [document.client.headers, endpoint.headers]) {
    for (const name of headers?.keys() ?? []) {
      if (headers === undefined) continue;
      const span = reading.keySpanOf(headers, name);
      const whose = headers === document.client.headers && endpoint.auth !== undefined ? `the auth of ${shorten(spec.name)}` : 'auth';
      if (signed.has(name.toLowerCase())) conflict(span, `the header ${shorten(name)} is set by ${whose}`, reading);
      else if (name.toLowerCase() === 'content-type' && type !== undefined && headers.get(name)?.toLowerCase() !== type)
        conflict(span, `the body of ${shorten(spec.name)} is sent as ${type}`, reading, 'Leave the header out.');
    }
  }
}

/** Members of the body where the paginator writes: the member itself, one that holds it, or one in it. */
function checkBody({ endpoint, body, paginator }: RequestParts, reading: Reading): void {
  for (const path of bodyPaths(paginator)) {
    const owner = body?.kind === 'form' ? endpoint.data : endpoint.json;
    const [key] = body?.kind === 'form' ? [path.join('.')] : path;
    const taken = body?.kind === 'form' ? body.fields.some(({ name }) => name === key) : body !== null && standsInTheWay(body.value, path);
    if (!taken || owner === undefined || key === undefined) continue;
    conflict(reading.keySpanOf(owner, key), `${shorten(path.join('.'))} in the body is set by the paginator`, reading);
  }
}

function standsInTheWay(value: JsonTemplate, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined || value.kind !== 'object') return true;
  const member = value.entries.find(([each]) => each === key)?.[1];
  return member !== undefined && standsInTheWay(member, rest);
}

function isWithin(path: readonly string[], other: readonly string[]): boolean {
  return other.every((key, index) => path[index] === key);
}

function pagingParams(paginator: PaginatorModel): readonly string[] {
  return paginatorOf(paginator.type).queryParams(paginator);
}

function bodyPaths(paginator: PaginatorModel): readonly (readonly string[])[] {
  return paginatorOf(paginator.type).bodyPaths(paginator);
}

function conflict(span: { readonly start: number; readonly end: number }, message: string, reading: Reading, hint?: string): void {
  reading.report(messages.pattern(span, 'spec/param-conflict', message, hint));
}

import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { withoutGaps } from '../gap.js';
import type { AuthModel } from '../auth/index.js';
import type { PaginatorModel } from '../paginators/index.js';
import type { Span } from '../diagnostics/diagnostic.js';
import type { JsonValue, Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec, SpecDocument } from '../spec/document.js';
import { schemeOf } from './auth.js';
import { isJsonType } from './content-type.js';
import type { BodyModel, JsonTemplate, ParamModel } from './request-model.js';
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
  withoutGaps(() => checkParams(parts, reading));
  withoutGaps(() => checkCredential(parts, reading));
  withoutGaps(() => checkPaginator(parts, reading));
  withoutGaps(() => checkHeaders(parts, reading));
  withoutGaps(() => checkBody(parts, reading));
  withoutGaps(() => checkLinked(parts, reading));
}

const PAGINATOR = 'the paginator';

/** What sets query parameters beside `params`, in words. */
function setters({ endpoint, paginator, signers }: RequestParts): ReadonlyMap<string, string> {
  const { incremental } = endpoint;
  const bounds = [incremental?.start_param, incremental?.end_param].flatMap((name) => name ?? []);
  const signed = signers.flatMap((model) => schemeOf(model.type).queryParams(model));
  return new Map([
    ...bounds.map((name) => [name, 'incremental'] as const),
    ...signed.map((name) => [name, 'auth'] as const),
    ...pagingParams(paginator).map((name) => [name, PAGINATOR] as const),
  ]);
}

function checkParams(parts: RequestParts, reading: Reading): void {
  const { params } = parts.endpoint;
  const by = setters(parts);
  const sent = parts.request.params.map(({ name }) => name);
  for (const key of params?.keys() ?? []) {
    if (params === undefined) continue;
    const span = reading.keySpanOf(params, key);
    const names = [key, ...sent.filter((name) => name.startsWith(`${key}[`))];
    const name = names.find((each) => by.has(each));
    if (name !== undefined && name === key && by.get(name) === PAGINATOR && cursorTarget(parts.paginator) !== name)
      overridden(span, name, parts.paginator, reading);
    else if (name !== undefined)
      conflict(span, `${shorten(name)} is set by ${by.get(name) ?? ''}`, reading, hintFor(name, params.get(name), parts));
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
  conflict(reading.spanOf(owner, 'name'), message, reading, 'Give one of them another name.');
}

function checkPaginator({ endpoint, document, paginator }: RequestParts, reading: Reading): void {
  const paging = pagingParams(paginator);
  const paths = bodyPaths(paginator);
  const twice =
    paging.find((name, index) => paging.indexOf(name) !== index) ??
    paths.find((path, index) => paths.some((other, at) => at !== index && isWithin(path, other)))?.join('.');
  const owner = endpoint.paginator === undefined ? document.client : endpoint;
  if (twice !== undefined)
    conflict(
      reading.spanOf(owner, 'paginator'),
      `${shorten(twice)} would be two things of the paginator at once`,
      reading,
      'Give each a name of its own.',
    );
  const { incremental } = endpoint;
  for (const key of ['start_param', 'end_param'] as const) {
    const name = incremental?.[key];
    if (incremental === undefined || incremental === null || name === undefined || !paging.includes(name)) continue;
    const hint =
      paginator.type === 'cursor' && key === 'start_param'
        ? 'Give one of them another name. Where the last position is where the next run begins: change_feed: true in place of incremental.'
        : 'Give one of them another name.';
    conflict(reading.spanOf(incremental, key), `${shorten(name)} is set by the paginator`, reading, hint);
  }
}

/** Whether a header says what a body is sent as. */
function isSentAs(type: string, said: string): boolean {
  return said.toLowerCase() === type || (type === 'application/json' && isJsonType(said));
}

/** Headers are one whatever their case. */
function checkHeaders({ spec, endpoint, document, body, paginator, signers }: RequestParts, reading: Reading): void {
  const signed = new Set(signers.flatMap((model) => Object.keys(schemeOf(model.type).replay(model).headers)));
  const hasBody = body !== null || bodyPaths(paginator).length > 0 || linkedBody(paginator);
  const type =
    !hasBody || body?.kind === 'text' ? undefined : body?.kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  for (const headers of [document.client.headers, endpoint.headers]) {
    for (const name of headers?.keys() ?? []) {
      if (headers === undefined) continue;
      const span = reading.keySpanOf(headers, name);
      const whose = headers === document.client.headers && endpoint.auth !== undefined ? `the auth of ${shorten(spec.name)}` : 'auth';
      if (signed.has(name.toLowerCase())) conflict(span, `the header ${shorten(name)} is set by ${whose}`, reading, 'Leave it out.');
      else if (name.toLowerCase() === 'content-type' && type !== undefined && !isSentAs(type, headers.get(name) ?? ''))
        conflict(
          span,
          `the body of ${shorten(spec.name)} is sent as ${type}`,
          reading,
          type === 'application/json' ? 'Leave the header out, or name a type of JSON: application/vnd.api+json.' : 'Leave the header out.',
        );
    }
  }
}

/** Members of the body where the paginator writes: the member itself, one that holds it, or one in it. */
function checkBody(parts: RequestParts, reading: Reading): void {
  const { endpoint, body, paginator } = parts;
  for (const path of bodyPaths(paginator)) {
    if (body?.kind === 'text') {
      const message = `the paginator writes ${shorten(path.join('.'))} into a body that is text`;
      conflict(reading.spanOf(endpoint, 'data'), message, reading, 'Write the body as json, or page by a query parameter.');
      return;
    }
    const owner = body?.kind === 'form' ? endpoint.data : endpoint.json;
    const [key] = body?.kind === 'form' ? [path.join('.')] : path;
    if (body === null || owner === undefined || key === undefined) continue;
    if (!(body.kind === 'form' ? body.fields.some(({ name }) => name === key) : standsInTheWay(body.value, path))) continue;
    const name = path.join('.');
    const span = owner instanceof Map || body.kind !== 'form' ? reading.keySpanOf(owner as object, key) : reading.spanOf(endpoint, 'data');
    const value = body.kind === 'form' ? undefined : constantAt(body.value, path);
    if (body.kind === 'form' || value !== undefined) {
      if (value === null || cursorTarget(paginator) !== name) {
        overridden(span, name, paginator, reading);
        continue;
      }
    }
    conflict(span, `${shorten(name)} in the body is set by the paginator`, reading, hintFor(name, value, parts));
  }
}

/** Bodies that links bring are JSON, and only some methods have one. */
function checkLinked({ spec, endpoint, document, body, paginator }: RequestParts, reading: Reading): void {
  if (!linkedBody(paginator)) return;
  const owner = endpoint.paginator ?? document.client.paginator;
  const span = reading.spanOf(owner ?? endpoint, 'next_body_path');
  if (body !== null && body.kind !== 'json')
    conflict(span, `the body of ${shorten(spec.name)} is no JSON, and bodies of next pages are`, reading, 'Write the body as json.');
  else if ((endpoint.method ?? 'GET') === 'GET' && paginator.type === 'json_link' && paginator.linked?.method === null)
    conflict(span, `${shorten(spec.name)} is asked for by GET, which has no body`, reading, 'Set next_method_path, or method: POST.');
}

/** Whether links bring the body of the next request. */
function linkedBody(paginator: PaginatorModel): boolean {
  return paginator.type === 'json_link' && paginator.linked !== null && paginator.linked.body !== null;
}

/** What the paginator sends, it sends in place of what the spec says, as dlt does: `page: 1` is one thing. */
export function withoutPaging(
  params: readonly ParamModel[],
  body: BodyModel | null,
  paginator: PaginatorModel,
): Pick<RequestParts, 'body'> & RequestParts['request'] {
  const paths = bodyPaths(paginator);
  const paging = new Set(pagingParams(paginator));
  const own = params.filter(({ name }) => !paging.has(name));
  if (body === null || paths.length === 0 || body.kind === 'text') return { params: own, body };
  if (body.kind === 'form') {
    const names = new Set(paths.map((path) => path.join('.')));
    return { params: own, body: { ...body, fields: body.fields.filter(({ name }) => !names.has(name)) } };
  }
  return { params: own, body: { ...body, value: paths.reduce(without, body.value) } };
}

function without<Value extends JsonTemplate>(value: Value, [key, ...rest]: readonly string[]): Value {
  if (value.kind !== 'object') return value;
  const entries = value.entries.flatMap(([name, each]) =>
    name !== key ? [[name, each] as const] : rest.length === 0 ? [] : [[name, without(each, rest)] as const],
  );
  return { ...value, entries };
}

/** A text, number, boolean or null of the body that no option is part of. */
function constantAt(value: JsonTemplate, [key, ...rest]: readonly string[]): string | number | boolean | null | undefined {
  if (key !== undefined) {
    const inner = value.kind === 'object' ? value.entries.find(([name]) => name === key)?.[1] : undefined;
    return inner === undefined ? undefined : constantAt(inner, rest);
  }
  if (value.kind === 'text') return value.template.every((part) => typeof part === 'string') ? value.template.join('') : undefined;
  return value.kind === 'scalar' ? value.value : undefined;
}

/** The parameter, or the member of a body, that a cursor is sent as: what a spec says there is the cursor of the first page. */
function cursorTarget(paginator: PaginatorModel): string | undefined {
  if (paginator.type !== 'cursor') return undefined;
  const { target } = paginator;
  return target.kind === 'query' ? target.name : target.kind === 'body' ? target.path.join('.') : undefined;
}

function hintFor(name: string, value: JsonValue | undefined, { paginator }: RequestParts): string {
  const isValue = typeof value === 'string' || typeof value === 'number';
  return cursorTarget(paginator) === name && isValue
    ? `For the cursor of the first page, write cursor: ${JSON.stringify(value)} in the paginator.`
    : 'Leave it out.';
}

function overridden(span: Span, name: string, paginator: PaginatorModel, reading: Reading): void {
  const message = `${shorten(name)} is not sent as it stands here: the ${paginator.type} paginator sets it`;
  reading.report(messages.warning(span, 'lint/overridden', message, 'Leave it out, or set it in the paginator.'));
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

function conflict(span: Span, message: string, reading: Reading, hint: string): void {
  reading.report(messages.pattern(span, 'spec/param-conflict', message, hint));
}

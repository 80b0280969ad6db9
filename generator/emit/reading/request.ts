import { type Code, code, count, join, literal, nothing, property } from '../../code.js';
import type { BodyModel, HeaderModel, JsonTemplate } from '../../model/request-model.js';
import type { BoundModel } from '../../incremental/model.js';
import type { ResourceModel } from '../../model/connector-model.js';
import type { BodyField } from '../../paginators/contract.js';
import type { EmittedResource } from '../context.js';
import { templatesIn } from '../../model/templates.js';
import type { TypeModel } from '../../types/model.js';
import { ownFormat } from '../transport/format.js';
import { emitRequestHooks } from '../hooks/calls.js';
import { valueFrom } from '../symbols.js';
import { absentWhen, emitHeaders, emitJson, emitText, inMethod, type Surroundings } from './references.js';

/** What the requests of a resource have that those of others have not, as the last argument of `fetchPage`; nothing for a plain GET. */
export function emitOwnRequest(resource: EmittedResource): Code {
  const isSent = resource.loop.sent !== undefined;
  return emitRequest(resource, { ...resource.model, added: resource.loop.bodyFields, where: inMethod, reads: 'page', isSent });
}

/** The method and the body of the first request, where those of the next are said by answers. */
export function emitFirstSent(resource: EmittedResource): Code {
  const { model, loop } = resource;
  const body = emitBody(
    model.body,
    loop.bodyFields,
    { ...inMethod, config: model.config, nullBounds: nullBoundsOf(model) },
    writerOf(model.body, resource),
  );
  return code`{ method: ${literal(model.method)}${body === undefined ? nothing : code`, body: ${body}`} }`;
}

/** One of the requests of a resource. */
interface OwnRequest {
  readonly method: string;
  readonly headers: readonly HeaderModel[];
  readonly body: BodyModel | null;
  /** What the paginator adds to the body. */
  readonly added?: readonly BodyField[];
  readonly where: Surroundings;
  /** What is in the answer: records, or what is said of a job. */
  readonly reads: 'page' | 'job';
  /** Whether an answer without a body is one: what is wanted of it is in its headers. */
  readonly mayBeEmpty?: boolean;
  /** Whether the method and the body are those of the variable `sent`. */
  readonly isSent?: boolean;
  /** Whether another origin is asked, which knows nothing of the API: an expression. */
  readonly elsewhere?: Code;
}

/** The same for any request of a resource. */
export function emitRequest(
  resource: EmittedResource,
  { method, headers: said, body: own, added = [], where: surroundings, reads, isSent = false, elsewhere, mayBeEmpty = false }: OwnRequest,
): Code {
  const { model, record, names, retry, takesDeadline } = resource;
  const where = { ...surroundings, config: model.config, nullBounds: nullBoundsOf(model) };
  const body = emitBody(own, added, where, writerOf(own, resource));
  const type = { json: 'application/json', form: 'application/x-www-form-urlencoded', text: 'text/plain' }[own?.kind ?? 'json'];
  const typed = said.some(({ name }) => name.toLowerCase() === 'content-type');
  const ofBody = code`'content-type': ${literal(type)}`;
  const content = isSent
    ? code`...(sent.body !== undefined && { ${ofBody} }),` // where there is one
    : body === undefined
      ? nothing
      : code`${ofBody},`;
  const headers = [...(content === nothing || typed ? [] : [content]), ...emitHeaders(said, where)];
  const isExact = reads === 'page' && record.type.needsExactNumbers && model.format.kind === 'json';
  const members = [
    ...(isSent
      ? [code`init: sent,`]
      : method === 'GET'
        ? []
        : [code`init: { method: ${literal(method)}${body === undefined ? nothing : code`, body: ${body}`} },`]),
    ...(headers.length === 0 ? [] : [code`headers: { ${join(headers, ' ')} },`]),
    ...(reads === 'page' ? ownFormat(resource) : []),
    ...(isExact ? [code`parse: ${valueFrom('internal/exact-json', 'parseExactJson')},`] : []),
    ...(mayBeEmpty ? [code`mayBeEmpty: true,`] : []),
    ...(model.redirectOrigins === null ? [] : [code`redirects: ${literal(model.redirectOrigins)},`]),
    ...(model.timeoutMs === null ? [] : [code`timeoutMs: ${count(model.timeoutMs)},`]),
    ...(retry === undefined ? [] : [code`retry: ${retry},`]),
    ...(model.actions.length > 0 && elsewhere === undefined ? [code`act: ${names.act},`] : []),
  ];
  if (takesDeadline) members.push(code`deadline,`);
  if (model.auth !== 'client') members.push(code`auth: ${literal(model.auth === 'none' ? 'none' : model.name.camel)},`);
  if (elsewhere !== undefined) members.push(code`elsewhere: ${elsewhere},`);
  else members.push(...emitRequestHooks(resource));
  return members.length === 0 ? nothing : code`, { ${join(members, ' ')} }`;
}

/** Which bounds of a read may be null: those that the caller may leave out. */
function nullBoundsOf({ incremental }: ResourceModel): readonly ('start' | 'end')[] {
  if (incremental === null || incremental.step !== null) return [];
  const isOpen = (bound: BoundModel | null): boolean =>
    bound === null || (bound.kind === 'option' && bound.optional && bound.default === null);
  return [...(isOpen(incremental.initial) ? (['start'] as const) : []), ...(isOpen(incremental.end) ? (['end'] as const) : [])];
}

/** What writes a body: `JSON.stringify` takes no bigint. */
function writerOf(body: BodyModel | null, resource: Pick<EmittedResource, 'model' | 'parent'>): Code {
  return holdsBigint(body, resource) ? valueFrom('internal/exact-json', 'stringifyJson') : code`JSON.stringify`;
}

/** Whether some request has a body that may hold a bigint. */
export function sendsBigints(resource: EmittedResource): boolean {
  const { body, job } = resource.model;
  return [body, job?.poll.request.body, job?.download.request?.body, job?.cleanup?.body].some((each) =>
    holdsBigint(each ?? null, resource),
  );
}

/** Whether a body may hold a bigint as it is: the bound of a read, or a field of the parent. */
function holdsBigint(body: BodyModel | null, resource: Pick<EmittedResource, 'model' | 'parent'>): boolean {
  if (body?.kind !== 'json') return false;
  return templatesIn(body).some(([only, ...more]) => {
    if (only === undefined || typeof only === 'string' || more.length > 0) return false;
    if (only.kind === 'bound') return resource.model.incremental?.kind === 'bigint';
    if (only.kind !== 'parent') return false;
    const [first, ...deep] = only.field;
    const field = resource.parent?.record.type.fields.find(({ name }) => first?.kind === 'key' && name === first.key);
    return deep.length > 0 || field === undefined || mayBeBigint(field.type);
  });
}

function mayBeBigint(type: TypeModel): boolean {
  return type.kind === 'bigint' || type.kind === 'json' || (type.kind === 'union' && type.members.some(mayBeBigint));
}

/** The body as an expression: what the spec says, with what the paginator adds. */
function emitBody(body: BodyModel | null, added: readonly BodyField[], where: Surroundings, stringify: Code): Code | undefined {
  if (body?.kind === 'form') {
    const fields = body.fields.map(({ name, value }) => {
      const absent = absentWhen(value, where);
      const field = code`[${literal(name)}, ${emitText(value, where)}]`;
      return absent === undefined ? code`${field},` : code`...(${absent} ? [] : [${field}]),`;
    });
    const more = added.map(([path, value, when]) => {
      const field = code`[${literal(path.join('.'))}, String(${value})]`;
      return when === undefined ? code`${field},` : code`...(${when} ? [${field}] : []),`;
    });
    return code`new URLSearchParams([${[...fields, ...more]}]).toString()`;
  }
  if (body?.kind === 'text') return emitText(body.template, where);
  if (body === null && added.length === 0) return undefined;
  const own: JsonTemplate = body?.value ?? { kind: 'object', entries: [] };
  return code`${stringify}(${merge(own, added, where)})`;
}

function merge(value: JsonTemplate, added: readonly BodyField[], where: Surroundings): Code {
  if (added.length === 0) return emitJson(value, where);
  const entries: readonly (readonly [string, JsonTemplate])[] = value.kind === 'object' ? value.entries : [];
  const keys = [...new Set([...entries.map(([key]) => key), ...added.map(([[key = '']]) => key)])];
  const members = keys.map((key) => {
    const own = entries.find(([each]) => each === key)?.[1];
    const inside = added.filter(([[first]]) => first === key);
    const [[path, value, when] = []] = inside.length === 1 && own === undefined ? inside : []; // the member is there for it alone
    if (path !== undefined && value !== undefined && when !== undefined)
      return code`${property(key)}: ${when} ? ${nest(path.slice(1), value)} : undefined,`;
    const whole = inside.find(([at]) => at.length === 1);
    const below = inside.map(([at, ...rest]): BodyField => [at.slice(1), ...rest]);
    return code`${property(key)}: ${whole === undefined ? merge(own ?? { kind: 'object', entries: [] }, below, where) : whole[1]},`;
  });
  return code`{ ${members} }`;
}

function nest([key, ...rest]: readonly string[], value: Code): Code {
  return key === undefined ? value : code`{ ${property(key)}: ${nest(rest, value)} }`;
}

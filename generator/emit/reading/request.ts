import { type Code, code, count, join, literal, nothing, property } from '../../code.js';
import type { JsonTemplate, ResourceModel } from '../../model/connector-model.js';
import type { BodyField } from '../../paginators/contract.js';
import type { EmittedResource } from '../context.js';
import { ownFormat } from '../transport/format.js';
import { emitRequestHooks } from '../hooks/hook-calls.js';
import { valueFrom } from '../symbols.js';
import { absentWhen, emitHeaders, emitJson, emitText, inMethod, type Surroundings } from './references.js';

/** What the requests of a resource have that those of others have not, as the last argument of `fetchPage`; nothing for a plain GET. */
export function emitOwnRequest(resource: EmittedResource): Code {
  const { model, record, loop, names, retry, takesDeadline } = resource;
  const body = emitBody(model, loop.bodyFields);
  const type = model.body?.kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers = [...(body === undefined ? [] : [code`'content-type': ${literal(type)},`]), ...emitHeaders(model.headers, within(model))];
  const members = [
    ...(model.method === 'GET'
      ? []
      : [code`init: { method: ${literal(model.method)}${body === undefined ? nothing : code`, body: ${body}`} },`]),
    ...(headers.length === 0 ? [] : [code`headers: { ${join(headers, ' ')} },`]),
    ...ownFormat(resource),
    ...(record.type.needsExactNumbers && model.format.kind === 'json'
      ? [code`parse: ${valueFrom('internal/exact-json', 'parseExactJson')},`]
      : []),
    ...(model.timeoutMs === null ? [] : [code`timeoutMs: ${count(model.timeoutMs)},`]),
    ...(retry === undefined ? [] : [code`retry: ${retry},`]),
    ...(model.actions.length > 0 ? [code`act: ${names.act},`] : []),
  ];
  if (takesDeadline) members.push(code`deadline,`);
  if (model.auth !== 'client') members.push(code`auth: ${literal(model.auth === 'none' ? 'none' : model.name.camel)},`);
  members.push(...emitRequestHooks(resource));
  return members.length === 0 ? nothing : code`, { ${join(members, ' ')} }`;
}

/** The options of the client, and those of them that may be left out. */
function within({ config }: ResourceModel): Surroundings {
  return { ...inMethod, config };
}

/** The body as an expression: what the spec says, with what the paginator adds. */
function emitBody(model: ResourceModel, added: readonly BodyField[]): Code | undefined {
  const { body } = model;
  const where = within(model);
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
  if (body === null && added.length === 0) return undefined;
  const own: JsonTemplate = body?.value ?? { kind: 'object', entries: [] };
  return code`JSON.stringify(${merge(own, added, where)})`;
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

import { type Code, code, join, literal, nothing, property } from '../code.js';
import type { JsonTemplate, ResourceModel } from '../model/connector-model.js';
import type { EmittedResource } from './context.js';
import { emitHeaders, emitJson, emitText, inMethod } from './references.js';

/** What the requests of a resource have that those of others have not, as the last argument of `fetchPage`; nothing for a plain GET. */
export function emitOwnRequest({ model, record, loop }: EmittedResource): Code {
  const body = emitBody(model, loop.bodyFields);
  const type = model.body?.kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers = [...(body === undefined ? [] : [code`'content-type': ${literal(type)},`]), ...emitHeaders(model.headers, inMethod)];
  const members = [
    ...(model.method === 'GET'
      ? []
      : [code`init: { method: ${literal(model.method)}${body === undefined ? nothing : code`, body: ${body}`} },`]),
    ...(headers.length === 0 ? [] : [code`headers: { ${join(headers, ' ')} },`]),
    ...(record.type.needsExactNumbers ? [code`parse: parseExactJson,`] : []),
  ];
  return members.length === 0 ? nothing : code`, { ${join(members, ' ')} }`;
}

/** The body as an expression: what the spec says, with what the paginator adds. */
function emitBody({ body }: ResourceModel, added: readonly BodyField[]): Code | undefined {
  if (body?.kind === 'form') {
    const fields = body.fields.map(({ name, value }) => code`[${literal(name)}, ${emitText(value, inMethod)}],`);
    const more = added.map(([path, value]) => code`[${literal(path.join('.'))}, String(${value})],`);
    return code`new URLSearchParams([${[...fields, ...more]}]).toString()`;
  }
  if (body === null && added.length === 0) return undefined;
  const own: JsonTemplate = body?.value ?? { kind: 'object', entries: [] };
  return code`JSON.stringify(${merge(own, added)})`;
}

type BodyField = readonly [path: readonly string[], value: Code];

function merge(value: JsonTemplate, added: readonly BodyField[]): Code {
  if (added.length === 0) return emitJson(value, inMethod);
  const entries: readonly (readonly [string, JsonTemplate])[] = value.kind === 'object' ? value.entries : [];
  const keys = [...new Set([...entries.map(([key]) => key), ...added.map(([[key = '']]) => key)])];
  const members = keys.map((key) => {
    const own = entries.find(([each]) => each === key)?.[1] ?? { kind: 'object' as const, entries: [] };
    const inside = added.filter(([[first]]) => first === key);
    const whole = inside.find(([path]) => path.length === 1);
    const text =
      whole === undefined
        ? merge(
            own,
            inside.map(([path, each]) => [path.slice(1), each] as const),
          )
        : whole[1];
    return code`${property(key)}: ${text},`;
  });
  return code`{ ${members} }`;
}

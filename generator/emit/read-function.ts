import { type Code, code, docWords, identifier, join, jsdoc, literal, member, nothing, property } from '../code.js';
import type { ForEachList } from '../model/connector-model.js';
import { nameOf } from '../names.js';
import { accessPath, showPath } from '../selector.js';
import type { EmitContext, EmittedResource } from './context.js';
import { emitHookCall, isHooked, takesAny, takesContext } from './hooked.js';
import { valueType, valueVariable } from './references.js';
import { describeSelection, emitFound, emitRows, isPlain } from './selection.js';

/** The function that takes the records, and what else the paging needs, out of a body. */
export function emitReadFunction({ prefix }: EmitContext, resource: EmittedResource): Code {
  const { model, loop, names, record } = resource;
  const name = identifier(record.type.typeName);
  const type = record.type.mayDiscardRows ? code`(${name} | undefined)` : name; // undefined: dropped, but received
  const where = model.selector.length === 0 ? 'the body to be a list' : `a list at "${showPath(model.selector)}"`;
  const extras = loop.extras.map((extra) => code`${identifier(extra.name)}: ${extra.value}`);
  const types = isHooked(resource, 'next')
    ? [code`readonly following: ${names.position} | null`]
    : loop.extras.map((extra) => code`readonly ${identifier(extra.name)}: ${extra.type};`);
  const result = extras.length === 0 ? code`readonly ${type}[]` : code`{ readonly records: readonly ${type}[]; ${join(types, ' ')} }`;
  const none = [code`records: []`, ...loop.extras.map((extra) => code`${identifier(extra.name)}: ${extra.none}`)];
  const selects = isHooked(resource, 'select');
  const answer = code`{ ...context, url, headers: new Headers([...response.headers]) }`;
  const plain = isPlain(model.selection) && !selects;
  const found = selects
    ? code`runHook('select', place, () => ${emitHookCall(resource, 'select', code`body`, answer)})`
    : plain
      ? accessPath(code`body`, model.selector)
      : emitRows(model.selection);
  const noContent = extras.length === 0 && (plain || selects || !(model.selection.optional || model.selection.single));
  return code`
    ${jsdoc(docWords(selects ? 'The records that `select` in `src/hooks.ts` finds.' : describeSelection(model.selection)))}
    function ${names.select}(${parameters(resource)}): ${result} {
      ${extras.length === 0 ? nothing : code`if (body === undefined) return { ${join(none, ', ')} }; // 204 No Content`}
      ${selects ? nothing : emitFound(model.selection)}
      const records = ${noContent ? code`body === undefined ? [] : ${found}; // undefined: 204 No Content` : code`${found};`}
      ${plain ? code`if (!Array.isArray(records)) throw new ${prefix}ResponseError(place, 'no_records', ${literal(`: expected ${where}`)});` : nothing}
      ${
        isHooked(resource, 'next')
          ? code`
        const decoded = ${decoded(resource)};
        ${takesAny(resource, 'next') ? code`const page = { body, records: ${record.type.mayDiscardRows ? code`decoded.filter((record) => record !== undefined)` : code`decoded`}, position: begin };` : nothing}
        return { records: decoded, following: runHook('next', place, () => ${emitHookCall(resource, 'next', code`page`, answer)}) };
      `
          : extras.length === 0
            ? code`return ${decoded(resource)};`
            : code`return { records: ${decoded(resource)}, ${join(extras, ', ')} };`
      }
    }
  `;
}

/** What `fetchPage` is given to read with: the function, or a call of it where it needs the parent. */
export function emitReader(resource: EmittedResource): Code {
  const given = [
    ...(includesParent(resource) ? [code`parent`] : []),
    ...includedLists(resource).map(({ name }) => valueVariable(name)),
    ...(takesContext(resource, 'select', 'next') ? [code`context`] : []),
    ...(takesAny(resource, 'next') ? [code`begin`] : []),
  ];
  if (given.length === 0) return resource.names.select;
  const more = reads(resource, 'url') ? code`, response, url` : reads(resource, 'response') ? code`, response` : nothing;
  return code`(body, place${more}) => ${resource.names.select}(body, place${more}, ${join(given, ', ')})`;
}

/** Whether records get fields of their parent. */
export function includesParent({ model }: EmittedResource): boolean {
  return (model.parent?.included.length ?? 0) > 0;
}

/** The lists whose values records get. */
function includedLists({ model }: EmittedResource): readonly ForEachList[] {
  return (model.forEach?.lists ?? []).filter(({ name }) => model.forEach?.included.some(({ field }) => field === name.raw));
}

/** Whether the function is given the answer too. */
export function readsAnswer(resource: EmittedResource): boolean {
  return reads(resource, 'response') || reads(resource, 'url');
}

function reads(resource: EmittedResource, what: 'response' | 'url'): boolean {
  return takesContext(resource, 'select', 'next') || resource.loop.extras.some((extra) => extra.reads.includes(what));
}

function parameters(resource: EmittedResource): Code {
  const unread = reads(resource, 'response') ? nothing : code`_`;
  const url = reads(resource, 'url') ? code`, ${unread}response: Answer, url: URL` : nothing;
  const response = reads(resource, 'url') || !reads(resource, 'response') ? url : code`, response: Answer`;
  const parent =
    includesParent(resource) && resource.parent !== undefined
      ? code`, parent: ${identifier(resource.parent.record.type.typeName)}`
      : nothing;
  const lists = includedLists(resource).map((list) => code`, ${valueVariable(list.name)}: ${valueType(list)}`);
  const context = takesContext(resource, 'select', 'next') ? code`, context: ${resource.names.hookContext}` : nothing;
  const begin = takesAny(resource, 'next') ? code`, begin: ${resource.names.position} | null` : nothing;
  return code`body: unknown, place: RecordPlace${response}${parent}${join(lists, '')}${context}${begin}`;
}

function decoded(resource: EmittedResource): Code {
  const { record, model } = resource;
  const decode = identifier(record.type.decode);
  const included = [
    ...(model.parent?.included.map(({ field, as }) => code`${property(as)}: ${member(code`parent`, field)}`) ?? []),
    ...(model.forEach?.included.map(({ field, as }) => code`${property(as)}: ${valueVariable(nameOf(field))}`) ?? []),
  ];
  const value =
    included.length === 0
      ? code`record`
      : code`typeof record === 'object' && record !== null ? Object.assign(record, { ${join(included, ', ')} }) : record`;
  return code`
    records.map((record: unknown, index) => {
      place.record = index;
      return ${decode}(${value}, place);
    })
  `;
}

import { type Code, code, docWords, identifier, join, jsdoc, literal, member, nothing, property, template } from '../../code.js';
import { helper } from '../../paginators/helpers.js';
import type { PageExtra } from '../../paginators/contract.js';
import { nameOf } from '../../names.js';
import { accessPath, showPath } from '../../selector.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { emitHookCall, isHooked, takesAny, takesContext } from '../hooks/predicates.js';
import { errorClass, READ_POSITION, typeFrom, valueFrom } from '../symbols.js';
import { marksRaw } from './cursor-kinds.js';
import { feedExtra } from './change-feed.js';
import { changeArguments, changesByPart, emitChange, emitChanged } from './changes.js';
import { isPaged } from './kinds.js';
import { describeSelection, emitFound, emitRows, isPlain } from './selection.js';

const ANSWER = typeFrom('internal/transport/exchange', 'Answer', 'ApiAnswer');

/** What the answer of a page has besides records: what its paginator reads, and what tells it from others where its records may be dropped. */
export function pageExtras(resource: EmittedResource): readonly PageExtra[] {
  const { loop, record, model } = resource;
  const takesOut = record.type.mayDiscardValues || (model.changes?.taken.length ?? 0) > 0;
  const drops = record.type.mayDiscardRows || (takesOut && model.primaryKey.length === 0);
  const marked =
    drops && loop.progress.by === 'records' && (model.primaryKey.length > 0 || !loop.progress.counted || loop.progress.repeatEnds);
  if (isHooked(resource, 'next')) return loop.extras;
  if (!marked || !isPaged(resource) || model.job !== null) return [...loop.extras, ...feedExtra(resource)];
  const isSent = model.changes === null; // keys of other records are not in what came
  const keys = (isSent ? model.primaryKey : []).flatMap((key) => [
    code`Object(records[0])[${literal(key)}]`,
    code`Object(records.at(-1))[${literal(key)}]`,
  ]);
  return [
    ...loop.extras,
    ...feedExtra(resource),
    {
      name: 'mark',
      type: code`string`,
      value: code`${helper('pageKey')}(${keys.length === 0 ? code`records` : join(keys, ', ')})`,
      reads: [],
      none: literal(''),
    },
  ];
}

/** The function that takes the records, and what else the paging needs, out of a body. */
export function emitReadFunction(context: EmitContext, resource: EmittedResource): Code {
  const { model, names, record } = resource;
  const name = typeFrom(`records/${record.type.file}`, record.type.typeName);
  const type = record.type.mayDiscardRows ? code`(${name} | undefined)` : name; // undefined: dropped, but received
  const where = model.selector.length === 0 ? 'the body to be a list' : `a list at "${showPath(model.selector)}"`;
  const given = pageExtras(resource);
  const mark = given.find(({ name }) => name === 'mark'); // of what came: before decoding takes something out of it
  const extras = given.map((extra) => (extra === mark ? code`mark` : code`${identifier(extra.name)}: ${extra.value}`));
  const types = isHooked(resource, 'next')
    ? [code`readonly following: ${positionName(resource)} | null;`]
    : given.map((extra) => code`readonly ${identifier(extra.name)}: ${extra.type};`);
  const result = extras.length === 0 ? code`readonly ${type}[]` : code`{ readonly records: readonly ${type}[]; ${join(types, ' ')} }`;
  const none = [code`records: []`, ...given.map((extra) => code`${identifier(extra.name)}: ${extra.none}`)];
  const empty = code`return { ${join(none, ', ')} }; // 204 No Content`;
  const noBody = resource.loop.overlaps
    ? code`
      {
        overlap.newRows([], place);
        ${empty}
      }
    `
    : empty;
  const selects = isHooked(resource, 'select');
  const answer = code`{ ...context, url, headers: new Headers([...response.headers]) } as ${contextName(resource)} & ${typeFrom('hook-types', 'HookAnswer')}`;
  const plain = isPlain(model.selection) && !selects;
  const run = valueFrom('internal/run-hook', 'runHook');
  const found = selects
    ? code`${run}('select', place, () => ${emitHookCall(resource, 'select', code`body`, answer)})`
    : plain
      ? accessPath(code`body`, model.selector)
      : emitRows(model.selection, record.type.needsExactNumbers);
  const noContent = extras.length === 0 && (plain || selects || !(model.selection.optional || model.selection.single));
  return code`
    ${jsdoc(docWords(selects ? 'The records that `select` in `src/hooks.ts` finds.' : describeSelection(model.selection)))}
    function ${names.select}(${parameters(resource)}): ${result} {
      ${refusesMore(resource) ? code`${valueFrom('internal/more', 'refuseMore')}(response.headers, place);` : nothing}
      ${extras.length === 0 ? nothing : code`if (body === undefined) ${noBody}`}
      ${selects ? nothing : emitFound(model.selection)}
      const records = ${noContent ? code`body === undefined ? [] : ${found}; // undefined: 204 No Content` : code`${found};`}
      ${plain ? code`if (!Array.isArray(records)) throw new ${errorClass(context, 'ResponseError')}(place, 'no_records', ${template([`expected ${where}, `, code`${helper('gotInstead')}(records)`])});` : nothing}
      ${resource.loop.overlaps ? code`const fresh = overlap.newRows(records, place);` : nothing}
      ${
        isHooked(resource, 'next')
          ? code`
        const decoded = ${decoded(resource)};
        ${takesAny(resource, 'next') ? code`const page = { body, records: ${record.type.mayDiscardRows ? code`decoded.filter((record) => record !== undefined)` : code`decoded`}, position: begin ?? undefined };` : nothing}
        return { records: decoded, following: ${run}('next', place, () => ${valueFrom('internal/run-hook', 'nextPosition')}(${emitHookCall(resource, 'next', code`page`, answer)}, ${takesAny(resource, 'next') ? code`begin` : code`null`}, place)) };
      `
          : extras.length === 0
            ? code`return ${decoded(resource)};`
            : code`${mark === undefined ? nothing : code`const mark = ${mark.value};`}
        return { records: ${decoded(resource)}, ${join(extras, ', ')} };`
      }
    }
    ${emitChange(resource)}
  `;
}

/** Whether an answer that says that there is more is refused: its resource has one page, or it is a file of a job. */
export function refusesMore({ model, loop }: Pick<EmittedResource, 'model' | 'loop'>): boolean {
  return (loop.kind === 'single_page' || (model.job !== null && model.job.download.parts === null)) && !model.ignoresMore;
}

/** What `fetchPage` is given to read with: the function, or a call of it where it needs to know what is read. */
export function emitReader(resource: EmittedResource): Code {
  const given = [
    ...(reads(resource, 'base') ? [code`base`] : []),
    ...(reads(resource, 'sent') ? [code`sent`] : []),
    ...(resource.loop.overlaps ? [code`overlap`] : []),
    ...(takesPart(resource) ? [code`part`] : []),
    ...changeArguments(resource).map(({ given }) => given),
    ...(takesContext(resource, 'select', 'next') ? [code`context`] : []),
    ...(takesAny(resource, 'next') ? [code`begin`] : []),
  ];
  if (given.length === 0) return resource.names.select;
  const more = reads(resource, 'url') ? code`, response, url` : reads(resource, 'response') ? code`, response` : nothing;
  return code`(body, place${more}) => ${resource.names.select}(body, place${more}, ${join(given, ', ')})`;
}

/** Whether records get fields of what they are read for. */
function includesPart({ model }: EmittedResource): boolean {
  return (model.parent?.included.length ?? 0) > 0 || (model.forEach?.included.length ?? 0) > 0;
}

function takesPart(resource: EmittedResource): boolean {
  return includesPart(resource) || changesByPart(resource);
}

function reads(resource: EmittedResource, what: PageExtra['reads'][number]): boolean {
  return (
    ((what === 'response' || what === 'url') && takesContext(resource, 'select', 'next')) ||
    (what === 'response' && refusesMore(resource)) ||
    pageExtras(resource).some((extra) => extra.reads.includes(what))
  );
}

function parameters(resource: EmittedResource): Code {
  const unread = reads(resource, 'response') ? nothing : code`_`;
  const url = reads(resource, 'url') ? code`, ${unread}response: ${ANSWER}, url: URL` : nothing;
  const response = reads(resource, 'url') || !reads(resource, 'response') ? url : code`, response: ${ANSWER}`;
  const part = takesPart(resource) ? code`, part: ${resource.names.part}` : nothing;
  const changes = changeArguments(resource).map(({ name, type }) => code`, ${name}: ${type}`);
  const context = takesContext(resource, 'select', 'next') ? code`, context: ${contextName(resource)}` : nothing;
  const begin = takesAny(resource, 'next') ? code`, begin: ${positionName(resource)} | null` : nothing;
  const base = reads(resource, 'base') ? code`, base: URL` : nothing;
  const sent = reads(resource, 'sent') ? code`, sent: ${typeFrom('internal/pagination', 'LinkedRequest')}` : nothing;
  const overlap = resource.loop.overlaps ? code`, overlap: ${helper('Overlap')}` : nothing;
  return code`body: unknown, place: ${READ_POSITION}${response}${base}${sent}${overlap}${part}${join(changes, '')}${context}${begin}`;
}

/** The types that a hooks file is written against. */
function contextName({ names }: EmittedResource): Code {
  return typeFrom('hook-types', names.hookContext.text);
}

function positionName({ names }: EmittedResource): Code {
  return typeFrom('hook-types', names.position.text);
}

function decoded(resource: EmittedResource): Code {
  const { record, model } = resource;
  const decode = valueFrom(`records/${record.type.file}`, record.type.decode);
  const included = [
    ...(model.parent?.included.map(({ field, as }) => code`${property(as)}: ${member(code`part.parent`, field)}`) ?? []),
    ...(model.forEach?.included.map(({ field, as }) => code`${property(as)}: ${member(code`part.values`, nameOf(field).camel)}`) ?? []),
  ];
  const own = emitChanged(resource, code`record`);
  const value = included.length === 0 ? own : code`${valueFrom('internal/include', 'include')}(${own}, { ${join(included, ', ')} }, place)`;
  const row = marksRaw(resource)
    ? code`${valueFrom('internal/cursor', 'marked')}(record, () => ${decode}(${value}, place))`
    : code`${decode}(${value}, place)`;
  const [rows, index] = resource.loop.overlaps ? [code`fresh`, code`records.length - fresh.length + index`] : [code`records`, code`index`];
  return code`
    ${rows}.map((record: unknown, index) => {
      place.record = ${index};
      return ${row};
    })
  `;
}

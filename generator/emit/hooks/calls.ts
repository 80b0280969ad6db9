import { type Code, code, docWords, identifier, jsdoc, literal, nothing, optionalMember, property } from '../../code.js';
import type { HookName } from '../../model/hooks-model.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { READ_POSITION, typeFrom, valueFrom } from '../symbols.js';
import { emitHookCall, isHooked, takesAny, takesContext } from './predicates.js';

/** What the page loop and the functions around it have of hooks; nothing of it stands in a package without a hooks file. */

/** What a read yields: the record, or what `map` makes of it. */
export function yieldedType({ record, names, mapsTo }: EmittedResource): Code {
  return mapsTo ? names.mapped : typeFrom(`records/${record.type.file}`, record.type.typeName);
}

/** The alias of what `map` makes of records, where that is another type. */
export function emitMappedType(resource: EmittedResource): Code {
  if (!resource.mapsTo) return nothing;
  return code`
    ${jsdoc(docWords(`What \`map\` in \`src/hooks.ts\` makes of a record.`))}
    export type ${resource.names.mapped} = ReturnType<typeof ${resource.names.hooksObject}.map>;
  `;
}

/** The statement before each request: what its hooks, or some of them, are told. */
export function emitHookContext(resource: EmittedResource, ...names: readonly HookName[]): Code {
  if (!takesContext(resource, ...names)) return nothing;
  const isGrouped = resource.model.group !== null;
  const parent = resource.parent === undefined || isGrouped ? nothing : code`, parent: part.parent`;
  const values = isGrouped ? code`, keys: part.keys` : resource.model.forEach === null ? nothing : code`, values: part.values`;
  return code`const context: ${typeFrom('hook-types', resource.names.hookContext.text)} = { options: this.#options, resource: place.resource, page: place.page${parent}${values} };`;
}

/** The records that a page yields, of those that were read: as `filter` and `map` have it. */
export function emitHookedRecords(resource: EmittedResource, records: Code): Code {
  return isHooked(resource, 'filter', 'map')
    ? code`${resource.names.hooked}(${records}, place${takesContext(resource, 'filter', 'map') ? code`, context` : nothing})`
    : records;
}

/** The function that runs `filter` and `map`, one after the other, over the records of a page. */
export function emitHookedFunction(resource: EmittedResource): Code {
  const { names, record } = resource;
  if (!isHooked(resource, 'filter', 'map')) return nothing;
  const type = typeFrom(`records/${record.type.file}`, record.type.typeName);
  const run = (hook: 'filter' | 'map', from: Code): Code => code`
    ${valueFrom('internal/run-hook', 'runHook')}(${literal(hook)}, place, () =>
      ${from}.${identifier(hook)}((${takesAny(resource, hook) ? code`record` : code`_record`}, index) => {
        place.record = index;
        return ${emitHookCall(resource, hook, code`record`, code`context`)};
      }),
    )
  `;
  const both = isHooked(resource, 'filter') && isHooked(resource, 'map');
  const what = both
    ? 'The records that `filter` keeps, as `map` returns them.'
    : isHooked(resource, 'filter')
      ? 'The records that `filter` keeps.'
      : 'The records as `map` returns them.';
  return code`

    ${jsdoc(what)}
    function ${names.hooked}(records: readonly ${type}[], place: ${READ_POSITION}${takesContext(resource, 'filter', 'map') ? code`, context: ${typeFrom('hook-types', names.hookContext.text)}` : nothing}): readonly ${yieldedType(resource)}[] {
      ${both ? code`const kept = ${run('filter', code`records`)};` : nothing}
      return ${isHooked(resource, 'map') ? run('map', both ? code`kept` : code`records`) : run('filter', code`records`)};
    }
  `;
}

/** What the requests of a resource with hooks have: members of the last argument of `fetchPage`. */
export function emitRequestHooks(resource: EmittedResource): readonly Code[] {
  return (['request', 'authenticate'] as const)
    .filter((hook) => isHooked(resource, hook))
    .map(
      (hook) =>
        code`${identifier(hook)}: (${takesAny(resource, hook) ? code`request` : nothing}) => ${emitHookCall(resource, hook, code`request`, code`context`)},`,
    );
}

/** Whether requests are changed by hooks, and by which. */
export function requestHooks({ model, resources }: Pick<EmitContext, 'model' | 'resources'>): {
  readonly any: boolean;
  readonly request: boolean;
  readonly own: boolean;
  readonly client: boolean;
} {
  const own = resources.some((resource) => isHooked(resource, 'request', 'authenticate'));
  const client = model.hooks?.client.some(({ name }) => name === 'authenticate') === true;
  return { any: own || client, request: resources.some((resource) => isHooked(resource, 'request')), own, client };
}

/** The statement before the loop, where a hook says what comes next: the position that was saved. */
export function emitFirstPosition(resource: EmittedResource, saved: Code): Code {
  const [field] = resource.loop.position;
  if (!isHooked(resource, 'next') || field === undefined) return nothing;
  const at = optionalMember(saved, field.name);
  return code`let begin: ${typeFrom('hook-types', resource.names.position.text)} | null = ${at} === undefined ? null : { ${property(field.name)}: ${at} };`;
}

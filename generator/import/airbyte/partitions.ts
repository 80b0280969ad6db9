import { entry, fromJson, type DraftEntry } from '../../draft/draft.js';
import { literalText } from '../../draft/literal.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import { placeOf } from '../jinja/fold.js';
import { cannot } from '../refuse.js';
import { isList, isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { onlyExpression } from './conditions.js';
import { parametersOf } from './expand.js';
import type { Registry } from './registry.js';
import { short, type Scope } from './scope.js';

/** What a stream is read for: parents, or the values of lists. */
export interface PartitionsDraft {
  /** Placeholders by the name of the partition. */
  readonly partitions: ReadonlyMap<string, string>;
  /** Fields of parents, by the name that `extra_fields` gives them. */
  readonly extra: ReadonlyMap<string, string>;
  readonly forEach: readonly DraftEntry[];
  readonly params: readonly DraftEntry[];
  readonly headers: readonly DraftEntry[];
  readonly body: readonly (readonly [path: string, placeholder: string])[];
  readonly parents: readonly string[];
  /** What children are asked for by, and is no key of the parent: it may be null. */
  readonly nullable: readonly string[];
  readonly differs: readonly string[];
  readonly hooks: readonly HookStub[];
  /** How many of them one request asks for; undefined: one. */
  readonly group: number | undefined;
}

/** `names`: those of partitions that the stream's templates use. */
export function partitionsDraft(value: JsonValue | undefined, outer: Scope, registry: Registry, names: readonly string[]): PartitionsDraft {
  const draft = {
    partitions: new Map<string, string>(),
    extra: new Map<string, string>(),
    forEach: [] as DraftEntry[],
    params: [] as DraftEntry[],
    headers: [] as DraftEntry[],
    body: [] as (readonly [string, string])[],
    parents: [] as string[],
    nullable: [] as string[],
    differs: [] as string[],
    hooks: [] as HookStub[],
    group: undefined as number | undefined,
  };
  const routers = isList(value) ? value : value === undefined || value === null ? [] : [value];
  for (const router of routers) if (isObject(router)) read(router);
  if (draft.parents.length > 1) cannot('two parents at once');
  if (draft.group !== undefined && draft.parents.length + draft.forEach.length > 1) cannot('groups of parents and of values');
  return draft;

  function read(router: JsonObject): void {
    const scope = outer.inside(parametersOf(router));
    switch (textAt(router, 'type')) {
      case 'SubstreamPartitionRouter':
        substream(router, scope);
        break;
      case 'ListPartitionRouter':
        list(router, scope);
        break;
      case 'GroupingPartitionRouter': {
        const size = member(router, 'group_size');
        const underlying = objectAt(router, 'underlying_partition_router');
        if (typeof size !== 'number' || underlying === undefined) return cannot('groups of an unknown size');
        if (size > 1) draft.group = size;
        read(underlying);
        break;
      }
      default:
        byCode(`partitions by ${textAt(router, 'class_name') ?? textAt(router, 'type') ?? 'code'}`);
    }
  }

  function substream(router: JsonObject, scope: Scope): void {
    for (const config of listAt(router, 'parent_stream_configs')) {
      if (!isObject(config)) continue;
      const inner = scope.inside(parametersOf(config));
      const said = objectAt(config, 'stream') ?? {};
      const full = textAt(said, 'type') === 'StateDelegatingStream' ? objectAt(said, 'full_refresh_stream') : undefined;
      const stream = full ?? said;
      const name = textAt(said, 'name') ?? textAt(parametersOf(said), 'name') ?? textAt(stream, 'name') ?? '';
      if (textAt(stream, 'type') !== 'DeclarativeStream' || name === '')
        cannot(`a parent of the kind ${textAt(stream, 'type') ?? 'unknown'}`);
      const resource = registry.parent(stream, name);
      const key = keyOf(inner.say(textAt(config, 'parent_key') ?? ''));
      const field = inner.say(textAt(config, 'partition_field') ?? key);
      registry.need(resource, key);
      if (!textsIn(member(stream, 'primary_key')).includes(key)) draft.nullable.push(key);
      for (const [above, placeholder] of further(stream, inner, registry)) draft.partitions.set(`parent_slice.${above}`, placeholder);
      draft.partitions.set(field, `{resources.${resource}.${key}}`);
      draft.parents.push(resource);
      for (const path of listAt(config, 'extra_fields')) {
        const names = isList(path) ? path.filter((each) => typeof each === 'string') : [];
        if (names.length === 0) continue;
        // only what is used is needed: see `usedExtra`
        draft.extra.set(names.join('.'), `{resources.${resource}.${names.join('.')}}`);
      }
      if (member(config, 'incremental_dependency') === true)
        draft.differs.push('all parents are asked for, not only those that have changed');
      requested(objectAt(config, 'request_option'), `{resources.${resource}.${key}}`, inner);
    }
  }

  /** Values that code makes at the source are options here. */
  function byCode(quoted: string): void {
    for (const field of names) {
      const option = outer.options.use([`${field}_values`], undefined, 'list');
      const note = `LOOK: made by code at the source: ${quoted}`;
      draft.forEach.push(entry(field, option, note));
      draft.partitions.set(field, `{for_each.${field}}`);
    }
    draft.hooks.push({ hook: 'request', quoted: `${quoted}${names.length === 0 ? '' : `: give their values as options`}` });
  }

  function list(router: JsonObject, scope: Scope): void {
    const field = scope.say(textAt(router, 'cursor_field') ?? 'value');
    const name = field
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^(?=\d)/, 'value_')
      .slice(0, 40)
      .replace(/(?<!_)_+$/, '');
    const values = valuesOf(member(router, 'values'), scope);
    const [only, ...more] = Array.isArray(values) ? values : [];
    if (typeof only === 'string' && more.length === 0) {
      // one value is no list
      draft.partitions.set(field, literalText(only));
      requested(objectAt(router, 'request_option'), literalText(only), scope);
      return;
    }
    draft.forEach.push(entry(name, values));
    draft.partitions.set(field, `{for_each.${name}}`);
    requested(objectAt(router, 'request_option'), `{for_each.${name}}`, scope);
  }

  function requested(option: JsonObject | undefined, placeholder: string, scope: Scope): void {
    if (option === undefined) return;
    const path = textsAt(option, 'field_path');
    const name = scope.say(path.length > 0 ? path.join('.') : textsAt(option, 'field_name').join('.'));
    switch (textAt(option, 'inject_into') ?? 'request_parameter') {
      case 'request_parameter':
        draft.params.push(entry(name, placeholder));
        break;
      case 'header':
        draft.headers.push(entry(name, placeholder));
        break;
      case 'body_json':
        draft.body.push([name, placeholder]);
        break;
      default:
        cannot(`a partition goes into the ${textAt(option, 'inject_into') ?? ''}`);
    }
  }
}

/** Fields of what a parent is read for itself, and so on, by the names that a child calls them under `parent_slice`. */
function further(stream: JsonObject, outer: Scope, registry: Registry): readonly (readonly [name: string, placeholder: string])[] {
  const retriever = objectAt(stream, 'retriever') ?? {};
  const scope = outer.inside({ ...parametersOf(stream), ...parametersOf(retriever) });
  const said = member(retriever, 'partition_router');
  const router = isList(said) ? said.find(isObject) : isObject(said) ? said : undefined;
  if (router === undefined || textAt(router, 'type') !== 'SubstreamPartitionRouter') return [];
  return listAt(router, 'parent_stream_configs').flatMap((config) => {
    if (!isObject(config)) return [];
    const inner = scope.inside({ ...parametersOf(router), ...parametersOf(config) });
    const above = objectAt(config, 'stream') ?? {};
    const name = textAt(above, 'name') ?? textAt(parametersOf(above), 'name') ?? '';
    if (textAt(above, 'type') !== 'DeclarativeStream' || name === '') return [];
    const key = keyOf(inner.say(textAt(config, 'parent_key') ?? ''));
    if (key.includes('.')) return []; // only whole fields are handed down
    const resource = registry.parent(above, name);
    registry.need(resource, key);
    const own = [inner.say(textAt(config, 'partition_field') ?? key), `{resources.${resource}.${key}}`] as const;
    return [own, ...further(above, inner, registry).map(([each, placeholder]) => [`parent_slice.${each}`, placeholder] as const)];
  });
}

/** Values of a list: literals, or an option that is a list. */
function valuesOf(values: JsonValue | undefined, scope: Scope): DraftEntry['value'] {
  if (isList(values)) {
    const said = values.map((each) =>
      typeof each === 'string' ? (scope.constant(each) ?? cannot(`a list of values is computed: ${short(each)}`)) : each,
    );
    return fromJson([...new Map(said.map((each) => [JSON.stringify(each), each])).values()]);
  }
  if (typeof values !== 'string') return cannot('a list of values that is none');
  const constant = scope.constant(values);
  if (isList(constant)) return fromJson(constant);
  const expression = onlyExpression(values);
  const place = expression === undefined ? undefined : (placeOf(expression) ?? scope.withDefault(expression)?.place);
  if (place?.root !== 'config') return cannot(`a list of values is computed: ${short(values)}`);
  const facts = scope.options.factsOf(place.path);
  return scope.options.use(
    place.path,
    undefined,
    facts.type === 'array' || !facts.isKnown ? 'list' : cannot(`the option ${place.path.join('.')} is no list`),
  );
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return isList(value) ? value.flatMap(textsIn) : [];
}

function keyOf(key: string): string {
  if (!/^[A-Za-z_@$][\w@$-]*(?:[./][A-Za-z_@$][\w@$-]*)*$/.test(key)) cannot(`the key ${key} of a parent is not one field`);
  return key.replaceAll('/', '.');
}

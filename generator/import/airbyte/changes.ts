import { entry, fromJson, mapping, valueIn, type DraftEntry } from '../../draft/draft.js';
import { selectorOf } from '../../detect/body.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub } from '../contract.js';
import type { Expression } from '../jinja/ast.js';
import { placeOf, valueOf } from '../jinja/fold.js';
import { parseTemplate } from '../jinja/parse.js';
import { knows } from '../language.js';
import { cannot } from '../refuse.js';
import { isList, isObject, listAt, member, textAt, textsAt, type JsonObject } from '../values.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';
import { mapText, valueText, type Added } from './written.js';

/** What is done to records: fields that are added, renamed and dropped. */
export interface ChangesDraft {
  readonly entries: readonly DraftEntry[];
  /** Fields that are added. */
  readonly added: readonly string[];
  /** Fields of those whose value stands elsewhere in the record, and where. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
  /** Fields of those that are filled with a value of the request, such as the parent's key: they have its type, whatever the schema says. */
  readonly filled: readonly string[];
  /** Places that the language drops: none of the fields. */
  readonly gone: readonly (readonly string[])[];
  /** Fields that a function drops: it can only drop what is declared. */
  readonly dropped: readonly string[];
  readonly hooks: readonly HookStub[];
  readonly differs: readonly string[];
}

export const NO_CHANGES: ChangesDraft = {
  entries: [],
  added: [],
  moved: new Map(),
  filled: [],
  gone: [],
  dropped: [],
  hooks: [],
  differs: [],
};

/** The words of the language, where it has them; a function that is written out, where it has not. */
export function changesDraft(value: JsonValue | undefined, outer: Scope): ChangesDraft {
  const added: Added[] = [];
  const dropped: (readonly string[])[] = [];
  const flattened: string[] = [];
  const flattenedPaths: (readonly string[])[] = [];
  const hooks: HookStub[] = [];
  let keyCase: string | undefined;
  for (const each of isList(value) ? value : []) {
    if (!isObject(each)) continue;
    const scope = outer.inside(parametersOf(each));
    const condition = textAt(each, 'condition');
    if (condition !== undefined && condition.trim() !== '' && scope.constant(condition) !== true)
      cannot(`a transformation under a condition: ${short(condition)}`);
    switch (textAt(each, 'type')) {
      case 'AddFields':
        for (const field of listAt(each, 'fields')) if (isObject(field)) added.push(addedField(field, scope));
        break;
      case 'RemoveFields':
        for (const pointer of listAt(each, 'field_pointers')) {
          const names = isList(pointer) ? pointer.filter((name) => typeof name === 'string') : [];
          if (names.some((name) => /\*/.test(name))) cannot('fields are removed by a pattern');
          dropped.push(names);
        }
        break;
      case 'KeysToSnakeCase':
        keyCase = 'snake';
        break;
      case 'KeysToLower':
        keyCase = 'lower';
        break;
      case 'DpathFlattenFields':
        if (member(each, 'delete_origin_value') !== true || textsAt(each, 'field_path').some((name) => name.includes('*')))
          cannot('fields are flattened in another way');
        flattened.push(selectorOf(textsAt(each, 'field_path')));
        flattenedPaths.push(textsAt(each, 'field_path'));
        break;
      case 'CustomTransformation':
        hooks.push({ hook: 'map', quoted: textAt(each, 'class_name') ?? 'a transformation in Python' });
        break;
      default:
        cannot(`a transformation: ${textAt(each, 'type') ?? 'unknown'}`);
    }
  }
  const distinct = [...new Map(added.map((each) => [each.name, each])).values()];
  const moved = new Map(distinct.flatMap(({ name, from }) => (from === undefined ? [] : [[name, from] as const])));
  const names = distinct.map(({ name }) => name);
  if (knows('fields that are added') && distinct.every(({ said }) => said !== undefined))
    return {
      entries: [
        ...(flattened.length === 0 ? [] : [entry('flatten', flattened)]),
        ...(distinct.length === 0
          ? []
          : [entry('add', { entries: distinct.flatMap(({ name, said }) => (said === undefined ? [] : [entry(name, said)])) })]),
        ...(dropped.length === 0
          ? []
          : [
              entry(
                'drop',
                dropped.map((each) => selectorOf(each)),
              ),
            ]),
        ...(keyCase === undefined ? [] : [entry('key_case', keyCase)]),
      ],
      added: names,
      moved,
      filled: distinct.flatMap(({ name, said }) => (/^\{[^{}]+\}$/.test(String(valueIn(said, 'value'))) ? [name] : [])),
      gone: [...dropped, ...flattenedPaths],
      dropped: [],
      hooks,
      differs: [],
    };
  if (flattened.length > 0) cannot(`${flattened.join(', ')} is flattened`);
  if (keyCase !== undefined) cannot('names are written in another case');
  if (dropped.some((path) => path.length !== 1)) cannot('fields inside of others are dropped');
  const drops = [...new Set(dropped.flat())].filter((name) => !names.includes(name));
  if (names.length === 0 && drops.length === 0) return { ...NO_CHANGES, hooks };
  const quoted = [
    ...(names.length === 0 ? [] : [`adds ${names.join(', ')}`]),
    ...(drops.length === 0 ? [] : [`drops ${drops.join(', ')}`]),
  ].join('; ');
  return {
    entries: [],
    added: names,
    moved,
    filled: [],
    gone: [],
    dropped: drops,
    hooks: [...hooks, { hook: 'map', quoted, write: (resource) => mapText(distinct, drops, resource) }],
    differs: distinct.flatMap(({ differs }) => differs ?? []),
  };
}

function addedField(field: JsonObject, outer: Scope): Added {
  const scope = outer.inside(parametersOf(field));
  const path = textsAt(field, 'path').map((each) => scope.say(each));
  const [name, ...inner] = path;
  if (name === undefined || inner.length > 0) return cannot('a field is added inside of an object');
  if (name === '__proto__') return cannot('a field that no object can have is added');
  const value = member(field, 'value');
  const fixed = (constant: JsonValue): Added => ({
    name,
    said: mapping(entry('value', fromJson(constant))),
    expression: () => JSON.stringify(constant),
    type: constant === null || typeof constant === 'object' ? 'json' : typeof constant,
  });
  if (typeof value !== 'string') return fixed(value ?? null);
  const isText = textAt(field, 'value_type') === 'string';
  const constant = scope.constant(value);
  // the engine reads texts that are literals of Python as what they say
  if (constant !== undefined)
    return fixed(!isText && typeof constant === 'string' && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(constant) ? Number(constant) : constant);
  const template = parseTemplate(value);
  const [only, ...more] = 'reason' in template ? cannot(`${template.reason} in a field: ${short(value)}`) : template;
  if (typeof only === 'object' && more.length === 0) {
    const place = placeOf(only) ?? orNothing(only);
    const path = place?.root === 'record' ? place.path.map(String) : [];
    if (path.length > 0 && place?.path.every((key) => typeof key === 'string') === true)
      return { name, said: selectorOf(path), from: path, expression: (at) => `${at(path)} ?? null` };
  }
  const code = valueText(
    [only, ...more].filter((each) => each !== undefined),
    scope,
    value,
  );
  return { name, ...code };
}

/** `record.a or none`, `record.get('a', {})…` */
function orNothing(expression: Expression): ReturnType<typeof placeOf> {
  if (expression.kind === 'binary' && expression.operator === 'or' && valueOf(expression.right, () => undefined) !== undefined)
    return placeOf(expression.left);
  if (expression.kind === 'filter' && ['default', 'd'].includes(expression.name)) return placeOf(expression.of);
  return undefined;
}

/** Whether a function makes the field, and not the API. */
export function isWritten({ added, entries }: ChangesDraft, name: string): boolean {
  return entries.length === 0 && added.includes(name);
}

/** A cursor that a function adds is looked for where its value comes from. */
export function whereItStands(sync: JsonObject | undefined, changes: ChangesDraft, unfound: string[]): JsonObject | undefined {
  const name = textAt(sync, 'cursor_field');
  if (sync === undefined || name === undefined || !isWritten(changes, name)) return sync;
  const from = changes.moved.get(name);
  if (from !== undefined) return { ...sync, cursor_field: from.join('.') };
  unfound.push(`its cursor ${name} is added by a function: all is read each time`);
  return undefined;
}

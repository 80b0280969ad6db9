import { isMapping, valueIn, type Draft, type DraftMap } from '../../draft/draft.js';
import { nameOf } from '../../names.js';
import type { Expression, Template } from '../jinja/ast.js';
import { constantOf, placeOf, valueOf } from '../jinja/fold.js';
import { cannot } from '../refuse.js';
import { formatCall } from './formatted.js';
import { short, type Scope } from './scope.js';

/** A field that is added to records. */
export interface Added {
  readonly name: string;
  /** In the words of the language; absent where it has none. */
  readonly said?: Draft;
  /** Where in the record the value stands. */
  readonly from?: readonly string[];
  /** An expression of TypeScript. `at` writes the look-up of a place in the record. */
  readonly expression: (at: (path: readonly string[]) => string) => string;
  /** The type of the field, where that is certain. */
  readonly type?: string;
  readonly differs?: string;
}

type Value = Pick<Added, 'said' | 'expression' | 'type' | 'differs'>;

/** A template as an expression of TypeScript: record, options, the values or the parent of a read, the time of the run. */
export function valueText(template: Template, scope: Scope, source: string): Value {
  const parts = template.map((part) => (typeof part === 'string' ? part : expressionText(part, scope, source)));
  const [only, ...more] = parts;
  if (typeof only === 'object' && more.length === 0) return only;
  const differs = parts.flatMap((each) => (typeof each === 'object' ? (each.differs ?? []) : []))[0];
  const said = parts.map((each) => (typeof each === 'string' ? each : (textOf(each.said) ?? undefined)));
  return {
    ...(said.every((each) => each !== undefined) ? { said: { entries: [{ key: 'value', value: said.join('') }] } } : {}),
    expression: (at) =>
      `\`${parts.map((each) => (typeof each === 'string' ? each.replace(/[\\`$]/g, '\\$&') : `\${${each.expression(at).replace(/ \?\? null$/, " ?? ''")}}`)).join('')}\``,
    type: 'string',
    ...(differs === undefined ? {} : { differs }),
  };
}

function textOf(said: Draft | undefined): string | undefined {
  const value = valueIn(said, 'value');
  return typeof value === 'string' ? value : undefined;
}

function expressionText(expression: Expression, scope: Scope, source: string): Value {
  const constant = valueOf(expression, scope.lookup);
  if (constant !== undefined)
    return { said: { entries: [{ key: 'value', value: String(constant) }] }, expression: () => JSON.stringify(constant) };
  const place = placeOf(expression);
  if (place?.root === 'record' && place.path.length > 0 && place.path.every((key) => typeof key === 'string'))
    return { expression: (at) => `${at(place.path.map(String))} ?? null` };
  const time = timeText(expression);
  if (time !== undefined) return time;
  const fallback = fallbackText(expression, scope, source);
  if (fallback !== undefined) return fallback;
  const said = scope.valueText(expression, source);
  if (typeof said !== 'string') return cannot(`an expression: ${short(source)}`);
  const text = placeholderText(said, scope) ?? cannot(`an expression: ${short(source)}`);
  return { said: { entries: [{ key: 'value', value: said }] }, expression: () => text };
}

/** `record.get('a', b)`, `record.a or b` and what is made a whole number of them. */
function fallbackText(expression: Expression, scope: Scope, source: string): Value | undefined {
  if (expression.kind === 'filter' && expression.name === 'int' && placeOf(expression) === undefined) {
    const of = expressionText(expression.of, scope, source);
    return { expression: (at) => `Math.trunc(Number(${of.expression(at)}))`, type: 'integer' };
  }
  const [key, otherwise] = expression.kind === 'call' ? expression.args : [];
  if (expression.kind !== 'call' || expression.of.kind !== 'member' || constantOf(expression.of.key) !== 'get') return undefined;
  if (key === undefined || otherwise === undefined) return undefined;
  const first = placeOf({ kind: 'member', of: expression.of.of, key });
  if (first?.root !== 'record' || !first.path.every((each) => typeof each === 'string')) return undefined;
  const second = expressionText(otherwise, scope, source);
  return { expression: (at) => `${at(first.path.map(String))} ?? ${second.expression(at)}` };
}

/** The time of the run. */
function timeText(expression: Expression): Value | undefined {
  const differs = 'the time of the run is written as ISO 8601; the engine writes it as Python does';
  if (isCall(expression, 'now_utc')) return { expression: () => 'new Date().toISOString()', type: 'string', differs };
  if (isCall(expression, 'today_utc')) return { expression: () => 'new Date().toISOString().slice(0, 10)', type: 'string' };
  if (expression.kind === 'call' && expression.of.kind === 'member' && constantOf(expression.of.key) === 'timestamp')
    return isCall(expression.of.of, 'now_utc') ? { expression: () => 'Math.floor(Date.now() / 1000)', type: 'integer' } : undefined;
  const formatted = formatCall(expression);
  if (formatted === undefined || !(isCall(formatted.of, 'now_utc') || isCall(formatted.of, 'today_utc'))) return undefined;
  switch (formatted.format) {
    case '%s':
      return { expression: () => 'Math.floor(Date.now() / 1000)', type: 'integer' };
    case '%Y-%m-%d':
      return { expression: () => 'new Date().toISOString().slice(0, 10)', type: 'string' };
    case '%Y-%m-%dT%H:%M:%SZ':
      return { expression: () => '`${new Date().toISOString().slice(0, 19)}Z`', type: 'string' };
    default:
      return undefined;
  }
}

function isCall(expression: Expression, name: string): boolean {
  return expression.kind === 'call' && expression.of.kind === 'name' && expression.of.name === name && constantOf(expression) === undefined;
}

/** `{config.x}`, `{for_each.x}`, `{resources.parent.a.b}` as what a hook is given. */
function placeholderText(said: string, scope: Scope): string | undefined {
  const [, kind, path = ''] = /^\{(config|for_each|resources)\.([\w.-]+)\}$/.exec(said) ?? [];
  const [first = '', ...rest] = path.split('.');
  switch (kind) {
    case 'config': {
      const option = scope.options.config.get(first);
      const isOptional = option === undefined || valueIn(option, 'optional') === true;
      return `options${member(nameOf(first).camel)}${isOptional ? ' ?? null' : ''}`;
    }
    case 'for_each':
      return `values${member(nameOf(first).camel)}`;
    case 'resources':
      if (rest.length === 1 && first !== scope.parent) return `parent${member(`_${first}_${rest.join('_')}`)}`; // which the parent includes
      return rest.length === 0 ? undefined : `parent${rest.map((key, index) => member(key, index > 0)).join('')}`;
    default:
      return undefined;
  }
}

function member(name: string, isOptional = false): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${isOptional ? '?.' : '.'}${name}` : `${isOptional ? '?.' : ''}[${JSON.stringify(name)}]`;
}

/** The function that adds and drops fields of a resource's records. */
export function mapText(added: readonly Added[], dropped: readonly string[], resource: DraftMap): string {
  const fields = valueIn(resource, 'fields');
  const at = (path: readonly string[]): string => lookUp(fields, path);
  const values = added.map(({ name, expression }) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${expression(at)}`);
  const all = values.join(' ');
  const given = ['options', 'values', 'parent'].filter((name) => new RegExp(`\\b${name}\\b(?=[.[])`).test(all));
  const context = given.length === 0 ? '' : `, { ${given.join(', ')} }`;
  if (dropped.length === 0) return `(record${context}) => ({ ...record, ${values.join(', ')} })`;
  const taken = dropped.map((name, index) => `${JSON.stringify(name)}: _${index}`).join(', ');
  return `(record${context}) => {
    const { ${taken}, ...rest } = record;
    return ${values.length === 0 ? 'rest' : `{ ...rest, ${values.join(', ')} }`};
  }`;
}

/** A look-up as TypeScript has it where fields are declared, and of any value elsewhere. */
function lookUp(fields: Draft | undefined, path: readonly string[]): string {
  let within = fields;
  for (const [index, key] of path.entries()) {
    const field = isMapping(within) ? within.entries.find((each) => each.key === key) : undefined;
    if (field === undefined) return `valueAt(record, ${path.map((each) => JSON.stringify(each)).join(', ')})`;
    if (index < path.length - 1) within = valueIn(field.value, 'fields');
  }
  return `record${path.map((key, index) => member(key, index > 0)).join('')}`;
}

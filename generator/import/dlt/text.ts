import { literalText } from '../../draft/literal.js';
import { parseSelector } from '../../selector.js';
import type { JsonValue } from '../../shape.js';
import { cannot } from '../refuse.js';
import { isList, isObject } from '../values.js';
import type { Context } from './context.js';
import { markOf, textParts } from './marks.js';

/** dlt's templates are Python's: `{resources.p.id}`, doubled braces for literal ones. */
const FIELD = /\{\{|\}\}|\{([^{}]*)\}/g;

/** A text with placeholders in the words of a spec. `renamed`: what `{name}` stands for, of parameters that are resolved. */
export function template(text: string, context: Context, renamed: ReadonlyMap<string, string> = new Map()): string {
  let made = '';
  let at = 0;
  let literal = '';
  const flush = (): void => {
    made += plain(literal, context);
    literal = '';
  };
  for (const match of text.matchAll(FIELD)) {
    const [whole, field] = match;
    literal += text.slice(at, match.index);
    at = match.index + whole.length;
    if (field === undefined) {
      literal += whole.charAt(0);
      continue;
    }
    const placeholder = placeholderOf(field, context, renamed);
    if (placeholder === undefined) {
      literal += whole;
      continue;
    }
    flush();
    made += placeholder;
  }
  literal += text.slice(at);
  flush();
  return made;
}

function placeholderOf(field: string, context: Context, renamed: ReadonlyMap<string, string>): string | undefined {
  const [expression = '', ...format] = field.split(/[:!]/);
  const name = expression.trim();
  const known = renamed.get(name);
  if (known !== undefined) return known;
  const [root, ...path] = name.split('.');
  if (root !== 'resources' && root !== 'incremental') return undefined;
  if (format.length > 0) cannot(`the placeholder {${field}} has a format of Python`);
  if (root === 'incremental') return `{incremental.${path.join('.')}}`;
  const [parent = '', ...inner] = path;
  return parentField(context, parent, inner.join('.'));
}

/** `{resources.parent.field}`, and that the parent has to declare the field. */
export function parentField(context: Context, parent: string, field: string): string {
  const path = selector(field);
  if (/[[\]*]/.test(path)) cannot(`the field ${field} of a parent is in a list`);
  const name = context.nameOf(parent);
  context.need(name, path);
  return `{resources.${name}.${path}}`;
}

/** Text without placeholders of dlt, in which options of the user may stand. */
function plain(text: string, context: Context): string {
  return textParts(text)
    .map((part) => {
      if (typeof part === 'string') return literalText(part);
      if (part.kind === 'code') return '';
      if (part.kind === 'secret') return cannot(`the secret ${part.name} is part of a text`);
      return context.option(part.name);
    })
    .join('');
}

/** The same for every text of a value; code in it cannot be said, nulls of objects are left out. */
export function templates(value: JsonValue, context: Context, renamed?: ReadonlyMap<string, string>): JsonValue {
  const mark = markOf(value);
  if (mark?.kind === 'config') return context.option(mark.name);
  if (mark?.kind === 'secret') return cannot(`the secret ${mark.name} is part of a body or a parameter`);
  if (mark?.kind === 'code') return cannot(`a value is made by code: ${mark.source.replace(/\s+/g, ' ').slice(0, 80)}`);
  if (typeof value === 'string') return template(value, context, renamed);
  if (isList(value)) return value.map((each) => templates(each, context, renamed));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, templates(inner, context, renamed)]));
}

/** A JSONPath of dlt: quoted keys may stand bare (`"@odata.nextLink"`), a filter in brackets. */
export function selector(text: string): string {
  const bare = text.trim();
  if (bare === '' || bare === '$') return '$';
  const quoted = bare
    .replace(/(^|\.)"([^"]*)"/g, (_, before: string, key: string) => `${before === '.' ? '' : before}['${key}']`)
    .replace(/\["([^"]*)"\]/g, "['$1']");
  const candidates = [quoted, bare, /^'[^']*'$/.test(bare) ? `[${bare}]` : bare, unfiltered(quoted)];
  const found = candidates.find((each) => parseSelector(each).ok && !isHalfRead(each));
  return found ?? cannot(`the path ${text} is more than a place in a body`);
}

/** `[?(@.rel=='next')].href` as RFC 9535 writes it. */
function unfiltered(text: string): string {
  return text.replace(/\[\?\(@\.(\w+)\s*==\s*["']([^"']*)["']\)\]/g, "[?@.$1=='$2']");
}

/** `@odata.nextLink` without quotes is read as two keys. */
function isHalfRead(text: string): boolean {
  return /(?:^|\.)@\w+\./.test(text);
}

import type { JsonValue } from '../../shape.js';
import { placeOf, valueOf, type Place } from '../jinja/fold.js';
import type { Expression, Template } from '../jinja/ast.js';
import { parseTemplate } from '../jinja/parse.js';
import { CannotSay, cannot } from '../refuse.js';
import { choicesOf } from './options.js';
import { short, type Scope } from './scope.js';

/** Where the API is: one URL, or one that an option chooses. */

export interface Choice {
  readonly option: string;
  readonly values: readonly (readonly [value: string, url: string])[];
  /** That of the option's default, or the first. */
  readonly usual: string;
}

/** A URL of a request that is no page: chosen by options at the source, it is that of their defaults, and a note tells so. */
export function fixedUrl(text: string, scope: Scope): { readonly url: string; readonly note?: string } {
  try {
    return { url: hostText(text, scope) };
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    const choice = choiceOf(text, scope) ?? cannot(error.message);
    return { url: choice.usual, note: `LOOK: the URL is chosen by ${choice.option} at the source: ${short(text)}` };
  }
}

export function baseOf(text: string, scope: Scope): string | Choice {
  if (text === '') return cannot('it has no URL');
  try {
    return hostText(text, scope);
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    return choiceOf(text, scope) ?? cannot(error.message);
  }
}

/** A URL as one of ours: the options in it have to be given, and one that is a URL itself ends without a slash. */
function hostText(text: string, scope: Scope): string {
  const said = scope.say(text).trim();
  const template = parseTemplate(text);
  if (!('reason' in template))
    for (const part of template)
      if (typeof part !== 'string')
        for (const place of placesIn(part))
          if (place.root === 'config' && scope.withDefault(part) === undefined) scope.options.require(place.path);
  return said.replace(/^(\{config\.\w+\})(?=[^/?])/, '$1/');
}

/** A URL that depends on options: what it is for each value of the one that has few, or for the defaults of all. */
function choiceOf(text: string, scope: Scope): Choice | undefined {
  const template = parseTemplate(text);
  if ('reason' in template) return undefined;
  const places = new Map<string, Place>();
  for (const part of template)
    if (typeof part !== 'string') for (const place of placesIn(part)) if (place.root === 'config') places.set(place.path.join('.'), place);
  const [only, ...more] = [...places.values()];
  if (only === undefined) return undefined;
  const usually = urlOf(template, (place) =>
    place.root === 'config' ? (scope.options.factsOf(place.path).default ?? null) : scope.lookup(place),
  );
  const unknown =
    usually === undefined || !/^https?:\/\/[\w.-]+\.[a-z]{2,}/i.test(usually)
      ? undefined
      : { option: [...places.keys()].join(' and '), values: [], usual: usually };
  const facts = scope.options.factsOf(only.path);
  const choices = facts.isKnown ? choicesOf(facts) : comparedWith(template, only);
  const urls = choices.map((choice) => {
    const url = urlOf(template, (place) =>
      place.root === 'config' && place.path.join('.') === only.path.join('.') ? choice : scope.lookup(place),
    );
    return url === undefined ? undefined : ([String(choice), url] as const);
  });
  if (more.length > 0 || urls.length === 0 || urls.some((each) => each === undefined)) return unknown;
  const values = urls.filter((each) => each !== undefined);
  const usual = values.find(([value]) => value === String(facts.default)) ?? values[0];
  return { option: only.path.join('.'), values, usual: usual?.[1] ?? '' };
}

/** The values that a place is compared with: those of an option that no schema knows. */
function comparedWith(template: Template, place: Place): readonly JsonValue[] {
  const found = new Set<JsonValue>();
  const visit = (expression: Expression): void => {
    if (
      expression.kind === 'binary' &&
      expression.operator === '==' &&
      JSON.stringify(placeOf(expression.left)) === JSON.stringify(place)
    ) {
      const value = valueOf(expression.right, () => undefined);
      if (value !== undefined) found.add(value);
    }
    if (expression.kind === 'if')
      for (const each of [expression.test, expression.then, expression.otherwise]) if (each !== undefined) visit(each);
    if (expression.kind === 'binary') for (const each of [expression.left, expression.right]) visit(each);
  };
  for (const part of template) if (typeof part !== 'string') visit(part);
  return [...found];
}

function urlOf(template: Template, lookup: (place: Place) => JsonValue | undefined): string | undefined {
  const parts = template.map((part) => (typeof part === 'string' ? part : valueOf(part, lookup)));
  return parts.some((part) => part === undefined) ? undefined : parts.map(String).join('').trim();
}

/** Every look-up in an expression. */
function placesIn(expression: Expression): readonly Place[] {
  const place = placeOf(expression);
  if (place !== undefined) return [place];
  switch (expression.kind) {
    case 'if':
      return [expression.test, expression.then, ...(expression.otherwise === undefined ? [] : [expression.otherwise])].flatMap(placesIn);
    case 'binary':
      return [expression.left, expression.right].flatMap(placesIn);
    case 'not':
    case 'negative':
    case 'filter':
    case 'test':
      return placesIn(expression.of);
    case 'member':
    case 'slice':
      return placesIn(expression.of);
    case 'call': {
      const [key] = expression.args;
      const isGet = expression.of.kind === 'member' && valueOf(expression.of.key, () => undefined) === 'get' && key !== undefined;
      const got = isGet && expression.of.kind === 'member' ? placeOf({ kind: 'member', of: expression.of.of, key }) : undefined;
      if (got !== undefined) return [got, ...expression.args.slice(1).flatMap(placesIn)];
      return [...(expression.of.kind === 'member' ? placesIn(expression.of.of) : []), ...expression.args.flatMap(placesIn)];
    }
    case 'list':
      return expression.items.flatMap(placesIn);
    case 'dict':
      return expression.entries.flatMap(([key, value]) => [...placesIn(key), ...placesIn(value)]);
    default:
      return [];
  }
}

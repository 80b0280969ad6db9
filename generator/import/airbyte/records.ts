import { entry, fromJson, mapping, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import { selectorOf } from '../../detect/body.js';
import type { HookStub } from '../contract.js';
import { CannotSay, cannot } from '../refuse.js';
import { isObject, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { conditionOf, onlyExpression, type Condition } from './conditions.js';
import { parametersOf } from './expand.js';
import { short, type Scope } from './scope.js';

/** Where records are, and what becomes of them. */
export interface RecordsDraft {
  readonly selector: readonly DraftEntry[];
  /** Keys to the list, for stop conditions that look at it. */
  readonly path: readonly string[];
  readonly filter: DraftEntry | undefined;
  readonly casts: boolean;
  readonly hooks: readonly HookStub[];
}

/** Where recordings that are made up have records; of real answers, the hook select finds them. */
const BY_HOOK = [entry('data_selector', 'records', 'LOOK: the hook select finds the records, wherever they are')];

export function selectorDraft(value: JsonObject, outer: Scope): RecordsDraft {
  if (textAt(value, 'type') !== 'RecordSelector') {
    return {
      selector: BY_HOOK,
      path: [],
      filter: undefined,
      casts: false,
      hooks: [{ hook: 'select', quoted: textAt(value, 'class_name') ?? 'a selector in Python' }],
    };
  }
  const scope = outer.inside(parametersOf(value));
  const extractor = objectAt(value, 'extractor') ?? {};
  const hooks: HookStub[] = [];
  let path: readonly string[] = [];
  let selector: readonly DraftEntry[] = [entry('data_selector', '$')];
  if (textAt(extractor, 'type') === 'DpathExtractor') {
    const inner = scope.inside(parametersOf(extractor));
    try {
      path = textsAt(extractor, 'field_path').map((each) => plain(inner.say(each), each));
      selector = selectorEntries(path);
    } catch (error) {
      if (!(error instanceof CannotSay)) throw error;
      path = [];
      selector = BY_HOOK;
      hooks.push({ hook: 'select', quoted: error.message });
    }
  } else if (textAt(extractor, 'type') === 'ResponseToFileExtractor') cannot('answers are files');
  else {
    selector = BY_HOOK;
    hooks.push({ hook: 'select', quoted: textAt(extractor, 'class_name') ?? textAt(extractor, 'type') ?? 'an extractor in Python' });
  }
  const normalization = member(value, 'schema_normalization');
  if (isObject(normalization)) hooks.push({ hook: 'map', quoted: textAt(normalization, 'class_name') ?? 'a normalisation in Python' });
  const filter = filterOf(objectAt(value, 'record_filter'), scope);
  return { selector, path, filter: filter.entry, casts: normalization === 'Default', hooks: [...hooks, ...filter.hooks] };
}

function plain(said: string, source: string): string {
  return said.includes('{') ? cannot(`the place of records is made of options: ${short(source)}`) : said;
}

/** The engine reads a missing list as no records; `*` is every item. */
function selectorEntries(path: readonly string[]): readonly DraftEntry[] {
  if (path.length === 0) return [entry('data_selector', '$')];
  const parts = path.flatMap((each) => (each === '**' ? cannot('records at any depth') : [each]));
  const text = parts.some((each) => each === '*') ? withStars(parts) : selectorOf(parts);
  return [entry('data_selector', text), entry('data_selector_optional', true, 'why: the engine reads a missing list as no records')];
}

function withStars(parts: readonly string[]): string {
  const steps = parts
    .map((each, index) =>
      each === '*' ? '[*]' : /^[A-Za-z_][\w-]*$/.test(each) ? `${index === 0 ? '' : '.'}${each}` : `['${each.replaceAll("'", "\\'")}']`,
    )
    .join('');
  return steps.startsWith('[') ? `$${steps}` : steps;
}

/** A record filter as comparisons of the spec, or as a hook. */
function filterOf(
  value: JsonObject | undefined,
  outer: Scope,
): { readonly entry: DraftEntry | undefined; readonly hooks: readonly HookStub[] } {
  if (value === undefined) return { entry: undefined, hooks: [] };
  const text = textAt(value, 'condition') ?? '';
  const stub = { entry: undefined, hooks: [{ hook: 'filter' as const, quoted: textAt(value, 'class_name') ?? text }] };
  const scope = outer.inside(parametersOf(value));
  const expression = onlyExpression(text);
  const condition = expression === undefined ? undefined : conditionOf(expression);
  if (condition === undefined) return stub;
  try {
    const parts = comparisons(condition, scope);
    if (parts === undefined) return stub;
    const [only, ...more] = parts;
    return { entry: only === undefined ? undefined : entry('filter', more.length === 0 ? only : parts), hooks: [] };
  } catch (error) {
    if (error instanceof CannotSay) return stub;
    throw error;
  }
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
  ['in', 'in'],
]);

function comparisons(condition: Condition, scope: Scope): readonly DraftMap[] | undefined {
  if (condition.kind === 'always') return condition.value ? [] : undefined;
  if (condition.kind === 'and') {
    const all = condition.of.map((each) => comparisons(each, scope));
    return all.some((each) => each === undefined) ? undefined : all.flatMap((each) => each ?? []);
  }
  if (condition.kind === 'or') {
    const all = condition.of.map((each) => comparisons(each, scope));
    if (all.some((each) => each?.length !== 1)) return undefined;
    return [
      mapping(
        entry(
          'any',
          all.flatMap((each) => each ?? []),
        ),
      ),
    ];
  }
  if (condition.kind === 'something' || condition.kind === 'nothing') {
    const field = fieldOf(condition.place);
    return field === undefined
      ? undefined
      : [mapping(entry('field', field), entry('op', condition.kind === 'something' ? 'ne' : 'eq'), entry('value', null))];
  }
  if (condition.kind === 'compare') {
    const field = fieldOf(condition.place);
    const operator = OPERATORS.get(condition.operator);
    if (field === undefined || operator === undefined) return undefined;
    return [mapping(entry('field', field), operator !== 'eq' && entry('op', operator), entry('value', fromJson(condition.value)))];
  }
  if (condition.kind !== 'compare places') return undefined;
  const [left, right] = [fieldOf(condition.left), condition.right];
  const operator = OPERATORS.get(condition.operator);
  if (left === undefined || operator === undefined || right.root !== 'config') return undefined;
  return [mapping(entry('field', left), operator !== 'eq' && entry('op', operator), entry('value', scope.options.use(right.path)))];
}

function fieldOf({ root, path }: { readonly root: string; readonly path: readonly (string | number)[] }): string | undefined {
  const [name, ...rest] = path;
  return root === 'record' && typeof name === 'string' && rest.length === 0 ? name : undefined;
}

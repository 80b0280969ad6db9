import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { nameOf } from '../names.js';
import { parseTemplate } from '../placeholder.js';
import type { FieldFacts } from '../types/field-facts.js';
import type { Reading } from '../shape.js';
import type { ForEachSpec } from '../spec/for-each.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ConfigOption } from './connector-model.js';
import type { ForEachList, ForEachModel } from './parts-model.js';
import type { Scope } from './scope.js';
import { skippedStatuses } from './skipped.js';

type Value = string | number | boolean;

/** The lists that a resource is read for; null when it is read once. To be called when its templates are resolved. */
export function buildForEach(spec: ResourceSpec, config: readonly ConfigOption[], scope: Scope): ForEachModel | null {
  const { reading } = scope;
  const { for_each: said, include_for_each: included = [] } = spec;
  if (said === undefined) {
    if (spec.include_for_each !== undefined)
      reading.report(
        messages.pattern(
          reading.keySpanOf(spec, 'include_for_each'),
          'spec/no-list',
          `${shorten(spec.name)} has no for_each`,
          'Name the values there: for_each: { region: [eu, us] }.',
        ),
      );
    return null;
  }
  checkVariables(said, reading);
  checkIncluded(included, said, reading);
  const lists = [...said].flatMap(([name, values]) => listOf(name, values, said, config, reading) ?? []);
  for (const { name } of lists) {
    if (scope.values.has(name.raw) || !scope.complete) continue;
    reading.report(
      messages.pattern(
        reading.keySpanOf(said, name.raw),
        'spec/unused-list',
        `no request names {for_each.${name.raw}}: the same records would be read for every value`,
        'Put it into the path, params, headers or the body.',
      ),
    );
  }
  return {
    lists,
    included: included.map((field) => ({ field, as: `_${field}` })),
    skippedStatuses: skippedStatuses(spec, scope.reading),
  };
}

/** Refuses two lists whose values would have one name in the emitted loops: a name that is taken there gets `Value` behind it. */
function checkVariables(lists: ForEachSpec, reading: Reading): void {
  const names = [...lists.keys()];
  names.forEach((raw, index) => {
    const own = nameOf(raw).camel;
    const other = names
      .slice(0, index)
      .find((each) => [`${own}Value`, own].includes(nameOf(each).camel) || own === `${nameOf(each).camel}Value`);
    if (other === undefined) return;
    reading.report(
      messages.pattern(
        reading.keySpanOf(lists, raw),
        'spec/identifier-collision',
        `${shorten(raw)} and ${shorten(other)} would have one name in the package`,
        'Rename one of them.',
      ),
    );
  });
}

function checkIncluded(included: readonly string[], lists: ForEachSpec, reading: Reading): void {
  included.forEach((field, index) => {
    const span = reading.spanOf(included, index);
    const match = closest(field, [...lists.keys()]);
    if (included.indexOf(field) !== index)
      reading.report(messages.pattern(span, 'spec/duplicate-name', `${shorten(field)} is listed twice`));
    else if (!lists.has(field))
      reading.report(
        messages.pattern(
          span,
          'spec/unknown-list',
          `for_each has no list ${shorten(field)}`,
          match === undefined ? undefined : `Did you mean "${match}"?`,
        ),
      );
  });
}

function listOf(
  raw: string,
  said: readonly (Value | null)[] | string,
  all: ForEachSpec,
  config: readonly ConfigOption[],
  reading: Reading,
): ForEachList | undefined {
  const name = nameOf(raw);
  const span = reading.spanOf(all, raw);
  if (typeof said === 'string') {
    const parsed = parseTemplate(said);
    const [part, ...more] = parsed.ok ? parsed.template : [];
    const named = part !== undefined && typeof part !== 'string' && more.length === 0 && part.root === 'config' ? part : undefined;
    const option = config.find((each) => each.name.raw === named?.path[0]);
    if (option?.type === 'list') return { name, type: 'string', from: { kind: 'option', option: option.name } };
    const known = config.filter(({ type }) => type === 'list').map((each) => each.name.raw);
    const match = option === undefined ? closest(named?.path.join('.') ?? said, known) : undefined;
    reading.report(
      option !== undefined
        ? messages.pattern(span, 'spec/no-list', `the option ${shorten(option.name.raw)} is of type ${option.type}, not a list`)
        : messages.pattern(
            span,
            'spec/no-list',
            `${shorten(said)} names no list of config`,
            match === undefined ? 'Write [a, b], or "{config.name}" of an option of type list.' : `Did you mean "{config.${match}}"?`,
          ),
    );
    return undefined;
  }
  const values = said.filter((value) => value !== null);
  const [first] = values;
  const odd = said.findIndex((value) => value === null || value === '' || typeof value !== typeof first);
  if (odd !== -1 || first === undefined) {
    reading.report(
      messages.pattern(
        reading.spanOf(said, Math.max(odd, 0)),
        'spec/list-value',
        'the values of a list are texts, numbers, or true and false, and none is empty',
        said[odd] === null || said[odd] === '' ? undefined : 'Quote the numbers if they are texts.',
      ),
    );
    return undefined;
  }
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (twice !== -1)
    reading.report(
      messages.pattern(reading.spanOf(said, twice), 'spec/duplicate-name', `${shorten(String(values[twice]))} is listed twice`),
    );
  return { name, type: typeOf(values), from: { kind: 'values', values } };
}

function typeOf(values: readonly Value[]): ForEachList['type'] {
  if (values.every((value) => typeof value === 'string')) return 'string';
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  return values.every((value) => Number.isSafeInteger(value)) ? 'integer' : 'number';
}

/** The fields that records get from the values they are read for, by name. */
export function fieldsFromValues(spec: ResourceSpec): ReadonlyMap<string, { readonly index: number; readonly facts: FieldFacts }> {
  const { for_each: lists, include_for_each: included = [] } = spec;
  const fields = new Map<string, { readonly index: number; readonly facts: FieldFacts }>();
  if (lists === undefined) return fields;
  included.forEach((field, index) => {
    const values = lists.get(field);
    if (values === undefined) return; // reported with the lists
    const known = typeof values === 'string' ? [] : values.filter((value) => value !== null);
    const type = typeOf(known);
    const facts: FieldFacts = {
      type,
      description: `The \`${field}\` it was read for.`,
      nullable: false,
      ...(type === 'string' && known.length > 0 ? { enum: known } : {}),
    };
    fields.set(`_${field}`, { index, facts });
  });
  return fields;
}

import type { ConditionModel, ConfigOption } from '../model/connector-model.js';
import { optionsUnder } from '../model/offered.js';
import type { JsonValue } from '../shape.js';

/** Made-up options of a caller, by their names in the spec; under conditions, such that they hold. */
export function sampleConfig(
  options: readonly ConfigOption[],
  conditions: readonly ConditionModel[] = [],
): { readonly [option: string]: string | number | boolean | readonly string[] } {
  const under = optionsUnder(conditions);
  return Object.fromEntries(
    options.flatMap((option) => {
      const { raw } = option.name;
      const value = under?.has(raw) === true ? under.get(raw) : (option.default ?? sampleOption(option));
      return value === null || value === undefined ? [] : [[raw, value]];
    }),
  );
}

function sampleOption({ type, name, example }: ConfigOption): string | number | boolean | readonly string[] {
  if (example !== null) return example;
  switch (type) {
    case 'string':
      return `some-${name.kebab}`;
    case 'integer':
      return 25;
    case 'number':
      return 2.5;
    case 'boolean':
      return true;
    case 'datetime':
      return '2026-01-01T00:00:00Z';
    case 'date':
      return '2026-01-01';
    case 'list':
      return [`some-${name.kebab}`, `other-${name.kebab}`];
  }
}

export type Config = { readonly [option: string]: JsonValue };

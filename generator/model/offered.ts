import type { ConditionModel, ConfigOption, ResourceModel } from './connector-model.js';

/**
 * The conditions that a resource is there under: its own, those of the resource whose records it is read for, and of the one
 * that it is read from in full.
 */
export function conditionsOf(resource: ResourceModel, all: readonly ResourceModel[]): readonly ConditionModel[] {
  const others = all.filter(({ name }) => name.raw === resource.parent?.resource.raw || name.raw === resource.full?.raw);
  return [...(resource.when === null ? [] : [resource.when]), ...others.flatMap((each) => conditionsOf(each, all))];
}

/** The condition that keeps a resource from being read with these options, by their names in the spec; undefined: it is there. */
export function missingCondition(
  resource: ResourceModel,
  all: readonly ResourceModel[],
  options: Readonly<Record<string, unknown>>,
): ConditionModel | undefined {
  return conditionsOf(resource, all).find((condition) => !holdsFor(condition, options[condition.option.raw]));
}

type Value = ConfigOption['default'];

/** Whether the value of an option is as a condition has it; null: it was left out. */
export function holdsFor({ isNegated, equals }: ConditionModel, value: unknown): boolean {
  return (equals === null ? value !== null && value !== undefined : value === equals) !== isNegated;
}

/**
 * Values of options under which all conditions hold; null: left out. Undefined where there are none: the conditions exclude
 * each other.
 */
export function optionsUnder(conditions: readonly ConditionModel[]): ReadonlyMap<string, Value> | undefined {
  const values = new Map<string, Value>();
  const exactFirst = [...conditions].sort((a, b) => Number(isExact(b)) - Number(isExact(a)));
  for (const condition of exactFirst) {
    const { option } = condition;
    if (!values.has(option.raw)) {
      const value = valueUnder(condition);
      if (value !== undefined) values.set(option.raw, value);
    } else if (!holdsFor(condition, values.get(option.raw))) return undefined;
  }
  return values;
}

function isExact({ isNegated, equals }: ConditionModel): boolean {
  return (equals === null) === isNegated;
}

/** A value under which a condition holds; undefined: any that the option may have. */
function valueUnder({ isNegated, equals }: ConditionModel): Value | undefined {
  if (equals === null) return isNegated ? null : undefined;
  if (!isNegated) return equals;
  return typeof equals === 'boolean' ? !equals : typeof equals === 'number' ? equals + 1 : `not-${equals}`;
}

/** What an option has to be: words for errors and pages. */
export function requirement({ isNegated, equals }: ConditionModel): string {
  if (equals === null) return isNegated ? 'left out' : 'given';
  const value = JSON.stringify(equals);
  return isNegated ? (equals === true ? 'false, or left out' : `another than ${value}`) : value;
}

import type { Name } from '../names.js';
import type { Path } from '../selector.js';
import type { Operator } from '../spec/selecting.js';

/** How the records are made of what the selector finds. */
export interface SelectionModel {
  readonly path: Path;
  /** Whether an answer may be without the place, or have null there: then it has no records. */
  readonly optional: boolean;
  /** Whether an object at the place is one record: there is one page, and it may be about one thing. */
  readonly single: boolean;
  readonly reshape: ReshapeModel | null;
}

export type ReshapeModel =
  /** `value`: the field for the whole entry; null: the entry is an object, whose fields the record has. */
  | { readonly kind: 'map'; readonly key: string; readonly value: string | null }
  | { readonly kind: 'scalars'; readonly field: string }
  | { readonly kind: 'zip'; readonly columns: readonly string[] }
  /** `columns`: null: the first list has the names. */
  | { readonly kind: 'lists'; readonly columns: readonly string[] | null }
  | { readonly kind: 'flatten'; readonly path: Path; readonly included: readonly IncludedValue[] };

/** A field that a record gets from the object around it. */
export interface IncludedValue {
  readonly as: string;
  readonly from: Path;
}

/** Which records are kept: in each of the outer list, one of the inner holds. */
export type FilterModel = readonly (readonly ComparisonModel[])[];

export interface ComparisonModel {
  readonly field: string;
  readonly op: Operator;
  readonly value: Literal | readonly Literal[] | OptionReference;
}

/** An option of the caller. */
export interface OptionReference {
  readonly kind: 'config';
  readonly config: Name;
}

export type Literal = string | number | boolean | null;

/** The fields that reshaping gives to records. */
export function reshapedFields(reshape: ReshapeModel | null): readonly string[] {
  switch (reshape?.kind) {
    case 'map':
      return [reshape.key, ...(reshape.value === null ? [] : [reshape.value])];
    case 'scalars':
      return [reshape.field];
    case 'zip':
      return reshape.columns;
    case 'lists':
      return reshape.columns ?? [];
    case 'flatten':
      return reshape.included.map(({ as }) => as);
    case undefined:
      return [];
  }
}

/** Whether one thing that the API counts on a page may be several records, or none. */
export function changesCount({ path, reshape }: SelectionModel): boolean {
  return reshape?.kind === 'flatten' || path.filter((step) => step.kind === 'every').length > 1;
}

export function isReference(value: ComparisonModel['value']): value is OptionReference {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

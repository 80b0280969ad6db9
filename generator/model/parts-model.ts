import type { Name } from '../names.js';
import type { Path } from '../selector.js';

/** What a resource is read for: records of a parent, values of lists. */

/** The resource whose records a child is read for, one after the other. */
export interface ParentModel {
  readonly resource: Name;
  /** The fields that requests take from a parent, and whether each may be null. */
  readonly fields: readonly ParentField[];
  /** Fields copied into each record: `_users_id`. */
  readonly included: readonly IncludedField[];
  /** What happens with a parent that has null where a request needs a value. */
  readonly onNull: 'skip' | 'fail';
  /** Statuses that concern one parent alone: it is passed over where its children are answered so. None: every error ends the read. */
  readonly skippedStatuses: readonly number[];
}

export interface ParentField {
  readonly path: Path;
  readonly nullable: boolean;
}

export interface IncludedField {
  readonly field: string;
  /** `_users_id` */
  readonly as: string;
}

/** Lists: a resource is read for each value, or for each combination of several, the last list changing fastest. */
export interface ForEachModel {
  readonly lists: readonly ForEachList[];
  /** Lists whose values are copied into each record: `_region`. */
  readonly included: readonly IncludedField[];
  /** Statuses that concern one combination alone: it is passed over. None: every error ends the read. */
  readonly skippedStatuses: readonly number[];
}

/** Several that are asked for at once, and what stands between them in a text. */
export interface GroupModel {
  readonly size: number;
  readonly separator: string;
}

export interface ForEachList {
  readonly name: Name;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly from:
    | { readonly kind: 'values'; readonly values: readonly (string | number | boolean)[] }
    | { readonly kind: 'option'; readonly option: Name };
}

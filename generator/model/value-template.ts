import type { Name } from '../names.js';
import type { Path } from '../selector.js';
import type { OneTimeFormat } from '../types/model.js';

/** Text with values in it that are known when the request is made. */
export type ValueTemplate = readonly (string | Reference)[];

export type Reference =
  ExpressionReference | ConfigReference | ParentReference | EachReference | GroupReference | BoundReference | JobReference;

/** A value that an expression makes, of the options and of when the read began. */
export interface ExpressionReference {
  readonly kind: 'expression';
  readonly expression: ExpressionModel;
}

export type ExpressionModel =
  | {
      readonly of: 'time';
      /** The option that is a time, and the resource that it is sent for; null: when the read began. */
      readonly from: { readonly option: Name; readonly resource: string } | null;
      /** So long after it. */
      readonly months: number;
      readonly ms: number;
      readonly format: OneTimeFormat;
      readonly source: string;
    }
  /** An option, and what stands for it where it was left out. */
  | { readonly of: 'default'; readonly config: Name; readonly otherwise: OperandModel; readonly source: string }
  | {
      readonly of: 'choice';
      readonly condition: ConditionModel;
      readonly then: OperandModel;
      readonly otherwise: OperandModel;
      readonly source: string;
    };

/** What an option of the caller has to be. */
export interface ConditionModel {
  readonly option: Name;
  readonly isNegated: boolean;
  /** null: that it is given. */
  readonly equals: string | number | boolean | null;
}

/** A value of the spec, or an option of the caller that is always there. */
export type OperandModel =
  { readonly kind: 'literal'; readonly value: string | number } | { readonly kind: 'option'; readonly config: Name };

/** The options that an expression names. */
export function optionsOfExpression(expression: ExpressionModel): readonly Name[] {
  if (expression.of === 'time') return expression.from === null ? [] : [expression.from.option];
  const operands = [expression.otherwise, ...(expression.of === 'choice' ? [expression.then] : [])];
  const first = expression.of === 'choice' ? expression.condition.option : expression.config;
  return [first, ...operands.flatMap((each) => (each.kind === 'option' ? [each.config] : []))];
}

/** An option of the caller. */
export interface ConfigReference {
  readonly kind: 'config';
  readonly config: Name;
}

/** A field of the parent record that the request is made for. */
export interface ParentReference {
  readonly kind: 'parent';
  /** `users`: the parent resource. */
  readonly resource: Name;
  readonly field: Path;
}

/** The value of a list that the request is made for. */
export interface EachReference {
  readonly kind: 'each';
  readonly list: Name;
}

/** The values of a group that the request is made for: of a field of parents, or of a list. */
export interface GroupReference {
  readonly kind: 'group';
  readonly of: ParentReference | EachReference;
  readonly separator: string;
}

/** Where an incremental read, or its window, begins or ends. */
export interface BoundReference {
  readonly kind: 'bound';
  readonly bound: 'start' | 'end';
}

/** A field of what the API answered to the request that created a job, or to the last one that asked whether it is done. */
export interface JobReference {
  readonly kind: 'job';
  readonly of: 'job' | 'poll';
  readonly field: Path;
}

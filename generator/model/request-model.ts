import type { ConditionModel, ValueTemplate } from './value-template.js';

/** What a request has beside its path. */

export interface HeaderModel {
  readonly name: string;
  readonly value: ValueTemplate;
}

/** A JSON value with references in it; a text that is nothing but one reference has the type of what it refers to. */
export type JsonTemplate =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'text'; readonly template: ValueTemplate }
  | { readonly kind: 'list'; readonly items: readonly JsonTemplate[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: JsonTemplate])[] };

/** What is sent in the body of each request. */
export type BodyModel =
  | { readonly kind: 'json'; readonly value: Extract<JsonTemplate, { kind: 'object' }> }
  | { readonly kind: 'form'; readonly fields: readonly ParamModel[] }
  /** A text as it is. */
  | { readonly kind: 'text'; readonly template: ValueTemplate; readonly type: string };

/** A name, and its value; the same name may come several times. */
export interface ParamModel {
  readonly name: string;
  readonly value: ValueTemplate;
  /** Under which option of the caller it is sent; none: always. */
  readonly when?: ConditionModel;
}

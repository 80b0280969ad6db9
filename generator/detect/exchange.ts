import type { JsonValue } from '../shape.js';

/** One request to an API and what it answered, without credentials. */
export interface Exchange {
  /** In capitals. */
  readonly method: string;
  readonly url: URL;
  /** The JSON body of the request; absent where there was none, or of another kind. */
  readonly requestBody?: JsonValue;
  /** Headers of the answer, by lower-case name. */
  readonly headers: { readonly [name: string]: string };
  readonly body: JsonValue;
}

/** Something that answers tell, why, and whether they tell it for certain or somebody has to look. */
export interface Finding<Value> {
  readonly value: Value;
  readonly reason: string;
  /** False: likely, and worth a look. */
  readonly sure: boolean;
}

/** A paginator as it stands in a spec: its `type` first, then its keys in order. */
export type PaginatorWords = { readonly [key: string]: string | number | boolean | null };

/** How an API pages, and which parts of a request are a matter of it. */
export interface Paging {
  readonly paginator: PaginatorWords;
  /** Query parameters that the paginator sends: they are no `params`. */
  readonly params: readonly string[];
  /** Members of the JSON body that the paginator sends. */
  readonly bodyPaths: readonly (readonly string[])[];
  /** Where relative links begin, when that is not the request: a path that `base_url` has to end with. */
  readonly linkBase?: string;
}

export function sure<Value>(value: Value, reason: string): Finding<Value> {
  return { value, reason, sure: true };
}

export function look<Value>(value: Value, reason: string): Finding<Value> {
  return { value, reason, sure: false };
}

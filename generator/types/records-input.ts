import type { Span } from '../diagnostics/diagnostic.js';
import type { Name } from '../names.js';
import type { ColumnsSpec } from './columns-shape.js';
import type { SchemaContractSpec } from './contract-shape.js';
import type { FieldsSpec, SharedRecordsSpec, VariantsSpec } from './field.js';
import type { SchemaSpec } from './schema-shape.js';

/** What the records of a connector are made of: what its spec says of them. */

export interface RecordsInput {
  /** Type names that the rest of the package has, and whose they are. */
  readonly taken?: readonly TakenName[];
  readonly resources: readonly ResourceInput[];
  /** The spec's `records:`. */
  readonly records?: SharedRecordsSpec | undefined;
  /** The connector's `schema_contract`, for shared records that have none of their own. */
  readonly contract?: SchemaContractSpec | undefined;
}

export interface TakenName {
  readonly name: string;
  /** How messages name it: "the page of \"events\"". */
  readonly what: string;
  readonly span: Span;
}

export interface ResourceInput {
  readonly name: Name;
  /** Where the name stands. */
  readonly nameSpan: Span;
  /** The resource's `record:`: another name for its record, or a shared record. */
  readonly record?: string | undefined;
  /** Where that stands; the name's place without. */
  readonly recordSpan?: Span | undefined;
  readonly description?: string | undefined;
  readonly fields?: FieldsSpec | undefined;
  readonly columns?: ColumnsSpec | undefined;
  readonly schema?: SchemaSpec | undefined;
  /** What a record is one of, beside the fields that each of them has; `span`: where that stands. */
  readonly variants?: { readonly said: VariantsSpec; readonly discriminator: string | undefined; readonly span: Span } | undefined;
  /** The primary and merge keys: never null nor missing. */
  readonly keys: readonly string[];
  readonly contract?: SchemaContractSpec | undefined;
  /** Whether its fields are cast. */
  readonly cast?: boolean | undefined;
  /** Whether its values are texts of a document. */
  readonly isDocument?: boolean | undefined;
}

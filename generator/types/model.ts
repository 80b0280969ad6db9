import type { DecimalSize } from './decimal.js';

/**
 * The records of a connector, fully resolved: no default left to apply, no casing left to do, every list in the order
 * in which it is emitted.
 */
export interface RecordsModel {
  /** One for each file of `src/records/`: the records of the resources, then the shared ones. */
  readonly types: readonly RecordType[];
  /** Which record each resource reads, in the order of the spec. */
  readonly resources: readonly ResourceRecord[];
}

export interface ResourceRecord {
  /** The resource as the spec names it: `active_users`. */
  readonly resource: string;
  readonly type: RecordType;
  /** Where its JSON Schema lies in the package: `schemas/active-users.json`. */
  readonly schemaFile: string;
}

export interface RecordType {
  /** `ActiveUser` */
  readonly typeName: string;
  /** `active-user`, for `src/records/active-user.ts`. */
  readonly file: string;
  /** `decodeActiveUser` */
  readonly decode: string;
  /** `activeUser`: what the decoder calls its value. */
  readonly variable: string;
  /** `activeUserSchema`, the Standard Schema object. */
  readonly schema: string;
  /** `extraActiveUserFields`, or nothing when fields are not declared, or no undeclared one can pass. */
  readonly extras: string | undefined;
  readonly description: string | undefined;
  /** Of a record that is one of several: the fields of all of them. */
  readonly fields: readonly FieldModel[];
  /** What a record of the type is one of, each with all of its fields. */
  readonly variants: RecordVariants | undefined;
  /** Whether the spec lists fields at all; a record without is `{ readonly [field: string]: unknown }`. */
  readonly declared: boolean;
  /** Of a record without declared fields: those that tell it apart, never null nor missing. */
  readonly keys: readonly string[];
  readonly contract: Contract;
  /** Whether another record refers to it, so that its decoder takes the path to it. */
  readonly shared: boolean;
  /** Whether it, or a record it refers to, has `bigint` or `decimal` fields: read the text with `parseExactJson`. */
  readonly needsExactNumbers: boolean;
  /** Whether it may hold integers that only `bigint` holds: in such a field, in one of any type, or in one that is not declared. */
  readonly mayHoldBigints: boolean;
  /** Whether `decode` may return `undefined` for a record it dropped, counted in `place.discardedRows`. */
  readonly mayDiscardRows: boolean;
  /** Whether values may be dropped, counted in `place.discardedValues`. */
  readonly mayDiscardValues: boolean;
}

/** What happens to a field that is not declared, and to a value of the wrong type. */
export interface Contract {
  readonly columns: ContractMode;
  readonly dataType: ContractMode;
}

export type ContractMode = 'evolve' | 'freeze' | 'discard_row' | 'discard_value';

export interface FieldModel extends ValueModel {
  /** As the API has it. */
  readonly name: string;
  /** May be missing, and then stays so. A nullable field that is missing and not optional reads as null. */
  readonly optional: boolean;
  readonly doc: FieldDoc;
  /** Of a record that is one of several: not all of them have it, or not as the same. */
  readonly ofSome?: true;
  /** Of a list: whether destinations have a table for it; nothing: as its resource says. */
  readonly nested?: 'json' | 'tables';
}

/** A place for a value: a field, an item of an array, a value of a map. */
export interface ValueModel {
  readonly type: TypeModel;
  readonly nullable: boolean;
  /** Never shown in a message. */
  readonly sensitive: boolean;
  /** An empty text is null. */
  readonly emptyAsNull?: boolean;
  /** Texts that are null. */
  readonly nullTexts?: readonly string[];
  /** What values of other types are made, where they say the same. */
  readonly cast?: CastType;
}

export type CastType = 'string' | 'integer' | 'number' | 'boolean';

export interface FieldDoc {
  readonly description: string | undefined;
  readonly unit: string | undefined;
  readonly examples: readonly Scalar[];
  /** `true`, or what to use instead. */
  readonly deprecated: boolean | string;
}

export type Scalar = string | number | boolean | null;

export type TypeModel =
  | { readonly kind: 'string'; readonly format: StringFormat | undefined }
  | { readonly kind: 'number'; readonly integer: boolean; readonly minimum: number | undefined; readonly maximum: number | undefined }
  | { readonly kind: 'boolean' }
  | TimeType
  | DecimalType
  | { readonly kind: 'bigint' }
  | { readonly kind: 'json' }
  | EnumType
  | ObjectType
  | { readonly kind: 'array'; readonly items: ValueModel }
  | { readonly kind: 'map'; readonly values: ValueModel }
  | UnionType
  | VariantsType
  | { readonly kind: 'record'; readonly record: RecordReference };

/** A time, which stays text, or a number, as it was sent. */
export interface TimeType {
  readonly kind: 'time';
  readonly of: 'datetime' | 'date' | 'time';
  readonly format: TimeFormat;
}

/** A decimal number with all its digits; of a size, or of any. */
export interface DecimalType {
  readonly kind: 'decimal';
  readonly size: DecimalSize | undefined;
}

/** Closed, one of `values`; open, `values` are the known ones of more. */
export interface EnumType {
  readonly kind: 'enum';
  readonly values: readonly (string | number | boolean)[];
  readonly open: boolean;
}

/** A nested object with an interface of its own, in the file of its record. */
export interface ObjectType {
  readonly kind: 'object';
  readonly typeName: string;
  readonly fields: readonly FieldModel[];
}

/** Values told apart by their JSON type; several objects among them by a field that those after them do not know. */
export interface UnionType {
  readonly kind: 'union';
  readonly members: readonly TypeModel[];
  /** Where several members are objects: the field that tells each of them, in the order of `members`. The last of them may have none. */
  readonly tells?: readonly (string | undefined)[];
}

/** Objects told apart by the text in one of their fields. */
export interface VariantsType {
  readonly kind: 'variants';
  readonly discriminator: string;
  readonly variants: readonly Variant[];
}

export interface Variant {
  /** The text in the discriminator, which is among the fields. Where there is none: the number of the variant. */
  readonly word: string;
  readonly object: ObjectType;
}

/** What a record is one of. */
export interface RecordVariants {
  /** `PaymentFields`: the interface of the fields of all of them. */
  readonly typeName: string;
  readonly told: VariantsType | ToldByFields;
}

/** Objects told apart by a field that only one of them has, and always has. */
export interface ToldByFields {
  readonly kind: 'told_by_fields';
  /** In the order in which they are tried. The last may have no such field: it is what the others are not. */
  readonly variants: readonly (Variant & { readonly tell: string | undefined })[];
}

/** Another record type; a name and not the type itself, since records may be recursive. */
export interface RecordReference {
  readonly typeName: string;
  readonly file: string;
  readonly decode: string;
}

export type StringFormat = 'uuid' | 'uri' | 'email' | 'ip' | 'ipv4' | 'ipv6' | 'base64';

export type TimeFormat = OneTimeFormat | { readonly kind: 'several'; readonly formats: readonly OneTimeFormat[] };

/** `microsoft_date`: `/Date(1767225600000+0100)/`. */
export type OneTimeFormat =
  | { readonly kind: 'iso8601' | 'rfc2822' | 'epoch_s' | 'epoch_ms' | 'microsoft_date' }
  | { readonly kind: 'strftime'; readonly pattern: string };

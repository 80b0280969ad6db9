import type { StepModel } from './step.js';
import type { Name } from '../names.js';
import type { OneTimeFormat, TimeFormat } from '../types/model.js';
import type { Path } from '../selector.js';

/** How a resource is read incrementally, with every default filled in. */
export interface IncrementalModel {
  /** Keys from the record to the cursor. */
  readonly cursor: Path;
  /** How cursors compare: instants whatever their offset, dates as text, numbers; `bigint` fields by all of their digits. */
  readonly kind: 'instant' | 'date' | 'number' | 'bigint';
  /** How records write the cursor; null for numbers, bigints and dates. */
  readonly recordFormat: TimeFormat | null;
  /** How requests write it; null: as records do, of several formats in the first. */
  readonly requestFormat: OneTimeFormat | null;
  readonly initial: BoundModel | null;
  readonly end: BoundModel | null;
  readonly startParam: string | null;
  readonly endParam: string | null;
  /** Milliseconds for instants and dates, units for numbers. */
  readonly lag: number;
  readonly rangeStart: 'closed' | 'open';
  readonly rangeEnd: 'closed' | 'open';
  readonly order: 'asc' | 'desc' | null;
  /** Which value is the last one: min for feeds that are read backwards. */
  readonly last: 'max' | 'min';
  /** How long the windows are that a read is cut into; null: it is read at once. */
  readonly step: StepModel | null;
  readonly onMissing: 'raise' | 'include' | 'exclude';
  /** The zone of times that are written without an offset; null: they are taken for UTC. */
  readonly timezone: ZoneModel | null;
  /** Whether records say their zone and bounds do not: the API decides which one they are in. */
  readonly boundsLackZone: boolean;
  /** Whether a bigint is a time: nanoseconds since 1970. */
  readonly isEpochNs: boolean;
  /** Whether numbers are whole: one less is one unit less. */
  readonly isWhole: boolean;
  /** Whether the cursor may be null or missing in a record. */
  readonly nullable: boolean;
}

/** A time zone by its name, or an option of the caller that has it. */
export type ZoneModel = { readonly kind: 'zone'; readonly zone: string } | { readonly kind: 'option'; readonly option: Name };

/** A bound of the spec, of bigints as digits, or an option of the caller: `isText`, a time that may be written in another form than the cursor's. */
export type BoundModel =
  | { readonly kind: 'value'; readonly value: string | number }
  | {
      readonly kind: 'option';
      readonly option: Name;
      readonly optional: boolean;
      readonly default: string | number | boolean | null;
      readonly isText: boolean;
    };

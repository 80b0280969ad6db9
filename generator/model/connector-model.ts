import type { AuthModel } from '../auth/index.js';
import type { Name } from '../names.js';
import type { PaginatorModel } from '../paginators/index.js';
import type { RecordsModel } from '../records/model.js';
import type { Path } from '../selector.js';

/**
 * A connector, ready to be written: every name resolved, every default filled in, every list in the order it is emitted.
 * Plain data: `--print-model` prints it.
 */
export interface ConnectorModel {
  readonly name: Name;
  readonly packageName: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly author: string | null;
  readonly repository: string | null;
  /** `specs/analytics.yaml`, as headers of emitted files name it. */
  readonly specPath: string;
  readonly baseUrl: string;
  readonly headers: readonly HeaderModel[];
  readonly timeoutMs: number;
  readonly retry: RetryModel;
  /** None: requests are not signed. Several: the caller chooses. */
  readonly auth: readonly AuthModel[];
  readonly config: readonly ConfigOption[];
  readonly resources: readonly ResourceModel[];
  readonly records: RecordsModel;
}

export interface RetryModel {
  readonly statuses: readonly number[];
  readonly maxRetries: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  readonly maxRetryAfterMs: number;
}

export interface HeaderModel {
  readonly name: string;
  readonly value: ValueTemplate;
}

/** Text with the caller's options in it. */
export type ValueTemplate = readonly (string | ConfigReference)[];

export interface ConfigReference {
  readonly config: Name;
}

export type ConfigType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'date';

export interface ConfigOption {
  readonly name: Name;
  readonly type: ConfigType;
  readonly description: string;
  readonly optional: boolean;
  /** What it is when the caller leaves it out; null: then it is not sent. */
  readonly default: string | number | boolean | null;
  /** `ANALYTICS_START_DATE` */
  readonly env: string;
}

export interface ResourceModel {
  readonly name: Name;
  readonly description: string;
  /** Begins with a slash, or is empty. */
  readonly path: ValueTemplate;
  readonly params: readonly ParamModel[];
  readonly headers: readonly HeaderModel[];
  readonly selector: Path;
  readonly paginator: PaginatorModel;
  readonly primaryKey: readonly string[];
  readonly mergeKey: readonly string[];
  readonly writeDisposition: 'append' | 'replace' | 'merge';
  readonly selected: boolean;
  /** The options that its path, params and headers use. */
  readonly config: readonly ConfigOption[];
}

export interface ParamModel {
  readonly name: string;
  readonly value: ValueTemplate;
}

import type { AuthModel } from '../auth/index.js';
import type { IncrementalModel } from '../incremental/model.js';
import type { ChangeFeedModel } from './change-feed-model.js';
import type { Name } from '../names.js';
import type { PaginatorModel } from '../paginators/index.js';
import type { RecordsModel } from '../types/model.js';
import type { Path } from '../selector.js';
import type { UrlTemplate } from '../url-template.js';
import type { Output } from '../outputs.js';
import type { ActionModel } from './answers.js';
import type { ChangesModel } from './changes-model.js';
import type { HooksModel } from './hooks-model.js';
import type { FilterModel, SelectionModel } from './selection-model.js';
import type { ConditionModel, ValueTemplate } from './value-template.js';
import type { JobModel } from './job-model.js';
import type { ParentModel, ForEachModel, GroupModel } from './parts-model.js';
import type { HeaderModel, BodyModel, ParamModel } from './request-model.js';

export type * from './value-template.js';

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
  /** As an example, where options of the caller stand in it. */
  readonly baseUrl: string;
  /** What the caller's options make of it; null: it is always `baseUrl`. */
  readonly baseUrlTemplate: UrlTemplate | null;
  readonly headers: readonly HeaderModel[];
  readonly timeoutMs: number;
  readonly retry: RetryModel;
  /** The most that a client asks; null: it asks when it likes. */
  readonly rateLimit: { readonly requests: number; readonly perMs: number } | null;
  /** Where answers say when a limit is lifted, beside Retry-After. */
  readonly rateLimitReset: { readonly header: string; readonly format: 'epoch_s' | 'epoch_ms' | 'seconds' } | null;
  /** Other origins that redirects may lead to, without credentials. */
  readonly redirectOrigins: readonly string[];
  /** Whether what a read warns of is an error. */
  readonly strict: boolean;
  /** None: requests are not signed. Several: the caller chooses. */
  readonly auth: readonly AuthModel[];
  /** Schemes of single endpoints, by their resources. */
  readonly ownAuth: readonly { readonly resource: Name; readonly scheme: AuthModel }[];
  readonly config: readonly ConfigOption[];
  readonly resources: readonly ResourceModel[];
  readonly records: RecordsModel;
  /** The functions that its author wrote for it; null: there is no hooks file. */
  readonly hooks: HooksModel | null;
  /** What the package can be run with. None: it is a library only. */
  readonly outputs: readonly Output[];
  /** The registries that it is made for. */
  readonly publish: readonly ('npm' | 'jsr')[];
}

export interface RetryModel {
  readonly statuses: readonly number[];
  readonly maxRetries: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  readonly maxRetryAfterMs: number;
}

/** What bodies are; `gzip`: in gzip files. */
export type FormatModel =
  | { readonly kind: 'json'; readonly gzip: boolean }
  | { readonly kind: 'jsonl'; readonly gzip: boolean; readonly skipLines: number }
  | { readonly kind: 'xml'; readonly gzip: boolean; readonly lists: readonly string[] }
  | CsvModel;

export interface CsvModel {
  readonly kind: 'csv';
  readonly gzip: boolean;
  readonly delimiter: string;
  /** null: fields are never quoted. */
  readonly quote: string | null;
  /** null: the first row names them. */
  readonly columns: readonly string[] | null;
  /** Whether the last row may lack its line end. */
  readonly unterminated: boolean;
  /** How many lines stand before the header, or the first row. */
  readonly skipLines: number;
  /** Whether rows may have fewer fields than there are columns. */
  readonly shortRows: boolean;
  /** How many of the last rows are no records. */
  readonly summaryRows: number;
}

export type ConfigType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'date' | 'list';

export interface ConfigOption {
  readonly name: Name;
  readonly type: ConfigType;
  readonly description: string;
  readonly optional: boolean;
  /** What it is when the caller leaves it out; null: then it is not sent. */
  readonly default: string | number | boolean | null;
  /** `ANALYTICS_START_DATE` */
  readonly env: string;
  /** Whether it must stand in no error, state, log or recording. */
  readonly secret: boolean;
  /** What tests and made-up recordings take, where that cannot be any value of its type; null: any. */
  readonly example: string | null;
}

/** Which requests are sent before the records of earlier ones are used. */
export interface ReadAheadModel {
  /** How many requests whose places are known may be on their way at once; 1: none is sent ahead. */
  readonly concurrency: number;
  /** Whether the next page is asked for while one is being used. */
  readonly prefetch: boolean;
}

export interface ResourceModel {
  readonly name: Name;
  readonly description: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'QUERY';
  /** How its requests are signed: as those of the client, in a way of its own, or not at all. */
  readonly auth: 'client' | 'own' | 'none';
  /** Begins with a slash, or is empty. */
  readonly path: ValueTemplate;
  /** Whether the path begins at the origin, whatever path base_url has. */
  readonly fromOrigin: boolean;
  readonly params: readonly ParamModel[];
  /** How a space is written in its queries: `+` or `%20`. */
  readonly paramsEncoding: 'form' | 'percent';
  readonly headers: readonly HeaderModel[];
  /** null: requests have no body. */
  readonly body: BodyModel | null;
  /** null: every read is a full one. */
  readonly incremental: IncrementalModel | null;
  /** Whether its requests name when the read began. */
  readonly usesNow: boolean;
  /** null: no position of the API is kept from one run to the next. */
  readonly changeFeed: ChangeFeedModel | null;
  /** null: it is read once, not once for each record of another resource. */
  readonly parent: ParentModel | null;
  /** null: it is read once, not once for each value of a list. */
  readonly forEach: ForEachModel | null;
  /** How many parents, or values of its list, one request asks for; null: one. */
  readonly group: GroupModel | null;
  readonly selector: Path;
  readonly selection: SelectionModel;
  /** What becomes of records before they are checked; null: nothing. */
  readonly changes: ChangesModel | null;
  /** Empty: every record is kept. */
  readonly filter: FilterModel;
  /** What answers mean that is not what their status says; the first that fits counts. */
  readonly actions: readonly ActionModel[];
  /** What bodies are. */
  readonly format: FormatModel;
  /** Content types that are read so, beside those of the format. */
  readonly accepts: readonly string[];
  /** Other origins that its redirects may lead to; null: those of the client. */
  readonly redirectOrigins: readonly string[] | null;
  /** How their texts are written; null: in UTF-8. */
  readonly charset: string | null;
  /** Long work whose files are the pages; its own request creates it. null: there is none. */
  readonly job: JobModel | null;
  /** For a whole read, from its first request on; null: as long as it takes. */
  readonly deadlineMs: number | null;
  /** What is tried again; what it does not say is as the client says. */
  readonly retry: RetryModel;
  /** For one attempt; null: as long as any of the client. */
  readonly timeoutMs: number | null;
  readonly paginator: PaginatorModel;
  /** Whether it is meant that a next page that an answer names is not read. */
  readonly ignoresMore: boolean;
  readonly readAhead: ReadAheadModel;
  /** Whether a read can be split into units: where it shows how, or into ranges of pages, too; null: the package has no word of it. */
  readonly splits: 'auto' | 'pages' | null;
  /** The resource that is read in full where this one has no state. null: this one is. */
  readonly full: Name | null;
  readonly primaryKey: readonly string[];
  readonly mergeKey: readonly string[];
  readonly writeDisposition: 'append' | 'replace' | 'merge';
  /** Which records say that they are gone; null: none does. */
  readonly deletedWhen: DeletedWhenModel | null;
  /** Lists of its records that are tables of their own, outer ones before those in them. */
  readonly lists: readonly ListModel[];
  readonly selected: boolean;
  /** The option that it is there under; null: it always is. */
  readonly when: ConditionModel | null;
  /** The options that its path, params and headers use. */
  readonly config: readonly ConfigOption[];
}

/** A record is gone where a field has a value, or has any. */
export interface DeletedWhenModel {
  readonly mode: 'hard' | 'soft';
  /** The field, and what it is in. */
  readonly field: readonly string[];
  /** null: anything but null. */
  readonly equals: string | number | boolean | null;
}

/** A list in the records of a resource that destinations have a table for. */
export interface ListModel {
  /** `orders__items` */
  readonly table: string;
  /** The lists from the record to it: `items`, `taxes`. */
  readonly path: readonly string[];
}

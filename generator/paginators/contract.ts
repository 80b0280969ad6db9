import type { Code } from '../code.js';
import type { Mutant } from '../mutant.js';
import type { JsonValue, Reading, Shape } from '../shape.js';

/**
 * A way to page through a resource: one file in this folder and one line in `index.ts`.
 *
 * @typeParam Spec what a spec says
 * @typeParam Model the same with every default filled in
 */
export interface Paginator<Spec extends { readonly type: string }, Model extends { readonly type: string }> {
  readonly type: Spec['type'];
  readonly shape: Shape<Spec>;
  /** Fills in the defaults, and reports what cannot work. */
  build(spec: Spec, reading: Reading): Model | undefined;
  /** Whether an answer tells where all pages after it begin, so that several can be asked for at once: its loop has `ahead`. */
  knowsPages(model: Model): boolean;
  /** Whether it looks at the records of a page: how many there are, or which is the last. */
  countsRecords(model: Model): boolean;
  /** Query parameters it sets: `params` may not set them too. */
  queryParams(model: Model): readonly string[];
  /** Members of the JSON body it sets, by path: only a request with such a body can page this way. */
  bodyPaths(model: Model): readonly (readonly string[])[];
  /** The page loop. */
  emit(model: Model, names: LoopNames): Loop;
  /**
   * How many records the pages of a made-up API have, up to the page that ends the paging: small, but enough to see it turn;
   * pages are known ahead, at least so many, unless a maximum ends them.
   */
  pageSizes(model: Model, atLeast?: number): readonly number[];
  /** The n-th answer of a made-up API that pages this way: what recordings are synthesised from. */
  answer(model: Model, page: AnsweredPage): Answer;
  /** The rows of a page where they are not only its records: `earlier` are all records before. */
  answeredRows?(model: Model, page: Pick<AnsweredPage, 'records' | 'previous'>, earlier: readonly JsonValue[]): readonly JsonValue[];
  /** Which of the rows of a page are its records, where rows come again; `previous` are the rows of the page before. */
  newRows?(model: Model, rows: readonly JsonValue[], previous: readonly JsonValue[]): readonly JsonValue[];
  /** Answers that a read must refuse, beside those without records. */
  refusedAnswers(model: Model): readonly RefusedAnswer[];
  /** A mapping for the reference, the goldens and the conformance run. */
  readonly example: Spec;
  /** Edits of the emitted source that the generated tests must notice. */
  readonly mutants: readonly Mutant[];
}

/** What the emitted code around a loop is called. */
export interface LoopNames {
  /** `AnalyticsResponseError` */
  readonly responseError: Code;
  /** The position that was saved, or nothing: `state?.next`. */
  readonly position: Code;
}

/** A page loop, in pieces that `emit/reading` puts together. */
export interface Loop {
  /** Completes "`GET /v1/events`, …": "100 records a page by offset, until a page is empty". */
  readonly summary: string;
  /** What the state remembers between pages, told apart from other ways of paging: "offset". */
  readonly kind: string;
  /** The position between two pages, as members of the state's `next`. None: there is only one page. */
  readonly position: readonly PositionField[];
  /** Query parameters that never change. */
  readonly fixedQuery: readonly (readonly [name: string, value: string | number])[];
  /**
   * Members of the JSON body of each request, by path: expressions over what `start` declares. The request's own body
   * literal takes them in.
   */
  readonly bodyFields: readonly BodyField[];
  /** Whether the pieces assign `url` anew, rather than change its query. */
  readonly reassignsUrl: boolean;
  /** Statements before the loop; `url` is the first request. */
  readonly start: Code;
  /**
   * A statement after `start`, where answers say what the next page is asked for with: a variable `sent` is declared, of the method and
   * the body of the first request, which the pieces assign anew.
   */
  readonly sent?: Code | undefined;
  /** Statements before each request; they finish `url`. */
  readonly request: Code;
  /** Whether a page begins with rows of the one before: `start` declares the `overlap` that tells them, and an extra, `came`, is how many rows it has. */
  readonly overlaps?: boolean;
  /** What a page's answer has besides records, read inside the retried unit. */
  readonly extras: readonly PageExtra[];
  /** Statements after each page; `records` and the extras are in scope. */
  readonly advance: Code;
  /** Whether this page is the last, an expression. */
  readonly ends: Code;
  /** The position after this page, where it is not: members of an object. */
  readonly next: readonly Code[];
  /** A statement after it; `isLast` is an expression: whether there is no page after this one. */
  readonly afterNext?: ((isLast: Code) => Code) | undefined;
  /** What tells pages apart. */
  readonly progress: Progress;
  /** So many pages in a row may hold nothing before the next page is asked for; one more is an error. 0: any number. */
  readonly maximumEmptyPages: number;
  /** What the error of one empty page too many asks. */
  readonly emptyHint?: string;
  /** Where reading is cut off though there may be more. */
  readonly maximum?: Maximum | undefined;
  /** Where further pages are expected to begin, once a page has been read. */
  readonly ahead?: PagesAhead | undefined;
}

export type Progress =
  /** The position of the next page, an expression over what `advance` has set: no position comes a second time. */
  | { readonly by: 'position'; readonly position: Code }
  /**
   * The keys of its records. `counted`: the API says how many there are, so that records without a key may look alike.
   * `repeatEnds`: the page before, again, is the end. `endsFull`: the last page may have records, and they must not be those of a
   * page before.
   */
  | { readonly by: 'records'; readonly counted: boolean; readonly repeatEnds: boolean; readonly endsFull: boolean };

/** A position that is not asked for although the API has more. */
export interface Maximum {
  /** Whether the position is the maximum or beyond, an expression. */
  readonly reached: Code;
  /** "offset 1,000" */
  readonly words: string;
  /** Whether the first page says that there is more than the maximum lets through, an expression; undefined where no answer tells. */
  readonly passed?: Code | undefined;
  /** Whether answers say that there is more. */
  readonly isTold: boolean;
  readonly then: 'fail' | 'stop' | 'split';
}

/** Expressions over what `start` declares, `records` and the extras. A page that begins elsewhere after all is asked for anew. */
export interface PagesAhead {
  /** The variable of the loop that says where a page begins, a number: what `request` and `bodyFields` read. */
  readonly position: Code;
  /** From one page to the next. */
  readonly step: Code;
  /** The first position that is none any more. */
  readonly end: Code;
}

/** `when`: a condition without which it is not sent. */
export type BodyField = readonly [path: readonly string[], value: Code, when?: Code];

export interface PageExtra {
  readonly name: string;
  readonly type: Code;
  /** An expression over `body`, `place`, `records` (as they came), and of `response`, `url`, `sent` and the `base` that `start` declares what it says that it reads. */
  readonly value: Code;
  readonly reads: readonly ('response' | 'url' | 'base' | 'sent')[];
  /** Its value for 204 No Content, which ends a read. */
  readonly none: Code;
  /** Of a total: what it counts. */
  readonly counts?: 'records' | 'pages';
}

export interface PositionField {
  readonly name: string;
  readonly type: Code;
  readonly description: string;
  /** Whether a value read from a saved state can be one: an expression over `value`. */
  readonly check: (value: Code) => Code;
  /** Values that `check` must refuse. */
  readonly refused: readonly JsonValue[];
}

/** Keys, and places in lists. */
export type BodyPath = readonly (string | number)[];

/** A page that a made-up API answers with. */
export interface AnsweredPage {
  /** From 0. */
  readonly index: number;
  /** How many pages there are, the one that ends the paging included. */
  readonly pages: number;
  readonly records: readonly JsonValue[];
  /** The records of the page before; none for the first. */
  readonly previous: readonly JsonValue[];
  /** How many records came before. */
  readonly before: number;
  readonly totalRecords: number;
  /** The URL of the first request, without what the paginator adds. */
  readonly firstUrl: string;
}

export interface Answer {
  /** The URL asked for. */
  readonly url: string;
  /** The method that it is asked with, where that is not the one of the resource. */
  readonly method?: string;
  /** Members that the JSON body of the request has beside its own, by path. */
  readonly requestBody: readonly (readonly [path: readonly string[], value: JsonValue])[];
  readonly headers: Readonly<Record<string, string>>;
  /** Members that the body has beside the records, by path; numbers are places in lists. */
  readonly body: readonly (readonly [path: BodyPath, value: JsonValue])[];
}

/** An answer that differs from a good one in a header or in a member of the body. */
export interface RefusedAnswer {
  /** Completes "refuses …": "a next page at another origin". */
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: readonly [path: BodyPath, value: JsonValue];
  readonly error: 'PaginationError' | 'ResponseError';
  readonly code: string;
}

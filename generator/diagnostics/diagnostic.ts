/** A stretch of a source text, in UTF-16 offsets: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing to say about an input. Made by a constructor in `messages/`, never by hand. */
export interface Diagnostic {
  /** Stable, `group/name`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** At most one sentence on what to do about it. */
  readonly hint?: string;
  /** Where in the file it is; absent when it is about the file, or no file, as a whole. */
  readonly span?: Span;
  /** The text of the span is a secret: it is never shown. */
  readonly secret?: boolean;
}

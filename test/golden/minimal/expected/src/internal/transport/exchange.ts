// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A request as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** An answer that has come to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** The body, decoded as `Content-Encoding` says. */
  readonly bytes: Uint8Array;
}

/** The headers of an answer, by name in any case; those that came twice are one, with a comma. `Headers` is one. */
export interface AnswerHeaders extends Iterable<[string, string]> {
  get(name: string): string | null;
}

/** When an exchange is to be given up. */
export interface Until {
  /** Rejects then, with the reason. */
  readonly ended: Promise<never>;
  /** Aborts then; made when somebody asks for it, since that costs more than all else about an exchange. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request and resolves with the whole answer; what keeps it from that is a `Failure`. Redirects are answers.
 * `heard` is told the headers as soon as they are there, of answers that are cut off, too.
 */
export type Transport = (request: Outgoing, until: Until, heard: (headers: AnswerHeaders) => void) => Promise<Answer>;

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Transport } from './exchange.ts';

/** Why there is no whole answer. */
export class Failure extends Error {
  readonly code: 'network' | 'malformed_body' | 'body_too_large' | 'refused_redirect';
  /** Of a connection, the platform's word for what failed: `ECONNRESET`; empty for errors that are none of its own. */
  readonly reason: string;

  constructor(code: Failure['code'], message: string, reason = '', cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.reason = reason;
  }
}

/** Exchanges through `fetch`: the given one, or the platform's. */
export function createTransport(given?: typeof globalThis.fetch): Transport {
  return async ({ method, url, headers, body = null }, { signal }, heard) => {
    const fetch = given ?? globalThis.fetch;
    try {
      const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
      heard(response.headers);
      if (response.type === 'opaqueredirect')
        throw new Failure('refused_redirect', 'redirected; browsers do not say where to');
      return { status: response.status, headers: response.headers, bytes: await readBody(response) };
    } catch (error) {
      throw error instanceof Failure ? error : failureOf(error);
    }
  };
}

async function readBody({ body }: Response): Promise<Uint8Array> {
  const parts = new Parts();
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) parts.add(part.value);
  } catch (error) {
    reader?.cancel().catch(() => undefined); // not waited for: it may never be done
    throw error;
  }
  return parts.whole();
}

/** A body as it comes, of at most 64 MiB. */
export class Parts {
  readonly #parts: Uint8Array[] = [];
  size = 0;

  add(part: Uint8Array): void {
    this.size += part.length;
    if (this.size > MAX_BODY_BYTES) throw new Failure('body_too_large', 'the answer is larger than 64 MiB');
    this.#parts.push(part);
  }

  whole(): Uint8Array {
    const [only] = this.#parts;
    if (only?.length === this.size) return only;
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

export const MAX_BODY_BYTES: number = 64 * 1024 * 1024;

/** What an error says of a connection, or of a body that the platform could not unpack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const errors: { readonly code?: unknown; readonly message?: unknown; readonly cause?: unknown }[] = [];
  for (let each = error; each !== undefined && errors.length < 5; each = errors[0]?.cause) errors.unshift(Object(each));
  const code = errors.map((each) => each.code).find((each) => typeof each === 'string' && /^\w+$/.test(each));
  const words = errors.map(({ message }) =>
    [PASSING, LASTING, UNPACKING].map((each) => each.exec(String(message))).find(Boolean),
  );
  const reason = String(code ?? words.find(Boolean)?.[0] ?? '');
  if (UNPACKING.test(reason)) return damaged(error);
  return new Failure('network', 'the connection failed', reason, error);
}

/** A packed body that ends without its end mark, or fails its check. */
export function damaged(cause?: unknown): Failure {
  return new Failure('malformed_body', 'the answer is cut off or damaged where it is packed', '', cause);
}

/** What may be over in a moment: codes, and words of the runtimes that have no codes. */
export const PASSING: RegExp =
  /ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|E(?:HOST|NET)UNREACH|EAI_AGAIN|UND_ERR_SOCKET|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|LENGTH_MISMATCH|INVALID_(?:EOF_STATE|CHUNK_SIZE)|invalid (?:eof state|character in chunk size)|InvalidHTTPResponse|connection (?:refused|reset|closed|lost)|reading a body|failed to fetch|fetch failed|load failed|network ?error|internal error|proxy answered 5\d\d/i;

/** What will be the same the next time. */
const LASTING = /dns error|certificate|bad port|blocked|http\/|invalid (?:http|header)|scheme/i;

/** What unpacks bodies. */
const UNPACKING =
  /\bZ_|ZlibError|DecompressionError|unexpected (?:end of file|eof)|ended prematurely|decompression failed|CRC/i;

import { records } from '../diagnostics/messages/records.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { isIdentifier } from '../code.js';
import { nameOf, singular } from '../names.js';
import type { Reading } from '../shape.js';

/** The names one record type has in emitted code. */
export interface TypeNames {
  readonly typeName: string;
  readonly file: string;
  readonly decode: string;
  readonly variable: string;
  readonly schema: string;
  readonly extras: string;
}

/**
 * Types that emitted files refer to by their global name, which an interface of that name would hide, and those that files of
 * resources import.
 */
const TAKEN_TYPES: ReadonlySet<string> = new Set(
  (
    'AnswerAction AnswerHeaders ApiAnswer BodyFormat ClientHooks Cursor CursorState FetchPage Forgotten Halving HookContext HookPage PageGuard ' +
    'LinkedRequest PagesSeen ReadAhead ReadWindow ' +
    'Array ArrayBuffer AsyncGenerator AsyncIterable AbortController AbortSignal BigInt Boolean Date DOMException Error Function Generator Headers Infinity ' +
    'Instant Intl Iterable JSON Map Math NaN NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap Record ' +
    'ReadPosition Reflect RegExp Request Required Response Set Standard StandardSchema String Symbol URL URLSearchParams Uint8Array WeakMap WeakSet ' +
    'BASE64 DATE EMAIL INSTANT IP IPV4 IPV6 TIME URI UUID'
  ).split(' '),
);

/** Files that Windows cannot have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Names of emitted files that decoders use, and that neither their values nor their variables may hide. */
export const DECODER_WORDS: ReadonlySet<string> = new Set(
  'place prefix path value error key index digits undeclared undefined isObject undeclaredKey dropUndeclared ownKey exactBigint exactDecimal sizedDecimal'.split(
    ' ',
  ),
);

/** Whether an interface may have the name: it starts with a capital, and is none that emitted files need. */
export function isInterfaceName(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]{0,255}$/.test(name) && !TAKEN_TYPES.has(name);
}

/** `CursorState`, or `CursorResourceState` where files of resources import something of that name. */
export function namesOfResource(pascal: string): (suffix: string) => string {
  return (suffix) => (TAKEN_TYPES.has(`${pascal}${suffix}`) ? `${pascal}Resource${suffix}` : `${pascal}${suffix}`);
}

/** The names of the record called `raw`: a resource's, made singular, or a shared one's. */
export function namesOfRecord(raw: string): TypeNames {
  const { pascal, camel, kebab } = nameOf(raw);
  const taken = TAKEN_TYPES.has(pascal);
  const typeName = taken ? `${pascal}Record` : pascal;
  const short = taken ? `${camel}Record` : camel;
  return {
    typeName,
    file: DEVICE.test(kebab) ? `${kebab}-record` : kebab,
    decode: `decode${typeName}`,
    variable: isIdentifier(short) && !DECODER_WORDS.has(short) ? short : `${short}Record`,
    schema: `${short}Schema`,
    extras: `extra${typeName}Fields`,
  };
}

export function recordNameOf(resource: string): string {
  return singular(resource);
}

/** Every type name given so far, to find two that meet, whatever their case. */
export class TypeRegistry {
  readonly #reading: Reading;
  readonly #owners = new Map<string, { readonly what: string; readonly span: Span }>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Takes a name for `what`, which stands at `span`; two that want the same are both reported. */
  claim(name: string, what: string, span: Span): void {
    const key = name.toLowerCase();
    const owner = this.#owners.get(key);
    if (owner === undefined) {
      this.#owners.set(key, { what, span });
      return;
    }
    if (this.#reading.diagnostics.some((each) => each.span?.start === span.start)) return; // two resources of one name: told already
    this.#reading.report(records.collision(owner.span, owner.what, what, name));
    this.#reading.report(records.collision(span, what, owner.what, name));
  }
}

/** The interface of a nested object: `Issue` and `labels` make `IssueLabel` where there are many of them. */
export function nestedTypeName(owner: string, field: string, position: number, many: boolean): string {
  const word = nameOf(many ? singular(field) : field).pascal;
  return `${owner}${word === '' ? `Field${position + 1}` : word}`;
}

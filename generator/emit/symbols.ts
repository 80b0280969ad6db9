import { type Code, code, use } from '../code.js';

/** A function, class or constant that `src/<file>.ts` declares. */
export function valueFrom(file: string, name: string): Code {
  return use({ name, file: `src/${file}.ts`, kind: 'value' });
}

/** A type that `src/<file>.ts` declares; `as`: what it is called where a record may have its name. */
export function typeFrom(file: string, name: string, as?: string): Code {
  return use({ name, file: `src/${file}.ts`, kind: 'type', ...(as === undefined ? {} : { as }) });
}

/** An error class of the package: `PaginationError` is `AnalyticsPaginationError`. */
export function errorClass({ prefix }: { readonly prefix: Code }, name: string): Code {
  return valueFrom('errors', `${prefix.text}${name}`);
}

/** An error class of the language, where the package may have one of that name: a connector called `type` has a `TypeError`. */
export function builtInError(prefix: Code, name: 'TypeError'): Code {
  return `${prefix.text}Error` === name ? code`globalThis.TypeError` : code`TypeError`;
}

/** What the tests of a package share. */
export function testHelper(name: string): Code {
  return use({ name, file: 'test/replay.ts', kind: 'value' });
}

/** The headers of an answer, by name. */
export const ANSWER_HEADERS = typeFrom('internal/transport/exchange', 'AnswerHeaders');

/** Where a read stands, as errors name it. */
export const READ_POSITION = typeFrom('errors', 'ReadPosition');

import type { Diagnostic, Span } from '../diagnostic.js';
import { closest, list, shorten } from '../words.js';

/** What is wrong with the content of a spec. Each function is one message; its name is its code. */
export const spec = {
  type: (span: Span, expected: string, got: string, hint?: string) => error('spec/type', span, `expected ${expected}, got ${got}`, hint),

  /** `elsewhere`: where the key is known. */
  unknownKey: (span: Span, key: string, where: string, known: readonly string[], elsewhere?: string) =>
    error(
      'spec/unknown-key',
      span,
      `unknown key ${shorten(key)} in ${where}`,
      elsewhere ?? didYouMean(key, known) ?? `Known: ${list(known)}.`,
    ),

  notSupportedYet: (span: Span, key: string, instead: string) =>
    error('spec/not-supported-yet', span, `${shorten(key)} is not supported yet`, instead),

  missingKey: (span: Span, key: string, where: string, known: readonly string[] = []) =>
    error(
      'spec/missing-key',
      span,
      `required key "${key}" is missing in ${where}`,
      known.length === 0 ? undefined : `Write ${key}: ${known[0]}, or another: ${list(known)}.`,
    ),

  enum: (span: Span, got: string, what: string, known: readonly string[]) =>
    error('spec/enum', span, `${shorten(got)} is not ${what}`, didYouMean(got, known) ?? `Known: ${list(known)}.`),

  number: (span: Span, message: string) => error('spec/number', span, message),

  empty: (span: Span, message: string, hint?: string) => error('spec/empty', span, message, hint),

  pattern: (span: Span, code: `spec/${string}`, message: string, hint?: string) => error(code, span, message, hint),

  /** Like `pattern`, for a place whose text must not be shown. */
  secret: (span: Span, code: `spec/${string}`, message: string, hint: string) => ({ ...error(code, span, message, hint), secret: true }),

  duplicateName: (span: Span, name: string, first: string) =>
    error('spec/duplicate-name', span, `${shorten(name)} is already defined at ${first}`),

  warning: (span: Span, code: `lint/${string}`, message: string, hint?: string): Diagnostic => ({
    ...error(code, span, message, hint),
    severity: 'warning',
  }),
} as const;

function didYouMean(word: string, known: readonly string[]): string | undefined {
  const match = closest(word, known);
  return match === undefined ? undefined : `Did you mean "${match}"?`;
}

export function error(code: string, span: Span | undefined, message: string, hint?: string): Diagnostic {
  return { code, severity: 'error', message, ...(hint === undefined ? {} : { hint }), ...(span === undefined ? {} : { span }) };
}

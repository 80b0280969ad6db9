import type { Diagnostic, Span } from '../diagnostic.js';
import type { Place } from '../place.js';
import { shorten } from '../words.js';
import { error } from './spec.js';

const SMALLER = 'Leave out what nobody reads, or make it two specs.';

/** What is wrong with a spec as a file and as YAML. Each function is one message; its name is its code. */
export const yaml = {
  tooLarge: (bytes: number, limit: number) =>
    error('yaml/too-large', undefined, `the file has ${bytes} bytes; a spec has at most ${limit}`, SMALLER),

  encoding: (span: Span, what: string) => error('yaml/encoding', span, what, 'Save the file as UTF-8.'),

  controlCharacter: (span: Span, sign: string) =>
    error('yaml/control-character', span, `the character ${shorten(sign)} may not stand in YAML`, controlHint(sign)),

  empty: (span: Span) => error('yaml/empty', span, 'there is no spec in this file', 'Begin with "name:".'),

  multipleDocs: (span: Span) => error('yaml/multiple-docs', span, 'a second document begins here', 'Write one spec per file.'),

  directive: (span: Span) =>
    error('yaml/directive', span, 'YAML directives are not supported: every spec is read as YAML 1.2', 'Delete the line.'),

  alias: (span: Span, name: string, isInside: boolean) =>
    isInside
      ? error('yaml/alias', span, `the anchor ${shorten(name)} holds itself`)
      : error('yaml/alias', span, `no anchor before it is named ${shorten(name)}`, `Write &${name} before the value it stands for.`),

  mergeKey: (span: Span) =>
    error(
      'yaml/merge-key',
      span,
      'a merge key takes a mapping, or a list of them',
      'Write "<<: *name", of an anchor &name before a mapping.',
    ),

  tag: (span: Span) => error('yaml/tag', span, 'YAML tags are not supported', 'Write the plain value.'),

  duplicateKey: (span: Span, key: string, first: Place) =>
    error('yaml/duplicate-key', span, `key ${shorten(key)} is already defined at ${first.line}:${first.column}`),

  key: (span: Span, message: string, hint?: string) => error('yaml/key', span, message, hint),

  tooDeep: (span: Span, limit: number) =>
    error('yaml/too-deep', span, `nested deeper than ${limit} levels`, 'Give inner objects names under records, and refer to them.'),

  tooManyKeys: (span: Span, limit: number) => error('yaml/too-many-keys', span, `a mapping has at most ${limit} keys`, SMALLER),

  tooManyNodes: (span: Span, limit: number) => error('yaml/too-many-nodes', span, `a spec has at most ${limit} values`, SMALLER),

  tooManyAliases: (span: Span, anchors: number, aliases: number) =>
    error('yaml/too-many-aliases', span, `a spec has at most ${anchors} anchors and ${aliases} aliases`, SMALLER),

  tabIndent: (span: Span) => error('yaml/tab-indent', span, 'tabs cannot indent YAML', 'Use spaces.'),

  unclosedFlow: (span: Span, closing: ']' | '}', opened: Place) =>
    error(
      'yaml/unclosed-flow',
      span,
      `the ${closing === ']' ? 'list' : 'mapping'} opened at ${opened.line}:${opened.column} is not closed with "${closing}"`,
    ),

  unclosedQuote: (span: Span, opened: Place) =>
    error('yaml/unclosed-quote', span, `the quote opened at ${opened.line}:${opened.column} is not closed`),

  templateBraces: (span: Span, written: string) =>
    error('yaml/template-braces', span, 'braces without quotes begin a YAML mapping, not a text', `Quote the value: ${quoted(written)}.`),

  reservedChar: (span: Span, sign: string) =>
    error('yaml/reserved-char', span, `${shorten(sign)} cannot begin a value without quotes`, 'Quote the value.'),

  escape: (span: Span, written: string) =>
    error('yaml/escape', span, `${shorten(written)} is not a YAML escape`, 'Write "\\\\" for a backslash, or use single quotes.'),

  halfCharacter: (span: Span, half: string) =>
    error(
      'yaml/escape',
      span,
      `the escape for U+${half.charCodeAt(0).toString(16).toUpperCase()} is half a character`,
      'Escape both halves, or write "\\U" and eight digits.',
    ),

  ambiguousNumber: (span: Span, written: string, meanings: string, hint: string) =>
    error('yaml/ambiguous-number', span, `${shorten(written)} is ${meanings}`, hint),

  indent: (span: Span) =>
    error('yaml/indent', span, 'the indentation fits no line above', 'Begin entries of one mapping or list in the same column.'),

  nestedMapping: (span: Span) =>
    error(
      'yaml/nested-mapping',
      span,
      'a mapping cannot begin on the line of its key',
      'Quote a value with ": " in it, or indent the lines below.',
    ),

  missingColon: (span: Span) =>
    error('yaml/missing-colon', span, 'expected "key: value"', 'A colon and a space follow each key, on the same line.'),

  syntax: (span: Span, message: string, hint?: string) => error('yaml/syntax', span, message, hint),

  /** Not the user's fault: the YAML library failed in a way it should not. */
  library: () =>
    error('internal/yaml', undefined, 'the YAML parser failed on this file', 'This is a bug of tapwright: please report it with the file.'),
} as const satisfies { readonly [name: string]: (...args: never) => Diagnostic };

function controlHint(sign: string): string {
  return sign === '\r' ? 'End lines with LF or CR LF.' : 'Write it as an escape, in double quotes.';
}

function quoted(written: string): string {
  return /["\\\n]/.test(written) ? "'{…}'" : shorten(written);
}

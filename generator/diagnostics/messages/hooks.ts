import type { Span } from '../diagnostic.js';
import { closest, list, printable, shorten } from '../words.js';
import { error } from './spec.js';

/** What is wrong with a hooks file. Each function is one message; its name is its code. */
export const hooks = {
  syntax: (span: Span, message: string) => error('hooks/syntax', span, printable(message)),

  type: (span: Span, message: string) => error('hooks/type', span, printable(message)),

  unknownResource: (span: Span, name: string, known: readonly string[]) =>
    error('hooks/unknown-resource', span, `there is no resource to be hooked as ${shorten(name)}`, suggestion(name, known)),

  unknownHook: (span: Span, name: string, owner: string, known: readonly string[]) =>
    error('hooks/unknown-hook', span, `${shorten(owner)} has no hook ${shorten(name)}`, suggestion(name, known)),

  foreignImport: (span: Span, specifier: string, name: string) =>
    error(
      'hooks/foreign-import',
      span,
      `${shorten(specifier)} is no part of the package, which has to stand alone`,
      `Hooks import from ../generated/${printable(name)}/src/ only.`,
    ),

  missingImport: (span: Span, specifier: string) => error('hooks/missing-import', span, `the package has no file ${shorten(specifier)}`),

  notPlain: (span: Span, owner: string) =>
    error(
      'hooks/not-plain',
      span,
      `the hooks of ${shorten(owner)} cannot be told from this`,
      'Write them out as an object of functions of this file: { map(record) { … } }.',
    ),

  annotated: (span: Span, type: string) =>
    error(
      'hooks/annotated',
      span,
      'with a type before "=", which hooks there are is forgotten',
      `Write { … } satisfies ${printable(type)}.`,
    ),

  asynchronous: (span: Span, hook: string) =>
    error('hooks/asynchronous', span, `${shorten(hook)} cannot wait`, 'Only request and authenticate may be async.'),

  onePage: (span: Span, resource: string) =>
    error('hooks/one-page', span, `${shorten(resource)} has one page, so there is no next one`, 'Give it a paginator: type: cursor.'),

  nameTaken: (name: string) =>
    error(
      'hooks/name-taken',
      undefined,
      `the record ${shorten(name)} is called as a type of hooks is`,
      'Give the record a name of its own in the spec: record.',
    ),

  oneByOne: (span: Span, resource: string) =>
    error(
      'hooks/one-by-one',
      span,
      `${shorten(resource)} asks for several pages at once, which next cannot know beforehand`,
      'Take concurrency out of the spec.',
    ),

  inferred: (span: Span) =>
    error(
      'hooks/inferred',
      span,
      'JSR wants types that are written out, and what list() yields would be inferred from what map returns',
      'Say what it returns: map(record): { readonly id: string } { … }.',
    ),

  unchecked: (span: Span) =>
    error('hooks/unchecked', span, 'a hooks file is checked: what it returns becomes a type of the package', 'Take this comment out.'),

  wholePage: (span: Span, name: string) =>
    error(
      'hooks/whole-page',
      span,
      `next is given a page, not the ${name}`,
      'Take what it needs out of it: next: ({ body, records, position }) => …',
    ),

  called: (span: Span, hook: string, message: string) =>
    error('hooks/type', span, `the package cannot call ${shorten(hook)}: ${message}`, 'Take what src/hook-types.ts says, or less of it.'),

  anyResult: (span: Span, hook: string) => error('hooks/any-result', span, `${shorten(hook)} returns any`, 'Say what it returns.'),

  symlink: (path: string) =>
    error('hooks/symlink', undefined, `${printable(path)} is a symbolic link; hooks are not read through one`, 'Copy the file.'),
} as const;

function suggestion(word: string, known: readonly string[]): string {
  const match = closest(word, known);
  return match === undefined ? `Known: ${list(known)}.` : `Did you mean "${match}"?`;
}

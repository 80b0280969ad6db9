import type { Diagnostic, Span } from '../diagnostic.js';
import { closest, list, shorten } from '../words.js';
import { error, spec } from './spec.js';

/** What is wrong with the fields and records of a spec. */
export const records = {
  fieldKey: (span: Span, key: string, fits: string): Diagnostic =>
    error('spec/field-key', span, `"${key}" says nothing about this field`, `It is for ${fits}.`),

  fieldType: (span: Span, missing: string): Diagnostic =>
    error('spec/missing-key', span, `required key "type" is missing in field`, missing),

  fieldNeeds: (span: Span, type: string, key: string): Diagnostic =>
    error('spec/missing-key', span, `required key "${key}" is missing in a field of type ${type}`),

  scale: (span: Span, precision: number): Diagnostic =>
    error(
      'spec/value',
      span,
      `scale is more than the ${precision} digits of precision`,
      'precision counts all digits, those after the point too.',
    ),

  format: (span: Span, got: string, what: string, known: readonly string[]): Diagnostic => {
    const match = closest(got, known);
    const hint = match === undefined ? `Known: ${list(known)}.` : `Did you mean "${match}"?`;
    return error('spec/enum', span, `${shorten(got)} is not ${what}`, hint);
  },

  columnType: (span: Span, got: string, instead: string): Diagnostic =>
    error('spec/enum', span, `${shorten(got)} is not a column type`, `Did you mean "${instead}"?`),

  directive: (span: Span, directive: string): Diagnostic =>
    error(
      'spec/time-format',
      span,
      `${shorten(directive)} is not a directive that can be checked`,
      'Known: %Y %m %d %H %M %S %f %z %Z %y %j %I %p %b %B %a %A %e %T %F %s %%.',
    ),

  severalFormats: (span: Span): Diagnostic =>
    error('spec/time-format', span, 'only times have several formats', 'Write one format, or type: datetime.'),

  mixedFormats: (span: Span, format: string): Diagnostic =>
    error(
      'spec/time-format',
      span,
      `${format} is a number, and of several formats all are texts`,
      'Leave it out, or write a union: variants: [{ type: datetime, format: epoch_s }, datetime].',
    ),

  repeatedDirective: (span: Span, directive: string): Diagnostic =>
    error(
      'spec/time-format',
      span,
      `${directive} stands twice, and where one ends nobody can tell: to check a text could take for ever`,
      'Keep one of them.',
    ),

  value: (span: Span, message: string, hint?: string): Diagnostic => error('spec/field-value', span, message, hint),

  range: (span: Span): Diagnostic => error('spec/number', span, 'minimum is above maximum'),

  keyNullable: (span: Span, field: string, word: 'nullable' | 'optional' | 'empty_as_null' | 'null_texts'): Diagnostic =>
    error(
      'spec/key-nullable',
      span,
      `${shorten(field)} identifies a record, it cannot be ${word}`,
      `Leave "${word}" out, or take the field out of the key.`,
    ),

  emptyNull: (span: Span, key: 'empty_as_null' | 'null_texts'): Diagnostic =>
    error(
      'spec/conflict',
      span,
      key === 'empty_as_null'
        ? 'a field that is never null is not null where it is empty'
        : 'a field that is never null is not null where it has a text',
      `Leave out "nullable: false", or "${key}".`,
    ),

  unknownRecord: (span: Span, name: string, known: readonly string[]): Diagnostic => {
    const match = closest(name, known);
    const hint =
      match !== undefined ? `Did you mean "${match}"?` : known.length === 0 ? 'Describe it under "records".' : `Known: ${list(known)}.`;
    return error('spec/unknown-record', span, `${shorten(name)} is not a shared record`, hint);
  },

  severalInside: (span: Span, name: string): Diagnostic =>
    error(
      'spec/unknown-record',
      span,
      `${shorten(name)} is a record that is one of several, which only a resource can be`,
      'Write type: union with a discriminator and variants here.',
    ),

  twoSources: (span: Span, first: string, second: string): Diagnostic =>
    error('spec/conflict', span, `"${first}" and "${second}" both say what the fields are`, 'Keep one of them.'),

  /** Reported at both places, so that both are shown. */
  collision: (span: Span, what: string, other: string, name: string): Diagnostic =>
    error('spec/collision', span, `${what} and ${other} would both be ${name}`, 'Rename one of them.'),

  recordName: (span: Span, name: string): Diagnostic =>
    error(
      'spec/name',
      span,
      `${shorten(name)} cannot be the name of a record`,
      'Names are letters, digits, "_" and "-", a letter first, at most 128.',
    ),

  typeName: (span: Span, name: string): Diagnostic =>
    error(
      'spec/name',
      span,
      `${shorten(name)} cannot be the name of an interface`,
      'Give the object another "type_name": a capital, then letters and digits, and no word that TypeScript has taken.',
    ),

  unionMembers: (span: Span, first: string, second: string): Diagnostic =>
    error(
      'spec/union',
      span,
      `${first} and ${second} look the same in JSON`,
      'Tell objects apart with a "discriminator"; leave all but one of the others out.',
    ),

  untold: (span: Span): Diagnostic =>
    error(
      'spec/union',
      span,
      'nothing tells this object from those after it',
      'Say nullable: false of a field that they do not have, list it last, or name a discriminator.',
    ),

  endless: (span: Span, record: string, chain: readonly string[]): Diagnostic =>
    error(
      'spec/endless-record',
      span,
      chain.length === 1
        ? `every ${record} would hold another ${record}, without an end`
        : `every ${record} would hold another ${record}, by way of ${list(chain.slice(0, -1))}, without an end`,
      'Say nullable: true or optional: true, or hold it in a list.',
    ),

  schema: (span: Span, message: string, hint?: string): Diagnostic => error('spec/json-schema', span, message, hint),

  /** Reported once for a schema, where the first of it stands. */
  unchecked: (span: Span, what: readonly string[]): Diagnostic =>
    spec.warning(
      span,
      'lint/unchecked',
      `of this schema is not checked: ${list(what.slice(0, 12))}${what.length > 12 ? `, and ${what.length - 12} more` : ''}`,
      'Values that break it pass. Leave it out, or check it in a hook.',
    ),
} as const;

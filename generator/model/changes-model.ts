import type { Path } from '../selector.js';
import type { ValueTemplate } from './value-template.js';

/** What becomes of a record before it is checked. */
export interface ChangesModel {
  /** Fields that it gets, each made of the record as it came. */
  readonly added: readonly AddedField[];
  /** Places that are taken out of it: what is dropped, and what has another name. */
  readonly taken: readonly Path[];
  /** Objects whose members become its own fields. */
  readonly flattened: readonly { readonly path: Path; readonly prefix: string }[];
  /** How its other names are written. */
  readonly keyCase: KeyCase | null;
  /** The fields whose keys are data. */
  readonly asSent: AsSent;
}

export type KeyCase = 'snake' | 'lower';

/** Fields below which no key is written in another way: `true`, all of it. */
export interface AsSent {
  readonly [field: string]: true | AsSent;
}

export interface AddedField {
  readonly name: string;
  readonly value: AddedValue;
  /** Whether the record must not have it already: a field under another name. */
  readonly isNew: boolean;
}

export type AddedValue =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'template'; readonly template: ValueTemplate }
  | { readonly kind: 'concatenate'; readonly parts: readonly AddedValue[]; readonly separator: string }
  | { readonly kind: 'lower' | 'date'; readonly path: Path }
  | { readonly kind: 'hash'; readonly paths: readonly Path[] };

/** The templates in what is added. */
export function templatesInChanges(changes: ChangesModel | null): readonly ValueTemplate[] {
  const visit = (value: AddedValue): readonly ValueTemplate[] =>
    value.kind === 'template' ? [value.template] : value.kind === 'concatenate' ? value.parts.flatMap(visit) : [];
  return (changes?.added ?? []).flatMap(({ value }) => visit(value));
}

/** A name in another case: `createdAt`, `Created At` and `HTTPServer` as `created_at`, `created_at` and `http_server`. */
export function keyInCase(key: string, keyCase: KeyCase): string {
  if (keyCase === 'lower') return key.toLowerCase();
  const words = key
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('_')
    .toLowerCase();
  return words === '' ? key : key.startsWith('_') ? `_${words}` : words;
}

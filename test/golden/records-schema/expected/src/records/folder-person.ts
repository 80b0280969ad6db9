// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { EMAIL, isObject } from '../internal/checks.ts';
import { AcmeRecordError, type ReadPosition } from '../errors.ts';
import { folderPersonJsonSchema } from '../json-schemas/folder-person.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface FolderPerson {
  readonly email: string;
  readonly reports_to?: FolderPerson | null;
}

/**
 * Returns `folderPerson` as a {@link FolderPerson}: checked.
 *
 * @throws {@link AcmeRecordError} that names the field.
 */
export function decodeFolderPerson(folderPerson: unknown, place: ReadPosition): FolderPerson {
  if (!isObject<keyof FolderPerson>(folderPerson)) throw new AcmeRecordError(place, '', 'an object', folderPerson);
  checkFolderPerson(folderPerson, place, '');
  return folderPerson as FolderPerson; // every field was checked above
}

/** Checks the fields of a {@link FolderPerson}. `prefix` is the path to it, with a dot at its end. */
export function checkFolderPerson(
  folderPerson: Record<keyof FolderPerson, unknown>,
  place: ReadPosition,
  prefix: string,
): void {
  if (typeof folderPerson.email !== 'string' || !EMAIL.test(folderPerson.email)) {
    throw new AcmeRecordError(place, `${prefix}email`, 'an email address', folderPerson.email);
  }
  const reportsTo = folderPerson.reports_to;
  if (reportsTo !== undefined && reportsTo !== null) {
    if (!isObject<keyof FolderPerson>(reportsTo)) {
      throw new AcmeRecordError(place, `${prefix}reports_to`, 'an object or null', reportsTo);
    }
    checkFolderPerson(reportsTo, place, `${prefix}reports_to.`);
  }
}

/** What a {@link FolderPerson} has beyond its declared fields: it passes as it came. */
export function extraFolderPersonFields({
  email,
  reports_to,
  ...extra
}: FolderPerson): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link FolderPerson} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const folderPersonSchema: StandardSchema<FolderPerson> = /* @__PURE__ */ standardSchema(
  decodeFolderPerson,
  'folderPerson',
  folderPersonJsonSchema,
);

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { AcmeRecordError, type ReadPosition } from '../errors.ts';
import { folderJsonSchema } from '../json-schemas/folder.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';
import { checkFolderPerson, type FolderPerson } from './folder-person.ts';

/** A folder, with what is in it. */
export interface Folder {
  readonly folders: readonly Folder[];
  readonly files: readonly FolderFile[];
  readonly shared_with?: FolderPerson | null;
  /** Its number. */
  readonly id: number;
  /** @example 'notes' */
  readonly name?: string;
}

export interface FolderFile {
  /** Its number. */
  readonly id: number;
  /** @example 'notes' */
  readonly name?: string;
  readonly color?: string;
  readonly kind?: 'text' | 'image';
}

/**
 * Returns `folder` as a {@link Folder}: checked.
 *
 * @throws {@link AcmeRecordError} that names the field.
 */
export function decodeFolder(folder: unknown, place: ReadPosition): Folder {
  if (!isObject<keyof Folder>(folder)) throw new AcmeRecordError(place, '', 'an object', folder);
  checkFolder(folder, place, '');
  return folder as Folder; // every field was checked above
}

/** Checks the fields of a {@link Folder}. `prefix` is the path to it, with a dot at its end. */
export function checkFolder(folder: Record<keyof Folder, unknown>, place: ReadPosition, prefix: string): void {
  const folders = folder.folders;
  if (!Array.isArray(folders)) throw new AcmeRecordError(place, `${prefix}folders`, 'an array', folders);
  for (let index2 = 0; index2 < folders.length; index2++) {
    const folder2: unknown = folders[index2];
    if (!isObject<keyof Folder>(folder2)) {
      throw new AcmeRecordError(place, `${prefix}folders[${index2}]`, 'an object', folder2);
    }
    checkFolder(folder2, place, `${prefix}folders[${index2}].`);
  }
  const files = folder.files;
  if (!Array.isArray(files)) throw new AcmeRecordError(place, `${prefix}files`, 'an array', files);
  for (let index2 = 0; index2 < files.length; index2++) {
    const file: unknown = files[index2];
    if (!isObject<keyof FolderFile>(file)) {
      throw new AcmeRecordError(place, `${prefix}files[${index2}]`, 'an object', file);
    }
    if (!Number.isSafeInteger(file.id)) {
      throw new AcmeRecordError(place, `${prefix}files[${index2}].id`, 'a safe integer', file.id);
    }
    if (file.name !== undefined && typeof file.name !== 'string') {
      throw new AcmeRecordError(place, `${prefix}files[${index2}].name`, 'a string', file.name);
    }
    if (file.color !== undefined && typeof file.color !== 'string') {
      throw new AcmeRecordError(place, `${prefix}files[${index2}].color`, 'a string', file.color);
    }
    if (file.kind !== undefined && file.kind !== 'text' && file.kind !== 'image') {
      throw new AcmeRecordError(place, `${prefix}files[${index2}].kind`, '"text" | "image"', file.kind);
    }
  }
  const sharedWith = folder.shared_with;
  if (sharedWith !== undefined && sharedWith !== null) {
    if (!isObject<keyof FolderPerson>(sharedWith)) {
      throw new AcmeRecordError(place, `${prefix}shared_with`, 'an object or null', sharedWith);
    }
    checkFolderPerson(sharedWith, place, `${prefix}shared_with.`);
  }
  if (!Number.isSafeInteger(folder.id)) {
    throw new AcmeRecordError(place, `${prefix}id`, 'a safe integer', folder.id);
  }
  if (folder.name !== undefined && typeof folder.name !== 'string') {
    throw new AcmeRecordError(place, `${prefix}name`, 'a string', folder.name);
  }
}

/** What a {@link Folder} has beyond its declared fields: it passes as it came. */
export function extraFolderFields({
  folders,
  files,
  shared_with,
  id,
  name,
  ...extra
}: Folder): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Folder} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const folderSchema: StandardSchema<Folder> = /* @__PURE__ */ standardSchema(
  decodeFolder,
  'folder',
  folderJsonSchema,
);

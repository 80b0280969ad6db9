// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { SettingReader, type SettingSource } from './setting-reader.ts';
import { settings } from './settings.ts';
import type { Table } from './table.ts';
import { projectsTable } from './tables/projects.ts';
import { archivedTable } from './tables/archived.ts';
import { notesTable } from './tables/notes.ts';
import { previewsTable } from './tables/previews.ts';

/** What can be synced, in the order of the spec. */
export const tables: readonly Table[] = [projectsTable, archivedTable, notesTable, previewsTable];

/** What can be read with these settings: some of it is there under an option alone. */
export function tablesUnder(source: SettingSource): readonly Table[] {
  const read = new SettingReader(settings, source);
  const options = {
    includeArchived: read.optionalBoolean('include_archived') ?? false,
    plan: read.optionalText('plan'),
  };
  read.check();
  const absent = new Set<Table>([
    ...(options.includeArchived === true ? [] : [archivedTable]),
    ...(options.includeArchived === true ? [] : [notesTable]),
    ...(options.plan !== 'free' ? [] : [previewsTable]),
  ]);
  return tables.filter((table) => !absent.has(table));
}

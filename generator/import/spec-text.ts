import { block, entry, type Draft, type DraftEntry, type DraftMap } from '../draft/draft.js';
import type { Imported } from './contract.js';

/** A spec with these resources, and with what of options and shared records they use. */
export function specDraft(name: string, { description, client, config, records }: Imported, kept: readonly DraftMap[]): DraftMap {
  const used = new Set([...kept, client].flatMap((each) => placeholdersIn(each, 'config')));
  const options = [...config].filter(([option]) => used.has(option)).map(([option, value]) => entry(option, value));
  const shared = neededRecords(kept, records);
  const parts: DraftEntry[] = [
    entry('name', name),
    entry('version', '0.1.0'),
    ...(description === undefined || description.trim() === ''
      ? []
      : [entry('description', description.replace(/\s+/g, ' ').trim().slice(0, 160))]),
    ...(options.length === 0 ? [] : [{ key: 'config', above: [''], value: block(...options) }]),
    { key: 'client', above: [''], value: { ...client, block: true } },
    ...(shared.length === 0
      ? []
      : [{ key: 'records', above: [''], value: block(...shared.map(([record, value]) => entry(record, value))) }]),
    { key: 'resources', above: [''], value: kept.map(apart) },
  ];
  return block(...parts);
}

function apart(draft: DraftMap, index: number): DraftMap {
  const [first, ...rest] = draft.entries;
  if (first === undefined || index === 0) return { ...draft, block: true };
  return { ...draft, block: true, entries: [{ ...first, above: ['', ...(first.above ?? [])] }, ...rest] };
}

/** Shared records that something refers to, and what those refer to. */
function neededRecords(kept: readonly DraftMap[], records: ReadonlyMap<string, DraftMap>): readonly (readonly [string, DraftMap])[] {
  const needed = new Set<string>();
  const visit = (value: Draft): void => {
    for (const name of refsIn(value)) {
      const record = records.get(name);
      if (needed.has(name) || record === undefined) continue;
      needed.add(name);
      visit(record);
    }
  };
  for (const draft of kept) visit(draft);
  return [...records].filter(([name]) => needed.has(name));
}

function refsIn(value: Draft): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isItems(value)) return value.flatMap(refsIn);
  return value.entries.flatMap((each) => (each.key === 'record' && typeof each.value === 'string' ? [each.value] : refsIn(each.value)));
}

/** Names after a root in the placeholders of a draft: `{config.x}` → x. */
export function placeholdersIn(value: Draft, root: 'config' | 'resources'): readonly string[] {
  if (typeof value === 'string')
    return [
      ...[...value.matchAll(new RegExp(`(?:^|[^{$])\\{${root}\\.([^{}.\\s]+)`, 'g'))].map((match) => match[1] ?? ''),
      ...(root === 'config' ? [...value.matchAll(/\{[^{}]*\}/g)].flatMap(([text]) => (text.includes('?') ? optionsIn(text) : [])) : []),
    ];
  if (typeof value !== 'object' || value === null) return [];
  if (isItems(value)) return value.flatMap((each) => placeholdersIn(each, root));
  return value.entries.flatMap((each) => [
    ...placeholdersIn(each.value, root),
    ...(root === 'config' && (each.key === 'when' || each.key === 'from') && typeof each.value === 'string' ? optionsIn(each.value) : []),
  ]);
}

/** The options that a condition, or an expression, names: `not config.x`. */
function optionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bconfig\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);
}

function isItems<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

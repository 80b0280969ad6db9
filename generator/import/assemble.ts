import { block, draftText, entry, type Draft, type DraftEntry, type DraftMap } from '../draft/draft.js';
import { nameOf, singular } from '../names.js';
import type { SpecNode } from '../shape.js';
import type { HookStub, Imported, Stream } from './contract.js';
import { checkSpec } from './language.js';
import { connectorName } from './names.js';

/** A stream, and what became of it. */
export interface Outcome {
  readonly stream: Stream;
  readonly status: 'imported' | 'stub' | 'left out';
  /** The resource, where there is one. */
  readonly resource?: string;
  readonly reasons: readonly string[];
}

export interface Assembled {
  readonly name: string;
  /** The spec; absent where nothing of the source can be said. */
  readonly text?: string;
  readonly outcomes: readonly Outcome[];
  /** Places to look at. */
  readonly looks: number;
  readonly stubs: readonly (HookStub & { readonly resource: string })[];
}

interface Kept {
  readonly stream: Stream;
  readonly name: string;
  readonly draft: DraftMap;
}

/**
 * Makes one spec of the streams that were brought. What the language refuses is left out, with what it says, and so are the
 * children of what is left out, until `generate` would take what remains.
 */
export function assemble(imported: Imported, name: string | undefined): Assembled {
  const called = name ?? connectorName(imported.name);
  const gone = new Map<Stream, string>();
  const renamed = new Set<string>();
  for (const stream of imported.streams) if (stream.draft === undefined) gone.set(stream, stream.reason ?? 'it cannot be said');
  for (;;) {
    const kept = withoutOrphans(imported.streams, gone, renamed);
    if (kept.length === 0) return done(called, undefined, imported, gone, []);
    const text = specText(called, imported, kept);
    const refused = refusals(text, kept, renamed);
    if (refused === 'none') return done(called, text, imported, gone, kept);
    if (refused === 'again') continue;
    for (const [stream, reason] of refused) gone.set(stream, reason);
  }
}

/** Streams whose parents are there; the others join those that are gone. */
function withoutOrphans(streams: readonly Stream[], gone: Map<Stream, string>, renamed: ReadonlySet<string>): readonly Kept[] {
  for (;;) {
    const kept = streams.flatMap((stream) =>
      stream.draft === undefined || gone.has(stream) ? [] : [{ stream, draft: stream.draft, name: textOf(stream.draft, 'name') ?? '' }],
    );
    const names = new Set(kept.map(({ name }) => name));
    const orphans = kept.flatMap(({ stream, draft }) => {
      const missing = placeholdersIn(draft, 'resources').find((parent) => !names.has(parent));
      return missing === undefined ? [] : [[stream, missing] as const];
    });
    if (orphans.length === 0) return kept.map((each) => (renamed.has(each.name) ? withRecordName(each) : each));
    for (const [stream, missing] of orphans) {
      const parent = streams.find((each) => each.resource === missing);
      const why = parent === undefined ? undefined : gone.get(parent);
      gone.set(stream, `its parent ${missing} is left out${why === undefined ? '' : `: ${why}`}`);
    }
  }
}

/** A record type that meets another of the package gets a name of its own. */
function withRecordName(kept: Kept): Kept {
  const [name, ...rest] = kept.draft.entries;
  if (name === undefined || rest.some(({ key }) => key === 'record')) return kept;
  const record = `${nameOf(singular(kept.name)).kebab.replaceAll('-', '_')}_record`;
  return {
    ...kept,
    draft: { ...kept.draft, entries: [name, entry('record', record, 'why: another type has the name it would get'), ...rest] },
  };
}

function specText(name: string, { description, client, config, records }: Imported, kept: readonly Kept[]): string {
  const used = new Set([...kept.map(({ draft }) => draft), client].flatMap((each) => placeholdersIn(each, 'config')));
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
    { key: 'resources', above: [''], value: kept.map(({ draft }, index) => apart(draft, index)) },
  ];
  return draftText(block(...parts));
}

function apart(draft: DraftMap, index: number): DraftMap {
  const [first, ...rest] = draft.entries;
  if (first === undefined || index === 0) return { ...draft, block: true };
  return { ...draft, block: true, entries: [{ ...first, above: ['', ...(first.above ?? [])] }, ...rest] };
}

/** Shared records that something refers to, and what those refer to. */
function neededRecords(kept: readonly Kept[], records: ReadonlyMap<string, DraftMap>): readonly (readonly [string, DraftMap])[] {
  const needed = new Set<string>();
  const visit = (value: Draft): void => {
    for (const name of refsIn(value)) {
      const record = records.get(name);
      if (needed.has(name) || record === undefined) continue;
      needed.add(name);
      visit(record);
    }
  };
  for (const { draft } of kept) visit(draft);
  return [...records].filter(([name]) => needed.has(name));
}

function refsIn(value: Draft): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isItems(value)) return value.flatMap(refsIn);
  return value.entries.flatMap((each) => (each.key === 'record' && typeof each.value === 'string' ? [each.value] : refsIn(each.value)));
}

/** Names after a root in the placeholders of a draft: `{config.x}` → x. */
function placeholdersIn(value: Draft, root: 'config' | 'resources'): readonly string[] {
  if (typeof value === 'string')
    return [...value.matchAll(new RegExp(`(?:^|[^{$])\\{${root}\\.([^{}.\\s]+)`, 'g'))].map((match) => match[1] ?? '');
  if (typeof value !== 'object' || value === null) return [];
  if (isItems(value)) return value.flatMap((each) => placeholdersIn(each, root));
  return value.entries.flatMap((each) => [
    ...placeholdersIn(each.value, root),
    ...(root === 'config' &&
    (each.key === 'when' || each.key === 'from') &&
    typeof each.value === 'string' &&
    each.value.startsWith('config.')
      ? [each.value.slice('config.'.length)]
      : []),
  ]);
}

/** What `generate` says against a spec, by stream. What is of no stream is held against all of them. */
function refusals(text: string, kept: readonly Kept[], renamed: Set<string>): 'none' | 'again' | ReadonlyMap<Stream, string> {
  const { diagnostics, root } = checkSpec(text);
  if (diagnostics.length === 0) return 'none';
  const list = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'resources')?.value : undefined;
  const items: readonly SpecNode[] = list?.kind === 'list' ? list.items : [];
  const refused = new Map<Stream, string>();
  let changed = false;
  for (const { code, message, span, hint } of diagnostics) {
    const at = span === undefined ? -1 : items.findIndex((item) => item.span.start <= span.start && span.end <= item.span.end);
    const one = kept[at];
    if (one !== undefined && code === 'spec/collision' && !renamed.has(one.name)) {
      renamed.add(one.name);
      changed = true;
    } else if (one !== undefined && !refused.has(one.stream))
      refused.set(one.stream, `${code}: ${message}${hint === undefined ? '' : ` (${hint.replace(/\.$/, '')})`}`);
  }
  if (changed) return 'again';
  const [first] = diagnostics;
  if (refused.size === 0) for (const { stream } of kept) refused.set(stream, `${first?.code ?? ''}: ${first?.message ?? ''}`);
  return refused;
}

function done(
  name: string,
  text: string | undefined,
  { streams }: Imported,
  gone: ReadonlyMap<Stream, string>,
  kept: readonly Kept[],
): Assembled {
  const outcomes = streams.map((stream): Outcome => {
    const reason = gone.get(stream);
    if (reason !== undefined) return { stream, status: 'left out', reasons: [reason] };
    const resource = kept.find((each) => each.stream === stream)?.name ?? '';
    const quoted = stream.hooks.map(({ hook, quoted: said }) => `${hook} hook: ${said.replace(/\s+/g, ' ').slice(0, 120)}`);
    return { stream, resource, status: stream.hooks.length === 0 ? 'imported' : 'stub', reasons: [...quoted, ...stream.differs] };
  });
  return {
    name,
    ...(text === undefined ? {} : { text }),
    outcomes,
    looks: text === undefined ? 0 : text.split('\n').filter((line) => line.includes('# LOOK: ')).length,
    stubs: kept.flatMap(({ stream, name: resource }) => stream.hooks.map((hook) => ({ ...hook, resource }))),
  };
}

function textOf(draft: DraftMap, key: string): string | undefined {
  const value = draft.entries.find((each) => each.key === key)?.value;
  return typeof value === 'string' ? value : undefined;
}

function isItems<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

import type { Draft } from '../draft/draft.js';
import type { Stream } from './contract.js';

/** The streams that are wanted, and the parents that they need. */
export function chosen(streams: readonly Stream[], wants: (name: string, tags: readonly string[]) => boolean): readonly Stream[] {
  const byName = new Map(streams.flatMap((stream) => (stream.draft === undefined ? [] : [[nameOf(stream), stream] as const])));
  const kept = new Set<Stream>();
  const keep = (stream: Stream): void => {
    if (kept.has(stream)) return;
    kept.add(stream);
    for (const parent of parentsOf(stream.draft ?? null)) {
      const found = byName.get(parent);
      if (found !== undefined) keep(found);
    }
  };
  for (const stream of streams) if (wants(stream.name, stream.tags)) keep(stream);
  return streams.filter((stream) => kept.has(stream));
}

function nameOf({ draft }: Stream): string {
  const name = draft?.entries.find(({ key }) => key === 'name')?.value;
  return typeof name === 'string' ? name : '';
}

function parentsOf(value: Draft): readonly string[] {
  if (typeof value === 'string') return [...value.matchAll(/\{resources\.([^{}.\s]+)/g)].map((match) => match[1] ?? '');
  if (typeof value !== 'object' || value === null) return [];
  return isItems(value) ? value.flatMap(parentsOf) : value.entries.flatMap((each) => parentsOf(each.value));
}

function isItems<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

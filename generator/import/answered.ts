import type { Place } from '../diagnostics/place.js';
import { isMapping, type Draft, type DraftMap } from '../draft/draft.js';
import { detect } from '../detect/detect.js';
import type { Exchange } from '../detect/exchange.js';
import { pagesTogether } from '../detect/follow.js';
import { proposeSpec, type ProposedSpec, type Sample } from '../init/propose.js';
import { joinSiblings } from '../init/siblings.js';
import { resourceDraft } from '../init/write.js';
import type { Stream } from './contract.js';

/** A request of the source with an answer that was kept. */
export interface Answered {
  readonly name: string;
  readonly tags: readonly string[];
  readonly place: Place | undefined;
  readonly exchange: Exchange;
}

/** Resources of answers that hold lists, as `init` proposes them; what has none is left out. */
export function fromAnswers(answered: readonly Answered[]): { readonly proposed: ProposedSpec; readonly streams: readonly Stream[] } {
  const groups = pagesTogether(answered.map(({ exchange }) => exchange));
  const pages = new Set(groups.flat());
  const byFirst = new Map(groups.map((group) => [group[0], group] as const));
  const samples: (Sample & { readonly from: Answered })[] = [];
  const others: Stream[] = [];
  for (const from of answered) {
    const group = byFirst.get(from.exchange);
    if (group === undefined) {
      const of = answered.find((each) => each !== from && isAskedBeside(each, from) && byFirst.has(each.exchange));
      if (of !== undefined && !pages.has(from.exchange)) others.push(leftOut(from, `the list of ${of.name}, asked in another way`));
      continue; // a page of another, or the same again
    }
    const detected = detect(group);
    if (detected === undefined) others.push(leftOut(from, 'its answer holds no list'));
    else samples.push({ exchange: from.exchange, detected, from });
  }
  const lists = joinSiblings(samples);
  const proposed = proposeSpec(lists.map(({ sample }) => sample));
  const streams = proposed.resources.map((resource, index): Stream => {
    const from = lists[index]?.sample.from;
    for (const other of lists[index]?.others ?? [])
      others.push(leftOut(other.from, `the same list as ${resource.name}, of another record`));
    const draft = withOptions(resourceDraft(resource, true));
    return {
      name: from?.name ?? resource.name,
      resource: resource.name,
      tags: from?.tags ?? [],
      place: from?.place,
      draft: isMapping(draft) ? draft : { entries: [] },
      hooks: [],
      differs: [],
      shown: [
        `${resource.method} ${resource.path}`,
        String(resource.paging.value.paginator['type']),
        resource.paging.sure ? 'sure' : 'look',
      ],
    };
  });
  return { proposed, streams: [...streams, ...others] };
}

/** Whether both ask at the same place, for different things. */
function isAskedBeside(one: Answered, other: Answered): boolean {
  const [a, b] = [one.exchange, other.exchange];
  return a.method === b.method && a.url.origin === b.url.origin && a.url.pathname === b.url.pathname && a.url.search !== b.url.search;
}

export function leftOut({ name, tags, place }: Pick<Answered, 'name' | 'tags' | 'place'>, reason: string): Stream {
  return { name, tags, place, hooks: [], differs: [], reason };
}

/** What stands in a URL in place of an option, where URLs can have no braces. */
export function optionMark(name: string): string {
  return `zzoption.${name}.zz`;
}

/** A text as it is asked for without its options: what reads saved answers gives each of them this value. */
export function withoutMarks(text: string): string {
  return text.replace(/zzoption\.\w+\.zz/g, 'unknown');
}

/** Options in the texts of a draft, in place of their marks. */
function withOptions(value: Draft): Draft {
  if (typeof value === 'string') return value.replace(/zzoption\.(\w+)\.zz/g, '{config.$1}');
  if (typeof value !== 'object' || value === null) return value;
  if (isMapping(value))
    return { ...value, entries: value.entries.map((each) => ({ ...each, value: withOptions(each.value) })) } satisfies DraftMap;
  return value.map(withOptions);
}

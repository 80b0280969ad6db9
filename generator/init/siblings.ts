import { withRecords } from '../detect/detect.js';
import { idIn, parentInPath, type Candidate } from './parents.js';
import type { Sample } from './propose.js';

/** Answers of one list, for several parents. */
export interface Siblings<S extends Sample> {
  /** The one that tells most, with the records of all of them. */
  readonly sample: S;
  /** The others. */
  readonly others: readonly S[];
}

/**
 * Requests of one list for several parents, `/users/3/roles` and `/users/4/roles`, are one resource. What was asked differs in one part of the
 * path: a value of a record that another answer holds, what looks like an id in all of them, or, of three and more, anything at all
 * where the answers look the same.
 */
export function joinSiblings<S extends Sample>(samples: readonly S[]): readonly Siblings<S>[] {
  const candidates = samples.map(({ exchange, detected }): Candidate => ({
    name: exchange.url.pathname,
    path: exchange.url.pathname,
    records: detected.records,
  }));
  const asked = samples.map((sample): Member<S> => ({ sample, ...templateOf(sample, candidates) }));
  const known = asked.filter(({ isKnown }) => isKnown).map(({ template }) => template);
  const groups = new Map<string, Member<S>[]>();
  for (const member of asked) {
    const path = member.isKnown ? member.template : (known.find((each) => isOf(member.template, each)) ?? member.template);
    const place = placeOf(member, path);
    groups.set(place, [...(groups.get(place) ?? []), member]);
  }
  return joinAlike([...groups.values()]).map(joined);
}

/** Requests that may be for the same list, by a path and what is sent beside. */
function placeOf({ sample: { exchange } }: Member<Sample>, path: readonly string[]): string {
  const { method, url, requestBody = null } = exchange;
  return JSON.stringify([method, url.origin, path, [...url.searchParams.keys()].sort(), requestBody]);
}

/** Groups of which nobody knows the parents, and that differ in the same part of the path. */
function joinAlike<S extends Sample>(groups: readonly (readonly Member<S>[])[]): readonly (readonly Member<S>[])[] {
  const left = new Set(groups);
  const made: (readonly Member<S>[])[] = [];
  for (const group of groups) {
    if (!left.delete(group)) continue;
    const [first] = group;
    const alike = first === undefined || first.isKnown ? [] : likeFirst(first, [...left]);
    if (alike.length >= ALIKE - 1) for (const each of alike) left.delete(each);
    made.push(alike.length >= ALIKE - 1 ? [group, ...alike].flat() : group);
  }
  return made;
}

/** So many lists that look the same are one, for several parents. */
const ALIKE = 3;

/** The most of the groups that differ from a request in one and the same part of the path. */
function likeFirst<S extends Sample>(first: Member<S>, groups: readonly (readonly Member<S>[])[]): readonly (readonly Member<S>[])[] {
  const { word } = first.sample.detected;
  const found = first.template.map((part, at) => {
    if (at === first.template.length - 1 || part === ANY || part === word) return [];
    const template = first.template.with(at, ANY);
    const alike = groups.filter(([other]) => {
      if (other === undefined || other.isKnown || other.template[at] === ANY || other.sample.detected.word !== word) return false;
      const theirs = other.template.with(at, ANY);
      return (
        placeOf(first, template) === placeOf(other, theirs) && other.sample.detected.list.selector === first.sample.detected.list.selector
      );
    });
    return haveSameFields([first, ...alike.flat()]) ? alike : [];
  });
  return found.reduce((most, each) => (each.length > most.length ? each : most), []);
}

/** Whether records of all answers that have some have most fields in common. */
function haveSameFields(members: readonly Member<Sample>[]): boolean {
  const fields = members.map(({ sample }) => Object.keys(sample.detected.records[0] ?? {})).filter((each) => each.length > 0);
  const [some = []] = fields;
  return fields.every((each) => each.filter((name) => some.includes(name)).length * 2 > Math.max(each.length, some.length));
}

interface Member<S extends Sample> {
  readonly sample: S;
  /** The path, with the parts that name records replaced. */
  readonly template: readonly string[];
  /** Whether the record that was asked about is there. */
  readonly isKnown: boolean;
}

function joined<S extends Sample>(members: readonly Member<S>[]): Siblings<S> {
  const [first, ...rest] = members.toSorted(
    (a, b) => Number(b.isKnown) - Number(a.isKnown) || b.sample.detected.records.length - a.sample.detected.records.length,
  );
  if (first === undefined) throw new Error('there is no group without a member');
  if (rest.length === 0) return { sample: first.sample, others: [] };
  const records = members.flatMap(({ sample }) => sample.detected.records);
  return {
    sample: { ...first.sample, detected: withRecords(first.sample.detected, records), ...(first.isKnown ? {} : { asked: members.length }) },
    others: rest.map(({ sample }) => sample),
  };
}

/** The part of a path that a parent's record stands for; no path has it. */
const ANY = '{}';

/** A path without what it says of records: those that other answers hold, or what looks like an id. */
function templateOf(
  { exchange: { url } }: Sample,
  all: readonly Candidate[],
): { readonly template: readonly string[]; readonly isKnown: boolean } {
  const parts = url.pathname.split('/');
  const others = all.filter(({ path }) => path !== url.pathname);
  const isParent = parts.map(
    (_, at) => at > 0 && at < parts.length - 1 && parentInPath(parts.slice(0, at + 1).join('/'), others)?.part === at,
  );
  const isKnown = isParent.includes(true);
  const id = isKnown ? undefined : idIn(parts.slice(0, -1));
  return { template: parts.map((part, at) => (isParent[at] === true || at === id ? ANY : part)), isKnown };
}

/** Whether a path is of a template, but for the record that it names. */
function isOf(path: readonly string[], template: readonly string[]): boolean {
  return path.length === template.length && template.every((part, at) => part === ANY || part === path[at]);
}

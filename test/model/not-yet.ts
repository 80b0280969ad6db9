import { CLOCK, type Case, type Change } from './case.js';
import { specsByName } from './specs.js';

/** A kind of case that fails today. */
export interface NotYet {
  /** The item of the issue on reads. */
  readonly item: number;
  readonly kind: string;
  /** Whether a case may be of this kind: it is not played at random. */
  readonly meets: (story: Case) => boolean;
  /** Names of `CASES` that show it: each fails. */
  readonly cases: readonly string[];
}

/** Kinds that fail today. A case of theirs that passes is an error: take it out here, and with the last one, the kind. */
export const NOT_YET: readonly NotYet[] = [
  {
    item: 1,
    kind: 'what is dropped after an end moves the watermark; a start after its end is no error; another end in the middle of a read',
    meets: ({ runs }) => runs.some(({ until }) => until !== undefined),
    cases: [
      'an end, then none: counted',
      'an end, then none: an API that does not obey it',
      'an end, then none: an API that counts it in',
      'an end, then none: a closed one that is not obeyed',
      'an end, then none: numbers, appended',
      'three ends, each after the one before',
      'an end before the start',
      'an end before the start: numbers',
      'another end in the middle of a read that is counted backwards',
      'a row of the future, and the end before it',
    ],
  },
  {
    item: 1,
    kind: 'rows at a bound that the API does not count in',
    meets: ({ api }) => api?.start === 'open',
    cases: [
      'a row at the start, which the API does not count in: cursor',
      'a row at the start, which the API does not count in: days',
      'a row at the start, which the API does not count in: dates',
      'a row at the start, which the API does not count in: backwards',
      'a row at the start, which the API does not count in: as late as the lag',
      'a row at the start, which the API does not count in: of a child',
      'a row where windows meet, of which the API counts neither end in',
      'a row where the windows of a child meet, of which the API counts neither end in',
      'a row at the first start of all, which the API does not count in',
    ],
  },
  {
    item: 1,
    kind: 'fingerprints of what was decoded: another field repeats rows',
    meets: ({ spec, runs }) => spec.startsWith('append cursor') && runs.some(({ as }) => as !== undefined),
    cases: ['a field more', 'a field less'],
  },
  {
    item: 2,
    kind: 'a row of the future hides what comes after it',
    meets: (story) =>
      isOfTimes(story) && (story.rows.some(({ at }) => at > (story.clock ?? CLOCK)) || changes(story).some(({ add = 0 }) => add > 0)),
    cases: [
      'a row of the future',
      'a row of the future: appended',
      'a row of the future: dates',
      'a row of the future: client-side',
      'a row of the future: newest first',
      'a row of the future: one of several values',
      'a row of the future: in the window of a clock that is fast',
    ],
  },
  {
    item: 2,
    kind: 'a row that changes ahead of a read hides one that changed behind it',
    meets: (story) => isOfTimes(story) && (changes(story).some(({ pass }) => pass !== undefined) || mayMoveAhead(story)),
    cases: [
      'a row that changed behind the read, before one that changed ahead of it',
      'a row that changed behind the read, which was killed then',
      'a row that was added to a page that was short, before the read went on',
    ],
  },
  {
    item: 3,
    kind: 'bounds without a zone, at APIs that are not in UTC',
    meets: ({ spec, api }) => /seconds|days cursor/.test(spec) && (api?.zone ?? 0) !== 0,
    cases: [
      'asked in UTC, filtered by the clock of New York',
      'asked for a day in UTC, filtered by the days of New York',
      'windows in UTC, filtered by the clock of the Line Islands',
    ],
  },
  {
    item: 4,
    kind: 'a lag before initial_value',
    meets: ({ spec }) => spec === 'lag cursor',
    cases: ['rows from before initial_value, within the lag'],
  },
  {
    item: 4,
    kind: 'starts in another form than the cursor',
    meets: ({ spec, runs }) => spec === 'from a day cursor' || runs.some(({ start }) => start !== undefined),
    cases: ['a start in ISO, written in another form', 'a start that is none', 'a start that is a day'],
  },
  {
    item: 5,
    kind: 'a maximum that cuts',
    meets: ({ spec }) => specsByName.get(spec)?.maximum?.fails === true,
    cases: ['more than maximum_offset, by the total', 'more than maximum_page, by has_more', 'more in a window than maximum_offset'],
  },
  {
    item: 6,
    kind: 'an edited path or paginator',
    meets: ({ spec, runs }) => !spec.startsWith('append cursor') && runs.some(({ as }) => as !== undefined),
    cases: ['another paginator', 'another path', 'another path in the middle of a read'],
  },
  {
    item: 7,
    kind: 'a forgotten position',
    meets: (story) => changes(story).some(({ forget }) => forget !== undefined),
    cases: [
      'a forgotten cursor',
      'a forgotten link, of what is new',
      'a forgotten cursor in a header',
      'a forgotten cursor in a window',
      'a forgotten cursor, where rows are appended',
      'a forgotten cursor of a child that may be gone',
    ],
  },
  {
    item: 8,
    kind: 'a cursor that comes again on the last page',
    meets: ({ spec, api }) => spec === 'full cursor-empty' && api?.last === 'repeat',
    cases: ['the cursor that comes again on the last page, which is empty'],
  },
  {
    item: 9,
    kind: 'offsets that count from 1, with a total',
    meets: ({ spec }) => spec === 'full offset-from-1',
    cases: ['the last record of an offset that counts from 1', 'the last record of an offset that counts from 1, on capped pages'],
  },
  {
    item: 10,
    kind: 'rows that look alike',
    meets: ({ spec }) => /^alike (offset|page)/.test(spec),
    cases: [
      'rows that look alike, of which there is a total',
      'rows that look alike, of which the ids are discarded',
      'rows that look alike, page after page',
    ],
  },
  {
    item: 10,
    kind: 'clamped pages',
    meets: ({ api }) => api?.clamp === true,
    cases: ['a clamped page, handed over again', 'a clamped page, handed over again after each failure'],
  },
  {
    item: 11,
    kind: 'empty pages without end',
    meets: ({ api }) => api?.endless === true,
    cases: [
      'new cursors without end',
      'new cursors without end, with has_more',
      'new links without end',
      'new links without end, in headers',
    ],
  },
  {
    item: 14,
    kind: 'children that are refused, and children that are all gone',
    meets: (story) => (specsByName.get(story.spec)?.skips.length ?? 0) > 0 && changes(story).some(({ refuse }) => refuse !== undefined),
    cases: [
      'a child that is refused, of a table that is replaced',
      'a child that is down',
      'a child that is refused, of what is new',
      'children that are all gone',
    ],
  },
  {
    item: 15,
    kind: 'a single page that links to the next',
    meets: ({ spec, api }) => / single$/.test(spec) && api?.cap === 3,
    cases: ['more than a single page', 'more than a single page, of what is new'],
  },
  {
    item: 0,
    kind: 'an error of a parent carries the state of the parent',
    meets: ({ spec, runs }) => /children/.test(spec) && runs.some(({ outage }) => outage !== undefined),
    cases: ['parents that are down', 'parents that are down after some pages'],
  },
];

/** Specs with keys that `generate` does not know yet. One that it makes now is an error: take it out here. */
export const NOT_YET_SPECS: readonly string[] = [
  'stops at a repeated cursor',
  'stops at a repeated page',
  'stops at an empty page',
  'advances by the limit',
  'overlaps',
  'total of records page',
  'total in a header offset',
  'local time of Berlin',
  'local time of Berlin, windows',
  'asked by the clock of Berlin',
  'windows maximum, split',
  'maximum, stop',
  'silent on the last page',
  'first page unsent',
  'one object in place of a list',
  'start epoch cursor',
  '403 is passed over, too',
];

function changes({ runs }: Case): readonly Change[] {
  return runs.flatMap(({ first = [], after = [] }) => [...first, ...after.map(([, change]) => change)]);
}

function isOfTimes({ spec }: Case): boolean {
  const found = specsByName.get(spec);
  return found !== undefined && found.incremental && found.time !== 'number' && found.time !== 'countdown';
}

/** Whether rows may change, or be added, behind a read that goes on at a later time, and so sees others that are newer. */
function mayMoveAhead({ spec, api, runs }: Case): boolean {
  const isOutOfOrder = api?.sort === 'id' || /last-id/.test(spec) || specsByName.get(spec)?.protocol.by === 'page';
  return (
    isOutOfOrder &&
    runs.some(({ kill, outage }) => kill !== undefined || outage !== undefined) &&
    runs.some(({ after }) => after !== undefined)
  );
}

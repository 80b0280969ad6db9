import type { Case } from './case.js';
import { things } from './things.js';

/** Cases of where reads begin, end and go on. */
export const WATERMARK_CASES: Readonly<Record<string, Case>> = {
  // 1: what lies outside a bound, and what lies at one
  'an end, then none: counted': { spec: 'until offset', rows: [{ at: 600 }], runs: [{ until: 600 }] },
  'an end, then none: an API that does not obey it': {
    spec: 'until cursor, told',
    api: { end: 'ignored' },
    rows: [{ at: 600 }],
    runs: [{ until: 600 }],
  },
  'an end, then none: an API that counts it in': {
    spec: 'until cursor, told',
    api: { end: 'closed' },
    rows: [{ at: 540 }, { at: 600 }],
    runs: [{ until: 600 }],
  },
  'an end, then none: a closed one that is not obeyed': {
    spec: 'until page-more, closed',
    api: { end: 'ignored' },
    rows: [{ at: 600 }],
    runs: [{ until: 540 }],
  },
  'an end, then none: numbers, appended': { spec: 'until number offset-total', rows: [{ at: 600 }], runs: [{ until: 600 }] },
  'three ends, each after the one before': {
    spec: 'until offset',
    rows: [{ at: 60 }, { at: 300 }, { at: 420 }, { at: 540 }, { at: 600 }],
    runs: [{ until: 300 }, { until: 540 }],
  },
  'an end before the start': { spec: 'until cursor, told', rows: [{ at: 600 }], runs: [{}, { until: 300 }] },
  'an end before the start: numbers': { spec: 'until number offset-total', rows: [{ at: 600 }], runs: [{}, { until: 300 }] },
  'another end in the middle of a read that is counted backwards': {
    spec: 'until page-more, closed',
    api: { sort: 'desc', end: 'closed' },
    rows: [{ at: 600 }, { at: 600 }, { at: 0 }, { at: 600 }],
    runs: [{ kill: 1 }, { until: 300 }],
  },
  'a row at the start, which the API does not count in: cursor': {
    spec: 'new cursor',
    api: { start: 'open' },
    rows: [],
    runs: [{ first: [{ add: 0 }] }, { wait: 0, first: [{ add: 0 }] }],
  },
  'a row at the start, which the API does not count in: days': {
    spec: 'days cursor',
    api: { start: 'open' },
    rows: [],
    runs: [{ first: [{ add: 0 }] }, { first: [{ add: 0 }] }],
  },
  'a row at the start, which the API does not count in: dates': {
    spec: 'date offset',
    api: { start: 'open' },
    rows: [{ at: 600 }],
    runs: [{}, { first: [{ add: 0 }] }],
  },
  'a row at the start, which the API does not count in: backwards': {
    spec: 'backwards cursor',
    api: { start: 'open' },
    rows: [],
    runs: [{ first: [{ add: 0 }], after: [[1, { add: 0 }]] }],
  },
  'a row at the start, which the API does not count in: as late as the lag': {
    spec: 'lag number offset',
    api: { start: 'open' },
    rows: [],
    runs: [{ first: [{ add: 0 }] }, { wait: 0, first: [{ add: -30 }] }],
  },
  'a row at the start, which the API does not count in: of a child': {
    spec: 'new children cursor, some gone',
    api: { start: 'open' },
    rows: [],
    runs: [{ first: [{ add: 0 }], after: [[1, { touch: 1 }]] }],
  },
  'a row where windows meet, of which the API counts neither end in': {
    spec: 'windows offset',
    api: { start: 'open' },
    rows: [{ at: 600 }],
    runs: [],
  },
  'a row where the windows of a child meet, of which the API counts neither end in': {
    spec: 'children, windows',
    api: { start: 'open' },
    rows: [{ at: 600 }],
    runs: [],
  },
  'a row at the first start of all, which the API does not count in': {
    spec: 'windows single, in days',
    api: { start: 'open' },
    rows: [{ at: -240 }],
    runs: [{ wait: 700 }],
  },
  'a field more': { spec: 'append cursor', rows: [{ at: 600 }], runs: [{}, { as: 'append cursor, wider' }] },
  'a field less': { spec: 'append cursor, wider', rows: [{ at: 600 }], runs: [{}, { as: 'append cursor' }] },

  // 2: no watermark beyond the start of the read
  'a row of the future': { spec: 'new cursor', rows: [{ at: 100_000 }], runs: [{}, { first: [{ add: 0 }] }] },
  'a row of the future: appended': { spec: 'append offset', rows: [{ at: 100_000 }], runs: [{}, { first: [{ add: 0 }] }] },
  'a row of the future: dates': { spec: 'date offset', rows: [{ at: 100_000 }], runs: [{}, { first: [{ add: 0 }] }] },
  'a row of the future: client-side': { spec: 'client-side page', rows: [{ at: 100_000 }], runs: [{}, { first: [{ add: 0 }] }] },
  'a row of the future: newest first': { spec: 'newest first cursor', rows: [{ at: 1000 }], runs: [{}, { first: [{ touch: 1 }] }] },
  'a row of the future: one of several values': {
    spec: 'values cursor, 3 at once',
    rows: [{ at: 4000, of: 'b' }],
    runs: [{}, { first: [{ add: 0, of: 'b' }] }],
  },
  'a row of the future, and the end before it': {
    spec: 'until offset',
    rows: [{ at: 600 }, { at: 4000 }],
    runs: [{ until: 2000 }, { first: [{ add: 0 }] }],
  },
  'a row of the future: in the window of a clock that is fast': {
    spec: 'windows cursor',
    api: { slow: -90 },
    rows: [{ at: 700 }],
    runs: [{}, { wait: 0, first: [{ touch: 1 }] }],
  },
  'a row that changed behind the read, before one that changed ahead of it': {
    spec: 'new last-id',
    rows: things(4),
    runs: [
      {
        after: [
          [1, { touch: 1 }],
          [1, { pass: 1 }],
          [1, { touch: 4 }],
        ],
      },
    ],
  },
  'a row that changed behind the read, which was killed then': {
    spec: 'until offset',
    api: { sort: 'id' },
    rows: [{ at: 600 }],
    runs: [
      {
        after: [
          [1, { touch: 1 }],
          [1, { pass: 1 }],
        ],
        kill: 1,
      },
      { first: [{ add: 0 }] },
    ],
  },
  'a row that was added to a page that was short, before the read went on': {
    spec: 'client-side page',
    rows: [{ at: 600 }],
    runs: [
      {
        after: [
          [1, { add: 0 }],
          [1, { add: 0 }],
        ],
        kill: 1,
      },
      { first: [{ add: 0 }] },
    ],
  },

  // 3: zones
  'asked in UTC, filtered by the clock of New York': {
    spec: 'seconds offset',
    api: { zone: -300 },
    rows: [],
    runs: [{ first: [{ add: 0 }] }, { first: [{ add: 0 }] }],
  },
  'asked for a day in UTC, filtered by the days of New York': {
    spec: 'days cursor',
    api: { zone: -300 },
    rows: [{ at: 245 }],
    clock: 250,
    runs: [{}, { first: [{ add: 0 }] }],
  },
  'windows in UTC, filtered by the clock of the Line Islands': {
    spec: 'windows seconds cursor',
    api: { zone: 840 },
    rows: [{ at: 600 }],
    runs: [],
  },

  // 4: starts
  'rows from before initial_value, within the lag': { spec: 'lag cursor', rows: [{ at: 0 }], runs: [] },
  'a start in ISO, written in another form': { spec: 'start local cursor', rows: [], runs: [{ start: '2026-10-24T21:00:00.000Z' }] },
  'a start that is none': { spec: 'start local cursor', rows: [], runs: [{ start: 'soon' }] },
  'a start that is a day': { spec: 'from a day cursor', rows: [{ at: 600 }], runs: [] },

  // 5: maxima that cut
  'more than maximum_offset, by the total': {
    spec: 'maximum offset-total',
    rows: things(7),
    runs: [],
  },
  'more than maximum_page, by has_more': {
    spec: 'maximum page-more',
    rows: things(7),
    runs: [],
  },
  'more in a window than maximum_offset': {
    spec: 'windows maximum',
    rows: [{ at: 420 }, { at: 420 }, { at: 540 }, { at: 540.001 }],
    runs: [],
  },

  // 6: edits of a spec
  'another paginator': { spec: 'new offset', rows: [], runs: [{}, { as: 'new cursor' }] },
  'another path': { spec: 'new cursor', rows: [], runs: [{}, { as: 'moved cursor' }] },
  'another path in the middle of a read': {
    spec: 'new cursor',
    rows: things(4),
    runs: [{ kill: 1 }, { as: 'moved cursor' }],
  },

  // 7: positions that are forgotten
  'a forgotten cursor': {
    spec: 'full cursor',
    rows: things(4),
    runs: [{ kill: 1 }, { first: [{ forget: 400 }] }],
  },
  'a forgotten link, of what is new': {
    spec: 'new json-link',
    rows: things(4),
    runs: [{ kill: 1 }, { first: [{ forget: 410 }] }],
  },
  'a forgotten cursor in a header': {
    spec: 'full header',
    rows: things(4),
    runs: [{ kill: 1 }, { first: [{ forget: 422 }] }],
  },
  'a forgotten cursor in a window': {
    spec: 'windows cursor',
    rows: [{ at: 540 }, { at: 540 }, { at: 540 }, { at: 540 }],
    runs: [{ kill: 3 }, { first: [{ forget: 404 }] }],
  },
  'a forgotten cursor, where rows are appended': {
    spec: 'append cursor',
    rows: things(4),
    runs: [{ kill: 1 }, { first: [{ forget: 400 }] }],
  },
  'a forgotten cursor of a child that may be gone': {
    spec: 'children cursor, some gone',
    rows: things(4),
    runs: [{ kill: 1 }, { first: [{ forget: 404 }] }],
  },
  // clocks that go back between two runs
  'a row of the hour that comes twice, after a watermark from after it': {
    spec: 'asked by the clock of Berlin',
    clock: 270,
    rows: [{ at: 300 }],
    runs: [{}, { wait: 0, first: [{ add: 0 }] }],
  },
  // windows that are halved
  'windows that are halved, of an API that does not obey their end': {
    spec: 'windows maximum, split',
    api: { cap: 2, end: 'ignored' },
    rows: [{ at: 600 }, { at: 600 }, { at: 600 }, { at: 600 }],
    runs: [],
  },
  'windows that are halved, of an API that does not obey their start': {
    spec: 'windows maximum, split',
    api: { cap: 2, start: 'ignored' },
    rows: [{ at: -240 }, { at: 0 }, { at: -240 }, { at: -240 }],
    runs: [],
  },
  'a window that ends in the hour that comes twice, by a clock that is slow': {
    spec: 'local time of Berlin, windows',
    clock: 270,
    api: { slow: 90 },
    rows: [{ at: 240 }],
    runs: [],
  },
  'a row of the future, in a zone that nobody said': {
    spec: 'local cursor',
    api: { zone: -300 },
    rows: [],
    runs: [{ first: [{ add: 300 }] }, { first: [{ add: 0 }] }],
  },
  'rows of the future that fill a maximum': {
    spec: 'maximum, stop',
    rows: [{ at: 1000 }],
    runs: [{ first: [{ add: 300 }, { add: 300 }] }, { first: [{ add: 300 }, { add: 300 }] }, { first: [{ add: 300 }, { add: 0 }] }],
  },
};

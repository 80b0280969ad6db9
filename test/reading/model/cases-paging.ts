import type { Case } from './case.js';
import { things } from './things.js';

/** Cases of pages and children. */
export const PAGING_CASES: Readonly<Record<string, Case>> = {
  // 8 and 10: ends and guards
  'the cursor that comes again on the last page, which is empty': {
    spec: 'full cursor-empty',
    api: { last: 'repeat' },
    rows: [{ at: 600 }],
    runs: [],
  },
  'rows that look alike, of which there is a total': {
    spec: 'alike offset-total',
    api: { cap: 1 },
    rows: [{ at: 600 }, { at: 600 }],
    runs: [],
  },
  'rows that look alike, of which the ids are discarded': {
    spec: 'alike offset-total, after discarding',
    api: { cap: 1 },
    rows: [{ at: 600 }, { at: 600 }],
    runs: [],
  },
  'rows that look alike, page after page': { spec: 'alike page', api: { cap: 1 }, rows: [{ at: 600 }, { at: 600 }], runs: [] },
  'a clamped page, handed over again': {
    spec: 'full page',
    api: { clamp: true },
    rows: things(4),
    runs: [],
  },
  'a clamped page, handed over again after each failure': { spec: 'keyless page', api: { clamp: true }, rows: [{ at: 600 }], runs: [{}] },

  // 9: offsets that count from 1
  'the last record of an offset that counts from 1': {
    spec: 'full offset-from-1',
    rows: things(4),
    runs: [],
  },
  'the last record of an offset that counts from 1, on capped pages': {
    spec: 'full offset-from-1',
    api: { cap: 2 },
    rows: things(3),
    runs: [],
  },

  // 11: empty pages without end
  'new cursors without end': { spec: 'full cursor', api: { endless: true }, rows: [], runs: [] },
  'new cursors without end, with has_more': { spec: 'full cursor-more', api: { endless: true }, rows: [{ at: 600 }], runs: [] },
  'new links without end': { spec: 'new json-link', api: { endless: true }, rows: [{ at: 600 }], runs: [] },
  'new links without end, in headers': { spec: 'full header-link', api: { endless: true }, rows: [], runs: [] },

  // 14: children
  'a child that is refused, of a table that is replaced': {
    spec: 'children cursor, some gone',
    rows: [{ at: 600 }],
    runs: [{}, { first: [{ refuse: ['a', 401] }] }],
  },
  'a child that is down': { spec: 'children cursor, some gone', rows: [{ at: 600, of: 'b' }], runs: [{ first: [{ refuse: ['b', 500] }] }] },
  'a child that is refused, of what is new': {
    spec: 'new children cursor, some gone',
    rows: [{ at: 600 }],
    runs: [{ first: [{ refuse: ['a', 429] }] }],
  },
  'children that are all gone': {
    spec: 'children cursor, some gone',
    rows: [{ at: 600 }],
    runs: [{ first: [{ refuse: ['a', 404] }, { refuse: ['b', 404] }, { refuse: ['c', 410] }] }],
  },

  // 15: more than one page
  'more than a single page': { spec: 'full single', api: { cap: 3 }, rows: things(4), runs: [] },
  'more than a single page, of what is new': {
    spec: 'new single',
    api: { cap: 3 },
    rows: things(4),
    runs: [],
  },

  // errors of parents
  'parents that are down': { spec: 'new children cursor, some gone', rows: [], runs: [{}, { outage: 0 }] },
  'parents that are down after some pages': { spec: 'children offset', rows: [{ at: 600 }], runs: [{ outage: 4 }] },

  // what held
  'another origin': { spec: 'new cursor', rows: [{ at: 600 }], runs: [{}, { elsewhere: true }] },
  'a parent that goes while parents are read': {
    spec: 'children offset',
    rows: [{ at: 600 }, { at: 600, of: 'c' }],
    runs: [{ after: [[1, { gone: 'c' }]] }],
  },
  'a page that is lost with its state, where rows are appended': {
    spec: 'append cursor',
    rows: things(4),
    runs: [
      { kill: 1, lose: true },
      { kill: 2, lose: true },
    ],
  },
  'rows at the start, some of which have come': {
    spec: 'append offset',
    rows: [{ at: 600 }, { at: 600 }],
    runs: [{ wait: 0 }, { wait: 0, first: [{ add: 0 }] }, { wait: 0, first: [{ add: 0 }] }],
  },
  'a child that is gone while it is read': {
    spec: 'new children cursor, some gone',
    rows: things(4),
    runs: [{ after: [[1, { refuse: ['a', 404] }]] }],
  },
  'children of which the last ones are gone, after a kill': {
    spec: '403 is passed over, too',
    rows: [],
    runs: [{ first: [{ refuse: ['c', 401] }] }, { first: [{ refuse: ['c', 404] }] }],
  },
  'the last parent is gone, after a kill behind it': {
    spec: 'children cursor, some gone',
    rows: [],
    runs: [{ first: [{ gone: 'b' }, { add: 0 }] }, { kill: 2 }, { first: [{ gone: 'c' }] }],
  },
};

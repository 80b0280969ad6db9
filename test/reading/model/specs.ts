import { days, hidden, PAGER_NAMES, spec, zones, type ModelSpec } from './spec-parts.js';

/** Where reads begin that have to begin somewhere. */
const INITIAL = 60;
const since = { start_param: 'since' };
const between = { start_param: 'since', end_param: 'until' };
const windows = { ...between, step: 'PT3H' };
const keyless = { rows: 'keyless', disposition: 'append' } as const;
const dropping = { schema_contract: { columns: 'discard_value' } };
const berlin = { zone: ['Europe/Berlin'] } as const;
const seconds = '%Y-%m-%d %H:%M:%S';

/** The specs that are read. */
export const specs: readonly ModelSpec[] = [
  // everything, each time
  ...PAGER_NAMES.map((name) => spec(`full ${name}`, name)),
  spec('alike offset-total', 'offset-total', { rows: 'alike' }),
  spec('alike offset-total, after discarding', 'offset-total', { rows: 'alike', resource: dropping, protocol: { discarded: true } }),
  spec('alike page', 'page', { rows: 'alike', never: ['clamp'] }),
  spec('alike cursor', 'cursor', { rows: 'alike', disposition: 'append' }),
  spec('keyless page', 'page', keyless),
  spec('maximum offset-total', 'offset-total', { paginator: { maximum_offset: 6 }, maximum: { records: 6, fails: true } }),
  spec('maximum page-more', 'page-more', {
    paginator: { maximum_page: 2 },
    maximum: { records: 6, fails: true },
    never: ['cap', 'hides'],
  }),
  spec('maximum page', 'page', { paginator: { maximum_page: 3 }, maximum: { records: 6, fails: false }, never: ['cap', 'clamp'] }),

  // what is new
  spec('new offset', 'offset', { incremental: since, kin: ['new cursor'] }),
  spec('new page-more', 'page-more', { incremental: since }),
  spec('new cursor', 'cursor', { incremental: since, kin: ['moved cursor'] }),
  spec('moved cursor', 'cursor', { incremental: since, path: '/moved/things', kin: ['new cursor'] }),
  spec('new last-id', 'last-id', { incremental: since }),
  spec('new json-link', 'json-link', { incremental: since }),
  spec('new header-link', 'header-link', { incremental: since }),
  spec('new single', 'single', { incremental: since }),
  spec('new offset-total, 3 at once', 'offset-total', { incremental: since, resource: { concurrency: 3 }, never: ['beyond'] }),
  spec('append offset', 'offset', { ...keyless, incremental: since }),
  spec('append cursor', 'cursor', { ...keyless, incremental: since, resource: dropping, kin: ['append cursor, wider'] }),
  spec('append cursor, wider', 'cursor', {
    ...keyless,
    incremental: since,
    fields: { w: 'integer' },
    resource: dropping,
    kin: ['append cursor'],
  }),
  spec('client-side page', 'page', { incremental: { client_side: true }, never: ['clamp'] }),

  // up to an end
  spec('until offset', 'offset', { incremental: since, until: 'open' }),
  spec('until cursor, told', 'cursor', { incremental: between, until: 'open' }),
  spec('until page-more, closed', 'page-more', { incremental: { ...between, range_end: 'closed' }, until: 'closed' }),
  spec('until number offset-total', 'offset-total', { ...keyless, time: 'number', incremental: since, until: 'open' }),

  // from a little before, from a day
  spec('lag cursor', 'cursor', { incremental: { ...since, lag: 3600 }, initial: INITIAL, lag: 60 }),
  spec('lag number offset', 'offset', { time: 'number', incremental: { ...since, lag: 30 }, initial: 0, lag: 30 }),
  spec('from a day cursor', 'cursor', { incremental: { ...since, initial_value: '2026-10-25' }, initial: 240 }),
  spec('start local cursor', 'cursor', { time: 'local', incremental: since, starts: true }),

  // in order
  spec('newest first offset', 'offset', { incremental: { ...since, row_order: 'desc' }, manners: { sort: ['desc'] } }),
  spec('newest first cursor', 'cursor', { incremental: { row_order: 'desc' }, manners: { sort: ['desc'], start: ['ignored'] } }),
  spec('oldest first json-link', 'json-link', { incremental: { ...since, row_order: 'asc' }, manners: { sort: ['asc'] } }),
  spec('backwards cursor', 'cursor', { time: 'countdown', incremental: { start_param: 'before', last_value_func: 'min' } }),

  // times as APIs write them
  spec('days cursor', 'cursor', { time: 'offset', incremental: { ...since, format: '%Y-%m-%d' }, manners: { ...zones, ...days } }),
  spec('seconds offset', 'offset', { time: 'offset', incremental: { ...since, format: seconds }, manners: zones }),
  spec('epoch request header', 'header', { incremental: { ...since, format: 'epoch_s' } }),
  spec('epoch page-more', 'page-more', { time: 'epoch', incremental: since }),
  spec('local cursor', 'cursor', { time: 'local', incremental: since, manners: zones }),
  spec('date offset', 'offset', { time: 'date', incremental: since }),

  // window after window
  spec('windows offset', 'offset', { incremental: windows, initial: INITIAL }),
  spec('windows cursor', 'cursor', { incremental: windows, initial: INITIAL }),
  spec('windows page, append', 'page', { ...keyless, incremental: windows, initial: INITIAL, never: ['clamp'] }),
  spec('windows single, in days', 'single', {
    incremental: { ...windows, step: 'P1D', format: '%Y-%m-%d' },
    initial: -240,
    manners: { ...days, cap: [99] },
  }),
  spec('windows seconds cursor', 'cursor', {
    time: 'offset',
    incremental: { ...windows, format: seconds },
    initial: INITIAL,
    manners: zones,
  }),
  spec('windows offset-total, 3 at once', 'offset-total', {
    incremental: windows,
    initial: INITIAL,
    resource: { concurrency: 3 },
    never: ['beyond'],
  }),
  spec('windows maximum', 'offset-total', {
    incremental: windows,
    initial: INITIAL,
    paginator: { maximum_offset: 3 },
    maximum: { records: 3, fails: true },
    never: ['beyond'],
  }),

  // for each parent, for each value
  spec('children offset', 'offset', { partitions: 'parents' }),
  spec('children cursor, some gone', 'cursor', { partitions: 'parents', skips: [404, 410] }),
  spec('new children cursor, some gone', 'cursor', { partitions: 'parents', skips: [404, 410], incremental: since }),
  spec('new children offset, 3 at once', 'offset', { partitions: 'parents', incremental: since, resource: { concurrency: 3 } }),
  spec('children, windows', 'json-link', { partitions: 'parents', incremental: windows, initial: INITIAL }),
  spec('values offset, append', 'offset', { ...keyless, partitions: 'values', incremental: since }),
  spec('values cursor, 3 at once', 'cursor', { partitions: 'values', incremental: since, resource: { concurrency: 3 } }),

  // with keys that are new in the language
  spec('stops at a repeated cursor', 'cursor', {
    paginator: { stop_after_repeated_cursor: true },
    manners: { last: ['repeat', 'null'] },
    never: ['endless'],
  }),
  spec('stops at a repeated page', 'page', {
    ...keyless,
    incremental: since,
    paginator: { stop_after_repeated_page: true },
    endsRepeated: true,
    manners: { clamp: [true, false] },
  }),
  spec('stops at an empty page', 'json-link', {
    paginator: { stop_after_empty_page: true },
    manners: { endless: [true, false] },
    never: ['empty', 'hides'],
  }),
  spec('advances by the limit', 'offset-total', { paginator: { advance: 'limit' }, manners: hidden, never: ['cap'] }),
  spec('overlaps', 'offset', { paginator: { overlap: 1 }, overlap: true }),
  spec('total of records page', 'page', {
    paginator: { total_path: 'total', total: 'records' },
    manners: { beyond: [200, 404] },
    never: ['clamp'],
  }),
  spec('total in a header offset', 'offset', { paginator: { total_header: 'X-Total' } }),
  spec('local time of Berlin', 'cursor', { time: 'local', incremental: { ...since, timezone: 'Europe/Berlin' }, manners: berlin }),
  spec('local time of Berlin, windows', 'offset', {
    time: 'local',
    incremental: { ...windows, timezone: 'Europe/Berlin' },
    initial: INITIAL,
    manners: berlin,
  }),
  spec('asked by the clock of Berlin', 'page-more', {
    time: 'offset',
    incremental: { ...since, format: seconds, timezone: 'Europe/Berlin' },
    manners: berlin,
  }),
  spec('windows maximum, split', 'offset-total', {
    incremental: windows,
    initial: INITIAL,
    paginator: { maximum_offset: 3, on_maximum: 'split' },
    maximum: { records: 3, fails: true },
    never: ['beyond'],
  }),
  spec('maximum, stop', 'offset-total', {
    incremental: { ...since, row_order: 'asc' },
    paginator: { maximum_offset: 6, on_maximum: 'stop' },
    maximum: { records: 6, fails: false },
    manners: { sort: ['asc'] },
    never: ['beyond'],
  }),
  spec('silent on the last page', 'page-more', { paginator: { has_more_absent: 'end' }, manners: { silent: [true, false] } }),
  spec('first page unsent', 'page', { paginator: { first_page: 'unsent' }, protocol: { unsent: true }, never: ['clamp'] }),
  spec('one object in place of a list', 'cursor', { endpoint: { single_object: 'record' }, protocol: { lone: true } }),
  spec('start epoch cursor', 'cursor', { time: 'epoch', incremental: since, starts: true }),
  spec('403 is passed over, too', 'cursor', {
    partitions: 'parents',
    skips: [403, 404, 410],
    resource: { on_child_error: { skip: [403, 404, 410] } },
  }),
];

export const specsByName: ReadonlyMap<string, ModelSpec> = new Map(specs.map((each) => [each.name, each]));

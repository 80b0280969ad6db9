import { describe, expect, test } from 'vitest';
import { paginators } from '../../../generator/paginators/index.js';
import { filesFrom } from '../../support/generate.js';
import { filesOf } from '../../support/packages.js';
import { runVitest, withPackages, writeFiles } from '../../support/vitest-run.js';

/**
 * Every paginator in every kind of read: all of it is compiled, so that no two features can meet in one page
 * loop that nobody has compiled; and the tests that packages bring are run for each kind of read and each paginator.
 *
 * What may be said of any of them meets each paginator and each kind of read, in two pairs of them; `npm run test:combinations` has it in
 * every pair.
 */
const IN_EVERY_PAIR = process.env['TAPWRIGHT_TEST_COMBINATIONS'] === 'all';

type Part = Readonly<Record<string, unknown>>;

const PAGINATORS: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(paginators.map(({ type, example }) => [type, example])),
  counted: { type: 'offset', limit: 10, total_path: 'meta.total' },
  numbered: { type: 'page_number', total_path: 'meta.pages', maximum_page: 9 },
  chained: { type: 'cursor', cursor_path: 'last.id', stop_after_empty_page: true },
  ending: { type: 'cursor', cursor_path: 'data[-1].id', has_more_path: 'meta.more' },
  several: { type: 'cursor', cursor_object_path: 'continue', limit_param: 'size', limit: 10 },
  listed: { type: 'json_link', next_url_path: "links[?@.rel=='next'].href", link_base: 'base_url', has_more_path: 'meta.more' },
  searched: {
    type: 'json_link',
    next_url_path: "links[?@.rel=='next'].href",
    next_method_path: "links[?@.rel=='next'].method",
    next_body_path: "links[?@.rel=='next'].body",
  },
  moved: { type: 'offset', limit: 5, total_path: 'meta.total', overlap: 2 },
  clamped: { type: 'page_number', stop_after_repeated_page: true, stop_after_empty_page: false },
  first: { type: 'offset', offset: 1, limit: 5, total_path: 'meta.total', first_page: 'unsent' },
  leaving: { type: 'offset', limit: 5, advance: 'limit', has_more_path: 'meta.more' },
  marked: { type: 'cursor', cursor_path: 'meta.next', cursor: '*', stop_after_repeated_cursor: true },
  bare: { type: 'header_link', links_header: 'X-Next', link_base: 'base_url' },
};

const since: Part = { cursor_path: 'at', start_param: 'since', initial_value: '2026-01-01T00:00:00Z' };
const until: Part = { ...since, end_param: 'until', end_value: '2026-06-01T00:00:00Z' };
const windows: Part = { ...since, end_param: 'until', step: 'P7D' };
const child = { path: '/of/{resources.parents.id}/' };
const grandchild: Part = { path: '/of/{resources.tops.id}/{resources.middles.id}/' };
const each: Part = { path: '/of/{for_each.region}/', params: { plan: '{for_each.plan}' } };
const lists: Part = { for_each: { region: ['eu', 'us'], plan: [1, 2] } };

/** Kinds of reads: what a resource says, and its endpoint. */
const READS: Readonly<Record<string, { readonly resource?: Part; readonly endpoint?: Part; readonly partitioned?: true }>> = {
  plain: {},
  incremental: { endpoint: { incremental: since } },
  bounded: { endpoint: { incremental: until } },
  newest_first: { endpoint: { incremental: { ...since, row_order: 'desc' } } },
  backwards: { endpoint: { incremental: { cursor_path: 'at', start_param: 'until', last_value_func: 'min' } } },
  by_digits: { endpoint: { incremental: { cursor_path: 'seq', start_param: 'above', initial_value: '9007199254740993', lag: 5 } } },
  windows: { endpoint: { incremental: windows }, partitioned: true },
  digit_windows: { endpoint: { incremental: { ...windows, cursor_path: 'seq', format: 'epoch_ns' } }, partitioned: true },
  // another resource is read in full where there is no state
  delegating: { resource: { state_delegating: { full: 'everything' } }, endpoint: { incremental: since } },
  child: { endpoint: child, partitioned: true },
  child_skipping: { endpoint: child, resource: { on_child_error: 'skip', include_from_parent: ['id'] }, partitioned: true },
  child_incremental: { endpoint: { ...child, incremental: since }, partitioned: true },
  child_bounded: { endpoint: { ...child, incremental: until }, partitioned: true },
  child_windows: { endpoint: { ...child, incremental: windows }, partitioned: true },
  grandchild: { endpoint: grandchild, resource: { include_from_parent: ['tops.id'] }, partitioned: true },
  child_each: {
    endpoint: { path: `${child.path}{for_each.region}/` },
    resource: { for_each: { region: ['eu', 'us'] }, include_for_each: ['region'], include_from_parent: ['id'] },
    partitioned: true,
  },
  child_groups: { endpoint: { path: '/of', params: { ids: '{resources.middles.id}' } }, resource: { group: 3 }, partitioned: true },
  each_groups: {
    endpoint: { path: '/of/{for_each.region}/', incremental: windows },
    resource: { for_each: { region: ['eu', 'us', 'asia'] }, group: 2 },
    partitioned: true,
  },
  each: { endpoint: each, resource: { ...lists, include_for_each: ['region'] }, partitioned: true },
  each_incremental: { endpoint: { ...each, incremental: since }, resource: lists, partitioned: true },
  each_windows: { endpoint: { ...each, incremental: windows }, resource: lists, partitioned: true },
};

/** What may be said of any of them. */
const EXTRAS: Readonly<Record<string, { readonly resource?: Part; readonly endpoint?: Part }>> = {
  none: {},
  deadline: { endpoint: { deadline: 0.5 } },
  retry: { endpoint: { retry: { max_retries: 1 }, charset: 'latin1' } },
  posting: { endpoint: { graphql: { query: 'query ($all: Boolean) { things(all: $all) { id at } }', variables: { all: true } } } },
  api_json: { endpoint: { method: 'POST', json: { all: true }, headers: { 'Content-Type': 'application/vnd.api+json' } } },
  querying: { endpoint: { method: 'QUERY', data: 'all of it', params_encoding: 'percent' } },
  filtering: { endpoint: { filter: { field: 'id', op: 'gt', value: 0 } } },
  discarding: { resource: { schema_contract: 'discard_row' } },
  discarding_values: { resource: { schema_contract: { data_type: 'discard_value' } } },
  changing: {
    resource: {
      add: { info_id: 'info.id', tag_ids: 'tags[*].id', site: { value: 'main' }, low: { lower: 'info.name' } },
      rename: { 'Plan Name': 'plan' },
      drop: ['secret', 'info.token'],
      flatten: ['attributes'],
      key_case: 'snake',
    },
  },
  dated: { endpoint: { headers: { 'X-On': '{now - P1M | %Y-%m-%d}', 'X-At': '{now | epoch_s}' } } },
  accepting: {
    endpoint: { accept: ['text/plain'] },
    resource: {
      cast: true,
      when: 'config.wide',
      discriminator: 'kind',
      variants: {
        a: { fields: { size: 'number', home: 'boolean' } },
        b: { fields: { size: 'string', all: { type: 'array', items: 'bigint' } } },
      },
    },
  },
  // the last position is where the next run begins, where pages have one
  feeding: { endpoint: { change_feed: { position_path: 'meta.position', start_param: 'from_position' } } },
  splitting: { resource: { splits: true } },
  acting: { endpoint: { redirects: { allow: ['https://files.example'] }, response_actions: [{ status_code: 404, action: 'ignore' }] } },
};

const READ_NAMES = Object.keys(READS);
const EXTRA_NAMES = Object.keys(EXTRAS);
const PAGINATOR_NAMES = Object.keys(PAGINATORS);

const FIELDS = { id: { type: 'integer', nullable: false }, at: { type: 'datetime', nullable: false } };

function resourceOf(paginator: string, read: string, extra: string, ahead: Part = {}): Part {
  const { resource, endpoint } = READS[read] ?? {};
  const more = EXTRAS[extra] ?? {};
  const name = `${read}_by_${paginator}`;
  return {
    name,
    write_disposition: 'merge',
    ...resource,
    ...more.resource,
    ...ahead,
    endpoint: {
      data_selector: 'data',
      paginator: PAGINATORS[paginator],
      ...endpoint,
      ...more.endpoint,
      path: `${String(endpoint?.['path'] ?? '/')}${name}`,
    },
    fields: { ...FIELDS, ...(read === 'by_digits' || read === 'digit_windows' ? { seq: { type: 'bigint', nullable: false } } : {}) },
  };
}

function packageOf(resources: readonly Part[]): Promise<Record<string, string>> {
  const parents = {
    name: 'parents',
    endpoint: { path: '/parents', data_selector: 'data', paginator: PAGINATORS['counted'] },
    fields: { id: 'integer' },
  };
  const tops = { name: 'tops', endpoint: { path: '/tops', data_selector: '$', paginator: 'single_page' }, fields: { id: 'integer' } };
  const middles = {
    name: 'middles',
    endpoint: { path: '/middles/{resources.tops.id}', data_selector: '$', paginator: 'single_page' },
    fields: { id: { type: 'integer', nullable: false } },
  };
  const everything = {
    name: 'everything',
    endpoint: { path: '/everything', data_selector: 'data', paginator: PAGINATORS['chained'] },
    fields: FIELDS,
  };
  const names = resources.map(({ name }) => String(name));
  const needed = [
    parents,
    ...(names.some((name) => /^(grandchild|child_groups)/.test(name)) ? [tops, middles] : []),
    ...(names.some((name) => name.startsWith('delegating')) ? [everything] : []),
  ];
  const client = { base_url: 'https://combined.example', auth: { type: 'bearer' } };
  const config = { wide: { type: 'boolean', default: false } };
  const spec = { name: 'combined', config, client, resource_defaults: { primary_key: 'id' }, resources: [...needed, ...resources] };
  return filesFrom('combined.yaml', JSON.stringify(spec));
}

/** Whether pages, or page loops, can be asked for ahead, and how. */
function aheadOf(paginator: string, read: string): Part | undefined {
  if (READS[read]?.partitioned === true || paginator === 'counted' || paginator === 'numbered') return { concurrency: 3 };
  return paginator === 'single_page' ? undefined : { prefetch: true };
}

/** Whether a paginator can be met by an extra: bodies that links bring are no text. */
function fits(paginator: string, extra: string): boolean {
  if (extra === 'feeding') return ['cursor', 'json_link', 'chained', 'ending', 'listed', 'searched', 'marked'].includes(paginator);
  return paginator !== 'searched' || extra !== 'querying';
}

/** Reads whose next run can begin at a position of the API. */
const FED_READS = ['plain', 'child', 'child_skipping', 'grandchild', 'child_each', 'each'];

/** Whether a read can have what an extra says: both endpoints of one that delegates have the same fields. */
function agrees(read: string, extra: string): boolean {
  if (extra === 'feeding') return FED_READS.includes(read);
  return read !== 'delegating' || (extra !== 'changing' && extra !== 'accepting');
}

/** One of each kind of read, each with another paginator, and with another extra. */
function rotating(by: number): readonly Part[] {
  return READ_NAMES.map((read, index) => {
    const paginator = PAGINATOR_NAMES[(index + by) % PAGINATOR_NAMES.length] ?? '';
    const extra = EXTRA_NAMES[(index + by) % EXTRA_NAMES.length] ?? '';
    return resourceOf(paginator, read, fits(paginator, extra) && agrees(read, extra) ? extra : 'none');
  });
}

const JOB_READS = ['plain', 'bounded', 'windows', 'child', 'child_skipping', 'each_incremental', 'each_windows'];

/** Jobs have no paginator of their own, and a request that others would be in the way of. */
const JOB_EXTRAS = EXTRA_NAMES.filter((extra) => !['posting', 'querying', 'feeding', 'api_json'].includes(extra));

function jobOf(read: string, extra: string, inParts: boolean): Part {
  const { paginator: _, ...resource } = resourceOf('single_page', read, extra);
  const { paginator: _own, path, ...endpoint } = resource['endpoint'] as Part;
  const parts = { paginator: { type: 'header_cursor', cursor_key: 'X-Part', cursor_param: 'part' } };
  const job = {
    create: { path },
    poll: { path: '/jobs/{job.id}', status_path: 'status', done: 'done', failed: 'failed' },
    download: inParts ? { path: '/jobs/{job.id}/rows', ...parts } : { urls_path: 'files[*].url', format: 'jsonl', data_selector: '$' },
    cleanup: { path: '/jobs/{job.id}' },
  };
  const { data_selector: selector, ...others } = endpoint;
  return { ...resource, name: `${read}_job`, endpoint: { ...others, ...(inParts ? { data_selector: selector } : {}), job } };
}

test('jobs, in files and in parts, pass their tests in most kinds of reads', async () => {
  const jobs = JOB_READS.map((read, index) => jobOf(read, JOB_EXTRAS[index % JOB_EXTRAS.length] ?? 'none', index % 2 === 0));
  await withPackages(async (folder) => {
    const delegating = {
      ...resourceOf('single_page', 'incremental', 'none'),
      name: 'after_a_job',
      state_delegating: { full: 'plain_job' },
    };
    await writeFiles(folder, filesOf(await packageOf([...jobs, delegating])));
    const results = await runVitest(folder);
    expect(results.filter(({ status }) => status !== 'passed').map(({ name, message }) => `${name}: ${message}`)).toEqual([]);
    expect(results.length).toBeGreaterThan(jobs.length);
  });
}, 300_000);

describe('compile', () => {
  test.each(EXTRA_NAMES)('with %s', async (extra) => {
    const fitting = PAGINATOR_NAMES.filter((paginator) => fits(paginator, extra));
    const reads = READ_NAMES.filter((read) => agrees(read, extra));
    const isMet = (paginator: number, read: number): boolean =>
      (paginator + read + EXTRA_NAMES.indexOf(extra)) % Math.ceil(reads.length / 2) === 0;
    const resources = fitting.flatMap((paginator, index) =>
      reads
        .filter((_, at) => IN_EVERY_PAIR || extra === 'none' || reads.length === 1 || isMet(index, at))
        .map((read) => resourceOf(paginator, read, extra)),
    );
    expect(new Set(resources.map(({ name }) => String(name).replace(/_by_.*/, ''))).size).toBe(reads.length);
    expect(Object.keys(await packageOf(resources)).length).toBeGreaterThan(2 * resources.length);
  });

  test('with requests ahead', async () => {
    const resources = PAGINATOR_NAMES.flatMap((paginator) =>
      READ_NAMES.flatMap((read) => {
        const ahead = aheadOf(paginator, read);
        return ahead === undefined ? [] : [resourceOf(paginator, read, 'none', ahead)];
      }),
    );
    expect(resources.length).toBeGreaterThan(100);
    expect(Object.keys(await packageOf(resources)).length).toBeGreaterThan(2 * resources.length);
  });
}, 120_000);

test('pass their own tests', { timeout: 300_000 }, async () => {
  const ahead = READ_NAMES.flatMap((read, index) => {
    const paginator = PAGINATOR_NAMES[index % PAGINATOR_NAMES.length] ?? '';
    const how = aheadOf(paginator, read);
    return how === undefined ? [] : [resourceOf(paginator, read, 'none', how)];
  });
  const split = READ_NAMES.map((read, index) => {
    const paginator = PAGINATOR_NAMES[(index + 5) % PAGINATOR_NAMES.length] ?? '';
    return resourceOf(paginator, read, 'splitting', index % 2 === 0 ? aheadOf(paginator, read) : {});
  });
  const fed = FED_READS.map((read, index) =>
    resourceOf(['cursor', 'json_link', 'listed'][index % 3] ?? '', read, 'feeding', index === 4 ? { write_disposition: 'append' } : {}),
  );
  const inPages = resourceOf('counted', 'plain', 'splitting', { splits: 'pages' });
  const packages = await Promise.all(
    [rotating(0), rotating(3), rotating(7), ahead, [...split, inPages], fed].map((resources) => packageOf(resources)),
  );
  const results = await withPackages(async (folder) => {
    await Promise.all(packages.map((files, index) => writeFiles(`${folder}/${index}`, filesOf(files))));
    return runVitest(folder);
  });
  expect(results.length).toBeGreaterThan(50);
  const failed = results.flatMap(({ name, message, assertionResults }) => [
    ...(assertionResults.length === 0 ? [`${name}: ${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ title, failureMessages }) => `${name}: ${title}: ${failureMessages[0]?.slice(0, 200)}`),
  ]);
  expect(failed).toEqual([]);
});

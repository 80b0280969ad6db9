// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import {
  GithubIssuesClient,
  GithubIssuesHttpError,
  GithubIssuesPaginationError,
  GithubIssuesRecordError,
  GithubIssuesResponseError,
  GithubIssuesStateError,
  type IssuesReadOptions,
  type IssuesState,
} from '../src/index.ts';
import {
  answering,
  api,
  bodyOf,
  collect,
  credentials,
  edited,
  failure,
  hang,
  recording,
  times,
  type Api,
} from './replay.ts';

const { requests, answers, first } = recording('issues');
const records = answers.map((answer) => bodyOf(answer));

const open = (server: Api) =>
  new GithubIssuesClient({
    ...credentials,
    owner: 'octokit-fixture-org',
    repo: 'paginate-issues',
    pageSize: 3,
    ...server,
  }).issues;
const read = (server: Api, options?: IssuesReadOptions) => collect(open(server).pages(options));

test('reads every recorded page in order, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  expect(pages.map((page) => page.records)).toMatchObject(records);
  expect(pages.map((page) => page.state.next === null)).toEqual([false, false, false, false, true]);
  expect(server.requests).toEqual(requests);
  expect(server.waits).toEqual([]);
});

test('lists the records of all pages', async () => {
  const listed = await collect(open(api(answers)).list());
  expect(listed).toEqual((await read(api(answers))).flatMap((page) => page.records));
  expect(await open(api(answers)).all()).toEqual(listed);
  expect(await open(api(answers)).first(1)).toEqual(listed.slice(0, 1));
});

test('begins with this request', async () => {
  const server = api(answers);
  await read(server);
  expect(server.requests[0]).toEqual({
    method: 'GET',
    url: 'https://api.github.com/repos/octokit-fixture-org/paginate-issues/issues?per_page=3',
    headers: { accept: 'application/vnd.github.v3+json', authorization: 'Bearer test-token' },
  });
});

test('asks again after 0.75, 1.5 and 3 s while the API is down', async () => {
  const down = { status: 503 };
  const server = api([...times(3, down), ...answers]);
  expect(await read(server)).toHaveLength(answers.length);
  expect(server.waits).toEqual([750, 1500, 3000]); // by an even chance: three quarters of the backoff
  expect(server.requests).toEqual([...times(3, requests[0]), ...requests]);
});

test('gives up after 4 attempts, with the state to go on from', async () => {
  const [page] = await read(api(answers));
  const server = api([first, ...times(4, { status: 503 })]);
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(GithubIssuesHttpError);
  expect(error).toMatchObject({
    code: 'http_status',
    status: 503,
    resource: 'issues',
    page: 2,
    attempts: 4,
    state: page?.state,
  });
  expect(server.requests).toHaveLength(5);
});

test('does not go round in circles with an API that sends the same pages again and again', async () => {
  const error = await failure(read(api(times(50, answers.slice(0, 2)).flat())));
  expect(error).toBeInstanceOf(GithubIssuesPaginationError);
  expect(error).toMatchObject({ code: 'no_progress', resource: 'issues' });
});

test.each([[{}], [null], ['records'], [7]])('refuses %j in place of a page', async (body) => {
  const error = await failure(read(api([{ ...first, body }])));
  expect(error).toBeInstanceOf(GithubIssuesResponseError);
  expect(error).toMatchObject({ code: 'no_records', resource: 'issues', page: 1, attempts: 1 });
});

test.each([
  [
    'a next page at https://elsewhere.example/?page=2',
    { ...first, headers: { ...first.headers, link: '<https://elsewhere.example/?page=2>; rel="next"' } },
  ],
  [
    'a next page at //elsewhere.example/',
    { ...first, headers: { ...first.headers, link: '<//elsewhere.example/>; rel="next"' } },
  ],
  ['a next page at http://[', { ...first, headers: { ...first.headers, link: '<http://[>; rel="next"' } }],
])('refuses %s', async (_, answer) => {
  const error = await failure(read(api([answer])));
  expect(error).toBeInstanceOf(GithubIssuesPaginationError);
  expect(error).toMatchObject({ code: 'refused_link', resource: 'issues', page: 1, attempts: 1 });
});
test('is in units what one read is, in any order and through JSON', async () => {
  const units = await open(answering(requests, answers)).splits();
  expect(await open(answering(requests, answers)).splits()).toEqual(units); // the same for the same input
  const found: unknown[] = [];
  for (const split of [...(JSON.parse(JSON.stringify(units)) as typeof units)].reverse()) {
    found.unshift(...(await read(answering(requests, answers), { split })).flatMap((page) => page.records));
  }
  expect(found).toEqual((await read(answering(requests, answers))).flatMap((page) => page.records));
});

test('goes on in a unit after each of its pages, and nowhere else', async () => {
  for (const split of await open(answering(requests, answers)).splits()) {
    const pages = await read(answering(requests, answers), { split });
    for (const [index, page] of pages.entries()) {
      if (page.state.next === null) continue;
      const state = JSON.parse(JSON.stringify(page.state)) as typeof page.state;
      const rest = await read(answering(requests, answers), { split, state });
      expect(rest.flatMap((each) => each.records)).toEqual(pages.slice(index + 1).flatMap((each) => each.records));
      expect(await failure(read(answering(requests, answers), { state }))).toBeInstanceOf(GithubIssuesStateError);
    }
  }
});

test('refuses what is no unit of it', async () => {
  const [split] = await open(answering(requests, answers)).splits();
  if (split === undefined) throw new Error('there are no units');
  const server = answering(requests, answers);
  for (const changed of [{ resource: 'another one' }, { kind: 'another kind' }]) {
    const other = JSON.parse(JSON.stringify({ ...split, ...changed })) as typeof split;
    expect(await failure(read(server, { split: other }))).toBeInstanceOf(GithubIssuesStateError);
  }
  expect(server.requests).toEqual([]);
});

/** The first page, with all the objects that a record may have. */
const complete = edited(first, {
  '2.labels': [{ id: 4, name: 'Grace Rivers', color: '#4306cd', description: 'No remarks; all is well.' }],
  '2.milestone': { id: 4, number: 474, title: 'Weekly report', due_on: '2025-01-01T03:02:48.480Z' },
  '2.pull_request': { html_url: 'https://example.com/pull_request/4', merged_at: '2025-01-01T03:17:49.344Z' },
});

test.each([
  [2, '', [null, 7, 'text', []]],
  [2, 'id', [null, '7', 0.5]],
  [2, 'node_id', [null, 7]],
  [2, 'number', [null, '7', 0.5, 0]],
  [2, 'title', [null, 7]],
  [2, 'body', [7]],
  [2, 'state', [null, 'none of these']],
  [2, 'state_reason', [7]],
  [2, 'locked', [null, 'true']],
  [2, 'active_lock_reason', [7]],
  [2, 'user', [7, []]],
  [2, 'user.id', [null, '7', 0.5]],
  [2, 'user.node_id', [null, 7]],
  [2, 'user.login', [null, 7]],
  [2, 'user.type', [null, 7]],
  [2, 'user.site_admin', [null, 'true']],
  [2, 'user.avatar_url', [null, 7]],
  [2, 'user.html_url', [null, 7]],
  [2, 'assignee', [7, []]],
  [2, 'assignees', [null, {}]],
  [2, 'assignees[0]', [null, 7, []]],
  [2, 'labels', [null, {}]],
  [2, 'labels[0]', [null, 7, []]],
  [2, 'labels[0].id', [null, '7', 0.5]],
  [2, 'labels[0].name', [null, 7]],
  [2, 'labels[0].color', [7]],
  [2, 'labels[0].description', [7]],
  [2, 'milestone', [7, []]],
  [2, 'milestone.id', [null, '7', 0.5]],
  [2, 'milestone.number', [null, '7', 0.5]],
  [2, 'milestone.title', [null, 7]],
  [2, 'milestone.due_on', [7, 'soon']],
  [2, 'comments', [null, '7', 0.5, -1]],
  [2, 'reactions', [null, 7, []]],
  [2, 'reactions.total_count', [null, '7', 0.5, -1]],
  [2, 'reactions["+1"]', [null, '7', 0.5, -1]],
  [2, 'reactions["-1"]', [null, '7', 0.5, -1]],
  [2, 'reactions.laugh', [null, '7', 0.5, -1]],
  [2, 'reactions.hooray', [null, '7', 0.5, -1]],
  [2, 'reactions.confused', [null, '7', 0.5, -1]],
  [2, 'reactions.heart', [null, '7', 0.5, -1]],
  [2, 'reactions.rocket', [null, '7', 0.5, -1]],
  [2, 'reactions.eyes', [null, '7', 0.5, -1]],
  [2, 'pull_request', [null, 7, []]],
  [2, 'pull_request.html_url', [null, 7]],
  [2, 'pull_request.merged_at', [7, 'soon']],
  [2, 'author_association', [null, 7]],
  [2, 'html_url', [null, 7, '?']],
  [2, 'created_at', [null, 7, 'soon']],
  [2, 'updated_at', [null, 7, 'soon']],
  [2, 'closed_at', [7, 'soon']],
])('refuses record %i when its %s is one of %j', async (index, path, values) => {
  for (const value of values) {
    const error = await failure(read(api([edited(complete, { [`${index}.${path}`]: value })])));
    expect(error).toBeInstanceOf(GithubIssuesRecordError);
    expect(error).toMatchObject({ code: 'invalid_record', resource: 'issues', page: 1, attempts: 1, index, path });
  }
});

test('reads a field that is left out as null', async () => {
  const [page] = await read(api([edited(first, { '0.body': undefined }), ...answers.slice(1)]));
  expect(page?.records[0]).toHaveProperty(['body'], null);
});

test('goes on from the state of every page', async () => {
  const pages = await read(api(answers));
  for (const [index, page] of pages.slice(0, -1).entries()) {
    const server = api(answers.slice(index + 1));
    const state: IssuesState = JSON.parse(JSON.stringify(page.state));
    expect(await read(server, { state })).toEqual(pages.slice(index + 1));
    expect(server.requests).toEqual(requests.slice(index + 1));
  }
});

test.each([
  { v: 2 },
  { resource: 'another one' },
  { origin: 'https://elsewhere.example' },
  { next: { link: 7 } },
  { next: { link: 'https://elsewhere.example/' } },
])('refuses a state with %j', async (foreign) => {
  const [page] = await read(api(answers));
  expect(page?.state).toMatchObject({ v: 1, resource: 'issues', origin: 'https://api.github.com' });
  const server = api(answers);
  const state: IssuesState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(GithubIssuesStateError);
  expect(server.requests).toEqual([]);
});

test('keeps of a state of another path or paginator what is complete, and begins again what is not', async () => {
  const pages = await read(api(answers));
  const last = pages.at(-1)?.state;
  const complete: IssuesState = JSON.parse(JSON.stringify({ ...last, shape: 'another way' }));
  expect(await read(api(answers), { state: complete })).toEqual(await read(api(answers), { state: last }));
  const cut: IssuesState = JSON.parse(JSON.stringify({ ...pages[0]?.state, shape: 'another way' }));
  const server = api(answers);
  const [page] = await read(server, { state: cut });
  expect(page).toMatchObject({ restarted: true });
  expect(server.requests[0]).toEqual(requests[0]);
});

test('begins again, once, where the API has forgotten the position', async () => {
  const pages = await read(api(answers));
  const { state } = pages[0] ?? {};
  const server = api([{ status: 410 }, ...answers]);
  const again = await read(server, { state });
  expect(again.map((page) => page.records)).toEqual(pages.map((page) => page.records));
  expect(again.map((page) => page.restarted)).toEqual(answers.map((_, index) => (index === 0 ? true : undefined)));
  expect(server.requests).toEqual([requests[1], ...requests]);
  const refused = await failure(read(api(times(2, { status: 410 })), { state }));
  expect(refused).toMatchObject({ code: 'http_status', status: 410, state });
});

test.each([
  ['owner', 'https://api.github.com/repos/a%2Fb%3Fc%20d/paginate-issues/issues?per_page=3'],
  ['repo', 'https://api.github.com/repos/octokit-fixture-org/a%2Fb%3Fc%20d/issues?per_page=3'],
])('keeps %s in one segment of the path', async (option, url) => {
  const server = api([{ status: 404 }]);
  const client = new GithubIssuesClient({
    ...credentials,
    owner: 'octokit-fixture-org',
    repo: 'paginate-issues',
    pageSize: 3,
    ...server,
    [option]: 'a/b?c d',
  });
  await failure(collect(client.issues.pages()));
  expect(server.requests[0]?.url).toBe(url);
  for (const value of ['', '.', '..']) {
    const other = new GithubIssuesClient({
      ...credentials,
      owner: 'octokit-fixture-org',
      repo: 'paginate-issues',
      pageSize: 3,
      ...server,
      [option]: value,
    });
    expect(await failure(collect(other.issues.pages()))).toBeInstanceOf(TypeError);
  }
  expect(server.requests).toHaveLength(1);
});

test('ends when it is aborted, and leaves no listener behind', async () => {
  const abort = new AbortController();
  const server = api([
    ...answers.slice(0, -1),
    (signal) => {
      setImmediate(() => abort.abort());
      return hang(signal);
    },
  ]);
  expect(await failure(read(server, { signal: abort.signal }))).toBe(abort.signal.reason);
  expect(server.requests).toEqual(requests);
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { put, sandbox } from '../support/sandbox.js';
import { sendJson, serve, tapwright } from './support.js';

type Answered = readonly [body: object, headers?: Readonly<Record<string, string>>];

const rows = (from: number, count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index, name: `N${from + index}` }));

/** What `check --live`, or `record`, says of an API that answers this, with a spec that reads it so. */
async function said(
  command: readonly string[],
  endpoint: object,
  answer: (url: URL) => Answered,
): Promise<Awaited<ReturnType<typeof tapwright>>> {
  const base = await serve(({ url }, response) => {
    const [body, headers = {}] = answer(url);
    sendJson(response, body, headers);
  });
  const folder = sandbox();
  put(folder, {
    'specs/crew.json': JSON.stringify({
      name: 'crew',
      client: { base_url: base },
      resources: [{ name: 'users', endpoint: { path: '/users', ...endpoint }, fields: { id: 'integer', name: 'string' } }],
    }),
  });
  return tapwright(folder, [command[0] ?? '', 'specs/crew.json', ...command.slice(1)]);
}

const LIVE = ['check', '--live'];
const ONE_PAGE = { data_selector: 'items', paginator: 'single_page' };
const PAGES = { data_selector: 'items', paginator: { type: 'offset', limit: 2, stop_after_short_page: true } };

describe('tapwright check --live warns', () => {
  test.each<readonly [why: string, endpoint: object, answer: (url: URL) => Answered, warning: string]>([
    ['of a total', ONE_PAGE, () => [{ items: rows(1, 3), total: 40 }], 'total says 40'],
    ['of a total in a header', { ...ONE_PAGE, data_selector: '$' }, () => [rows(1, 3), { 'x-total-count': '40' }], 'x-total-count says 40'],
    ['of a next link', ONE_PAGE, () => [{ items: rows(1, 3), links: { next: '/users?after=3' } }], 'there is a next one'],
    ['of a next token', ONE_PAGE, () => [{ items: rows(1, 3), next_page_token: 'abc' }], 'there is a next one'],
    ['of a flag', ONE_PAGE, () => [{ items: rows(1, 3), has_more: true }], 'has_more is true'],
    ['of a full page', { ...ONE_PAGE, params: { per_page: 3 } }, () => [{ items: rows(1, 3) }], 'as full as per_page allows'],
    [
      'of a total that the read did not come to',
      PAGES,
      (url) => [{ items: rows(Number(url.searchParams.get('offset')), 1), total: 40 }],
      'ended after 1 record, and total says 40',
    ],
    ['of records elsewhere', { ...ONE_PAGE, data_selector: 'items' }, () => [{ items: [], results: rows(1, 3) }], '3 records at results'],
  ])('%s', async (_, endpoint, answer, warning) => {
    const result = await said(LIVE, endpoint, answer);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.stderr).toContain('api/unread');
    expect(result.stderr).toContain(warning);
  });

  test.each<readonly [why: string, endpoint: object, answer: (url: URL) => Answered]>([
    ['that is read to its end', ONE_PAGE, () => [{ items: rows(1, 3), total: 3, next: null, has_more: false }]],
    ['whose last page it is', ONE_PAGE, () => [{ items: rows(1, 3) }, { link: '</users?page=1>; rel="first"' }]],
    ['of which more is known, and meant', { ...ONE_PAGE, more: 'ignore' }, () => [{ items: rows(1, 3), total: 40 }]],
    ['of which three pages were asked for', PAGES, () => [{ items: rows(1, 2), total: 40 }]],
    ['without records', ONE_PAGE, () => [{ items: [] }]],
    ['of one record', { data_selector: '$', paginator: 'single_page' }, () => [{ id: 1, name: 'A', orders: rows(1, 2) }]],
  ])('not of a list %s', async (_, endpoint, answer) => {
    const result = await said(LIVE, endpoint, answer);
    expect(result.stderr).not.toContain('api/unread');
  });
});

test('tapwright record warns of the same, and writes', async () => {
  const result = await said(['record'], ONE_PAGE, () => [{ items: rows(1, 3), total: 40 }]);
  expect(result).toMatchObject({ exitCode: 0 });
  expect(result.stderr).toContain('one page of 3 records is read, and total says 40');
});

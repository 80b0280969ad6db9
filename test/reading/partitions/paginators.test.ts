import { expect, test } from 'vitest';
import { paginators } from '../../../generator/paginators/index.js';
import { filesFrom } from '../../support/generate.js';
import { filesOf } from '../../support/packages.js';
import { runVitest, withPackages, writeFiles } from '../../support/vitest-run.js';

const fields = { id: 'integer', at: { type: 'datetime', nullable: false } };
const incremental = { cursor_path: 'at', initial_value: '2026-01-31T00:00:00.000Z', start_param: 'since' };
const windows = { ...incremental, end_param: 'until', step: 'P1M' };
const lists = { for_each: { region: ['eu', 'us'] }, include_for_each: ['region'] };

/** Every paginator, in each kind of loop around it. */
const resources = paginators.flatMap(({ type, example: paginator }) => {
  const endpoint = (path: string): object => ({ path: `/${type}/${path}`, data_selector: 'data', paginator });
  return [
    { name: `${type}_fresh`, endpoint: { ...endpoint('fresh'), incremental } },
    { name: `${type}_lists`, ...lists, endpoint: endpoint('{for_each.region}/lists') },
    { name: `${type}_windows`, endpoint: { ...endpoint('windows'), incremental: windows } },
    { name: `${type}_both`, ...lists, endpoint: { ...endpoint('{for_each.region}/both'), incremental: windows } },
    { name: `${type}_children`, endpoint: { ...endpoint(`of/{resources.${type}_lists.id}`), incremental: windows } },
  ].map((resource) => ({ ...resource, primary_key: 'id', fields }));
});

test('every paginator pages in lists, in windows and in windows of children: the tests of the package pass', async () => {
  const table = { path: '/{for_each.region}/table', format: 'csv', paginator: 'single_page', incremental: windows };
  const tables = { name: 'tables', primary_key: 'id', ...lists, endpoint: table, fields: { id: 'string', at: fields.at } };
  // an answer that is ignored is an empty page, which ends nothing here
  const repeating = { type: 'page_number', stop_after_repeated_page: true, stop_after_empty_page: false };
  const ignoring = {
    name: 'ignoring',
    primary_key: 'id',
    ...lists,
    endpoint: {
      path: '/{for_each.region}/ignoring',
      data_selector: 'data',
      paginator: repeating,
      response_actions: [{ status_code: 404, action: 'ignore' }],
    },
    fields,
  };
  const spec = { name: 'ways', client: { base_url: 'https://ways.example' }, resources: [...resources, tables, ignoring] };
  const files = filesOf(await filesFrom('ways.yaml', JSON.stringify(spec)));
  const results = await withPackages(async (folder) => {
    await writeFiles(folder, files);
    return runVitest(folder);
  });
  const failed = results.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length === 0
      ? [`${name}: ${message}`]
      : assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ title, failureMessages }) => `${name}: ${title}\n${failureMessages.join('\n')}`),
  );
  expect(failed).toEqual([]);
  expect(results.length).toBeGreaterThan(resources.length);
}, 120_000);

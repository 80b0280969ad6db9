import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** `accept`: content types that are read as the format. */

const answers = async (type: string, text: string, endpoint: object): Promise<unknown> => {
  const { origin } = await serve(() => ({ headers: { 'content-type': type }, text }));
  const open = await oneResource(origin, { paginator: 'single_page', ...endpoint });
  const { ids, error } = await read(open({ retry: { maxRetries: 0 } }));
  return error instanceof Error && 'code' in error ? error.code : ids;
};

test.each([
  ['text/html; charset=utf-8', { accept: ['text/html'] }, [1]],
  ['Text/HTML', { accept: ['text/html'] }, [1]],
  ['text/plain', { accept: ['json', 'text/plain'] }, [1]],
  ['application/vnd.api+json', {}, [1]],
  ['application/json', { accept: ['text/plain'] }, [1]],
  ['text/plain', {}, 'not_json'],
  ['text/html', { accept: ['text/plain'] }, 'not_json'],
  ['text/html-sandboxed', { accept: ['text/html'] }, 'not_json'],
])('JSON that is called %s, where %j', async (type, endpoint, expected) => {
  expect(await answers(type, '\ufeff{ "items": [{ "id": 1 }] }', endpoint)).toEqual(expected);
});

test('rows that are called otherwise', async () => {
  const csv = { format: 'csv', data_selector: '$' };
  expect(await answers('application/x-table', 'id\n1\n', { ...csv, accept: ['application/x-table'] })).toEqual([1]);
  expect(await answers('application/x-table', 'id\n1\n', csv)).toBe('not_csv');
});

test('what is no content type is refused', async () => {
  const spec =
    'name: one\nclient: { base_url: "https://a.example" }\nresources:\n- name: things\n  endpoint: { paginator: single_page, data_selector: a, accept: [html] }\n';
  expect(await diagnosticsOf(spec)).toEqual([expect.objectContaining({ code: 'spec/accept', at: '5:66' })]);
});

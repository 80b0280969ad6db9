import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sendJson, serve, tapwright } from '../support.js';
import { put, sandbox } from '../../support/sandbox.js';

const rows = Array.from({ length: 25 }, (_, index) => ({ id: index + 1, title: `t${index}` }));

/** An API with lists that are paged in three ways, and one whose parameter changes nothing. */
const api = async (seen: string[]): Promise<string> => {
  const base = await serve(({ url, request }, response) => {
    seen.push(`${url.pathname}${url.search} ${request.headers.authorization ?? ''}`.trim());
    const page = (from: number, size = 10): readonly object[] => rows.slice(from, from + size);
    const at = Number(url.searchParams.get('offset') ?? 0);
    switch (url.pathname) {
      case '/v1/posts':
        return sendJson(response, { count: 25, results: page(at) });
      case '/v1/posts/1/comments':
        return sendJson(response, page(0, 3));
      case '/v1/tags': {
        const from = Number(url.searchParams.get('after') ?? 0);
        return sendJson(response, { tags: page(from), paging: { after: from + 10 < 25 ? String(from + 10) : null } });
      }
      case '/v1/users':
        return sendJson(response, { data: page(0), page: Number(url.searchParams.get('page') ?? 1) });
      default:
        return sendJson(response, {}, {}, 404);
    }
  });
  return `${base}/v1`;
};

test('import --look asks each list twice, and writes what the answers say', async () => {
  const seen: string[] = [];
  const base = await api(seen);
  const config = {
    client: { base_url: base, auth: { type: 'bearer', token: '⟦secret:acme_key⟧' } },
    resources: [
      { name: 'posts', endpoint: 'posts' },
      { name: 'comments', endpoint: { path: 'posts/{resources.posts.id}/comments' } },
      { name: 'tags', endpoint: { path: 'tags' } },
      {
        name: 'users',
        endpoint: { path: 'users', data_selector: 'data', paginator: { type: 'page_number', base_page: 1, total_path: null } },
      },
      { name: 'gone', endpoint: 'gone' },
    ],
  };
  const folder = sandbox();
  put(folder, { 'acme.json': JSON.stringify(config) });
  const result = await tapwright(folder, ['import', 'acme.json', '--name', 'acme', '--look', base], { ACME_ACME_KEY: 'kkkkkkkkkkkk' });
  expect(result).toMatchObject({ exitCode: 0 });
  const text = readFileSync(join(folder, 'specs/acme.yaml'), 'utf8');
  for (const line of [
    'data_selector: results # why: looked at the API: 10 records there\n',
    '{ type: offset, limit: 10, offset_param: offset, limit_param: null, total_path: count } # why: looked at the API: other records came for offset=10',
    'data_selector: tags # why: looked at the API',
    '{ type: cursor, cursor_path: paging.after, cursor_param: after } # why: looked at the API',
    'paginator: { type: single_page } # why: looked at the API: 3 records came',
    'primary_key: id # why: looked at the API: unique in 20/20',
    'id: { type: integer, nullable: false }',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/name: users\n(?:.*\n){1,8}.*# LOOK: .*the same records/);
  expect(result.stdout).toContain('gone      acme.json');
  expect(result.stdout).toContain('not looked at: status 404');
  expect(seen[0]).toBe('/v1/posts Bearer kkkkkkkkkkkk');
  expect(seen).toContain('/v1/posts/1/comments Bearer kkkkkkkkkkkk');
  expect(JSON.stringify([result, text])).not.toContain('kkkk');
  expect(await tapwright(folder, ['generate', 'specs/acme.yaml', '--print-model'])).toMatchObject({ exitCode: 0 });
});

test('import --look bears out what a description says, and decides what it leaves open', async () => {
  const seen: string[] = [];
  const base = await api(seen);
  const list = (schema: object, parameters: readonly object[]): object => ({
    get: { parameters, responses: { 200: { description: '', content: { 'application/json': { schema } } } } },
  });
  const thing = { type: 'object', properties: { id: { type: 'integer' }, title: { type: 'string' } } };
  const things = { type: 'array', items: thing };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Acme', version: '1' },
    servers: [{ url: '/v1' }],
    paths: {
      '/posts': list({ type: 'object', properties: { count: { type: 'integer' }, results: things } }, [
        { name: 'offset', in: 'query', schema: { type: 'integer' } },
        { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 10 } },
      ]),
      '/tags': list({ type: 'object', properties: { tags: things } }, [{ name: 'after', in: 'query', schema: { type: 'string' } }]),
    },
  };
  const folder = sandbox();
  put(folder, { 'acme.json': JSON.stringify(document) });
  expect(await tapwright(folder, ['import', 'acme.json', '--base-url', 'https://api.acme.test/v1', '--look', base])).toMatchObject({
    exitCode: 0,
  });
  const text = readFileSync(join(folder, 'specs/acme.yaml'), 'utf8');
  expect(text).toContain(
    '{ type: offset, limit: 10, limit_param: limit, offset_param: offset, total_path: count } # why: the parameter offset',
  );
  expect(text).toContain('{ type: cursor, cursor_path: paging.after, cursor_param: after } # why: looked at the API');
});

import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { connectionOf } from '../../generator/spec/graphql-connection.js';
import { fieldsAsked } from '../../generator/spec/graphql-query.js';
import { parseTemplate } from '../../generator/placeholder.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

const NONE = new Map<string, number>();
const at = (query: string, place: string, sizes = NONE) => connectionOf(query, place, sizes);

describe('a connection', () => {
  test('is read forwards by pageInfo', () => {
    const query = 'query ($c: String) { orders(first: 9, after: $c) { nodes { id } pageInfo { endCursor hasNextPage } } }';
    expect(at(query, 'orders')).toEqual({
      selector: 'data.orders.nodes',
      paginator: {
        says: {
          type: 'cursor',
          cursor_path: 'data.orders.pageInfo.endCursor',
          cursor_body_path: 'variables.c',
          has_more_path: 'data.orders.pageInfo.hasNextPage',
        },
        variables: ['c'],
      },
    });
  });

  test('is read by its edges, backwards, under an alias, inside of other fields and of fragments', () => {
    const query = `
      query Last($b: String = "}", $o: Input = { a: { b: [1, 2] } }) @live { # }
        viewer { mine: orders(last: 9, before: $b, by: { field: NAME, dir: [ASC] }) @include(if: $yes) { ...Page } }
      }
      fragment Page on OrderConnection { edges { ... on Edge { node { id(format: """ } " """) } } } pageInfo { ...Info } }
      fragment Info on PageInfo { startCursor }
    `;
    expect(at(query, 'viewer.mine')).toEqual({
      selector: 'data.viewer.mine.edges[*].node',
      paginator: {
        says: { type: 'cursor', cursor_path: 'data.viewer.mine.pageInfo.startCursor', cursor_body_path: 'variables.b' },
        variables: ['b'],
      },
    });
  });

  test('is read by counting', () => {
    const query = 'query ($n: Int, $m: Int) { users(skip: $n, take: $m) { id totalCount } }';
    expect(at(query, 'users', new Map([['m', 50]]))?.paginator?.says).toEqual({
      ...{
        type: 'offset',
        limit: 50,
        offset_body_path: 'variables.n',
        limit_body_path: 'variables.m',
        total_path: 'data.users.totalCount',
      },
    });
    expect(at(query, 'users')?.paginator).toBeUndefined();
  });

  test('that a query does not page, or does not ask for', () => {
    expect(at('{ orders(first: 9) { nodes { id } pageInfo { endCursor } } }', 'orders')?.paginator).toBeUndefined();
    expect(at('query ($c: ID) { orders(after: $c) { nodes { id } } }', 'orders')?.paginator).toBeUndefined();
    expect(at('{ orders { id } }', 'order')).toBeUndefined();
  });
});

test.each(['', '{', '{ a', '{ a } }', 'query', '{ a(b: }', '{ a(b: [1) }', '{ ...Gone }', 'fragment A on B { c }', '{ a ? }', '{ a: }'])(
  '%j is no query',
  (query) => expect(fieldsAsked(query)).toBeUndefined(),
);

test('fragments that hold each other are no query', () => {
  expect(fieldsAsked('{ ...A } fragment A on X { ...B } fragment B on X { ...A }')).toBeUndefined();
});

test('any text is a query or none, in good time', () => {
  const pieces = fc.array(
    fc.constantFrom('{', '}', '(', ')', ':', '$', 'a', '...', '"', '"""', '\\', '#', '\n', '@', '[', ']', ' ', 'on', '1.5'),
  );
  fc.assert(fc.property(pieces, (all) => void fieldsAsked(all.join(''))));
});

test('a query is sent as it is written', () => {
  const query = 'query{a{id}b{{x ${X} {config}}';
  const parsed = parseTemplate(query.replace(/[{}]/g, '$&$&'));
  expect(parsed).toEqual({ ok: true, template: [query] });
});

test('what an endpoint says itself stays', async () => {
  const found = await diagnosticsOf(`
name: shop
client: { base_url: https://api.example.com }
resources:
  - name: orders
    endpoint:
      graphql: { query: '{ orders { nodes { id } } }', connection: orders }
      data_selector: data.orders.nodes
      paginator: single_page
      json: { operationName: null }
      response_actions: [{ status_code: 404, action: ignore }]
    fields: { id: string }
`);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';

/** Connections of GraphQL inside of others: each is a resource of its own, and read to its end. */

const QUERIES = {
  'order.lines': `query ($order: ID!, $after: String) {
    order(id: $order) { lines(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }
  }`,
  'node.lines': `query ($order: ID!, $after: String) {
    node(id: $order) { ... on Order { lines(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }
  }`,
};

/** How many lines each order has: more than a page, none, one, a page. */
const LINES: Readonly<Record<string, number>> = { a: 5, b: 0, c: 1, d: 2, e: 3 };

interface Variables {
  readonly order?: string;
  readonly after?: string | null;
}

function page(ids: readonly string[], after: string | null | undefined): { readonly found: readonly string[]; readonly info: object } {
  const from = after === null || after === undefined ? 0 : ids.indexOf(after) + 1;
  const found = ids.slice(from, from + 2);
  return { found, info: { pageInfo: { hasNextPage: from + 2 < ids.length, endCursor: found.at(-1) ?? null } } };
}

function answer({ order, after }: Variables): object {
  if (order === undefined) {
    const { found, info } = page(Object.keys(LINES), after);
    return { data: { orders: { nodes: found.map((id) => ({ id })), ...info } } };
  }
  const ids = Array.from({ length: LINES[order] ?? 0 }, (_, index) => `${order}${index}`);
  const { found, info } = page(ids, after);
  const nodes = found.map((id) => ({ id }));
  const lines = { nodes, edges: nodes.map((node) => ({ node })), ...info };
  return { data: { order: { lines }, node: { lines } } };
}

describe.each(Object.entries(QUERIES))('the connection %s of each record of another', (connection, query) => {
  const spec = {
    name: 'shop',
    client: { base_url: 'https://api.example.com' },
    resource_defaults: { primary_key: 'id', fields: { id: { type: 'string', nullable: false } } },
    resources: [
      {
        name: 'orders',
        endpoint: {
          graphql: {
            query: 'query ($after: String) { orders(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
            connection: 'orders',
          },
        },
      },
      { name: 'lines', endpoint: { graphql: { query, variables: { order: '{resources.orders.id}' }, connection } } },
    ],
  };

  test('is read to its end', async () => {
    const { ShopClient } = (await importPackage(await filesFrom('shop.yaml', JSON.stringify(spec)))) as {
      readonly ShopClient: new (options: object) => { readonly lines: { all(): Promise<readonly { readonly id: string }[]> } };
    };
    const { origin, asked } = await serve(({ body }) => ({
      body: answer((JSON.parse(body) as { readonly variables?: Variables }).variables ?? {}),
    }));
    const read = await new ShopClient({ baseUrl: origin }).lines.all();
    expect(read.map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'c0', 'd0', 'd1', 'e0', 'e1', 'e2']);
    expect(asked).toHaveLength(3 + 3 + 1 + 1 + 1 + 2);
  });
});

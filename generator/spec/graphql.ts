import { checkSelector } from '../paginators/stop-rules.js';
import { anyMapping, choice, object, optional, required, text } from '../shape.js';

/** A query in place of a body; `spec/lift-graphql` says what it means for the rest of an endpoint. */
export const graphqlShape = object(
  'graphql',
  {
    query: required(
      text({
        description: 'The query, sent as it is written. What changes belongs in variables.',
        examples: ['query ($after: String) { orders(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }'],
      }),
    ),
    variables: optional(
      anyMapping({
        description: 'Its variables; placeholders are replaced, and one that stands alone keeps its type. The paginator sets its own.',
      }),
    ),
    connection: optional(
      text({
        description:
          'The list that is read, by its place below `data`: `orders`, `shop.orders`. Its records are its `nodes`, its `edges[*].node`, or the list itself, whichever the query asks for. It pages by `pageInfo` where an argument is `after: $cursor` or `before: $cursor`, and by counting where one is `offset: $n` or `skip: $n`.',
        check: checkSelector,
        examples: ['orders', 'shop.orders'],
      }),
    ),
    errors: optional(
      choice('what errors mean', ['fail', 'ignore'], {
        description: 'fail: `errors` in an answer end the read, whatever data is beside them. ignore: the data is read all the same.',
        default: 'fail',
      }),
    ),
    cost: optional(
      text({
        description:
          'Where answers say what a query costs, as with Shopify: an object with requestedQueryCost and throttleStatus. An answer that says THROTTLED is waited for until there is enough.',
        check: checkSelector,
        examples: ['extensions.cost'],
      }),
    ),
  },
  {
    description:
      'A GraphQL query: a POST to `path` (default: /graphql). It sets json, and where the endpoint does not say them, data_selector and paginator.',
  },
);

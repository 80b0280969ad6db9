import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec } from '../spec/document.js';
import { connectionOf, connectionsWithin } from '../spec/graphql-connection.js';
import { fieldsAsked } from '../spec/graphql-query.js';

/** What a query has to ask for, so that its list can be read to its end. */
export function checkGraphql({ graphql, paginator }: EndpointSpec, reading: Reading): void {
  if (graphql === undefined || graphql === null) return;
  const refuse = (key: 'query' | 'connection', why: string, hint: string): void =>
    reading.report(messages.pattern(reading.spanOf(graphql, key), 'spec/graphql', why, hint));
  const { query, connection } = graphql;
  const asked = fieldsAsked(query);
  if (asked === undefined) {
    refuse('query', 'this is no GraphQL query', 'Braces and parentheses have to close, and fragments have to be there.');
    return;
  }
  if (connection === undefined) return;
  const [inner] = connectionsWithin(query, connection);
  if (inner !== undefined)
    reading.report(
      messages.warning(
        reading.spanOf(graphql, 'query'),
        'lint/nested-connection',
        `${shorten(inner)} is a connection inside of each record: only its first page comes`,
        'Read it as a resource of its own, whose variables take the id of this one: { id: "{resources.parent.id}" }.',
      ),
    );
  const sizes = new Map(
    Object.entries(graphql.variables ?? {}).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : [])),
  );
  const found = connectionOf(query, connection, sizes);
  if (found === undefined) {
    const known = asked.map(({ key }) => key).join(', ');
    refuse(
      'connection',
      `the query does not ask for ${shorten(connection)}`,
      `It asks for ${known}: name a list by its place in the answer, below data.`,
    );
  } else if (found.paginator === undefined && (paginator === undefined || paginator === null))
    refuse(
      'connection',
      `only the first page of ${shorten(connection)} would be read: the query does not page`,
      'Ask for pageInfo { hasNextPage endCursor }, with after: $cursor; or pass offset: $offset, limit: $limit, with limit: 100 under variables; or say paginator.',
    );
}

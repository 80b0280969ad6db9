import { fieldsAsked, type AskedField } from './graphql-query.js';

/** Where the records of a query's list are, and how it pages. */
export interface Connection {
  readonly selector: string;
  /** Undefined: its query does not page. */
  readonly paginator: { readonly says: Readonly<Record<string, string | number>>; readonly variables: readonly string[] } | undefined;
}

function fieldAt(query: string, place: string): AskedField | undefined {
  return place.split('.').reduce<Pick<AskedField, 'fields'> | undefined>((within, key) => within?.fields.find((each) => each.key === key), {
    fields: fieldsAsked(query) ?? [],
  }) as AskedField | undefined;
}

/** The list at a place of a query; undefined where the query does not ask for it. `sizes`: variables that are numbers. */
export function connectionOf(query: string, place: string, sizes: ReadonlyMap<string, number>): Connection | undefined {
  const field = fieldAt(query, place);
  if (field === undefined) return undefined;
  const at = `data.${place}`;
  const has = (...path: readonly string[]): boolean => asks(field, path);
  const selector = has('nodes') ? `${at}.nodes` : has('edges', 'node') ? `${at}.edges[*].node` : at;
  return { selector, paginator: cursorOf(field, at) ?? offsetOf(field, at, sizes) };
}

/** Connections inside of the records of a list, by their places in one: of each the answer has the first page. */
export function connectionsWithin(query: string, place: string): readonly string[] {
  const field = fieldAt(query, place);
  if (field === undefined) return [];
  const within = (at: AskedField, path: readonly string[]): readonly string[] =>
    at.fields.flatMap((each) => {
      const here = [...path, each.key];
      const isConnection = asks(each, ['pageInfo']) || asks(each, ['edges', 'node']);
      return [...(isConnection ? [here.join('.')] : []), ...within(each, here)];
    });
  const records = ['nodes', 'edges'].flatMap((key) => field.fields.find((each) => each.key === key) ?? []);
  return (records.length > 0 ? records : [field]).flatMap((each) => within(each, []));
}

/** Relay's connections, forwards or backwards. */
function cursorOf(field: AskedField, at: string): Connection['paginator'] {
  for (const [argument, cursor, more] of [
    ['after', 'endCursor', 'hasNextPage'],
    ['before', 'startCursor', 'hasPreviousPage'],
  ] as const) {
    const variable = field.variables.get(argument);
    if (variable === undefined || !asks(field, ['pageInfo', cursor])) continue;
    const flag = asks(field, ['pageInfo', more]) ? { has_more_path: `${at}.pageInfo.${more}` } : {};
    return {
      says: { type: 'cursor', cursor_path: `${at}.pageInfo.${cursor}`, cursor_body_path: `variables.${variable}`, ...flag },
      variables: [variable],
    };
  }
  return undefined;
}

/** Lists of which so many are skipped. */
function offsetOf(field: AskedField, at: string, sizes: ReadonlyMap<string, number>): Connection['paginator'] {
  const offset = ['offset', 'skip'].flatMap((name) => field.variables.get(name) ?? [])[0];
  const limit = ['limit', 'first', 'take', 'top'].flatMap((name) => field.variables.get(name) ?? [])[0];
  const size = limit === undefined ? undefined : sizes.get(limit);
  if (offset === undefined || limit === undefined || size === undefined) return undefined;
  const total = ['totalCount', 'total'].find((name) => asks(field, [name]));
  return {
    says: {
      type: 'offset',
      limit: size,
      offset_body_path: `variables.${offset}`,
      limit_body_path: `variables.${limit}`,
      ...(total === undefined ? {} : { total_path: `${at}.${total}` }),
    },
    variables: [offset, limit],
  };
}

function asks(field: AskedField, [key, ...rest]: readonly string[]): boolean {
  return key === undefined || field.fields.some((each) => each.key === key && asks(each, rest));
}

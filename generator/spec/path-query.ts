import type { MapNode, SpecEntry, SpecNode } from '../shape.js';

/**
 * An endpoint whose path has a query, with it among the `params`: `things?state=open` is `things` with `state: open`. One that names a
 * parameter again, has a name that is not plain text, or a fragment, stays as it is, and is refused where paths are.
 */
export function queryAsParams(endpoint: SpecNode): SpecNode {
  if (endpoint.kind !== 'map') return endpoint;
  const path = endpoint.entries.find(({ key }) => key === 'path');
  const said = path?.value.kind === 'scalar' && typeof path.value.value === 'string' ? path.value.value : '';
  const [before = '', query, ...more] = said.split('?');
  const params = endpoint.entries.find(({ key }) => key === 'params')?.value;
  if (path === undefined || query === undefined || more.length > 0 || said.includes('#')) return endpoint;
  if (params !== undefined && params.kind !== 'map') return endpoint;
  const { span } = path.value;
  const textOf = (value: string): SpecNode => ({ kind: 'scalar', span, value, source: value });
  const all = new Map<string, SpecNode[]>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    const [key, text] = [decoded(name), decoded(value.join('='))];
    if (key === undefined || key === '' || key.includes('{') || text === undefined || params?.entries.some((entry) => entry.key === key))
      return endpoint;
    all.set(key, [...(all.get(key) ?? []), textOf(text)]);
  }
  const own = [...all].map(([key, items]): SpecEntry => {
    const [only] = items;
    return { key, keySpan: span, value: items.length === 1 && only !== undefined ? only : { kind: 'list', span, items } };
  });
  const together: MapNode = { kind: 'map', span: params?.span ?? span, entries: [...own, ...(params?.entries ?? [])] };
  const entries = endpoint.entries.map((entry): SpecEntry => {
    if (entry.key === 'path') return { ...entry, value: textOf(before) };
    return entry.key === 'params' ? { ...entry, value: together } : entry;
  });
  return { ...endpoint, entries: params === undefined ? [...entries, { key: 'params', keySpan: span, value: together }] : entries };
}

/** A part of a query as what it means; placeholders stay as they are. Undefined where it is not well-formed. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

import type { MapNode, ScalarNode, SpecEntry, SpecNode } from '../shape.js';
import { connectionOf } from './graphql-connection.js';

/** An endpoint with what its `graphql` means: method, path, body, records, paging, and that errors fail. What it says itself stays. Places are kept. */
export function liftGraphql(endpoint: SpecNode): SpecNode {
  const said = endpoint.kind === 'map' ? endpoint.entries.find(({ key }) => key === 'graphql') : undefined;
  if (endpoint.kind !== 'map' || said?.value.kind !== 'map') return endpoint;
  const graphql = said.value;
  const own = (key: string): SpecNode | undefined => valueOf(graphql, key);
  const at = (key: string): SpecNode['span'] => own(key)?.span ?? said.keySpan;
  const query = textIn(own('query'));
  const variables = own('variables');
  const connection = textIn(own('connection'));
  const found = query === undefined || connection === undefined ? undefined : connectionOf(query, connection, valuesIn(variables));
  const paging = found?.paginator;
  const sent = new Set(paging?.variables);
  const left = variables?.kind === 'map' ? { ...variables, entries: variables.entries.filter(({ key }) => !sent.has(key)) } : variables;
  const json: readonly SpecEntry[] = [
    ...(query === undefined ? [] : [entry('query', scalar(asWritten(query), at('query')))]),
    ...(left === undefined ? [] : [entry('variables', left)]),
  ];
  const actions = [
    ...(textIn(own('cost')) === undefined ? [] : [throttled(textIn(own('cost')) ?? '', at('cost'))]),
    ...(textIn(own('errors')) === 'ignore' ? [] : [mapping({ status_code: 200, body_path: 'errors', action: 'fail' }, at('errors'))]),
  ];
  const lifted: readonly SpecEntry[] = [
    entry('method', scalar('POST', said.keySpan)),
    entry('path', scalar('/graphql', said.keySpan)),
    ...(found === undefined ? [] : [entry('data_selector', scalar(found.selector, at('connection')))]),
    ...(paging === undefined ? [] : [entry('paginator', mapping(paging.says, at('connection')))]),
  ];
  const missing = lifted.filter(({ key }) => valueOf(endpoint, key) === undefined);
  return {
    ...endpoint,
    entries: [
      ...endpoint.entries.filter(({ key }) => key !== 'json' && key !== 'response_actions'),
      ...missing,
      entry('json', within(valueOf(endpoint, 'json'), json, said.keySpan)),
      ...(actions.length === 0 && valueOf(endpoint, 'response_actions') === undefined
        ? []
        : [entry('response_actions', extended(valueOf(endpoint, 'response_actions'), actions, said.keySpan))]),
    ],
  };
}

/** Braces of a query are no placeholders: doubled ones stand for single ones. */
function asWritten(query: string): string {
  return query.replace(/[{}]/g, '$&$&');
}

/** That a query was too dear, and how long to wait until there is enough for it. */
function throttled(cost: string, span: SpecNode['span']): SpecNode {
  const wait = mapping(
    {
      needed_path: `${cost}.requestedQueryCost`,
      available_path: `${cost}.throttleStatus.currentlyAvailable`,
      restore_path: `${cost}.throttleStatus.restoreRate`,
    },
    span,
  );
  const action = mapping({ status_code: 200, content: 'THROTTLED', action: 'rate_limited' }, span);
  return { ...action, entries: [...action.entries, entry('wait', wait)] };
}

function within(json: SpecNode | undefined, entries: readonly SpecEntry[], span: SpecNode['span']): SpecNode {
  if (json !== undefined && json.kind !== 'map') return json;
  const own = json?.entries.filter(({ key }) => entries.every((each) => each.key !== key)) ?? [];
  return { kind: 'map', span: json?.span ?? span, entries: [...own, ...entries] };
}

function extended(list: SpecNode | undefined, items: readonly SpecNode[], span: SpecNode['span']): SpecNode {
  if (list !== undefined && list.kind !== 'list') return list;
  return { kind: 'list', span: list?.span ?? span, items: [...(list?.items ?? []), ...items] };
}

function mapping(values: Readonly<Record<string, string | number>>, span: SpecNode['span']): MapNode {
  return { kind: 'map', span, entries: Object.entries(values).map(([key, value]) => entry(key, scalar(value, span))) };
}

function entry(key: string, value: SpecNode): SpecEntry {
  return { key, keySpan: value.span, value };
}

function scalar(value: string | number, span: SpecNode['span']): ScalarNode {
  return { kind: 'scalar', span, value, source: String(value) };
}

function textIn(node: SpecNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** Variables that are numbers: one of them may be how many a page has. */
function valuesIn(variables: SpecNode | undefined): ReadonlyMap<string, number> {
  if (variables?.kind !== 'map') return new Map();
  return new Map(
    variables.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar' && typeof value.value === 'number' ? [[key, value.value] as const] : [],
    ),
  );
}

function valueOf(node: MapNode, key: string): SpecNode | undefined {
  return node.entries.find((each) => each.key === key)?.value;
}

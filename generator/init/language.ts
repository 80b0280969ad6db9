import type { Key } from '../detect/keys.js';
import { look, type Finding, type Paging } from '../detect/exchange.js';
import { paginators } from '../paginators/index.js';
import { parseSelector } from '../selector.js';

/** What is found can be more than a spec can say: then it is one page, and the comment says what is missing. */
export function inLanguage(found: Finding<Paging>): Finding<Paging> {
  const { paginator } = found.value;
  const shape = paginators.find(({ type }) => type === paginator['type'])?.shape;
  const missing = Object.keys(paginator).filter((key) => !hasKey(shape?.schema, key) || !isKnownPath(key, paginator[key]));
  const [first] = missing;
  if (first === undefined) return found;
  if (missing.every((key) => INSTEAD.has(key))) {
    const [dropped, added] = [
      missing.flatMap((key) => INSTEAD.get(key)?.drop ?? []),
      missing.flatMap((key) => INSTEAD.get(key)?.add ?? []),
    ];
    const kept = Object.entries(paginator).filter(([key]) => !dropped.includes(key));
    return { ...found, value: { ...found.value, paginator: Object.fromEntries([...kept, ...added]) } };
  }
  return look(
    { paginator: { type: 'single_page' }, params: [], bodyPaths: [] },
    `${found.reason}, which needs ${first}: ${String(paginator[first])}; until then a next hook`,
  );
}

/** What a paginator can do without, and what it then does in its place. */
const INSTEAD: ReadonlyMap<string, { readonly drop: readonly string[]; readonly add: readonly (readonly [string, boolean])[] }> = new Map([
  ['total', { drop: ['total', 'total_path', 'total_header'], add: [] }],
  ['total_header', { drop: ['total', 'total_header'], add: [] }],
  ['has_more_absent', { drop: ['has_more_absent'], add: [] }],
  ['stop_after_repeated_cursor', { drop: ['stop_after_repeated_cursor'], add: [['stop_after_empty_page', true] as const] }],
]);

function isKnownPath(key: string, value: unknown): boolean {
  return !/_path$/.test(key) || /body_path$/.test(key) || typeof value !== 'string' || parseSelector(value).ok;
}

/** Whether a key of these places can be said: a dot in the name of a member would part it. */
export function isKeyInLanguage(key: Key): boolean {
  return key.flat().every((name) => !name.includes('.'));
}

function hasKey(schema: unknown, key: string): boolean {
  const properties = typeof schema === 'object' && schema !== null && 'properties' in schema ? schema.properties : undefined;
  return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, key);
}

import { nameOf } from '../../names.js';
import { Names } from '../names.js';
import { textAt } from '../values.js';
import { lastWord, type ListOperation } from './lists.js';

/** What resources are called: the words of their paths, as few as tell them apart. */

/** So many words of a path make a name. */
const MOST_WORDS = 5;

/** Names by the words of the path: the last one, and as many before it as tell the list from others. */
export function namesOf(lists: readonly ListOperation[]): ReadonlyMap<ListOperation, string> {
  const wanted = new Map(lists.map((list) => [list, wordsOf(list)]));
  const counts = new Map<string, number>();
  for (const all of wanted.values()) for (const each of all) counts.set(each.kebab, (counts.get(each.kebab) ?? 0) + 1);
  const names = new Names();
  const made = new Map<ListOperation, string>();
  // a path that has no other words is called by the one it has
  for (const [list, [only, ...more]] of wanted)
    if (only !== undefined && more.length === 0 && names.isFree(only.text)) made.set(list, names.fresh(only.text));
  return new Map(
    lists.map((list) => {
      const all = wanted.get(list) ?? [];
      const unique = all.find(({ kebab }) => counts.get(kebab) === 1);
      return [list, made.get(list) ?? names.fresh(unique?.text ?? longName(list, all.at(-1)?.text ?? 'list'))];
    }),
  );
}

/** The names that a list may have, the shortest first; each once. */
function wordsOf({ operation }: ListOperation): readonly { readonly text: string; readonly kebab: string }[] {
  const parts = operation.path
    .split('/')
    .filter((part) => part !== '' && !part.includes('{'))
    .map((part) => part.replace(/\.json$/, ''))
    .filter((part) => !/^v\d/.test(part));
  const end = lastWord(operation.path);
  const at = Math.max(0, parts.lastIndexOf(end));
  const texts = Array.from({ length: MOST_WORDS }, (_, index) =>
    parts[at] === end ? parts.slice(Math.max(0, at - index), at + 1).join('_') : end,
  );
  return [...new Map(texts.map((text) => [nameOf(text).kebab, text]))].map(([kebab, text]) => ({ text, kebab }));
}

/** Where words of the path do not tell lists apart, the id of the operation does. */
function longName({ operation, id }: ListOperation, otherwise: string): string {
  const said = textAt(operation.value, 'operationId');
  return said ?? `${otherwise}_${id}`;
}

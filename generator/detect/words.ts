/** The last word of a path that is no id: `/v1/users/7/posts` → posts. */
export function lastWord({ pathname }: URL): string {
  const words = pathname
    .split('/')
    .map((part) =>
      decoded(part)
        .replace(/^([^(]*)\(.*\)$/, '$1') // OData: Authors(1)
        .replace(/\.(?:json|php|aspx?|jsonl|csv)$/, '')
        .replace(/[^A-Za-z0-9_]+/g, '_')
        .replace(/^_+|(?<!_)_+$/g, ''),
    )
    .filter((part) => !MARK.test(part) && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(part) && !/^v\d+$/.test(part));
  const named = words.filter((part) => !VERBS.test(part));
  return named.at(-1) ?? words.at(-1) ?? 'records';
}

/** What an import writes into a URL in place of an option: no word of the API. */
const MARK = /zzoption_/;

/** Words of a path that say what is done, not what it is done to. */
const VERBS = /^(?:search|query|list|find|filter|export|all_docs|changes|select|api|index|graphql)$/i;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function counted(count: number, word = 'record'): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

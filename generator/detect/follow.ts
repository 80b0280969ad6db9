import type { Exchange } from './exchange.js';
import { recordLists } from './lists.js';
import { consecutive } from './paging/consecutive.js';
import { viewOf } from './paging/view.js';
import { nextLink } from './link-header.js';
import { lastWord } from './words.js';

/** Requests that may be pages of the same list: to the same place, in GraphQL with the same query. */
function placeOf({ method, url, requestBody }: Exchange): string {
  const query = typeof requestBody === 'object' && requestBody !== null && 'query' in requestBody ? requestBody['query'] : undefined;
  return JSON.stringify([method, url.origin, url.pathname, typeof query === 'string' ? query : '']);
}

/** Whether one request is the next page of another, as far as the first answer tells. */
function follows(first: Exchange, second: Exchange): boolean {
  if (placeOf(first) !== placeOf(second)) return false;
  const [list] = recordLists(first.body, { word: lastWord(first.url) });
  if (list === undefined) return false;
  const link = nextLink(first.headers['link'] ?? '');
  if (link !== undefined && URL.canParse(link, first.url.href) && new URL(link, first.url).href === second.url.href) return true;
  return consecutive(viewOf(first, [second], list)) !== undefined;
}

/** How many answers of a list are looked at. */
const MOST_PAGES = 3;

/** Exchanges sorted into lists: pages that follow each other are one, and whatever else was asked at a place is left out. */
export function pagesTogether(exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const place = placeOf(exchange);
    const group = groups.get(place);
    const last = group?.at(-1);
    if (group === undefined || last === undefined) groups.set(place, [exchange]);
    else if (group.length < MOST_PAGES && follows(last, exchange)) group.push(exchange);
  }
  return [...groups.values()];
}

import { look, sure, type Finding, type Paging } from '../exchange.js';
import { headerName } from './counting.js';
import { fold, nameOf, paging, type Input, type View } from './view.js';

/** `Link: <…>; rel="next"` (RFC 8288), on the last page `rel="prev"` or `rel="first"`. */
export function linkHeader({ exchange }: View): Finding<Paging> | undefined {
  const link = exchange.headers['link'] ?? '';
  const relations = [...link.matchAll(/;\s*rel="?([a-z]+)"?/gi)].map((match) => (match[1] ?? '').toLowerCase());
  if (relations.includes('next')) {
    if (!/results=/.test(link)) return sure(paging({ type: 'header_link' }), 'the answer has a Link header with rel="next"');
    return look(
      paging({ type: 'header_link' }),
      'the Link header always has rel="next"; results="false" says that nothing is there: the read then ends with an empty page',
    );
  }
  if (relations.some((each) => ['prev', 'previous', 'first', 'last'].includes(each)))
    return sure(paging({ type: 'header_link' }), `the answer has a Link header with rel="${relations[0]}": it was the last page`);
  return undefined;
}

/** A header with the bare URL of the next page: Kinto's `Next-Page`. */
export function urlHeader({ exchange }: View): Finding<Paging> | undefined {
  const found = Object.entries(exchange.headers).find(
    ([name, value]) => /^(?:x-)?next-?(?:page|link|url|uri)?(?:-(?:url|link|uri))?$/.test(name) && /^(?:https?:\/\/|\/|\?)/.test(value),
  );
  if (found === undefined) return undefined;
  const name = headerName(found[0]);
  return sure(paging({ type: 'header_link', links_header: name }), `the header ${name} holds the URL of the next page`);
}

/** A header with the cursor, or the number, of the next page. */
export function cursorHeader({ exchange, inputs }: View): Finding<Paging> | undefined {
  const found = Object.entries(exchange.headers).find(
    ([name, value]) =>
      /^(?:x-)?(?:[a-z]+-)?(?:next-?(?:page|cursor|page-token|token)|continuation(?:-token)?|cursor)$/.test(name) &&
      value !== '' &&
      !/^https?:|^\//.test(value),
  );
  if (found === undefined) return undefined;
  const [name, value] = found;
  const shown = headerName(name);
  const isPage = /^\d+$/.test(value) && /next-?page$/.test(name);
  const input = inputs.find(
    (each): boolean =>
      each.where === 'query' &&
      (isPage
        ? /^page$/.test(fold(nameOf(each)))
        : /cursor|token|page|continuation/.test(fold(nameOf(each))) && !/size|limit|per/.test(fold(nameOf(each)))),
  );
  const guessed: Input = { where: 'query', path: [isPage ? 'page' : paramFor(name)], value: '' };
  const words = { type: 'header_cursor', cursor_key: shown, cursor_param: (input ?? guessed).path[0] ?? 'cursor' };
  const reason = `the header ${shown} holds the ${isPage ? 'number' : 'cursor'} of the next page`;
  return input === undefined
    ? look(paging(words, guessed), `${reason}; check the name of the parameter`)
    : sure(paging(words, input), reason);
}

function paramFor(header: string): string {
  if (/opc-next-page/.test(header)) return 'page';
  return /continuation/.test(header) ? 'continuation_token' : /token/.test(header) ? 'page_token' : 'cursor';
}

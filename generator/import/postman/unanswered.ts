import { block, entry, fromJson } from '../../draft/draft.js';
import { look, type Finding, type Paging } from '../../detect/exchange.js';
import { recordLists } from '../../detect/lists.js';
import { findPaging } from '../../detect/paging/index.js';
import { viewOf } from '../../detect/paging/view.js';
import { lastWord } from '../../detect/words.js';
import { literalText } from '../../draft/literal.js';
import { nameOf } from '../../names.js';
import { UNANSWERED, type Stream } from '../contract.js';
import { leftOut, type Answered } from '../answered.js';

/** A GET without a saved answer: what its parameters say of pages, and that somebody has to look where the records are. */
export function unanswered(about: Pick<Answered, 'name' | 'tags' | 'place'>, url: URL, base: string, taken: Set<string>): Stream {
  const [root, path] = [base.replace(/(?<!\/)\/+$/, ''), `${url.origin}${url.pathname}`];
  if (!path.startsWith(root)) return leftOut(about, `another base URL: ${url.origin}`);
  const word = lastWord(url);
  // another list at the same place has a name of its own in the collection: "Search books by author"
  const called = taken.has(word) ? (nameIn(about.name) ?? word) : word;
  let resource = called;
  for (let number = 2; taken.has(resource); number++) resource = `${called}_${number}`;
  taken.add(resource);
  const [list] = recordLists([{ id: 1 }], { word });
  const exchange = { method: 'GET', url, headers: {}, body: [{ id: 1 }] };
  const found = list === undefined ? undefined : findPaging(viewOf(exchange, [], list));
  const paging: Finding<Paging> =
    found === undefined || found.value.paginator['type'] === 'single_page'
      ? look({ paginator: { type: 'single_page' }, params: [], bodyPaths: [] }, 'no answer is saved that could tell of pages')
      : { ...found, sure: false };
  const said = (text: string): string => literalText(text).replace(/zzoption\.(\w+)\.zz/g, '{config.$1}');
  const params = [...url.searchParams].filter(([name]) => !paging.value.params.includes(name));
  return {
    ...about,
    resource,
    hooks: [],
    differs: [UNANSWERED],
    draft: block(
      entry('name', resource),
      entry(
        'endpoint',
        block(
          entry('path', said(path.slice(root.length)) || '/'),
          params.length > 0 && entry('params', { entries: params.map(([name, value]) => entry(name, said(value))) }),
          entry(
            'data_selector',
            paging.value.paginator['type'] === 'single_page' ? '$[*]' : '$',
            'LOOK: no answer is saved that shows where the records are',
          ),
          entry('paginator', fromJson(paging.value.paginator), `LOOK: ${paging.reason}`),
        ),
      ),
    ),
  };
}

/** The name of a request in the words of a spec, where it has some. */
function nameIn(text: string): string | undefined {
  const words = nameOf(
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, ' ')
      .trim(),
  ).kebab.replaceAll('-', '_');
  return /^[a-z][a-z0-9_]{2,49}$/.test(words) ? words : undefined;
}

import { valueAt } from '../body.js';
import { look, sure, type Finding, type PaginatorWords, type Paging } from '../exchange.js';
import { counted } from '../words.js';
import { fold, inputNamed, isNumber, isOffsetName, isPageName, nameOf, paging, placing, type Input, type View } from './view.js';
import { STYLES } from './counting-styles.js';

/** What ends a read that counts, in the words of a paginator, with the reason. */
interface Ending {
  readonly words: PaginatorWords;
  readonly reason: string;
}

/** The URL, or the body, has an offset or a page number. */
export function countingByRequest(view: View): Finding<Paging> | undefined {
  const offset = inputNamed(view.inputs, isOffsetName);
  const page = inputNamed(view.inputs, isPageName);
  const named = offset !== undefined && !isAmbiguous(offset, view) ? offset : page === undefined ? offset : undefined;
  if (named !== undefined && !isCursorLike(named, view)) return byOffset(view, named);
  return page === undefined ? undefined : byPage(view, page);
}

/** `first` and `from` are offsets only beside a limit. */
function isAmbiguous(input: Input, { limit }: View): boolean {
  return /^(?:first|from|start)$/.test(fold(nameOf(input))) && limit === undefined;
}

/** The answer's own token, which the next request sends in that parameter. */
function isCursorLike(input: Input, { members, list }: View): boolean {
  return members.some(
    ({ name, value }) =>
      /^next_?(?:token|start|offset|from)$/i.test(name) && typeof value === 'string' && Number(value) === Number(input.value) + list.count,
  );
}

/** Pages by offset, sent in `offset`. `known`: that it moves so was seen, not guessed from its name. */
export function byOffset(view: View, offset: Input, known?: string): Finding<Paging> {
  const { limit } = view;
  const size = sizeOf(view);
  const first = Number(offset.value);
  const isOneBased = first === 1 && (fold(nameOf(offset)) === 'startindex' || echo(view, ['startIndex', 'start']) === 1);
  const ending = endOf(view, 'records');
  const paginator: PaginatorWords = {
    type: 'offset',
    ...(isOneBased ? { offset: 1 } : {}),
    limit: size,
    ...placing('offset', offset),
    ...(limit === undefined ? { limit_param: null } : placing('limit', limit)),
    ...ending.words,
  };
  const where = known ?? `the ${placeWords(offset)} has ${nameOf(offset)}`;
  const isFirst = first === 0 || isOneBased;
  const reason = [where, ending.reason, ...(isFirst ? [] : [`asked with ${first}: reads begin at ${isOneBased ? 1 : 0}`])]
    .filter((each) => each !== '')
    .join(', ');
  return (isFirst ? sure : look)(paging(paginator, offset, limit), reason);
}

/** Pages by number, sent in `page`. */
export function byPage(view: View, page: Input, known?: string): Finding<Paging> {
  const { limit } = view;
  const ending = endOf(view, 'pages');
  const own = echo(view, ['page', 'number', 'current_page', 'currentPage', 'pageNumber', 'page_number', 'pageIndex']);
  const isZero = String(page.value) === '0' || (own === 0 && Number(page.value) <= 1);
  const paginator: PaginatorWords = {
    type: 'page_number',
    base_page: isZero ? 0 : 1,
    ...placing('page', page),
    ...(limit === undefined ? {} : { limit: sizeOf(view), ...placing('limit', limit) }),
    ...ending.words,
  };
  const where = known ?? `the ${placeWords(page)} has ${nameOf(page)}`;
  const asked =
    Number(page.value) === (isZero ? 0 : 1) ? [] : [`asked for page ${page.value}: check whether the first is ${isZero ? 0 : 1}`];
  const reason = [where, ending.reason, ...asked].filter((each) => each !== '').join(', ');
  return (asked.length === 0 ? sure : look)(paging(paginator, page, limit), reason);
}

/** How many records a page has: what was asked for, or what came. */
export function sizeOf({ limit, list }: Pick<View, 'limit' | 'list'>): number {
  const asked = Number(limit?.value ?? 0);
  return asked > 0 ? asked : Math.max(1, list.count);
}

/** The stop rule: a total, the number of pages, a flag, or an empty page. */
function endOf(view: View, by: 'records' | 'pages'): Ending {
  const { total, pages, more } = view;
  if (by === 'pages' && pages?.selector !== undefined)
    return { words: { total_path: pages.selector }, reason: `the body the number of pages at ${pages.selector}` };
  if (total?.selector !== undefined)
    return {
      words: by === 'pages' ? { total_path: total.selector, total: 'records' } : { total_path: total.selector },
      reason: `the body a total at ${total.selector}`,
    };
  if (more !== undefined) {
    const absent = fold(more.selector) === 'exceededtransferlimit' ? { has_more_absent: 'end' } : {};
    return { words: { has_more_path: more.selector, ...absent }, reason: `the body ${more.selector}` };
  }
  if (by === 'pages' && pages?.header !== undefined)
    return {
      words: { total_header: headerName(pages.header), total: 'pages' },
      reason: `the answer the header ${headerName(pages.header)}`,
    };
  if (total?.header !== undefined)
    return {
      words: by === 'pages' ? { total_header: headerName(total.header), total: 'records' } : { total_header: headerName(total.header) },
      reason: `the answer the header ${headerName(total.header)}`,
    };
  return { words: {}, reason: fullPage(view) };
}

/** Without a total, a full page is what tells that there is more. */
function fullPage({ list: { count }, limit }: View): string {
  if (limit === undefined) return '';
  return Number(limit.value) === count ? `${counted(count)} for ${nameOf(limit)}=${limit.value}: a full page` : '';
}

/** `x-total-count` → X-Total-Count, as APIs write it. */
export function headerName(name: string): string {
  return name
    .split('-')
    .map((part) =>
      part === 'totalpages'
        ? 'TotalPages'
        : /^(?:wp|id|url)$/.test(part)
          ? part.toUpperCase()
          : part.charAt(0).toUpperCase() + part.slice(1),
    )
    .join('-');
}

/** A number that the answer says of itself. */
function echo({ members }: View, names: readonly string[]): number | undefined {
  for (const name of names) {
    const found = members.find((each) => each.name === name && isNumber(each.value));
    if (found !== undefined && isNumber(found.value)) return found.value;
  }
  return undefined;
}

function placeWords({ where }: Input): string {
  return where === 'query' ? 'URL' : 'body of the request';
}

/** Answers that say themselves which page or offset they are, to a request that named none. */
export function countingByAnswer(view: View): Finding<Paging> | undefined {
  if (fold(view.more?.selector ?? '') === 'exceededtransferlimit')
    return byOffset(
      { ...view, limit: view.limit ?? { where: 'query', path: ['resultRecordCount'], value: sizeOf(view) } },
      { where: 'query', path: ['resultOffset'], value: 0 },
      'a feature service of ArcGIS',
    );
  for (const style of STYLES) {
    const outer = style.within.length === 0 ? view.exchange.body : valueAt(view.exchange.body, style.within);
    if (style.has.every((name) => isNumber(valueAt(outer, [name])))) {
      const at = (name: string, value: number): Input => ({ where: 'query', path: [name], value });
      const size = valueAt(outer, [style.size]);
      const limit = at(style.limitParam, isNumber(size) && size > 0 ? size : sizeOf(view));
      const named = { ...view, limit: view.limit ?? limit };
      const found =
        style.kind === 'offset'
          ? byOffset(named, at(style.param, style.first), `the body is paged like ${style.like}`)
          : byPage(named, at(style.param, style.first), `the body is paged like ${style.like}`);
      return style.sure ? found : { ...found, sure: false, reason: `${found.reason}; check the names of the parameters` };
    }
  }
  return undefined;
}

import { look, sure, type Finding, type Paging } from '../exchange.js';
import { counted } from '../words.js';
import { consecutive } from './consecutive.js';
import { countingByAnswer, countingByRequest, byOffset, byPage } from './counting.js';
import { continueObject, endlessCursor, lastRecord, relay, token } from './cursors.js';
import { cursorHeader, linkHeader, urlHeader } from './headers.js';
import { linkList, linkMember } from './links.js';
import { structuredParam } from './structured.js';
import { fold, nameOf, paging, type Input, type View } from './view.js';

/** How to recognise paging, the most telling sign first. A rule is a function in a file of this folder, and a line here. */
const RULES: readonly ((view: View) => Finding<Paging> | undefined)[] = [
  linkHeader,
  consecutive,
  urlHeader,
  structuredParam,
  linkList,
  linkMember,
  relay,
  continueObject,
  endlessCursor,
  cursorHeader,
  token,
  lastRecord,
  countingByRequest,
  countingByAnswer,
];

/** How the API pages. Never nothing: one page, with what speaks against it. */
export function findPaging(view: View): Finding<Paging> {
  for (const rule of RULES) {
    const found = rule(view);
    if (found !== undefined) return found;
  }
  return byFullPage(view) ?? onePage(view);
}

/** A page as long as was asked for is one of several, most likely. */
function byFullPage(view: View): Finding<Paging> | undefined {
  const { limit, list, inputs } = view;
  if (limit === undefined || Number(limit.value) !== list.count || list.count < 2) return undefined;
  const beside = inputs.find((each) => /^(?:first|from|start|since)$/.test(fold(nameOf(each))) && /^\d+$/.test(String(each.value)));
  if (beside === undefined) return undefined;
  return { ...byOffset(view, beside), sure: false };
}

/** What an answer says of records that are not on its page, whether or not it says how to get them. */
export function signsOfMore({ list, total, pages, more, limit }: View): readonly string[] {
  return [
    ...(total !== undefined && total.count > list.count ? [`${total.selector ?? total.header ?? ''} says ${total.count}`] : []),
    ...(pages !== undefined && pages.count > 1 ? [`${pages.selector ?? pages.header ?? ''} says ${pages.count} pages`] : []),
    ...(more?.value === true ? [`${more.selector} is true`] : []),
    ...(limit !== undefined && Number(limit.value) === list.count && list.count > 1
      ? [`the page is as full as ${nameOf(limit)} allows`]
      : []),
  ];
}

/** Nothing to go on with. What says that there is more is told, and makes it a guess. */
function onePage(view: View): Finding<Paging> {
  const { list, exchange } = view;
  const single = paging({ type: 'single_page' });
  const signs = signsOfMore(view);
  if (signs.length > 0)
    return look(
      single,
      `${counted(list.count)} came, but ${signs.join(' and ')}: this reads the first page only; name the parameter of the next`,
    );
  if (ROUND.has(list.count) && exchange.method !== '')
    return look(single, `${list.count} records came, a number that pages have: ask with the parameters for paging, if there are any`);
  return sure(
    single,
    list.count === 0 ? 'an empty answer says nothing of pages' : `${counted(list.count)} came, and nothing says that there are more`,
  );
}

const ROUND: ReadonlySet<number> = new Set([10, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200, 250, 500, 1000, 2000, 5000, 10000]);

/** Paginators to try on an API of which a first page says that there is more, and not how: names that are used most. */
export function guesses(view: View): readonly Finding<Paging>[] {
  const at = (name: string, value: number): Input => ({ where: 'query', path: [name], value });
  return [
    ...['page', 'page[number]', 'pageNumber'].map((name) => byPage(view, at(name, 1), `page 2 came for ${name}=2`)),
    ...['offset', 'skip', 'start', '$skip', 'startIndex'].map((name) =>
      byOffset(view, at(name, 0), `other records came for ${name}=${view.list.count}`),
    ),
  ];
}

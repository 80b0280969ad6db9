import { selectorOf } from '../../detect/body.js';
import { look, sure, type Finding, type PaginatorWords } from '../../detect/exchange.js';
import { knows } from '../language.js';
import { member, numberAt, textAt } from '../values.js';
import {
  type PagingDraft,
  type Input,
  type View,
  type Member,
  draft,
  type Rule,
  fold,
  limitOf,
  typeOf,
  limitWords,
  place,
  isWhole,
  moreOf,
} from './paging-view.js';

const OFFSETS = /^(?:offset|skip|start|startindex|startat|from|firstresult|pageoffset|startposition|startrow|paginationstart)$/;
const PAGES = /^(?:page|pagenumber|pageno|pagenum|pageindex|currentpage|p|paginationpage)$/;

/** 8 and 9: offsets and numbers of pages. */
export const count: Rule = (view) => {
  const isNumber = (each: Input): boolean =>
    !/string/.test(typeOf(each)) || /^\d+$/.test(String(member(each.schema, 'default') ?? member(each.schema, 'example') ?? ''));
  const offset = view.inputs.find(
    (each) => OFFSETS.test(fold(each.name)) && isNumber(each) && textAt(each.schema, 'format') !== 'date-time',
  );
  const page = view.inputs.find((each) => PAGES.test(fold(each.name)) && isNumber(each));
  const limit = limitOf(view);
  if (offset !== undefined && (page === undefined || limit !== undefined))
    return counting(offset, limit, view, `the parameter ${offset.name}`);
  return page === undefined ? undefined : counting(page, limit, view, `the parameter ${page.name}`);
};

export function counting(input: Input, limit: Input | undefined, view: View, said: string): Finding<PagingDraft> {
  const isOffset = OFFSETS.test(fold(input.name)) && !PAGES.test(fold(input.name));
  const total = totalOf(view);
  const more = moreOf(view);
  const pages = view.members.find(
    ({ name, shape }) => /^(?:totalpages|pagecount|pages|lastpage|numpages|pagestotal|totalpagecount)$/.test(fold(name)) && isWhole(shape),
  );
  const first = firstOf(input, isOffset);
  const ends: PaginatorWords =
    more !== undefined
      ? { has_more_path: selectorOf(more.path) }
      : !isOffset && pages !== undefined && !pages.shape.nullable
        ? { total_path: selectorOf(pages.path) }
        : total !== undefined && (isOffset || knows('a total of records'))
          ? { total_path: selectorOf(total.path), ...(isOffset ? {} : { total: 'records' }) }
          : {};
  const end =
    more !== undefined
      ? `, ${more.path.join('.')} says whether there is more`
      : 'total_path' in ends
        ? `, a total at ${String(ends['total_path'])}`
        : ', until an empty page';
  if (isOffset) {
    const words: PaginatorWords = {
      type: 'offset',
      ...(first.value === 1 ? { offset: 1 } : {}),
      ...(limit === undefined ? { limit: 100, limit_param: null } : limitWords(limit)),
      ...place('offset', input),
      ...ends,
    };
    const odd =
      /position|number|record id|journal/i.test(input.description) &&
      !/offset|skip|records? to skip|number of (?:items|records|results|rows|objects)/i.test(input.description);
    return (limit === undefined || odd ? look : sure)(
      draft(words, [input, limit]),
      `${said}${end}${limit === undefined ? '; nothing says how many records a page has' : ''}`,
    );
  }
  const words: PaginatorWords = { type: 'page_number', base_page: first.value, ...place('page', input), ...limitWords(limit), ...ends };
  return (first.isSaid ? sure : look)(
    draft(words, [input, limit]),
    `${said}${end}${first.isSaid ? '' : '; whether the first page is 0 or 1, nothing says'}`,
  );
}

/** A total that is there without being asked for: one that a parameter of its name asks for is not there else. */
function totalOf({ members, inputs }: View): Member | undefined {
  const asked = new Set(inputs.filter(({ where }) => where === 'query').map(({ name }) => fold(name)));
  return members.find(
    ({ name, shape, path }) =>
      !asked.has(fold(path[0] ?? name)) &&
      /^(?:total|totalcount|totalresults|totalitems|totalrecords|totalelements|totalentries|totalhits|totalsize|count|numfound|filtercount)$/.test(
        fold(name),
      ) &&
      isWhole(shape) &&
      !shape.nullable &&
      !(fold(name) === 'count' && !/total|all/i.test(shape.description) && members.some((each) => /^total/.test(fold(each.name)))),
  );
}

/** The number of the first page: its default, its least, or what the text says. */
function firstOf({ schema, description, name }: Input, isOffset: boolean): { readonly value: number; readonly isSaid: boolean } {
  const usual = member(schema, 'default') ?? member(schema, 'example');
  if (isOffset)
    return {
      value: fold(name) === 'startindex' && (usual === 1 || numberAt(schema, 'minimum') === 1 || /1-based/i.test(description)) ? 1 : 0,
      isSaid: true,
    };
  const number = Number(member(schema, 'default') ?? Number.NaN);
  if (number === 0 || number === 1) return { value: number, isSaid: true };
  const least = numberAt(schema, 'minimum') ?? (numberAt(schema, 'exclusiveMinimum') === 0 ? 1 : undefined);
  if (least === 0 || least === 1) return { value: least, isSaid: true };
  if (
    /zero[- ](?:based|indexed)|0[- ](?:based|indexed)|starts? (?:at|from|with) (?:0|zero)|first page is 0|begins? (?:at|with) 0|default(?:s to| is|:)? ?0\b/i.test(
      description,
    )
  )
    return { value: 0, isSaid: true };
  if (
    /one[- ]based|1[- ](?:based|indexed)|starts? (?:at|from|with) (?:1|one)|first page is 1|begins? (?:at|with) 1|default(?:s to| is|:)? ?1\b/i.test(
      description,
    )
  )
    return { value: 1, isSaid: true };
  return { value: usual === 0 ? 0 : 1, isSaid: usual === 1 };
}

import type { JsonValue } from '../../shape.js';
import { membersOf, selectorOf, type Member } from '../body.js';
import type { Exchange, PaginatorWords, Paging } from '../exchange.js';
import type { RecordList } from '../lists.js';

/** A value that a request sent: a query parameter, or a member of its JSON body. */
export interface Input {
  readonly where: 'query' | 'body';
  /** Keys of the body; of a query parameter its one name. */
  readonly path: readonly string[];
  readonly value: string | number;
}

/** A first answer, and what was asked for it, as the rules of paging look at them. */
export interface View {
  readonly exchange: Exchange;
  /** Requests that came after it, to the same place. */
  readonly later: readonly Exchange[];
  readonly list: RecordList;
  /** Members of the body, without what is in records. */
  readonly members: readonly Member[];
  readonly inputs: readonly Input[];
  readonly total: Counted | undefined;
  readonly pages: Counted | undefined;
  readonly more: Flag | undefined;
  /** The input that says how many records a page has. */
  readonly limit: Input | undefined;
}

/** A number that counts records or pages. */
export interface Counted {
  /** The place in the body, or the header. */
  readonly selector?: string;
  readonly header?: string;
  readonly count: number;
}

/** A yes or no that says whether there is more. */
export interface Flag {
  readonly selector: string;
  readonly value: boolean;
}

export function viewOf(exchange: Exchange, later: readonly Exchange[], list: RecordList): View {
  const members = membersOf(exchange.body).filter(({ path }) => !isWithin(path, list.path));
  const inputs = inputsOf(exchange);
  const bare = { exchange, later, list, members, inputs };
  return { ...bare, total: totalOf(bare), pages: pagesOf(bare), more: moreOf(members), limit: inputNamed(inputs, isLimitName) };
}

/** Query parameters, and members of a JSON body that are texts or numbers. */
export function inputsOf({ url, requestBody }: Exchange): readonly Input[] {
  const query = [...url.searchParams].map(([name, value]): Input => ({ where: 'query', path: [name], value }));
  const body = requestBody === undefined ? [] : membersOf(requestBody);
  return [
    ...query,
    ...body.flatMap(({ path, value }): Input[] =>
      typeof value === 'string' || typeof value === 'number' ? [{ where: 'body', path, value }] : [],
    ),
  ];
}

function isWithin(path: readonly string[], outer: readonly string[]): boolean {
  return outer.length > 0 && path.length >= outer.length && outer.every((key, index) => path[index] === key);
}

/** Lower-case letters and digits only, so that spellings of a name are one. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

export function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

const LIMITS =
  /^(?:limit|perpage|pagesize|size|count|maxresults|max|rows|top|num|resultrecordcount|bsize|pagelimit|paginationpagesize|paginationlimit|itemsperpage|resultsperpage|numresults|[a-z]{2,4}limit|pageitems|maxitems|recordsperpage|querylimit|maxpagesize|take)$/;
const OFFSETS =
  /^(?:offset|skip|start|from|startat|startindex|first|firstresult|resultoffset|bstart|paginationstart|pageoffset|[a-z]{2,4}offset|startposition|startrow|sysparmoffset)$/;
const PAGES = /^(?:page|p|pagenumber|pageno|pageindex|currentpage|paginationpage|paged|pagenum|pageid|pg)$/;

export function isLimitName(name: string): boolean {
  return LIMITS.test(fold(name));
}

export function isOffsetName(name: string): boolean {
  return OFFSETS.test(fold(name));
}

export function isPageName(name: string): boolean {
  return PAGES.test(fold(name));
}

/** The first input whose name, the last of its keys, is of that kind, and whose value is a whole number. */
export function inputNamed(inputs: readonly Input[], test: (name: string) => boolean): Input | undefined {
  return inputs.find((input) => test(nameOf(input)) && /^\d{1,9}$/.test(String(input.value)));
}

/** `page[size]` of a query, `pageSize` of a body, `page.size` of one. */
export function nameOf({ path }: Input): string {
  const [name = '', outer = ''] = [path.at(-1), path.at(-2)];
  return outer !== '' && /^(?:number|size)$/.test(name) ? `${outer}.${name}` : name;
}

const TOTALS =
  /^(?:total|totalcount|totalresults|totalitems|totalrecords|totalelements|totalrows|totalhits|totalsize|totalentries|totalobjects|totalnumber|count|numfound|nummatched|numbermatched|hitcount|recordcount|resultcount|resultscount|itemcount|itemstotal|odatacount|matchedcount|numresults|rowcount|recordstotal|totalresultsize|numberofrecords|totalavailable|availablecount)$/;
const PAGE_TOTALS = /^(?:totalpages|pagecount|pages|lastpage|numpages|pagestotal|totalpagecount|numberofpages|maxpage)$/;

function totalOf({ members, list, exchange }: Pick<View, 'members' | 'list' | 'exchange'>): Counted | undefined {
  const found = members.flatMap(({ path, name, value }) => {
    const isNamed = TOTALS.test(fold(name)) || (name === 'value' && TOTALS.test(fold(path.at(-2) ?? '')));
    if (!isNamed || !isNumber(value) || value < list.count) return [];
    const isCount = fold(name) === 'count';
    if (isCount && value === list.count && value > 0) return []; // how many are on this page, as likely
    return [{ selector: selectorOf(path), count: value, rank: (isCount ? 1 : 0) + path.length / 10 }];
  });
  const [best] = found.sort((a, b) => a.rank - b.rank);
  if (best !== undefined) return { selector: best.selector, count: best.count };
  for (const [header, value] of Object.entries(exchange.headers)) {
    const isTotal =
      /^(?:x-)?(?:[a-z]+-)?(?:total(?:-(?:count|records|objects|items|results|rows|elements|entries))?|count|result-count)$/.test(header);
    if (isTotal && /^\d{1,15}$/.test(value) && Number(value) >= list.count) return { header, count: Number(value) };
  }
  return undefined;
}

function pagesOf({ members, exchange }: Pick<View, 'members' | 'exchange'>): Counted | undefined {
  const found = members.find(({ name, value }) => PAGE_TOTALS.test(fold(name)) && isNumber(value) && value >= 0);
  if (found !== undefined && isNumber(found.value)) return { selector: selectorOf(found.path), count: found.value };
  for (const [header, value] of Object.entries(exchange.headers))
    if (/^(?:x-)?(?:[a-z]+-)?(?:total-?pages|page-count|pages)$/.test(header) && /^\d{1,9}$/.test(value))
      return { header, count: Number(value) };
  return undefined;
}

const FLAGS =
  /^(?:hasmore|hasnext|hasnextpage|more|moreresults|ismore|exceededtransferlimit|hasmoreitems|hasmorerecords|hasmoredata|istruncated|hasadditionalpages)$/;

function moreOf(members: readonly Member[]): Flag | undefined {
  const found = members.find(({ name, value }) => FLAGS.test(fold(name)) && typeof value === 'boolean');
  return found === undefined ? undefined : { selector: selectorOf(found.path), value: found.value === true };
}

/** Where a value goes in the requests of a paginator, in its words: `page_param: page`, `limit_body_path: paging.size`. */
export function placing(what: 'offset' | 'page' | 'limit' | 'cursor', input: Input | undefined): PaginatorWords {
  if (input === undefined) return {};
  return input.where === 'query' ? { [`${what}_param`]: input.path[0] ?? '' } : { [`${what}_body_path`]: input.path.join('.') };
}

/** A paging with the inputs that belong to it. */
export function paging(paginator: PaginatorWords, ...inputs: readonly (Input | undefined)[]): Paging {
  const used = inputs.flatMap((input) => (input === undefined ? [] : [input]));
  return {
    paginator,
    params: used.filter(({ where }) => where === 'query').flatMap(({ path }) => path),
    bodyPaths: used.filter(({ where }) => where === 'body').map(({ path }) => path),
  };
}

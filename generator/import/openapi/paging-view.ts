import { type Finding, type PaginatorWords } from '../../detect/exchange.js';
import { member, numberAt, type JsonObject } from '../values.js';
import type { ListOperation } from './lists.js';
import type { Schemas, Shape } from './schema.js';

/** A paginator, and what of a request belongs to it. */
export interface PagingDraft {
  readonly paginator: PaginatorWords;
  /** Parameters that the paginator sends. */
  readonly params: readonly string[];
  /** Members of the body that it sends. */
  readonly bodyPaths: readonly string[];
  /** Parameters that are the same in every request: a size where the paginator has none. */
  readonly fixed: readonly (readonly [name: string, value: number])[];
}

/** An input of an operation: a query parameter, or a member of its body. */
export interface Input {
  readonly name: string;
  readonly where: 'query' | 'body';
  readonly schema: JsonObject;
  readonly description: string;
}

/** What the rules look at. */
export interface View {
  readonly list: ListOperation;
  readonly inputs: readonly Input[];
  /** Members of the answer around the list, down to the third level. */
  readonly members: readonly Member[];
  readonly isArray: boolean;
  readonly row: Shape;
  readonly schemas: Schemas;
}

export interface Member {
  readonly path: readonly string[];
  readonly name: string;
  readonly shape: Shape;
}

export function draft(
  paginator: PaginatorWords,
  inputs: readonly (Input | undefined)[] = [],
  fixed: PagingDraft['fixed'] = [],
): PagingDraft {
  const used = inputs.flatMap((input) => (input === undefined ? [] : [input]));
  return {
    paginator,
    params: used.filter(({ where }) => where === 'query').map(({ name }) => name),
    bodyPaths: used.filter(({ where }) => where === 'body').map(({ name }) => name),
    fixed,
  };
}

export type Rule = (view: View, links: boolean) => Finding<PagingDraft> | undefined;

/** Names as one: `pageSize`, `page_size`, `page[size]`, `page-size`. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

export const LIMIT =
  /^(?:limit|perpage|pagesize|size|count|maxresults|max|top|rows|num|pagelimit|itemsperpage|resultsperpage|maxitems|maxpagesize|take|results|first|noofrecords|paginationpagesize|paginationlimit|pagecount|numresults|recordsperpage)$/;
export const CURSOR =
  /^(?:cursor|after|pagetoken|nextpagetoken|nexttoken|token|startcursor|pagecursor|marker|continue|continuationtoken|bookmark|pageafter|aftercursor|nextcursor|next|paginationtoken|pagekey|pageid|startingtoken|cursortoken|nextkey|startkey|aftertoken|iterator|scrollid)$/;

export function limitOf({ inputs }: View): Input | undefined {
  return inputs.find(
    (each) =>
      LIMIT.test(fold(each.name)) &&
      !/string/.test(typeOf(each)) &&
      !(fold(each.name) === 'first' && !inputs.some((other) => fold(other.name) === 'after')),
  );
}

export function typeOf({ schema }: Input): string {
  const type = member(schema, 'type');
  return typeof type === 'string' ? type : Array.isArray(type) ? type.join(' ') : '';
}

/** How many records to ask for: as many as the API gives, but no more than 1,000; what it gives by itself; or 100. */
function sizeOf({ schema, description }: Input): number {
  const most =
    numberAt(schema, 'maximum') ?? Number(/^[^.\d]*(\d{2,4})/.exec(description.split(/max/i)[1]?.slice(0, 40) ?? '')?.[1] ?? Number.NaN);
  if (Number.isInteger(most) && most >= 10 && most <= 1000) return most;
  const usual = numberAt(schema, 'default');
  if (Number.isInteger(most) && most > 0 && most < 10) return most;
  return usual !== undefined && Number.isInteger(usual) && usual >= 10 && usual <= 1000
    ? Math.max(usual, Number.isInteger(most) && most > 1000 ? 1000 : usual)
    : 100;
}

export function limitWords(limit: Input | undefined): PaginatorWords {
  if (limit === undefined) return {};
  return { limit: sizeOf(limit), ...(limit.where === 'query' ? { limit_param: limit.name } : { limit_body_path: limit.name }) };
}

export function place(what: string, input: Input): PaginatorWords {
  return input.where === 'query' ? { [`${what}_param`]: input.name } : { [`${what}_body_path`]: input.name };
}

/** Sizes that are sent as they are, where a paginator takes none. */
export function fixedLimit(limit: Input | undefined): PagingDraft['fixed'] {
  return limit === undefined || limit.where !== 'query' ? [] : [[limit.name, sizeOf(limit)]];
}

export function isText(shape: Shape): boolean {
  return shape.types.includes('string') || (shape.types.length === 0 && shape.variants.length === 0 && shape.properties.size === 0);
}

export function isWhole(shape: Shape): boolean {
  return shape.types.some((each) => each === 'integer' || each === 'number');
}

export function moreOf({ members }: View): Member | undefined {
  return members.find(
    ({ name, shape }) =>
      /^(?:hasmore|hasnext|hasnextpage|more|ismore|moreresults|moredata|hasmoreitems|istruncated|nextpageexists)$/.test(fold(name)) &&
      shape.types.includes('boolean'),
  );
}

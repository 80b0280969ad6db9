import { selectorOf } from '../../detect/body.js';
import { look, sure, type Finding, type PaginatorWords } from '../../detect/exchange.js';
import { knows } from '../language.js';
import { listAt, member, numberAt, objectAt, textAt, type JsonObject } from '../values.js';
import type { OpenApi, Parameter } from './document.js';
import { PAGING, type ListOperation } from './lists.js';
import { isObjectShape, type Schemas, type Shape } from './schema.js';

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
interface Input {
  readonly name: string;
  readonly where: 'query' | 'body';
  readonly schema: JsonObject;
  readonly description: string;
}

/** What the rules look at. */
interface View {
  readonly list: ListOperation;
  readonly inputs: readonly Input[];
  /** Members of the answer around the list, down to the third level. */
  readonly members: readonly Member[];
  readonly isArray: boolean;
  readonly row: Shape;
  readonly schemas: Schemas;
}

interface Member {
  readonly path: readonly string[];
  readonly name: string;
  readonly shape: Shape;
}

/** How the lists of a document are paged: what one says counts for those beside it. */
export class PagingRules {
  readonly #document: OpenApi;
  readonly #schemas: Schemas;
  /** Whether many lists declare Link headers. */
  readonly #links: boolean;

  constructor(document: OpenApi, schemas: Schemas, lists: readonly ListOperation[]) {
    this.#document = document;
    this.#schemas = schemas;
    this.#links = lists.filter(({ headers }) => headers.includes('link')).length > 5;
  }

  of(list: ListOperation): Finding<PagingDraft> {
    const view = this.#view(list);
    for (const rule of RULES) {
      const found = rule(view, this.#links);
      if (found !== undefined) return found;
    }
    return sure(draft({ type: 'single_page' }), 'nothing in the description speaks of pages');
  }

  #view(list: ListOperation): View {
    const body = list.operation.method === 'GET' ? undefined : this.#document.body(list.operation);
    const query = list.operation.parameters.filter((each) => each.in === 'query').flatMap((each) => this.#inputs(each));
    const members = body === undefined ? [] : [...this.#schemas.properties(this.#schemas.of(body))];
    return {
      list,
      inputs: [
        ...query,
        ...members.map(([name, schema]): Input => {
          const shape = this.#schemas.of(schema);
          return { name, where: 'body', schema: shape.value, description: shape.description };
        }),
      ],
      members: list.envelope === undefined ? [] : this.#members(list.envelope, list.path),
      isArray: list.envelope === undefined,
      row: this.#schemas.of(list.row),
      schemas: this.#schemas,
    };
  }

  /** An object as a parameter is its members: `page[size]`. */
  #inputs({ name, schema, description, value }: Parameter): readonly Input[] {
    const shape = this.#schemas.of(schema);
    if (textAt(value, 'style') !== 'deepObject' || shape.properties.size === 0)
      return [{ name, where: 'query', schema: shape.value, description }];
    return [...shape.properties].map(([key, inner]): Input => ({
      name: `${name}[${key}]`,
      where: 'query',
      schema: this.#schemas.of(inner).value,
      description,
    }));
  }

  #members(envelope: Shape, list: readonly string[]): readonly Member[] {
    const found: Member[] = [];
    const visit = (shape: Shape, path: readonly string[], depth: number): void => {
      for (const [name, value] of this.#schemas.properties(shape)) {
        const inner = this.#schemas.of(value);
        const place = [...path, name];
        if (place.join('\n') === list.join('\n')) continue;
        found.push({ path: place, name, shape: inner });
        if (depth < 3 && (isObjectShape(inner) || inner.variants.length > 0) && found.length < 400) visit(inner, place, depth + 1);
      }
    };
    visit(envelope, [], 1);
    return found.sort((a, b) => a.path.length - b.path.length);
  }
}

function draft(paginator: PaginatorWords, inputs: readonly (Input | undefined)[] = [], fixed: PagingDraft['fixed'] = []): PagingDraft {
  const used = inputs.flatMap((input) => (input === undefined ? [] : [input]));
  return {
    paginator,
    params: used.filter(({ where }) => where === 'query').map(({ name }) => name),
    bodyPaths: used.filter(({ where }) => where === 'body').map(({ name }) => name),
    fixed,
  };
}

type Rule = (view: View, links: boolean) => Finding<PagingDraft> | undefined;

/** Names as one: `pageSize`, `page_size`, `page[size]`, `page-size`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const LIMIT =
  /^(?:limit|perpage|pagesize|size|count|maxresults|max|top|rows|num|pagelimit|itemsperpage|resultsperpage|maxitems|maxpagesize|take|results|first|noofrecords|paginationpagesize|paginationlimit|pagecount|numresults|recordsperpage)$/;
const CURSOR =
  /^(?:cursor|after|pagetoken|nextpagetoken|nexttoken|token|startcursor|pagecursor|marker|continue|continuationtoken|bookmark|pageafter|aftercursor|nextcursor|next|paginationtoken|pagekey|pageid|startingtoken|cursortoken|nextkey|startkey|aftertoken|iterator|scrollid)$/;

function limitOf({ inputs }: View): Input | undefined {
  return inputs.find(
    (each) =>
      LIMIT.test(fold(each.name)) &&
      !/string/.test(typeOf(each)) &&
      !(fold(each.name) === 'first' && !inputs.some((other) => fold(other.name) === 'after')),
  );
}

function typeOf({ schema }: Input): string {
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

function limitWords(limit: Input | undefined): PaginatorWords {
  if (limit === undefined) return {};
  return { limit: sizeOf(limit), ...(limit.where === 'query' ? { limit_param: limit.name } : { limit_body_path: limit.name }) };
}

function place(what: string, input: Input): PaginatorWords {
  return input.where === 'query' ? { [`${what}_param`]: input.name } : { [`${what}_body_path`]: input.name };
}

/** Sizes that are sent as they are, where a paginator takes none. */
function fixedLimit(limit: Input | undefined): PagingDraft['fixed'] {
  return limit === undefined || limit.where !== 'query' ? [] : [[limit.name, sizeOf(limit)]];
}

function isText(shape: Shape): boolean {
  return shape.types.includes('string') || (shape.types.length === 0 && shape.variants.length === 0 && shape.properties.size === 0);
}

function isWhole(shape: Shape): boolean {
  return shape.types.some((each) => each === 'integer' || each === 'number');
}

function moreOf({ members }: View): Member | undefined {
  return members.find(
    ({ name, shape }) =>
      /^(?:hasmore|hasnext|hasnextpage|more|ismore|moreresults|moredata|hasmoreitems|istruncated|nextpageexists)$/.test(fold(name)) &&
      shape.types.includes('boolean'),
  );
}

/** 1: what vendors say for their own generators. */
const extension: Rule = ({ list: { operation }, inputs, members, list }) => {
  const fern = objectAt(operation.value, 'x-fern-pagination');
  const own = objectAt(operation.value, 'x-pagination') ?? objectAt(operation.value, 'x-speakeasy-pagination');
  const named = (text: string | undefined): Input | undefined =>
    inputs.find(({ name }) => name === text?.replace(/^\$request\.(?:body\.|query\.)?/, ''));
  if (fern !== undefined) {
    const [offset, cursor] = [named(textAt(fern, 'offset')), named(textAt(fern, 'cursor'))];
    const next = textAt(fern, 'next_cursor')?.replace(/^\$response\./, '');
    const limit = named(textAt(fern, 'step'));
    if (cursor !== undefined && next !== undefined)
      return sure(
        draft({ type: 'cursor', cursor_path: next, ...place('cursor', cursor), ...limitWords(limit) }, [cursor, limit]),
        'x-fern-pagination says so',
      );
    if (offset !== undefined)
      return counting(offset, limit ?? limitOf({ inputs } as View), { inputs, members, list } as View, 'x-fern-pagination says so');
  }
  if (own !== undefined) {
    const [cursor, size] = [named(textAt(own, 'cursorParam')), named(textAt(own, 'limitParam'))];
    const next = textAt(own, 'cursorPath');
    if (cursor !== undefined && next !== undefined)
      return sure(
        draft({ type: 'cursor', cursor_path: next, ...place('cursor', cursor), ...limitWords(size) }, [cursor, size]),
        'x-pagination says so',
      );
    const page = named(textAt(own, 'pageParam')) ?? named(textAt(own, 'pageOffsetParam'));
    if (page !== undefined) return counting(page, size, { inputs, members, list } as View, 'x-pagination says so');
  }
  const azure = objectAt(operation.value, 'x-ms-pageable');
  const link = textAt(azure, 'nextLinkName');
  return link === undefined ? undefined : sure(draft({ type: 'json_link', next_url_path: selectorOf([link]) }), 'x-ms-pageable says so');
};

/** 2: a Link header that is declared. */
const linkHeader: Rule = (view) => {
  if (!view.list.headers.includes('link')) return undefined;
  return sure(draft({ type: 'header_link' }, [], fixedLimit(limitOf(view))), 'the answer declares a Link header');
};

/** 3: a header with the cursor, and a parameter that takes it. */
const cursorHeader: Rule = (view) => {
  const header = view.list.headers.find((each) =>
    /^(?:x-)?(?:[a-z]+-)*(?:next-?(?:cursor|page-?token|page|token)|cursor|continuation(?:-token)?)$/.test(each),
  );
  const input = view.inputs.find(({ name, where }) => where === 'query' && (CURSOR.test(fold(name)) || /^page$/.test(fold(name))));
  if (header === undefined || input === undefined) return undefined;
  return sure(
    draft({ type: 'header_cursor', cursor_key: header, cursor_param: input.name }, [input], fixedLimit(limitOf(view))),
    `the answer declares the header ${header}`,
  );
};

/** 4: a member with the URL of the next page. */
const nextUrl: Rule = (view) => {
  const isUrl = ({ shape, path, name }: Member): boolean => {
    if (!isText(shape)) return false;
    const text = fold(path.join(' '));
    if (/uri|url|link|href/.test(text)) return true;
    const example = member(shape.value, 'example') ?? listAt(shape.value, 'examples')[0];
    if (['uri', 'url', 'uri-reference', 'iri'].includes(shape.format) || /^(?:https?:|\/)/.test(typeof example === 'string' ? example : ''))
      return true;
    if (/\b(?:url|uri|link|href)\b/i.test(shape.description)) return true;
    return (
      name === 'next' &&
      view.members.some((each) => ['previous', 'prev'].includes(each.name) && each.path.length === path.length) &&
      !view.inputs.some((each) => CURSOR.test(fold(each.name)))
    );
  };
  const names =
    /^(?:next|nextpage|nextlink|nexturl|nexturi|nexthref|nextpageurl|nextpageuri|nextpagelink|nextrecordsurl|odatanextlink|nextpagepath|hrefnext)$/;
  const found = view.members.find(
    (each) =>
      (names.test(fold(each.name)) || (/^(?:href|url|uri)$/i.test(each.name) && /^next/i.test(each.path.at(-2) ?? ''))) && isUrl(each),
  );
  if (found === undefined) return undefined;
  return sure(
    draft({ type: 'json_link', next_url_path: selectorOf(found.path) }, [], fixedLimit(limitOf(view))),
    `the answer has a link at ${found.path.join('.')}`,
  );
};

/** 5: a cursor that goes out, and one that comes in. */
const cursorToken: Rule = (view) => {
  const inputs = view.inputs.filter(
    (each) => CURSOR.test(fold(each.name)) || (/^(?:offset|page|start|startat|from)$/.test(fold(each.name)) && /string/.test(typeOf(each))),
  );
  if (inputs.length === 0) return undefined;
  const names =
    /^(?:next(?:page)?(?:cursor|token|pagetoken|marker|key|start|offset|id|continuationtoken)?|cursor|after|aftercursor|endcursor|pagetoken|nextpagetoken|continue|continuation|continuationtoken|marker|bookmark|cursornext|nextpagecursor|startingafter|iterator|scrollid|offset)$/;
  const members = view.members.filter(
    ({ name, path, shape }) =>
      names.test(fold(name)) &&
      (isText(shape) || (isWhole(shape) && /next/.test(fold(path.join(' '))))) &&
      !/prev|before/i.test(path.join(' ')),
  );
  const best = members.find(({ path }) => /next|after|end/.test(fold(path.join(' ')))) ?? members[0];
  if (best === undefined) return undefined;
  const like = inputs.find((each) => fold(each.name) === fold(best.name) || `next${fold(each.name)}` === fold(best.name)) ?? inputs[0];
  if (like === undefined) return undefined;
  const limit = limitOf(view);
  const more = moreOf(view);
  const words: PaginatorWords = {
    type: 'cursor',
    cursor_path: selectorOf(best.path),
    ...place('cursor', like),
    ...limitWords(limit),
    ...(more === undefined ? {} : { has_more_path: selectorOf(more.path) }),
  };
  const reason = `${like.name} takes what is at ${best.path.join('.')}`;
  const twoWays = view.inputs.some(
    (each) => each !== like && /^(?:offset|page|skip|start)$/.test(fold(each.name)) && !/string/.test(typeOf(each)),
  );
  const wantsEmpty = /empty (?:string|text)/i.test(like.description);
  if (twoWays) return look(draft(words, [like, limit]), `${reason}; there is a second way to page`);
  return wantsEmpty
    ? look(draft(words, [like, limit]), `${reason}; the first page may have to be asked for with an empty one`)
    : sure(draft(words, [like, limit]), reason);
};

/** 6: the id of the last record, and a flag. */
const lastRecord: Rule = (view) => {
  const input = view.inputs.find((each) => /^(?:startingafter|after|afterid|sinceid|lastid|startafter|pageafter)$/.test(fold(each.name)));
  const more = moreOf(view);
  if (input === undefined || more === undefined) return undefined;
  const id = ['id', 'uuid', 'uid', 'key'].find((each) => view.schemas.property(view.row, each) !== undefined);
  if (id === undefined) return undefined;
  const limit = limitOf(view);
  const named = view.members.find((each) => /^(?:lastid|lastobjectid)$/.test(fold(each.name)));
  const path = named === undefined ? `last.${id}` : selectorOf(named.path);
  return sure(
    draft({ type: 'cursor', cursor_path: path, ...place('cursor', input), ...limitWords(limit), has_more_path: selectorOf(more.path) }, [
      input,
      limit,
    ]),
    `${input.name} takes the ${id} of the last record, ${more.path.join('.')} says whether there is more`,
  );
};

/** 7: where many lists of a document have Link headers, those that are paged have them, too. */
const documentLinks: Rule = (view, links) => {
  if (!links || !view.isArray || !view.inputs.some((each) => PAGING.test(each.name) && !LIMIT.test(fold(each.name)))) return undefined;
  return look(draft({ type: 'header_link' }, [], fixedLimit(limitOf(view))), 'other lists of the document declare a Link header');
};

const OFFSETS = /^(?:offset|skip|start|startindex|startat|from|firstresult|pageoffset|startposition|startrow|paginationstart)$/;
const PAGES = /^(?:page|pagenumber|pageno|pagenum|pageindex|currentpage|p|paginationpage)$/;

/** 8 and 9: offsets and numbers of pages. */
const count: Rule = (view) => {
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

function counting(input: Input, limit: Input | undefined, view: View, said: string): Finding<PagingDraft> {
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

/** 10: a cursor for a bare list: GitHub's, Okta's and Sentry's go with Link, others take the last record. */
const bareCursor: Rule = (view) => {
  const input = view.inputs.find((each) => CURSOR.test(fold(each.name)));
  if (input === undefined || !view.isArray) return undefined;
  return look(
    draft({ type: 'header_link' }, [], fixedLimit(limitOf(view))),
    `${input.name} takes a cursor that no member of the answer has: it goes with a Link header, mostly`,
  );
};

/** 11: other words of paging. */
const otherWord: Rule = (view) => {
  const input = view.inputs.find(
    (each) =>
      PAGING.test(each.name) &&
      !(/^(?:from|start|after|before|next|first|count|size)$/i.test(each.name) && textAt(each.schema, 'format') === 'date-time'),
  );
  if (input === undefined) return undefined;
  const limit = limitOf(view);
  const isSize = LIMIT.test(fold(input.name));
  const reason = isSize
    ? `${input.name} says how many come, and nothing how to go on: this reads one page`
    : `${input.name} speaks of pages, and nothing says how: this reads one page`;
  return look(draft({ type: 'single_page' }, [], fixedLimit(limit)), reason);
};

/** In this order: the first that says something counts. */
const RULES: readonly Rule[] = [
  extension,
  linkHeader,
  cursorHeader,
  nextUrl,
  cursorToken,
  lastRecord,
  documentLinks,
  count,
  bareCursor,
  otherWord,
];

import type { JsonValue } from '../../shape.js';
import { isObject, selectorOf, valueAt, type Member } from '../body.js';
import { look, sure, type Finding, type PaginatorWords, type Paging } from '../exchange.js';
import { sizeOf } from './counting.js';
import { fold, nameOf, paging, placing, type Input, type View } from './view.js';

/** Relay's `pageInfo`: the cursor beside a flag, sent as a variable of a GraphQL query or as a parameter. */
export function relay(view: View): Finding<Paging> | undefined {
  const info = view.members.find(({ name, value }) => fold(name) === 'pageinfo' && isObject(value) && 'hasNextPage' in value);
  if (info === undefined || !isObject(info.value)) return undefined;
  const path = selectorOf([...info.path, 'endCursor']);
  const words: PaginatorWords = { type: 'cursor', cursor_path: path };
  const rest = { has_more_path: selectorOf([...info.path, 'hasNextPage']) };
  if (!('endCursor' in info.value)) return undefined;
  const query = valueAt(view.exchange.requestBody, ['query']);
  if (typeof query === 'string') {
    const variable = /\bafter\s*:\s*\$(\w+)/.exec(query)?.[1];
    if (variable === undefined)
      return look(
        paging({ ...words, cursor_body_path: 'variables.after', ...rest }),
        `the body has pageInfo, but the query takes no variable for after: give it one`,
      );
    const input: Input = { where: 'body', path: ['variables', variable], value: '' };
    return sure(
      paging({ ...words, ...placing('cursor', input), ...rest }, input),
      `the body has pageInfo, and the query takes $${variable}`,
    );
  }
  const input = view.inputs.find((each) => /^(?:after|cursor)$/.test(nameOf(each)));
  const guessed: Input = { where: 'query', path: ['after'], value: '' };
  const found = paging({ ...words, ...placing('cursor', input ?? guessed), ...rest }, input ?? guessed);
  return input === undefined ? look(found, 'the body has pageInfo; check the name of the parameter') : sure(found, 'the body has pageInfo');
}

/** MediaWiki's `continue`: every member of it is a parameter of the next request. */
export function continueObject({ members, exchange }: View): Finding<Paging> | undefined {
  const found = members.find(
    ({ path, name, value }) =>
      path.length === 1 && /^(?:query-)?continue$/.test(name) && isObject(value) && Object.values(value).every(isScalar),
  );
  const reason = (said: string): string => `${said}: every member of continue is a parameter of the next request`;
  const keys = isObject(found?.value) ? Object.keys(found.value) : [];
  const sent = paging({ type: 'cursor', cursor_object_path: 'continue' });
  const params = [...exchange.url.searchParams.keys()].filter((name) => keys.includes(name));
  if (found !== undefined) return sure({ ...sent, params }, reason('the body has continue'));
  const isMediaWiki =
    members.some(({ path, name }) => path.length === 1 && name === 'batchcomplete') && exchange.url.searchParams.get('action') === 'query';
  return isMediaWiki ? sure(sent, reason('an answer of MediaWiki, whose pages but the last have continue')) : undefined;
}

/** Cursors that answers give for ever: the end is the one that was sent, or an empty page. */
export function endlessCursor(view: View): Finding<Paging> | undefined {
  const { members, inputs, list, exchange, limit } = view;
  const has = (name: string): Member | undefined =>
    members.find((each) => each.path.length === 1 && each.name === name && isScalar(each.value));
  const size: PaginatorWords = limit === undefined ? {} : { limit: sizeOf(view), ...placing('limit', limit) };
  const param = (name: string): Input => inputs.find((each) => nameOf(each) === name) ?? { where: 'query', path: [name], value: '' };
  if (has('nextCursorMark') !== undefined) {
    const mark = param('cursorMark');
    const words = {
      type: 'cursor',
      cursor: '*',
      cursor_path: 'nextCursorMark',
      ...placing('cursor', mark),
      ...size,
      stop_after_repeated_cursor: true,
    };
    return sure(paging(words, mark, limit), "Solr's nextCursorMark: the end is the one that was sent");
  }
  if (has('last_seq') !== undefined) {
    const since = param('since');
    const words = { type: 'cursor', cursor_path: 'last_seq', ...placing('cursor', since), ...size, stop_after_repeated_cursor: true };
    return (limit === undefined ? look : sure)(
      paging(words, since, limit),
      `the changes of CouchDB: the end is the last_seq that was sent${limit === undefined ? '; without limit there is one page' : ''}`,
    );
  }
  const bookmark = has('bookmark');
  if (bookmark !== undefined && exchange.requestBody !== undefined) {
    const input: Input = { where: 'body', path: ['bookmark'], value: '' };
    const words = { type: 'cursor', cursor_path: 'bookmark', ...placing('cursor', input), ...size, stop_after_empty_page: true };
    return sure(paging(words, input, limit), "CouchDB's bookmark: there is always one, and the end is an empty page");
  }
  if (has('_scroll_id') !== undefined)
    return look(
      paging({ type: 'single_page' }),
      'a scroll of Elasticsearch goes on at another path (POST /_search/scroll): use from and size, or a next hook',
    );
  if (list.records.length > 0 && list.records.every((each) => Array.isArray(each['sort'])) && members.some(({ name }) => name === 'hits'))
    return look(
      paging({ type: 'single_page' }),
      "Elasticsearch's search_after takes the list sort of the last record: use from and size, or a next hook",
    );
  return undefined;
}

const CURSOR_NAME =
  /^(?:(?:next|after|end|forward|continuation|pagination|paging|page)_?(?:cursor|token|key|page_?token|continuation_?token|marker|start|id|after|offset|page|position)|next|after|cursor|continuation|continue|next_?page_?(?:id|key|params|cursor)|starting_after|marker|offset|resumption_?token|sync_?token|last_?evaluated_?key)$/i;

/** A token for the next page. Its parameter is in the request, or named as tokens of that name mostly are. */
export function token(view: View): Finding<Paging> | undefined {
  const { limit, more } = view;
  const found = tokenOf(view);
  if (found === undefined) return undefined;
  const path = selectorOf(found.path);
  const input = paramOf(found, view);
  const guessed: Input = { where: view.exchange.requestBody === undefined ? 'query' : 'body', path: [guessParam(found)], value: '' };
  const size = limit === undefined ? {} : { limit: sizeOf(view), ...placing('limit', limit) };
  const words: PaginatorWords = {
    type: 'cursor',
    cursor_path: path,
    ...placing('cursor', input ?? guessed),
    ...size,
    ...(more === undefined ? {} : { has_more_path: more.selector }),
  };
  const isMatrix = view.list.path[0] === 'chunk' && found.name === 'end';
  const reason = `the body has a cursor at ${path}`;
  if (input !== undefined || isMatrix || CERTAIN.has(found.path.join('.'))) return sure(paging(words, input ?? guessed, limit), reason);
  return look(paging(words, guessed, limit), `${reason}; check the name of the parameter`);
}

function tokenOf({ members, list, inputs, limit }: View): Member | undefined {
  const texts = members.filter(({ value }) => typeof value === 'string' && value !== '' && value.length <= 8192);
  const matrix = texts.find(({ path, name }) => path.length === 1 && name === 'end' && list.path[0] === 'chunk');
  if (matrix !== undefined) return matrix;
  const named = texts.filter(
    ({ name, path }) => CURSOR_NAME.test(name) && !/^(?:prev|previous|before|self|first|last)$/i.test(path.at(-2) ?? ''),
  );
  const isSent = ({ value }: Member): boolean => inputs.some((each) => each !== limit && String(each.value) === String(value));
  const textual = named.find((each) => !isSent(each) && !/^(?:offset|page|after)$/i.test(each.name)) ?? named.find((each) => !isSent(each));
  if (textual !== undefined) return textual;
  // a number is a cursor where its name says so: page numbers and offsets of the next page
  return members.find(
    ({ name, value, path }) =>
      typeof value === 'number' &&
      value > 0 &&
      list.count > 0 &&
      (/^next_?(?:page|offset|start|cursor|token|page_?number|skip)$/i.test(name) ||
        (/^(?:page|offset|cursor|start)$/i.test(name) && /^next(?:_?page)?$/i.test(path.at(-2) ?? ''))),
  );
}

/** The parameter of the request that takes the token. */
function paramOf(found: Member, { inputs, list }: View): Input | undefined {
  const bare = fold(found.name).replace(/^next/, '');
  const moved = inputs.find(
    (each) => /^(?:from|start|offset|skip)$/.test(fold(nameOf(each))) && Number(each.value) + list.count === Number(found.value),
  );
  if (moved !== undefined) return moved;
  const like = inputs.find((each) => [bare, fold(found.name)].includes(fold(nameOf(each))) && bare !== '');
  if (like !== undefined) return like;
  return inputs.find((each) =>
    /^(?:cursor|pagetoken|nextpagetoken|nexttoken|after|startingafter|startcursor|continuation|continuationtoken|continue|marker|paginationtoken|pagecursor|since|pageafter|token)$/.test(
      fold(nameOf(each)),
    ),
  );
}

/** Places whose parameter has one name everywhere. */
const CERTAIN: ReadonlySet<string> = new Set([
  'nextPageToken',
  'response_metadata.next_cursor',
  'metadata.continue',
  'paging.next.after',
  'pages.next.starting_after',
]);

function guessParam({ name, path }: Member): string {
  const [outer = ''] = [path.at(-2)];
  const known = name.includes('_') && /token/i.test(name) ? undefined : (PARAMS.get(fold(name)) ?? PARAMS.get(fold(outer + name)));
  if (known !== undefined) return known;
  if (/token/i.test(name))
    return name
      .replace(/^next_?/i, '')
      .replace(/^P/, 'p')
      .replace(/^T/, 't');
  return /^(?:after|starting_after|offset|page|start|marker|continue|continuation|cursor)$/.test(name)
    ? name
    : name.replace(/^next_?/i, '').replace(/^(?:id|key)$/i, 'cursor') || 'cursor';
}

const PARAMS: ReadonlyMap<string, string> = new Map([
  ['nextpagetoken', 'pageToken'],
  ['nextcursor', 'cursor'],
  ['nexttoken', 'next_token'],
  ['end', 'from'],
  ['next', 'cursor'],
  ['endcursor', 'after'],
  ['aftercursor', 'page[after]'],
  ['resumptiontoken', 'resumptionToken'],
  ['nextpage', 'page'],
  ['nextoffset', 'offset'],
  ['nextmarker', 'marker'],
  ['nextstart', 'start'],
]);

/** Stripe's way: a flag, and the id of the last record. */
export function lastRecord(view: View): Finding<Paging> | undefined {
  const { more, inputs, list, limit, exchange } = view;
  if (list.records.length === 0 || !list.records.every((each) => typeof each['id'] === 'string' || typeof each['id'] === 'number'))
    return undefined;
  const input = inputs.find((each) => /^(?:startingafter|afterid|after|sinceid|lastid|startafter)$/.test(fold(nameOf(each))));
  const isStripe = isObject(exchange.body) && exchange.body['object'] === 'list' && exchange.body['has_more'] !== undefined;
  if (more === undefined || (input === undefined && !isStripe)) return undefined;
  const sent: Input = input ?? { where: 'query', path: ['starting_after'], value: '' };
  const words = {
    type: 'cursor',
    cursor_path: 'last.id',
    ...placing('cursor', sent),
    ...(limit === undefined ? {} : { limit: sizeOf(view), ...placing('limit', limit) }),
    has_more_path: more.selector,
  };
  return (isStripe || fold(nameOf(sent)) === 'startingafter' ? sure : look)(
    paging(words, sent, limit),
    `the body has ${more.selector}, and no cursor but the id of the last record`,
  );
}

function isScalar(value: JsonValue): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

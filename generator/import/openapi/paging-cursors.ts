import { selectorOf } from '../../detect/body.js';
import { look, sure, type PaginatorWords } from '../../detect/exchange.js';
import { listAt, member, objectAt, textAt } from '../values.js';
import { PAGING } from './lists.js';
import {
  type Input,
  type View,
  type Member,
  draft,
  type Rule,
  fold,
  LIMIT,
  CURSOR,
  limitOf,
  typeOf,
  limitWords,
  place,
  fixedLimit,
  isText,
  isWhole,
  moreOf,
} from './paging-view.js';
import { counting } from './paging-counts.js';

/** 1: what vendors say for their own generators. */
export const extension: Rule = ({ list: { operation }, inputs, members, list }) => {
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
export const linkHeader: Rule = (view) => {
  if (!view.list.headers.includes('link')) return undefined;
  return sure(draft({ type: 'header_link' }, [], fixedLimit(limitOf(view))), 'the answer declares a Link header');
};

/** 3: a header with the cursor, and a parameter that takes it. */
export const cursorHeader: Rule = (view) => {
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
export const nextUrl: Rule = (view) => {
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
export const cursorToken: Rule = (view) => {
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
export const lastRecord: Rule = (view) => {
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
export const documentLinks: Rule = (view, links) => {
  if (!links || !view.isArray || !view.inputs.some((each) => PAGING.test(each.name) && !LIMIT.test(fold(each.name)))) return undefined;
  return look(draft({ type: 'header_link' }, [], fixedLimit(limitOf(view))), 'other lists of the document declare a Link header');
};

/** 10: a cursor for a bare list: GitHub's, Okta's and Sentry's go with Link, others take the last record. */
export const bareCursor: Rule = (view) => {
  const input = view.inputs.find((each) => CURSOR.test(fold(each.name)));
  if (input === undefined || !view.isArray) return undefined;
  return look(
    draft({ type: 'header_link' }, [], fixedLimit(limitOf(view))),
    `${input.name} takes a cursor that no member of the answer has: it goes with a Link header, mostly`,
  );
};

import { isObject, membersOf, selectorOf } from '../body.js';
import { sure, type Exchange, type Finding, type PaginatorWords, type Paging } from '../exchange.js';
import { byOffset, byPage, headerName, sizeOf } from './counting.js';
import { inputsOf, paging, placing, type Input, type View } from './view.js';

/**
 * What the next request had from the answer before it. Two requests that follow each other say more than any name: the
 * second is a link of the first answer, or sends a value of it, or a number that has moved.
 */
export function consecutive(view: View): Finding<Paging> | undefined {
  const next = view.later.find(
    ({ url, method, requestBody }) =>
      hrefOf(url) !== hrefOf(view.exchange.url) ||
      (method !== 'GET' && JSON.stringify(requestBody) !== JSON.stringify(view.exchange.requestBody)),
  );
  if (next === undefined) return undefined;
  return byLink(view, next) ?? byValue(view, next) ?? byNumber(view, next);
}

function hrefOf(url: URL): string {
  const sorted = new URL(url);
  sorted.searchParams.sort();
  sorted.hash = '';
  return sorted.href;
}

function isSameUrl(text: string, { exchange }: View, next: Exchange): boolean {
  return (
    /^(?:https?:|\/|\?|[\w.(][\w.()]*(?:\/[\w.()]*)?\?)/.test(text) &&
    URL.canParse(text, exchange.url.href) &&
    hrefOf(new URL(text, exchange.url)) === hrefOf(next.url)
  );
}

function byLink(view: View, next: Exchange): Finding<Paging> | undefined {
  for (const [name, value] of Object.entries(view.exchange.headers)) {
    if (name === 'link') continue; // read by its own rule
    if (isSameUrl(value, view, next))
      return sure(
        paging({ type: 'header_link', links_header: headerName(name) }),
        `the next request is the URL in the header ${headerName(name)}`,
      );
  }
  const found = view.members.find(
    ({ value, name }) => typeof value === 'string' && !/^(?:self|last)$/i.test(name) && isSameUrl(value, view, next),
  );
  if (found === undefined) return undefined;
  const path = selectorOf(found.path);
  return sure(paging({ type: 'json_link', next_url_path: path }), `the next request is the URL at ${path}`);
}

/** Inputs of the second request that the first had not, or with another value. */
function changed(view: View, next: Exchange): readonly Input[] {
  return inputsOf(next).filter(
    ({ where, path, value }) =>
      !view.inputs.some((each) => each.where === where && each.path.join('.') === path.join('.') && String(each.value) === String(value)),
  );
}

function byValue(view: View, next: Exchange): Finding<Paging> | undefined {
  const inputs = changed(view, next);
  if (inputs.length > 1) {
    const whole = view.members.find(
      ({ path, value }) =>
        isObject(value) && inputs.every(({ path: [name = ''], value: sent }) => String(value[name]) === String(sent) && path.length > 0),
    );
    if (whole !== undefined)
      return sure(
        { ...paging({ type: 'cursor', cursor_object_path: selectorOf(whole.path) }), params: inputs.flatMap(({ path }) => path) },
        `the next request sends every member of ${selectorOf(whole.path)}`,
      );
  }
  for (const input of inputs) {
    const sent = String(input.value);
    const limit = view.limit;
    const size: PaginatorWords = limit === undefined ? {} : { limit: sizeOf(view), ...placing('limit', limit) };
    const more = view.more === undefined ? {} : { has_more_path: view.more.selector };
    const member = view.members.find(({ value }) => (typeof value === 'string' || typeof value === 'number') && String(value) === sent);
    const isCount = /^\d{1,6}$/.test(sent);
    if (member !== undefined && !(isCount && typeof member.value === 'number' && !/next|cursor|token|after/i.test(member.path.join('.'))))
      return sure(
        paging({ type: 'cursor', cursor_path: selectorOf(member.path), ...placing('cursor', input), ...size, ...more }, input, limit),
        `the next request sends what is at ${selectorOf(member.path)}`,
      );
    const header = Object.entries(view.exchange.headers).find(
      ([name, value]) => value === sent && !/length|count|total|age|limit|remaining/.test(name),
    );
    if (header !== undefined && input.where === 'query')
      return sure(
        paging({ type: 'header_cursor', cursor_key: headerName(header[0]), cursor_param: input.path[0] ?? '' }, input),
        `the next request sends the header ${headerName(header[0])}`,
      );
    const last = view.list.records.at(-1);
    const field =
      isCount && sent.length < 4
        ? undefined
        : membersOf(last ?? {}).find(({ value }) => (typeof value === 'string' || typeof value === 'number') && String(value) === sent);
    if (field !== undefined) {
      const stops: PaginatorWords = view.more === undefined ? { stop_after_empty_page: true } : more;
      return sure(
        paging(
          { type: 'cursor', cursor_path: `last.${field.path.join('.')}`, ...placing('cursor', input), ...size, ...stops },
          input,
          limit,
        ),
        `the next request sends ${field.path.join('.')} of the last record`,
      );
    }
  }
  return undefined;
}

function byNumber(view: View, next: Exchange): Finding<Paging> | undefined {
  for (const input of changed(view, next)) {
    const before = view.inputs.find((each) => each.where === input.where && each.path.join('.') === input.path.join('.'));
    const [from, to] = [Number(before?.value ?? Number.NaN), Number(input.value)];
    if (!Number.isSafeInteger(to)) continue;
    const moved = Number.isSafeInteger(from) ? to - from : undefined;
    if (moved === 1 || (moved === undefined && (to === 1 || to === 2) && view.list.count > to))
      return byPage(view, before ?? { ...input, value: to - 1 }, `the next request has ${input.path.join('.')}=${to}`);
    const size = sizeOf(view);
    if (moved === view.list.count || moved === size || (moved === undefined && (to === view.list.count || to === size)))
      return byOffset(
        view,
        before ?? { ...input, value: 0 },
        `the next request has ${input.path.join('.')}=${to}, after ${view.list.count} records`,
      );
  }
  return undefined;
}

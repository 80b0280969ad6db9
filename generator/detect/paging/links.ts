import type { JsonValue } from '../../shape.js';
import { isList, isObject, selectorOf, type Member } from '../body.js';
import { look, sure, type Finding, type PaginatorWords, type Paging } from '../exchange.js';
import { fold, paging, type View } from './view.js';

/** Lists of links by relation: OGC API, STAC, FHIR, HATEOAS. */
export function linkList(view: View): Finding<Paging> | undefined {
  for (const { path, name, value } of view.members) {
    if (!/^_?links?$/.test(name) || !isList(value) || value.length === 0) continue;
    const links = value.filter(isObject);
    const relation = ['rel', 'relation'].find((key) => links.every((each) => typeof each[key] === 'string'));
    if (links.length < value.length || relation === undefined) continue;
    const target = ['href', 'url', 'uri'].find((key) => links.some((each) => typeof each[key] === 'string'));
    if (target === undefined) continue;
    const next = links.find((each) => each[relation] === 'next');
    const others = links.map((each) => String(each[relation]));
    if (next === undefined && !others.some((each) => /^(?:self|first|last|prev(?:ious)?)$/.test(each))) continue;
    const at = `${selectorOf(path)}[?@.${relation}=='next']`;
    const words: PaginatorWords = {
      type: 'json_link',
      next_url_path: `${at}.${target}`,
      ...(next?.['body'] === undefined ? {} : { next_body_path: `${at}.body` }),
      ...(next?.['method'] === undefined || next['method'] === 'GET' ? {} : { next_method_path: `${at}.method` }),
    };
    if (next !== undefined)
      return sure(withBase(view, words, next[target]), `the body has a link with ${relation} "next" at ${selectorOf(path)}`);
    return sure(paging(words), `the body has links by ${relation}, none of them "next": it was the last page`);
  }
  return undefined;
}

const NEXT_NAME =
  /^(?:next|next_?(?:page|link|url|uri|href|page_?(?:url|uri|link|href|path))|__next|next_?records_?url|(?:@?odata\.|@)next_?link|(?:[a-z@]+\.)?nextLink)$/i;

/** A member that holds the URL of the next page, or whose siblings show that it will: `{"next": null, "previous": null}`. */
export function linkMember(view: View): Finding<Paging> | undefined {
  const { members } = view;
  const link = members.find((each) => isNext(each) && isLink(each.value, each.name));
  if (link !== undefined)
    return sure(
      withBase(view, { type: 'json_link', next_url_path: selectorOf(link.path) }, link.value),
      `the body has a link at ${selectorOf(link.path)}`,
    );
  return lastPage(view);
}

/** `next`, and `href` or `url` in an object of that name. */
function isNext({ path, name }: Member): boolean {
  if (NEXT_NAME.test(name)) return true;
  return /^(?:href|url|uri|link)$/i.test(name) && /^next(?:_?(?:page|link))?$/i.test(path.at(-2) ?? '');
}

function isLink(value: JsonValue, name: string): boolean {
  if (typeof value !== 'string' || value === '') return false;
  if (/^(?:https?:\/\/|\/|\?|\.\.?\/)/.test(value)) return true;
  return /nextLink|__next/i.test(name) && /^[A-Za-z0-9_.()/'-]+\?/.test(value); // OData: Books?$skiptoken=10
}

/** On the last page only what stands beside the link tells that there is one on others. */
function lastPage(view: View): Finding<Paging> | undefined {
  const { members } = view;
  const at = (path: readonly string[]): Member | undefined =>
    members.find((each) => each.path.length === path.length && each.path.every((key, index) => key === path[index]));
  for (const { path, name, value } of members) {
    if (/^(?:next|next_page_url|next_page_uri|next_url)$/.test(name) && value === null) {
      const siblings = members.filter(
        (each) => each.path.length === path.length && each.path.slice(0, -1).every((key, index) => key === path[index]),
      );
      const pair = siblings.find((each) =>
        /^(?:prev|previous|previous_page_url|prev_page_url|previous_page_uri|previous_url|first|last|self)$/.test(each.name),
      );
      const isUrl = siblings.some((each) => typeof each.value === 'string' && /^(?:https?:\/\/|\/|\?)/.test(each.value));
      if (pair !== undefined && (isUrl || pair.value === null)) {
        const words = { type: 'json_link', next_url_path: selectorOf(path) };
        const reason = `the body has ${selectorOf(path)}, null on the last page`;
        return isUrl || /url|uri/.test(name) || (pair.value === null && at(['count']) !== undefined)
          ? sure(paging(words), reason)
          : look(paging(words), reason);
      }
    }
    if (/^_?links$/.test(name) && isObject(value) && value['next'] === undefined) {
      const around = ['first', 'last', 'prev', 'previous'].map((key) => value[key]).find((each) => each !== undefined && each !== null);
      if (around === undefined) continue;
      const inner = isObject(around) ? [...path, 'next', 'href'] : [...path, 'next'];
      return sure(
        paging({ type: 'json_link', next_url_path: selectorOf(inner) }),
        `the body has links at ${selectorOf(path)}, none of them next: it was the last page`,
      );
    }
  }
  const context = members.find(({ name, path }) => path.length === 1 && /^@?odata\.(?:context|metadata)$/.test(name));
  if (context === undefined) return undefined;
  const next = context.name.startsWith('@') ? '@odata.nextLink' : 'odata.nextLink';
  return sure(
    paging({ type: 'json_link', next_url_path: selectorOf([next]) }),
    `an answer of OData, whose pages but the last have ${next}`,
  );
}

/** A relative link begins at the request, or at another place: OData services write it from their root. */
function withBase({ exchange: { url } }: View, words: PaginatorWords, link: JsonValue | undefined): Paging {
  const plain = paging(words);
  if (typeof link !== 'string' || /^(?:https?:|\/|\?)/i.test(link) || !URL.canParse(link, url.href)) return plain;
  if (new URL(link, url).pathname === url.pathname) return plain;
  const parts = url.pathname.split('/');
  for (let length = parts.length - 1; length > 0; length--) {
    const base = `${parts.slice(0, length).join('/')}/`;
    if (URL.canParse(link, url.origin + base) && fold(new URL(link, url.origin + base).pathname) === fold(url.pathname))
      return { ...plain, paginator: { ...words, link_base: 'base_url' }, linkBase: base.replace(/\/$/, '') };
  }
  return plain;
}

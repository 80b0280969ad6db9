import { type Code, code, literal } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { accessPath, parsePlace, parseSelector, showPath, type Place } from '../selector.js';
import { boolean, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { helper } from './helpers.js';
import { emitLinkBase, isSingle, linkBaseKey, shownLink, type LinkBase } from './links.js';
import {
  answerLinked,
  emitLinked,
  linkedKeys,
  linkedOf,
  linkedPosition,
  refusedLinked,
  LINKED_MUTANTS,
  type Linked,
} from './linked-request.js';
import { checkPlace, emptyPagesKey, hasMoreKeys, type HasMore } from './stop-rules.js';
import { refusedFlags } from './stop-samples.js';
import { emitHasMore } from './stop-conditions.js';
import { bodyAt } from './body-places.js';

const shape = object(
  'a json_link paginator',
  {
    type: required(literalWord('json_link')),
    next_url_path: optional(
      text({
        description:
          'Where the body has the link of the next page. null, false, "" or no link end the read. In a list, a filter says which one.',
        default: 'next',
        check: checkPlace,
        examples: ['links.next', "links[?@.rel=='next'].href"],
      }),
    ),
    ...linkedKeys,
    link_base: linkBaseKey,
    ...hasMoreKeys,
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one, whatever it names as the next.', default: false }),
    ),
    maximum_empty_pages: emptyPagesKey(100),
  },
  { description: 'Follows a link in the body. It may be relative to the request; one to another origin is refused.' },
);

export interface JsonLinkModel {
  readonly type: 'json_link';
  readonly path: Place;
  /** What its link says of the request of the next page beside the URL; null: nothing. */
  readonly linked: Linked | null;
  readonly base: LinkBase;
  readonly hasMore: HasMore | null;
  readonly stopAfterEmptyPage: boolean;
  readonly maximumEmptyPages: number;
}

export const jsonLink: Paginator<Shaped<typeof shape>, JsonLinkModel> = {
  type: 'json_link',
  shape,

  build(spec, reading) {
    const parsed = parsePlace(spec.next_url_path ?? 'next');
    if (!parsed.ok) return undefined;
    const hasMore = hasMoreOf(spec);
    if (spec.has_more_absent !== undefined && hasMore === null) {
      const span = reading.spanOf(spec, 'has_more_absent');
      reading.report(messages.pattern(span, 'spec/needs-key', 'nothing says whether there is more', 'Set has_more_path.'));
      return undefined;
    }
    if (isSingle(parsed.path))
      return {
        type: 'json_link',
        path: parsed.path,
        linked: linkedOf(spec),
        base: spec.link_base ?? 'request',
        hasMore,
        stopAfterEmptyPage: spec.stop_after_empty_page ?? false,
        maximumEmptyPages: spec.maximum_empty_pages ?? 100,
      };
    reading.report(
      messages.pattern(
        reading.spanOf(spec, 'next_url_path'),
        'spec/selector-syntax',
        'not the place of a single value',
        'Name its keys: links.next.',
      ),
    );
    return undefined;
  },

  knowsPages: () => false,
  countsRecords: ({ stopAfterEmptyPage }) => stopAfterEmptyPage,
  queryParams: () => [],
  bodyPaths: () => [],

  emit: (model, { position }) => ({
    summary: `page after page by the link at \`${showPath(model.path)}\` of the body, until ${model.hasMore === null ? 'there is none' : `\`${showPath(model.hasMore.path)}\` is false`}`,
    reassignsUrl: true,
    kind: 'json_link',
    position: [
      {
        name: 'link',
        type: code`string`,
        description: 'Path and query of the next page.',
        check: (value) => code`typeof ${value} === 'string' && ${helper('ownLink')}(${value}, new URL(id.origin)) !== undefined`,
        refused: [7, 'https://elsewhere.example/'],
      },
      ...(model.linked === null ? [] : linkedPosition(model.linked)),
    ],
    ...(model.linked === null
      ? {}
      : {
          sent: code`if (saved?.method !== undefined) sent = { method: saved.method, ...(saved.body !== undefined && { body: saved.body }) };`,
        }),
    fixedQuery: [],
    bodyFields: [],
    start: code`
        ${emitLinkBase(model.base).statement}
        const saved = ${position};
        if (saved?.link !== undefined) url = new URL(saved.link, url);
      `,
    request: code``,
    extras: [
      {
        name: 'link',
        type: code`URL | null`,
        value: nextLink(model),
        reads: [emitLinkBase(model.base).name],
        none: code`null`,
      },
      ...(model.linked === null ? [] : [emitLinked(model.linked, model.path)]),
    ],
    advance: model.linked === null ? code`if (link !== null) url = link;` : code`if (link !== null) [url, sent] = [link, sends];`,
    ends: model.stopAfterEmptyPage ? code`records.length === 0 || link === null` : code`link === null`,
    next: [code`link: link.pathname + link.search`, ...(model.linked === null ? [] : [code`...sent`])],
    progress: { by: 'position', position: model.linked === null ? code`url.href` : code`JSON.stringify([url.href, sent])` },
    maximumEmptyPages: model.stopAfterEmptyPage ? 0 : model.maximumEmptyPages,
  }),

  pageSizes: () => [3, 3, 2],

  answer(model, page) {
    const { linked } = model;
    const pageUrl = (index: number): URL => {
      const url = new URL(page.firstUrl);
      if (index > 0 && (linked?.body ?? null) === null) url.searchParams.set('after', `page ${index + 1}`);
      return url;
    };
    const next = pageUrl(page.index + 1);
    const shown = shownLink(model.base, next, page.index);
    const more = page.index < page.pages - 1;
    return {
      url: pageUrl(page.index).href,
      requestBody: [],
      headers: {},
      ...(linked === null ? {} : answerLinked(linked, page.index).request),
      body: [
        ...bodyAt(model.path, more ? shown : null),
        ...(linked === null || !more ? [] : answerLinked(linked, page.index).body),
        ...bodyAt(model.hasMore?.path ?? null, more),
      ],
    };
  },

  refusedAnswers(model) {
    const [path = []] = bodyAt(model.path, null).map(([each]) => each);
    const links = [
      'https://elsewhere.example/?page=2',
      '//elsewhere.example/',
      '/\\elsewhere.example',
      'ht\ntp://elsewhere.example',
      'http://[',
    ].map((target) => ({
      name: `a next page at ${JSON.stringify(target)}`,
      body: [path, target] as const,
      error: 'PaginationError' as const,
      code: 'refused_link',
    }));
    const missing = { name: 'more without a link', body: [path, null] as const, error: 'ResponseError' as const, code: 'invalid_page' };
    return [
      ...links,
      ...(model.linked === null ? [] : refusedLinked(model.linked)),
      ...(model.hasMore === null ? [] : [missing]),
      ...refusedFlags(model.hasMore),
    ];
  },

  example: { type: 'json_link', next_url_path: 'paging.next' },

  mutants: [
    { name: 'only the first page is read', file: 'resource', find: 'link === null', replace: 'link !== undefined' },
    { name: 'the link is not followed', file: 'resource', find: 'if (link !== null) url = link;', replace: '' },
    { name: 'a saved link loses its query', file: 'resource', find: 'link.pathname + link.search', replace: 'link.pathname' },
    {
      name: 'links are resolved against the origin',
      file: 'src/internal/pagination.ts',
      find: 'new URL(link, url)',
      replace: 'new URL(link, url.origin)',
    },
    ...LINKED_MUTANTS,
  ],
};

/** The link of the next page; null after the last. */
function nextLink({ path, base, hasMore }: JsonLinkModel): Code {
  const given = code`${accessPath(code`body`, path)}, ${literal(showPath(path))}, ${emitLinkBase(base).variable}, place`;
  return hasMore === null ? code`${helper('linkAt')}(${given})` : code`${emitHasMore(hasMore)} ? ${helper('needLink')}(${given}) : null`;
}

function hasMoreOf({ has_more_path: said, has_more_absent: absent = 'error' }: Shaped<typeof shape>): HasMore | null {
  const parsed = typeof said === 'string' ? parseSelector(said) : undefined;
  return parsed?.ok === true ? { path: parsed.path, absent } : null;
}

import { code, literal } from '../code.js';
import { boolean, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { helper } from './helpers.js';
import { emptyPagesKey } from './stop-rules.js';

const shape = object(
  'a header_link paginator',
  {
    type: required(literalWord('header_link')),
    links_next_key: optional(
      text({ description: 'The link relation of the next page in the Link header (RFC 8288), whatever its case.', default: 'next' }),
    ),
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one, whatever it names as the next.', default: false }),
    ),
    maximum_empty_pages: emptyPagesKey(100),
  },
  { description: 'Follows the Link header: `<https://…?page=2>; rel="next"`.' },
);

export interface HeaderLinkModel {
  readonly type: 'header_link';
  readonly relation: string;
  readonly stopAfterEmptyPage: boolean;
  readonly maximumEmptyPages: number;
}

export const headerLink: Paginator<Shaped<typeof shape>, HeaderLinkModel> = {
  type: 'header_link',
  shape,
  build: (spec) => ({
    type: 'header_link',
    relation: spec.links_next_key ?? 'next',
    stopAfterEmptyPage: spec.stop_after_empty_page ?? false,
    maximumEmptyPages: spec.maximum_empty_pages ?? 100,
  }),
  knowsPages: () => false,
  countsRecords: ({ stopAfterEmptyPage }) => stopAfterEmptyPage,
  queryParams: () => [],
  bodyPaths: () => [],

  emit: (model, { position }) => ({
    summary: `page after page by the \`Link\` header, until it has no \`rel="${model.relation}"\``,
    reassignsUrl: true,
    kind: 'header_link',
    position: [
      {
        name: 'link',
        type: code`string`,
        description: 'Path and query of the next page.',
        check: (value) => code`typeof ${value} === 'string' && ${helper('ownLink')}(${value}, new URL(id.origin)) !== undefined`,
        refused: [7, 'https://elsewhere.example/'],
      },
    ],
    fixedQuery: [],
    bodyFields: [],
    start: code`
        const saved = ${position};
        if (saved?.link !== undefined) url = new URL(saved.link, url);
      `,
    request: code``,
    extras: [
      {
        name: 'link',
        type: code`URL | null`,
        value: code`${helper('linkedPage')}(response.headers, ${literal(model.relation.toLowerCase())}, url, place)`,
        reads: ['response', 'url'],
        none: code`null`,
      },
    ],
    advance: code`if (link !== null) url = link;`,
    ends: model.stopAfterEmptyPage ? code`records.length === 0 || link === null` : code`link === null`,
    next: [code`link: link.pathname + link.search`],
    progress: { by: 'position', position: code`url.href` },
    maximumEmptyPages: model.stopAfterEmptyPage ? 0 : model.maximumEmptyPages,
  }),

  pageSizes: () => [3, 3, 2],

  answer(model, page) {
    const pageUrl = (index: number): string => {
      const url = new URL(page.firstUrl);
      if (index > 0) url.searchParams.set('page', String(index + 1));
      return url.href;
    };
    const more = page.index < page.pages - 1;
    return {
      url: pageUrl(page.index),
      requestBody: [],
      headers: more ? { link: `<${pageUrl(page.index + 1)}>; rel="${model.relation}"` } : {},
      body: [],
    };
  },

  refusedAnswers: (model) =>
    ['https://elsewhere.example/?page=2', '//elsewhere.example/', 'http://['].map((target) => ({
      name: `a next page at ${target}`,
      headers: { link: `<${target}>; rel="${model.relation}"` },
      error: 'PaginationError',
      code: 'refused_link',
    })),

  example: { type: 'header_link' },

  mutants: [
    { name: 'only the first page is read', file: 'resource', find: 'link === null', replace: 'link !== undefined' },
    { name: 'the next link is not followed', file: 'resource', find: 'if (link !== null) url = link;', replace: '' },
    { name: 'the state forgets the query of the link', file: 'resource', find: 'link.pathname + link.search', replace: 'link.pathname' },
    {
      name: 'a saved link is ignored',
      file: 'resource',
      find: 'if (saved?.link !== undefined) url = new URL(saved.link, url);',
      replace: '',
    },
  ],
};

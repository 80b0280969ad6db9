import { code, literal } from '../code.js';
import { checkHeaderName } from '../checks.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { boolean, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { helper } from './helpers.js';
import { emitLinkBase, linkBaseKey, shownLink, type LinkBase } from './links.js';
import { emptyPagesKey } from './stop-rules.js';

const shape = object(
  'a header_link paginator',
  {
    type: required(literalWord('header_link')),
    links_next_key: optional(
      text({ description: 'The link relation of the next page in the Link header (RFC 8288), whatever its case.', default: 'next' }),
    ),
    links_header: optional(
      text({
        description: 'A header that holds the URL of the next page and nothing else, in place of Link.',
        check: checkHeaderName,
        examples: ['Next-Page'],
      }),
    ),
    link_base: linkBaseKey,
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one, whatever it names as the next.', default: false }),
    ),
    maximum_empty_pages: emptyPagesKey(100),
  },
  { description: 'Follows the Link header: `<https://…?page=2>; rel="next"`.' },
);

export interface HeaderLinkModel {
  readonly type: 'header_link';
  /** `null`: the URL stands in `header` alone. */
  readonly relation: string | null;
  readonly header: string;
  readonly base: LinkBase;
  readonly stopAfterEmptyPage: boolean;
  readonly maximumEmptyPages: number;
}

export const headerLink: Paginator<Shaped<typeof shape>, HeaderLinkModel> = {
  type: 'header_link',
  shape,
  build(spec, reading) {
    if (spec.links_header !== undefined && spec.links_next_key !== undefined) {
      const span = reading.spanOf(spec, 'links_next_key');
      reading.report(messages.pattern(span, 'spec/param-conflict', 'links_header has one URL, and no relations', 'Leave one of them out.'));
      return undefined;
    }
    return {
      type: 'header_link',
      relation: spec.links_header === undefined ? (spec.links_next_key ?? 'next') : null,
      header: (spec.links_header ?? 'link').toLowerCase(),
      base: spec.link_base ?? 'request',
      stopAfterEmptyPage: spec.stop_after_empty_page ?? false,
      maximumEmptyPages: spec.maximum_empty_pages ?? 100,
    };
  },
  knowsPages: () => false,
  countsRecords: ({ stopAfterEmptyPage }) => stopAfterEmptyPage,
  queryParams: () => [],
  bodyPaths: () => [],

  emit: (model, { position }) => ({
    summary:
      model.relation === null
        ? `page after page by the URL in the header \`${model.header}\`, until there is none`
        : `page after page by the \`Link\` header, until it has no \`rel="${model.relation}"\``,
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
        ${emitLinkBase(model.base).statement}
        const saved = ${position};
        if (saved?.link !== undefined) url = new URL(saved.link, url);
      `,
    request: code``,
    extras: [
      {
        name: 'link',
        type: code`URL | null`,
        value: code`${model.relation === null ? helper('linkIn') : helper('linkedPage')}(response.headers, ${literal(model.relation?.toLowerCase() ?? model.header)}, ${emitLinkBase(model.base).variable}, place)`,
        reads: ['response', emitLinkBase(model.base).name],
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
    const pageUrl = (index: number): URL => {
      const url = new URL(page.firstUrl);
      if (index > 0) url.searchParams.set('page', String(index + 1));
      return url;
    };
    const more = page.index < page.pages - 1;
    return {
      url: pageUrl(page.index).href,
      requestBody: [],
      headers: more ? headers(model, shownLink(model.base, pageUrl(page.index + 1), model.base === 'request' ? 1 : page.index)) : {},
      body: [],
    };
  },

  refusedAnswers: (model) =>
    ['https://elsewhere.example/?page=2', '//elsewhere.example/', 'http://['].map((target) => ({
      name: `a next page at ${target}`,
      headers: headers(model, target),
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

/** The header of an answer that names another page. */
function headers({ relation, header }: HeaderLinkModel, link: string): Readonly<Record<string, string>> {
  return { [header]: relation === null ? link : `<${link}>; rel="${relation}"` };
}

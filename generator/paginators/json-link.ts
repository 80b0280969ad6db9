import { code, literal } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { accessPath, parseSelector, showPath, type Path } from '../selector.js';
import { boolean, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { helper } from './helpers.js';
import { bodyAt, checkSelector, emptyPagesKey } from './stop-rules.js';

const shape = object(
  'a json_link paginator',
  {
    type: required(literalWord('json_link')),
    next_url_path: optional(
      text({
        description: 'Where the body has the link of the next page. null, false, "" or no link end the read.',
        default: 'next',
        check: checkSelector,
        examples: ['links.next'],
      }),
    ),
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one, whatever it names as the next.', default: false }),
    ),
    maximum_empty_pages: emptyPagesKey(100),
  },
  { description: 'Follows a link in the body. It may be relative to the request; one to another origin is refused.' },
);

export interface JsonLinkModel {
  readonly type: 'json_link';
  readonly path: Path;
  readonly stopAfterEmptyPage: boolean;
  readonly maximumEmptyPages: number;
}

export const jsonLink: Paginator<Shaped<typeof shape>, JsonLinkModel> = {
  type: 'json_link',
  shape,

  build(spec, reading) {
    const parsed = parseSelector(spec.next_url_path ?? 'next');
    if (!parsed.ok) return undefined;
    if (parsed.path.length > 0 && parsed.path.every((step) => step.kind !== 'every'))
      return {
        type: 'json_link',
        path: parsed.path,
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
    summary: `page after page by the link at \`${showPath(model.path)}\` of the body, until there is none`,
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
        value: code`${helper('linkAt')}(${accessPath(code`body`, model.path)}, ${literal(showPath(model.path))}, url, place)`,
        reads: ['url'],
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
      if (index > 0) url.searchParams.set('after', `page ${index + 1}`);
      return url;
    };
    const next = pageUrl(page.index + 1);
    const shown = page.index === 0 ? next.search : next.href; // relative, then absolute
    return {
      url: pageUrl(page.index).href,
      requestBody: [],
      headers: {},
      body: bodyAt(model.path, page.index < page.pages - 1 ? shown : null),
    };
  },

  refusedAnswers(model) {
    const [path = []] = bodyAt(model.path, null).map(([each]) => each);
    return [
      'https://elsewhere.example/?page=2',
      '//elsewhere.example/',
      '/\\elsewhere.example',
      'ht\ntp://elsewhere.example',
      'http://[',
    ].map((target) => ({
      name: `a next page at ${JSON.stringify(target)}`,
      body: [path, target] as const,
      error: 'PaginationError',
      code: 'refused_link',
    }));
  },

  example: { type: 'json_link', next_url_path: 'paging.next' },

  mutants: [
    { name: 'only the first page is read', file: 'resource', find: 'link === null', replace: 'link !== undefined' },
    { name: 'the link is not followed', file: 'resource', find: 'if (link !== null) url = link;', replace: '' },
    { name: 'a saved link loses its query', file: 'resource', find: 'link.pathname + link.search', replace: 'link.pathname' },
    {
      name: 'links are resolved against the origin',
      file: 'src/pagination.ts',
      find: 'new URL(link, url)',
      replace: 'new URL(link, url.origin)',
    },
  ],
};

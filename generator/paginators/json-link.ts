import { code, literal } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { accessPath, parseSelector, showPath, type Path } from '../selector.js';
import { literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { bodyAt, checkSelector } from './stop-rules.js';

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
  },
  { description: 'Follows a link in the body. It may be relative to the request; one to another origin is refused.' },
);

export interface JsonLinkModel {
  readonly type: 'json_link';
  readonly path: Path;
}

export const jsonLink: Paginator<Shaped<typeof shape>, JsonLinkModel> = {
  type: 'json_link',
  shape,

  build(spec, reading) {
    const parsed = parseSelector(spec.next_url_path ?? 'next');
    if (!parsed.ok) return undefined;
    if (parsed.path.length > 0 && parsed.path.every((step) => step.kind !== 'every')) return { type: 'json_link', path: parsed.path };
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
        check: (value) => code`typeof ${value} === 'string' && ownLink(${value}, new URL(token.origin)) !== undefined`,
        refused: [7, 'https://elsewhere.example/'],
      },
    ],
    fixedQuery: [],
    bodyFields: [],
    start: code`
        const saved = ${position};
        if (saved) url = new URL(saved.link, url);
      `,
    request: code``,
    extras: [
      {
        name: 'link',
        type: code`URL | null`,
        value: code`linkAt(${accessPath(code`body`, model.path)}, ${literal(showPath(model.path))}, url, place)`,
        reads: ['url'],
        none: code`null`,
      },
    ],
    advance: code`if (link !== null) url = link;`,
    next: code`link && { link: link.pathname + link.search }`,
    progress: code`if (link !== null) checkProgress(link.href, place);`,
    helpers: ['linkAt', 'ownLink'],
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
    { name: 'only the first page is read', file: 'resource', find: 'link && { link: link.pathname + link.search }', replace: 'null' },
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

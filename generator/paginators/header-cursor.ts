import { code, literal } from '../code.js';
import { checkHeaderName } from '../checks.js';
import { literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';

const shape = object(
  'a header_cursor paginator',
  {
    type: required(literalWord('header_cursor')),
    cursor_key: optional(
      text({
        description: 'The response header with the cursor of the next page, whatever its case. An empty one, or none, ends the read.',
        default: 'next',
        check: checkHeaderName,
        examples: ['X-Next-Cursor'],
      }),
    ),
    cursor_param: optional(text({ description: 'Query parameter of the cursor.', default: 'cursor' })),
  },
  { description: 'Pages by a cursor in a response header.' },
);

export interface HeaderCursorModel {
  readonly type: 'header_cursor';
  readonly header: string;
  readonly param: string;
}

export const headerCursor: Paginator<Shaped<typeof shape>, HeaderCursorModel> = {
  type: 'header_cursor',
  shape,
  build: (spec) => ({ type: 'header_cursor', header: (spec.cursor_key ?? 'next').toLowerCase(), param: spec.cursor_param ?? 'cursor' }),
  knowsPages: () => false,
  queryParams: (model) => [model.param],
  bodyPaths: () => [],

  emit: (model, { position }) => ({
    summary: `page after page by the cursor in the header \`${model.header}\`, until there is none`,
    reassignsUrl: false,
    kind: 'header_cursor',
    position: [
      {
        name: 'cursor',
        type: code`string`,
        description: 'The cursor of the next page.',
        check: (value) => code`typeof ${value} === 'string' && ${value} !== ''`,
        refused: ['', 7],
      },
    ],
    fixedQuery: [],
    bodyFields: [],
    start: code`let cursor = ${position}?.cursor ?? null;`,
    request: code`if (cursor !== null) url.searchParams.set(${literal(model.param)}, cursor);`,
    extras: [
      {
        name: 'nextCursor',
        type: code`string | null`,
        value: code`response.headers.get(${literal(model.header)}) || null`,
        reads: ['response'],
        none: code`null`,
      },
    ],
    advance: code`cursor = nextCursor;`,
    next: code`cursor === null ? null : { cursor }`,
    progress: code`if (nextCursor !== null) checkProgress(nextCursor, place);`,
    helpers: [],
  }),

  pageSizes: () => [3, 3, 2],

  answer(model, page) {
    const cursorOf = (index: number): string => (index === 1 ? '0' : `page+${index + 1}/=&`);
    const url = new URL(page.firstUrl);
    if (page.index > 0) url.searchParams.set(model.param, cursorOf(page.index));
    const last = page.index === page.pages - 1;
    return { url: url.href, requestBody: [], headers: { [model.header]: last ? '' : cursorOf(page.index + 1) }, body: [] };
  },

  refusedAnswers: () => [],

  example: { type: 'header_cursor', cursor_key: 'X-Next-Cursor', cursor_param: 'after' },

  mutants: [
    { name: 'the cursor is not sent', file: 'resource', find: "if (cursor !== null) url.searchParams.set('after', cursor);", replace: '' },
    {
      name: 'an empty cursor goes on',
      file: 'resource',
      find: "response.headers.get('x-next-cursor') || null",
      replace: "response.headers.get('x-next-cursor')",
    },
    { name: 'the cursor stays the first one', file: 'resource', find: 'cursor = nextCursor', replace: 'cursor ??= nextCursor' },
    { name: 'a saved cursor is ignored', file: 'resource', find: 'state?.next?.cursor ?? null', replace: 'null as string | null' },
    { name: 'only the first page is read', file: 'resource', find: 'cursor === null ? null : { cursor }', replace: 'null' },
  ],
};

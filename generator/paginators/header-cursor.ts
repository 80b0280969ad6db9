import { type Code, code, join, literal } from '../code.js';
import { checkHeaderName } from '../checks.js';
import { boolean, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';
import { emptyPagesKey } from './stop-rules.js';

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
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one, whatever it names as the next.', default: false }),
    ),
    stop_after_repeated_cursor: optional(boolean({ description: 'The end is the cursor that was sent, again.', default: false })),
    maximum_empty_pages: emptyPagesKey(100),
  },
  { description: 'Pages by a cursor in a response header.' },
);

export interface HeaderCursorModel {
  readonly type: 'header_cursor';
  readonly header: string;
  readonly param: string;
  readonly stopAfterEmptyPage: boolean;
  readonly stopAfterRepeatedCursor: boolean;
  readonly maximumEmptyPages: number;
}

export const headerCursor: Paginator<Shaped<typeof shape>, HeaderCursorModel> = {
  type: 'header_cursor',
  shape,
  build: (spec) => ({
    type: 'header_cursor',
    header: (spec.cursor_key ?? 'next').toLowerCase(),
    param: spec.cursor_param ?? 'cursor',
    stopAfterEmptyPage: spec.stop_after_empty_page ?? false,
    stopAfterRepeatedCursor: spec.stop_after_repeated_cursor ?? false,
    maximumEmptyPages: spec.maximum_empty_pages ?? 100,
  }),
  knowsPages: () => false,
  countsRecords: ({ stopAfterEmptyPage }) => stopAfterEmptyPage,
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
    advance: advance(model),
    ends: code`cursor === null`,
    next: [code`cursor`],
    progress: { by: 'position', position: code`String(cursor)` },
    maximumEmptyPages: model.stopAfterEmptyPage ? 0 : model.maximumEmptyPages,
  }),

  pageSizes: () => [3, 3, 2],

  answer(model, page) {
    const cursorOf = (index: number): string => (index === 1 ? '0' : `page+${index + 1}/=&`);
    const url = new URL(page.firstUrl);
    if (page.index > 0) url.searchParams.set(model.param, cursorOf(page.index));
    const last = page.index === page.pages - 1;
    const end = model.stopAfterRepeatedCursor && page.index > 0 ? cursorOf(page.index) : '';
    return { url: url.href, requestBody: [], headers: { [model.header]: last ? end : cursorOf(page.index + 1) }, body: [] };
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
    { name: 'a saved cursor is ignored', file: 'resource', find: 'filled?.next?.cursor ?? null', replace: 'null as string | null' },
    { name: 'only the first page is read', file: 'resource', find: 'cursor === null', replace: 'cursor !== undefined' },
  ],
};

function advance({ stopAfterEmptyPage, stopAfterRepeatedCursor }: HeaderCursorModel): Code {
  const ends = [
    ...(stopAfterEmptyPage ? [code`records.length === 0`] : []),
    ...(stopAfterRepeatedCursor ? [code`nextCursor === cursor`] : []),
  ];
  return ends.length === 0 ? code`cursor = nextCursor;` : code`cursor = ${join(ends, ' || ')} ? null : nextCursor;`;
}

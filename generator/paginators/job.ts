import { code, join, literal, member, nothing, property, use, type Code } from '../code.js';
import { literalWord, object, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';

const shape = object('the pages of a job', { type: required(literalWord('job')) }, { description: 'The files of a job.' });

export interface JobPagesModel {
  readonly type: 'job';
  /** What a state keeps of a job. */
  readonly fields: readonly string[];
  /** Where the cursor of the next part of a file is, and goes; null: a file is one answer. */
  readonly parts: { readonly header: string; readonly param: string } | null;
}

/**
 * The files of a job as pages. No spec names it: an endpoint with a `job` pages so. What it asks stands in `emit/reading`, for it needs
 * what the resource knows; `job` and `filesRead` are the position, and `files` is undefined until they are known.
 */
export const jobPages: Paginator<Shaped<typeof shape>, JobPagesModel> = {
  type: 'job',
  shape,
  build: () => ({ type: 'job', fields: [], parts: null }),
  knowsPages: () => false,
  countsRecords: () => false,
  queryParams: () => [],
  bodyPaths: () => [],
  emit: ({ fields, parts }, { position }) => ({
    summary: `as a job whose files are read one after the other${parts === null ? '' : `, in parts by the header \`${parts.header}\``}`,
    reassignsUrl: false,
    kind: 'job',
    position: [
      {
        name: 'job',
        type: code`{ ${join(
          fields.map((name) => code`readonly ${property(name)}: string;`),
          ' ',
        )} }`,
        description: 'The job that was created.',
        check: (value) =>
          join(
            fields.map((name) => code`typeof ${member(code`Object(${value})`, name)} === 'string'`),
            ' && ',
          ),
        refused: ['7', {}],
      },
      {
        name: 'filesRead',
        type: code`number`,
        description: 'How many of its files have been read.',
        check: (value) => code`Number.isSafeInteger(${value}) && (${value} ?? -1) >= 0`,
        refused: [-1, 0.5, 'x'],
      },
      ...(parts === null
        ? []
        : [
            {
              name: 'locator',
              type: code`string | null`,
              description: 'The part of the next file that comes next; null: its first.',
              check: (value: Code) => code`(${value} ?? null) === null || typeof ${value} === 'string'`,
              refused: [7],
            },
          ]),
    ],
    fixedQuery: [],
    bodyFields: [],
    start: code`
      let job = ${position}?.job ?? null;
      let filesRead = ${position}?.filesRead ?? 0;
      let files: readonly URL[] | undefined;
      ${parts === null ? nothing : code`let locator = ${position}?.locator ?? null;`}
    `,
    request: nothing,
    extras:
      parts === null
        ? []
        : [
            {
              name: 'nextLocator',
              type: code`string | null`,
              value: code`${use({ name: 'locatorIn', file: 'src/internal/job.ts', kind: 'value' })}(response.headers, ${literal(parts.header)})`,
              reads: ['response'],
              none: code`null`,
            },
          ],
    advance: nothing,
    ends: code`filesRead >= (files?.length ?? 1)`,
    next: [code`job`, code`filesRead`, ...(parts === null ? [] : [code`locator`])],
    progress: { by: 'records', counted: true, repeatEnds: false, endsFull: false },
    maximumEmptyPages: 0,
  }),
  pageSizes: () => [3, 2],
  answer: ({ parts }, page) => ({
    url: page.firstUrl,
    requestBody: [],
    headers: parts === null ? {} : { [parts.header]: page.index === page.pages - 1 ? 'null' : partName(page.index + 1) },
    body: [],
  }),
  refusedAnswers: () => [],
  example: { type: 'job' },
  mutants: [],
};

/** What a made-up API calls a part of a file. */
export function partName(index: number): string {
  return `part/${index + 1}=`;
}

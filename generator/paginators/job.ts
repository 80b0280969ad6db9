import { code, join, member, nothing, property } from '../code.js';
import { literalWord, object, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';

const shape = object('the pages of a job', { type: required(literalWord('job')) }, { description: 'The files of a job.' });

export interface JobPagesModel {
  readonly type: 'job';
  /** What a state keeps of a job. */
  readonly fields: readonly string[];
}

/**
 * The files of a job as pages. No spec names it: an endpoint with a `job` pages so. What it asks stands in `emit/reading`, for it needs
 * what the resource knows; `job` and `filesRead` are the position, and `files` is undefined until they are known.
 */
export const jobPages: Paginator<Shaped<typeof shape>, JobPagesModel> = {
  type: 'job',
  shape,
  build: () => ({ type: 'job', fields: [] }),
  knowsPages: () => false,
  countsRecords: () => false,
  queryParams: () => [],
  bodyPaths: () => [],
  emit: ({ fields }, { position }) => ({
    summary: 'as a job whose files are read one after the other',
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
    ],
    fixedQuery: [],
    bodyFields: [],
    start: code`
      let job = ${position}?.job ?? null;
      let filesRead = ${position}?.filesRead ?? 0;
      let files: readonly URL[] | undefined;
    `,
    request: nothing,
    extras: [],
    advance: nothing,
    ends: code`filesRead >= (files?.length ?? 1)`,
    next: [code`job`, code`filesRead`],
    progress: { by: 'records', counted: true, repeatEnds: false, endsFull: false },
    maximumEmptyPages: 0,
  }),
  pageSizes: () => [3, 2],
  answer: (_model, page) => ({ url: page.firstUrl, requestBody: [], headers: {}, body: [] }),
  refusedAnswers: () => [],
  example: { type: 'job' },
  mutants: [],
};

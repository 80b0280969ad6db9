import { code, nothing } from '../code.js';
import { literalWord, object, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';

const shape = object('the pages of a job', { type: required(literalWord('job')) }, { description: 'The files of a job.' });

export interface JobPagesModel {
  readonly type: 'job';
}

/**
 * The files of a job as pages. No spec names it: an endpoint with a `job` pages so. What it asks stands in `emit/reading`, for it needs
 * what the resource knows; `job` and `file` are the position, and `files` is undefined until they are known.
 */
export const jobPages: Paginator<Shaped<typeof shape>, JobPagesModel> = {
  type: 'job',
  shape,
  build: () => ({ type: 'job' }),
  knowsPages: () => false,
  countsRecords: () => false,
  queryParams: () => [],
  bodyPaths: () => [],
  emit: () => ({
    summary: 'as a job whose files are read one after the other',
    reassignsUrl: false,
    kind: 'job',
    position: [],
    fixedQuery: [],
    bodyFields: [],
    start: nothing,
    request: nothing,
    extras: [],
    advance: nothing,
    ends: nothing,
    next: [],
    progress: { by: 'records', counted: true, repeatEnds: false, endsFull: false },
    maximumEmptyPages: 0,
  }),
  pageSizes: () => [3, 2],
  answer: (_model, page) => ({ url: page.firstUrl, requestBody: [], headers: {}, body: [] }),
  refusedAnswers: () => [],
  example: { type: 'job' },
  mutants: [],
};

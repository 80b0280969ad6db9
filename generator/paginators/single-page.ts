import { code, nothing } from '../code.js';
import { literalWord, object, required, type Shaped } from '../shape.js';
import type { Paginator } from './contract.js';

const shape = object(
  'a single_page paginator',
  { type: required(literalWord('single_page')) },
  { description: 'One request; there is nothing more.' },
);

export interface SinglePageModel {
  readonly type: 'single_page';
}

export const singlePage: Paginator<Shaped<typeof shape>, SinglePageModel> = {
  type: 'single_page',
  shape,
  build: () => ({ type: 'single_page' }),
  knowsPages: () => false,
  countsRecords: () => false,
  queryParams: () => [],
  bodyPaths: () => [],
  emit: () => ({
    summary: 'in one request',
    reassignsUrl: false,
    kind: 'single_page',
    position: [],
    fixedQuery: [],
    bodyFields: [],
    start: nothing,
    request: nothing,
    extras: [],
    advance: nothing,
    ends: code`true`,
    next: [],
    progress: { by: 'records', counted: false, repeatEnds: false, endsFull: false },
    maximumEmptyPages: 0,
  }),
  pageSizes: () => [3],
  answer: (_model, page) => ({ url: page.firstUrl, requestBody: [], headers: {}, body: [] }),
  refusedAnswers: () => [],
  example: { type: 'single_page' },
  mutants: [],
};

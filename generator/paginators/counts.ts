import { nothing } from '../code.js';
import type { Paginator } from './contract.js';

/** Whether the loop of a paginator looks at the records of a page: how many there are, or which is the last. */
export function countsRecords<Model extends { readonly type: string }>(paginator: Paginator<Model, Model>, model: Model): boolean {
  const { start, request, advance, next, extras } = paginator.emit(model, { responseError: nothing, position: nothing });
  return [start, request, advance, next, ...extras.map(({ value }) => value)].some(({ text }) => /\brecords\b/.test(text));
}

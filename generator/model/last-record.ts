import type { PaginatorModel } from '../paginators/index.js';
import { showPath } from '../selector.js';
import type { SelectionModel } from './selection-model.js';

/** A cursor that stands in the last element of the very list that records are, `items[-1].id`: it is that of the last record. */
export function withLastRecord(paginator: PaginatorModel, { path, reshape, single }: SelectionModel): PaginatorModel {
  if (paginator.type !== 'cursor' || paginator.from !== 'body' || paginator.object !== null || reshape !== null || single) return paginator;
  const last = paginator.path[path.length];
  const isOfRecords = last?.kind === 'index' && last.index === -1 && showPath(paginator.path.slice(0, path.length)) === showPath(path);
  return isOfRecords ? { ...paginator, from: 'last record', path: paginator.path.slice(path.length + 1) } : paginator;
}

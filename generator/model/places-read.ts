import { bodyAt } from '../paginators/body-places.js';
import type { BodyPath } from '../paginators/contract.js';
import type { ResourceModel } from './connector-model.js';
import { paginatorOf } from './paginator.js';

/** What the paging of a resource reads in a body, from its root; numbers are places in lists. */
export function placesRead({ paginator, changeFeed }: Pick<ResourceModel, 'paginator' | 'changeFeed'>): readonly BodyPath[] {
  const first = { index: 0, pages: 2, records: [], previous: [], before: 0, totalRecords: 2, firstUrl: 'https://api.example.com/' };
  const { body } = paginatorOf(paginator.type).answer(paginator, first);
  return [...body, ...bodyAt(changeFeed?.position ?? null, '')].map(([path]) => path);
}

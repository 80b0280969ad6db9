import { spec as messages } from '../diagnostics/messages/spec.js';
import { isSingle } from '../paginators/links.js';
import type { PaginatorModel } from '../paginators/index.js';
import { parsePlace, type Place } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ChangeFeedModel } from './change-feed-model.js';

/** What a resource cannot be besides a change feed, and what its paging has to tell. */
export interface FeedSurroundings {
  readonly paginator: PaginatorModel;
  /** Whether several parents, or values, are asked for at once. */
  readonly grouped: boolean;
  /** Query parameters that are set already. */
  readonly params: readonly string[];
}

/** How the position at the end of a read is kept; what it does not fit is reported. */
export function buildChangeFeed(
  { endpoint = {}, ...spec }: ResourceSpec,
  { paginator, grouped, params }: FeedSurroundings,
  reading: Reading,
): ChangeFeedModel | null {
  const said = endpoint.change_feed;
  if (said === undefined || said === false) return null;
  const refuse = (message: string, hint: string, owner: object = endpoint, key = 'change_feed'): null => {
    reading.report(messages.pattern(reading.spanOf(owner, key), 'spec/change-feed', message, hint));
    return null;
  };
  const { position_path: path, start_param: param } = said === true ? {} : said;
  if ((endpoint.incremental ?? null) !== null)
    return refuse('the next run begins either at a position of the API, or at the latest value of a field', 'Leave out incremental.');
  if (endpoint.job !== undefined || spec.state_delegating !== undefined)
    return refuse('a change feed is read page after page, by its own endpoint', 'Leave out change_feed.');
  if (grouped)
    return refuse(
      'a change feed has a position for each of those that it is read for, and these are asked for at once',
      'Leave out group.',
    );
  if (spec.write_disposition === 'replace')
    return refuse(
      'replace drops old rows while a change feed has only new ones: rows would be lost',
      'Use merge or append.',
      spec,
      'write_disposition',
    );
  const pages = pagesBy(paginator);
  if (pages === undefined)
    return refuse(
      `the paginator ${paginator.type} has no position that lasts`,
      'A change feed has a cursor paginator with a cursor_path, or json_link.',
    );
  if (said !== true && param !== undefined && path === undefined)
    return refuse('nothing says what start_param is to hold', 'Set position_path: nextSyncToken.', said, 'start_param');
  if (said !== true && param !== undefined && params.includes(param))
    return refuse(
      `${param} is set already`,
      'Leave out start_param: the next run then begins with its position as a page does.',
      said,
      'start_param',
    );
  if (path === undefined && pages === 'link')
    return refuse('nothing says where the position of the next run is', `Write position_path: "['@odata.deltaLink']".`);
  if (path === undefined) return { position: null, param: null };
  const position = placeOf(path);
  return position === undefined
    ? refuse('not the place of a single value', 'Name its keys: meta.next_token.', said === true ? endpoint : said, 'position_path')
    : { position, param: param ?? null };
}

/** What tells where a page begins, where that lasts. */
function pagesBy(paginator: PaginatorModel): 'cursor' | 'link' | undefined {
  if (paginator.type === 'json_link') return 'link';
  return paginator.type === 'cursor' && paginator.object === null ? 'cursor' : undefined;
}

function placeOf(text: string): Place | undefined {
  const parsed = parsePlace(text);
  return parsed.ok && isSingle(parsed.path) ? parsed.path : undefined;
}

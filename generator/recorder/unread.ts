import { detect, type Detected } from '../detect/detect.js';
import type { Exchange } from '../detect/exchange.js';
import { nextRequest } from '../detect/next-request.js';
import type { CompiledConnector } from './connector.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { JsonValue } from '../shape.js';
import { isPartitioned } from '../emit/reading/kinds.js';
import { recordsIn, unsigned } from './answers.js';
import { familyOf, ownerOf } from './family.js';

/** A `fetch`, and the JSON that was answered to requests for one resource, with every header. */
export interface Watch {
  readonly fetch: typeof globalThis.fetch;
  readonly exchanges: readonly Exchange[];
}

export function watchExchanges(fetch: typeof globalThis.fetch, { model }: CompiledConnector, resource: ResourceModel): Watch {
  const exchanges: Exchange[] = [];
  const family = familyOf(model, resource);
  return {
    exchanges,
    fetch: async (input, init = {}) => {
      const response = await fetch(input, init);
      const sent = unsigned(init.method ?? 'GET', String(input), new Headers(init.headers), model, init.body);
      if (!response.ok || ownerOf(sent.url, family, model) !== resource) return response;
      const body = parsed(await response.clone().text());
      if (body !== undefined)
        exchanges.push({
          method: sent.method,
          url: new URL(sent.url),
          ...(sent.body === undefined ? {} : { requestBody: sent.body }),
          headers: Object.fromEntries(response.headers),
          body,
        });
      return response;
    },
  };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/**
 * What a read leaves unread, as far as its answers tell, for people; undefined where they tell of nothing. `ended`: whether it came to
 * its end, by what its paginator says.
 */
export function unreadIn(exchanges: readonly Exchange[], ended: boolean, resource: ResourceModel): string | undefined {
  const [first] = exchanges;
  const last = exchanges.at(-1);
  if (first === undefined || last === undefined || resource.format.kind !== 'json') return undefined;
  const found = detect([first]);
  const elsewhere = found === undefined ? undefined : passedOver(found, first, resource);
  if (elsewhere !== undefined) return elsewhere;
  if (found === undefined) return undefined;
  if (resource.paginator.type === 'single_page') return resource.ignoresMore ? undefined : afterOnePage(found, first);
  if (!ended || isPartitioned({ model: resource }) || isCutShort(resource)) return undefined;
  const read = exchanges.reduce((sum, { body }) => sum + (recordsIn(body, resource)?.length ?? 0), 0);
  const end = detect([last]);
  if (end?.more === true) return `the read ended after ${count(read)}, and the last answer says that there are more`;
  if (found.total !== undefined && found.total.count > read)
    return `the read ended after ${count(read)}, and ${found.total.selector ?? found.total.header ?? 'the answer'} says ${found.total.count}`;
  return undefined;
}

/** Records that stand elsewhere in the body than where the spec looks for them. */
function passedOver(found: Detected, { body }: Exchange, resource: ResourceModel): string | undefined {
  const records = recordsIn(body, resource);
  if (records === undefined || records.length > 0 || found.pageSize === 0) return undefined;
  return `no records are where data_selector looks, and ${count(found.pageSize)} at ${found.list.selector}`;
}

/** What comes after the one page that a spec reads. */
function afterOnePage(found: Detected, exchange: Exchange): string | undefined {
  const { paginator } = found.paging.value;
  const counts = paginator['type'] === 'offset' || paginator['type'] === 'page_number' || paginator['type'] === 'single_page';
  const next = counts ? undefined : nextRequest(paginator, exchange, found.records, found.pageSize);
  const isNamed = !String(paginator['cursor_path']).startsWith('last.'); // where a parameter has to be guessed, what it holds does not
  if (next !== undefined && (found.paging.sure || isNamed))
    return `one page of ${count(found.pageSize)} is read, and there is a next one: ${found.paging.reason}`;
  if (found.signs.length > 0) return `one page of ${count(found.pageSize)} is read, and ${found.signs.join(' and ')}`;
  return undefined;
}

/** Whether a spec says itself that a read ends early. */
function isCutShort({ paginator }: ResourceModel): boolean {
  return 'stop' in paginator && paginator.stop.maximum?.then === 'stop';
}

function count(records: number): string {
  return records === 1 ? '1 record' : `${records} records`;
}

import { made } from './elements.js';
import type { TraceEvent } from './trace.js';

/** A read as a list: requests, and the pages that came of them. */
export function showTrace(events: readonly TraceEvent[]): HTMLElement {
  let request = 0;
  let page = 0;
  return made(
    'ol',
    '',
    ...events.map((event) => {
      switch (event.kind) {
        case 'request':
          return requestItem(event, ++request);
        case 'wait':
          return made('li', 'wait', `Waits ${(event.milliseconds / 1000).toLocaleString('en')} s before it tries again.`);
        case 'page':
          return pageItem(event, ++page);
        case 'end':
          return endItem(event);
      }
    }),
  );
}

function requestItem(event: Extract<TraceEvent, { kind: 'request' }>, number: number): HTMLElement {
  const { method, url, headers, body, status } = event;
  const item = made('li', 'request', made('b', '', `Request ${number}: `), made('code', '', `${method} ${readableUrl(url)}`));
  item.append(made('div', '', status === undefined ? 'There is no answer left for it.' : `Answered with status ${status}.`));
  const lines = [...Object.entries(headers).map((each) => each.join(': ')), ...(body === undefined ? [] : ['', body])];
  if (lines.length > 0)
    item.append(
      made('details', '', made('summary', '', body === undefined ? 'Headers' : 'Headers and body'), made('pre', '', lines.join('\n'))),
    );
  return item;
}

function pageItem({ records, next }: Extract<TraceEvent, { kind: 'page' }>, number: number): HTMLElement {
  const count = records.length === 1 ? '1 record' : `${records.length} records`;
  const item = made('li', 'page', made('b', '', `Page ${number}: `), `${count}. `);
  item.append(next === null || next === undefined ? 'It is the last one.' : made('span', '', 'Next: ', made('code', '', shown(next))));
  if (records.length > 0) item.append(made('details', '', made('summary', '', 'Records'), made('pre', '', records.map(shown).join('\n'))));
  return item;
}

function endItem({ why, name = '', message = '' }: Extract<TraceEvent, { kind: 'end' }>): HTMLElement {
  if (why === 'read') return made('li', 'end', 'The read is complete.');
  if (why === 'answers') return made('li', 'end', 'The read would go on: paste another answer.');
  return made('li', 'end', made('b', 'error', `${name}: `), message);
}

function readableUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Integers that JSON has no number for are shown as they are. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? each.toString() : each)) ?? String(value);
}

import { serve } from './recorded-api.js';

export interface Event {
  readonly id: string;
  readonly name: string;
  readonly timestamp: string;
}

export interface EventsApi {
  readonly url: string;
  /** From when on each request wanted events; empty: from the beginning. */
  readonly asked: string[];
  /** The paths that were asked for. */
  readonly paths: string[];
}

/** An API that lists events from `since` on, two a page by offset, and nothing else; it remembers what it was asked. */
export async function eventsApi(events: readonly Event[]): Promise<EventsApi> {
  const asked: string[] = [];
  const paths: string[] = [];
  const url = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const since = searchParams.get('since') ?? '';
    asked.push(since);
    paths.push(pathname);
    const offset = Number(searchParams.get('offset'));
    const data = pathname === '/v1/events' ? events.filter((event) => event.timestamp >= since).slice(offset, offset + 2) : [];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  return { url, asked, paths };
}

/** An event on each of the first days of 2026. */
export function eventsOn(...days: readonly number[]): Event[] {
  return days.map((day) => ({ id: `e${day}`, name: 'opened', timestamp: `2026-01-0${day}T00:00:00Z` }));
}

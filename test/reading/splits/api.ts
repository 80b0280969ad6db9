import { serve, type Loopback } from '../../support/loopback.js';

const START = Date.parse('2024-01-01T00:00:00Z');

export interface Api extends Loopback {
  /** Rows of `/events`: how many, and when. */
  events: readonly { readonly id: number; readonly at: string }[];
  /** Ids of `/repos`, in their order. */
  repos: readonly number[];
}

/** Records that are every six hours, from the first of January on; some at the very edge of a day. */
export function eventsOf(count: number): Api['events'] {
  return Array.from({ length: count }, (_, index) => ({ id: index + 1, at: new Date(START + index * 21_600_000).toISOString() }));
}

/** An API whose bounds are as `bounds` says: `until` counts what is then in, or out. */
export async function splittableApi(
  bounds: { readonly start: 'in' | 'out'; readonly end: 'in' | 'out' } = { start: 'in', end: 'out' },
): Promise<Api> {
  const api: Api = Object.assign(
    await serve(({ url }) => {
      const [, kind = '', of = ''] = url.pathname.split('/');
      const rows = rowsOf(kind, of, url.searchParams);
      if (kind === 'leaves') {
        const page = Number(url.searchParams.get('page') ?? 1);
        return { body: { data: rows.slice((page - 1) * 3, page * 3), total: rows.length } };
      }
      const from = Number(url.searchParams.get('offset') ?? 0);
      return { body: { data: rows.slice(from, from + 3), total: rows.length } };
    }),
    { events: eventsOf(50), repos: [11, 12, 13, 14, 15, 16, 17] },
  );

  function rowsOf(kind: string, of: string, query: URLSearchParams): readonly { readonly id: number }[] {
    if (kind === 'events') {
      const since = Date.parse(query.get('since') ?? '') || -Infinity;
      const until = Date.parse(query.get('until') ?? '') || Infinity;
      return api.events.filter(({ at }) => {
        const time = Date.parse(at);
        return (bounds.start === 'in' ? time >= since : time > since) && (bounds.end === 'in' ? time <= until : time < until);
      });
    }
    if (kind === 'stores') return [1, 2, 3, 4, 5].map((id) => ({ id: of.charCodeAt(0) * 100 + id }));
    if (kind === 'repos' && of === '') return api.repos.map((id) => ({ id }));
    if (kind === 'repos') return [1, 2, 3, 4].map((id) => ({ id: Number(of) * 10 + id }));
    return Array.from({ length: 23 }, (_, index) => ({ id: index + 1 })); // lists, leaves
  }
  return api;
}

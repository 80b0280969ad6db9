/** A record of the API: `at` in milliseconds since 1970. */
export interface Row {
  readonly id: number;
  readonly at: number;
  /** What it belongs to: a region, or a parent. */
  readonly of: string;
}

/** How an API lists what it has. */
export interface Manners {
  /** Whether what is exactly at an end of the stretch is listed. At least one end is closed: at open ends of both windows it would be in neither. */
  readonly since: 'closed' | 'open';
  readonly until: 'closed' | 'open';
  /** The most records on a page. */
  readonly cap: number;
  /** Whether a list is in the order of time. */
  readonly sorted: boolean;
}

/** What a client asked, and a `fetch` that answers: `/parents` in pages of two, anything else, of one or of several, by `since`, `until`, `parity` and `offset`. */
export function api(
  rows: readonly Row[],
  parents: readonly string[],
  manners: Manners,
): { readonly fetch: typeof fetch; readonly asked: string[] } {
  const asked: string[] = [];
  const answer = async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(String(input));
    asked.push(url.pathname + url.search);
    const offset = Number(url.searchParams.get('offset'));
    if (url.pathname === '/parents') return Response.json({ data: parents.map((id) => ({ id })).slice(offset, offset + 2) });
    const of = decodeURIComponent(url.pathname.split('/')[2] ?? '').split(',');
    const parity = url.searchParams.get('parity');
    const listed = rows
      .filter(
        (row) =>
          of.includes(row.of) &&
          (parity === null || parity === (row.id % 2 === 0 ? 'even' : 'odd')) &&
          isWithin(row.at, url.searchParams, manners),
      )
      .sort((a, b) => (manners.sorted ? a.at - b.at : 0) || a.id - b.id);
    const data = listed.slice(offset, offset + manners.cap).map(({ id, at }) => ({ id, at: new Date(at).toISOString() }));
    return Response.json({ data });
  };
  return { fetch: answer, asked };
}

/** Where a bound is a day, days are compared. */
function isWithin(time: number, params: URLSearchParams, manners: Manners): boolean {
  const byDay = params.get('since')?.length === 10;
  const at = byDay ? Math.floor(time / 86_400_000) * 86_400_000 : time;
  const since = Date.parse(params.get('since') ?? '') || -Infinity;
  const until = Date.parse(params.get('until') ?? '') || Infinity;
  return (manners.since === 'closed' ? at >= since : at > since) && (manners.until === 'closed' ? at <= until : at < until);
}

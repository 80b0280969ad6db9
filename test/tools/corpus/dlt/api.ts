import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Made-up rows with everything that a configuration may look at. */
const POSTS = Array.from({ length: 23 }, (_, index) => ({
  id: index + 1,
  slug: `post-${index + 1}`,
  title: `Title ${index + 1}`,
  status: index % 3 === 0 ? 'draft' : 'open',
  score: (index * 7) % 11,
  updated_at: `2024-01-${String((index % 28) + 1).padStart(2, '0')}T00:00:00Z`,
  day: `2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
  at: `2024-01-${String((index % 28) + 1).padStart(2, '0')}T10:00:00`,
  seq: 100 + index,
  epoch: 1_704_067_200 + index * 86_400,
  author: { id: (index % 4) + 1, name: `A${index % 4}` },
  tags: ['a', `t${index % 3}`],
}));
const AUTHORS = Array.from({ length: 4 }, (_, index) => ({ id: index + 1, name: `A${index}`, login: `a${index}` }));
const commentsOf = (post: number): readonly object[] =>
  Array.from({ length: post % 4 }, (_, index) => ({ id: post * 100 + index, body: `c${index}`, post }));

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface Api {
  readonly url: string;
  /** What was asked for since this was last called. */
  asked(): readonly Asked[];
  close(): void;
}

/** One loopback API that is paged in every way that dlt knows. */
export async function startApi(): Promise<Api> {
  const log: Asked[] = [];
  let url = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      log.push({ method: request.method ?? '', path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      answer(request, response, body, url);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  return { url, asked: () => log.splice(0), close: () => void (server.closeAllConnections(), server.close()) };
}

function answer(request: IncomingMessage, response: ServerResponse, body: string, base: string): void {
  const url = new URL(request.url ?? '/', base);
  const query = url.searchParams;
  const sent = body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {};
  const send = (value: unknown, headers: Record<string, string> = {}, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
  const rows = selected(query);
  const size = Math.min(10, Number(query.get('per_page') ?? query.get('limit') ?? query.get('page_size') ?? sent['limit'] ?? 10));
  const slice = (from: number): readonly object[] => rows.slice(from, from + size);
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const link = (params: Record<string, string | number>, path = url.pathname): string => {
    const next = new URL(path, base);
    for (const [key, value] of query) next.searchParams.set(key, value);
    for (const [key, value] of Object.entries(params)) next.searchParams.set(key, String(value));
    return next.href;
  };
  const [first = '', second, third] = parts;
  const page = Number(query.get('page') ?? query.get('p') ?? query.get('page_no') ?? sent['page'] ?? 0);
  const offset = Number(query.get('offset') ?? query.get('skip') ?? sent['offset'] ?? 0);
  switch (first) {
    case 'pages0':
      return send({
        items: slice(page * size),
        total: Math.ceil(rows.length / size),
        pages: Math.ceil(rows.length / size),
        count: rows.length,
      });
    case 'pages1':
      return send({
        data: { rows: slice((Math.max(1, page) - 1) * size) },
        total_pages: Math.ceil(rows.length / size),
        total: Math.ceil(rows.length / size),
        more: page * size < rows.length,
      });
    case 'offsets':
      return send({ items: slice(offset), total: rows.length, has_more: offset + size < rows.length, meta: { total: rows.length } });
    case 'notal':
      return send({ items: slice(offset) });
    case 'cursors': {
      const from = Number(query.get('cursor') ?? query.get('after') ?? sent['cursor'] ?? 0);
      const next = from + size < rows.length ? String(from + size) : null;
      return send({ items: slice(from), cursors: { next }, meta: { 'next-token': next }, more: next !== null });
    }
    case 'links': {
      const next = offset + size < rows.length ? link({ offset: offset + size }) : null;
      return send({ results: slice(offset), next, paging: { next }, '@odata.nextLink': next, count: rows.length });
    }
    case 'hlinks': {
      const next = offset + size < rows.length ? { link: `<${link({ offset: offset + size })}>; rel="next"` } : {};
      return send(slice(offset), next as Record<string, string>);
    }
    case 'hcursors': {
      const from = Number(query.get('cursor') ?? query.get('next') ?? 0);
      return send(slice(from), from + size < rows.length ? { 'x-next': String(from + size) } : {});
    }
    case 'all':
      return send({ items: rows });
    case 'bare':
      return send(rows);
    case 'envelope':
      return send({ status: 'ok', results: rows, warnings: [] });
    case 'deep':
      return send({ response: { docs: rows } });
    case 'byid':
      return send({ things: Object.fromEntries(rows.map((each) => [each.id, each])) });
    case 'authors':
      if (second === undefined) return send({ items: AUTHORS });
      if (third === undefined) return send(AUTHORS.find((each) => String(each.id) === second || each.login === second) ?? {}, {}, 200);
      return send({ items: rows.filter((each) => String(each.author.id) === second) });
    case 'posts':
      if (second === undefined) return send({ items: slice((Math.max(1, page) - 1) * size) });
      if (third === 'comments')
        return Number(second) === 7 ? send({ message: 'gone' }, {}, 404) : send({ items: commentsOf(Number(second)) });
      return send(rows.find((each) => String(each.id) === second) ?? {});
    case 'comments':
      return send({ items: commentsOf(Number(query.get('post') ?? sent['post'] ?? 1)) });
    case 'graphql': {
      const variables = (sent['variables'] ?? {}) as Record<string, unknown>;
      const from = Number(variables['after'] ?? 0);
      const next = from + 10 < rows.length;
      return send({
        data: { posts: { nodes: rows.slice(from, from + 10), pageInfo: { endCursor: String(from + 10), hasNextPage: next } } },
      });
    }
    case 'search': {
      const from = Number(sent['offset'] ?? 0);
      return send({ hits: rows.slice(from, from + 10), total: rows.length, asked: sent });
    }
    case 'token':
      return send({ access_token: 'granted-token', expires_in: 3600, token_type: 'bearer' });
    default:
      return send({ message: 'not found' }, {}, 404);
  }
}

/** The rows that the parameters ask for. */
function selected(query: URLSearchParams): typeof POSTS {
  const since = query.get('since');
  const until = query.get('until');
  const status = query.get('status');
  const order = query.get('order') ?? '';
  const at = (row: (typeof POSTS)[number], bound: string): string | number =>
    /^\d{9,}$/.test(bound) ? row.epoch : /^\d+$/.test(bound) ? row.seq : row.updated_at;
  const value = (bound: string): string | number =>
    /^\d+$/.test(bound) ? Number(bound) : bound.length === 10 ? `${bound}T00:00:00Z` : bound.replace('.000Z', 'Z');
  const rows = POSTS.filter(
    (row) =>
      (since === null || at(row, since) >= value(since)) &&
      (until === null || at(row, until) <= value(until)) &&
      (status === null || row.status === status),
  );
  return order === 'desc' ? [...rows].reverse() : rows;
}

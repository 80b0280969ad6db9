import { createHmac } from 'node:crypto';
import { serve, type Asked, type Loopback, type Reply } from '../../support/loopback.js';

/** What the API of these tests signs with: no error and no recording may show it. */
export const SECRET = 'canary-c0ffee-key';

/** A spec of an API that no declaration can read: for each kind of custom code that published connectors have, one oddity. */
export const DESK = {
  name: 'desk',
  config: { view: { type: 'string', description: 'Which view to read.', default: 'open' } },
  client: { base_url: 'https://api.example.com', auth: { type: 'api_key', name: 'x-key', location: 'header' } },
  resource_defaults: { primary_key: 'id' },
  resources: [
    {
      name: 'tickets',
      endpoint: { path: '/tickets', method: 'POST', json: { query: 'all' }, data_selector: 'result', paginator: { type: 'cursor' } },
      fields: { id: 'string', subject: 'string', tags: { type: 'array', items: 'string' } },
    },
    {
      name: 'notes',
      endpoint: { path: '/tickets/{resources.tickets.id}/notes', data_selector: 'notes' },
      fields: { id: 'integer', text: 'string' },
    },
  ],
};

/** Its hooks: all six. */
export const DESK_HOOKS = `
import type { ClientHooks, NotesHooks, TicketsHooks } from '../generated/desk/src/hook-types.js';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export const client = {
  async authenticate(request, { options }) {
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(options.apiKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(request.url.pathname + (request.body ?? '')));
    request.headers.delete('x-key');
    request.headers.set('x-signature', Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  },
} satisfies ClientHooks;

export const tickets = {
  // the cursor is two: it goes into the body, with the view
  request(request, { options }) {
    const [session, page] = (request.url.searchParams.get('cursor') ?? ':').split(':');
    request.url.search = '';
    request.body = JSON.stringify({ ...JSON.parse(request.body ?? '{}'), view: options.view, session: session || null, page: Number(page) });
  },
  select: (body) => (isObject(body) && isObject(body['by_id']) ? Object.entries(body['by_id']).map(([id, row]) => ({ id, ...Object(row) })) : []),
  next({ body, records }) {
    if (!isObject(body) || typeof body['session'] !== 'string' || typeof body['page'] !== 'number' || records.length === 0) return null;
    return { cursor: \`\${body['session']}:\${body['page'] + 1}\` };
  },
  filter: ({ subject }, { options }) => subject !== \`not \${options.view}\`,
  map: (ticket) => ({ ...ticket, subject: ticket.subject?.toUpperCase() ?? null }),
} satisfies TicketsHooks;

export const notes = {
  map: ({ id, text }, { parent }) => ({ ticket: parent.id, note: id, words: (text ?? '').split(' ') }),
} satisfies NotesHooks;
`;

/** Such an API: three pages of a session, then an empty one. It refuses what is not signed. */
export function serveDesk(more: (asked: Asked, index: number) => Reply | undefined = () => undefined): Promise<Loopback> {
  return serve((asked, index) => {
    const reply = more(asked, index);
    if (reply !== undefined) return reply;
    const signature = createHmac('sha256', SECRET)
      .update(asked.url.pathname + asked.body)
      .digest('hex');
    if (asked.headers['x-signature'] !== signature || 'x-key' in asked.headers) return { status: 401, body: { error: 'not signed' } };
    const [, ticket] = /^\/tickets\/(\w+)\/notes$/.exec(asked.url.pathname) ?? [];
    if (ticket !== undefined) return { body: { notes: [{ id: Number(ticket.slice(1)), text: `about ${ticket}` }] } };
    const sent: unknown = JSON.parse(asked.body);
    const { query, view, page, session } = Object(sent) as {
      readonly query?: unknown;
      readonly view?: unknown;
      readonly page?: unknown;
      readonly session?: unknown;
    };
    if (query !== 'all' || view !== 'open' || typeof page !== 'number' || page > 0 !== (session === 's1')) return { status: 400, body: {} };
    return {
      body: {
        session: 's1',
        page,
        by_id:
          page > 2 ? {} : { [`t${page}`]: { subject: `first of ${page}`, tags: [] }, [`u${page}`]: { subject: 'not open', tags: null } },
      },
    };
  });
}

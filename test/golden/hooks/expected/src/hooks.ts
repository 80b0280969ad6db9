// Code generated from spec.hooks.ts. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type {
  AgentsHooks,
  CallsHooks,
  ClientHooks,
  HookRequest,
  TicketsHooks,
} from './hook-types.ts';
import type { Ticket } from './records/ticket.ts';

interface FlatTicket {
  readonly id: string;
  readonly subject: string | null;
  readonly priority: string | null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export const tickets: import('./hook-types.ts').TicketsHookSet<FlatTicket> = {
  // the view goes into the body of a search, which the API takes for a GET
  request(request: HookRequest, { options }) {
    request.url.pathname = '/v2/search';
    request.headers.set('x-view', options.view);
  },

  // `{"data": {"t1": {...}, "t2": {...}}}`
  select(body) {
    const data = isObject(body) ? body['data'] : undefined;
    return Array.isArray(data) ? data : isObject(data) ? Object.entries(data).map(([id, each]) => Object.assign({ id }, each)) : [];
  },

  // two tokens make one cursor
  next({ body }) {
    if (!isObject(body) || !isObject(body['session']) || typeof body['session']['id'] !== 'string') return null;
    return { cursor: `${body['session']['id']}:${String(body['session']['page'])}` };
  },

  filter: (ticket) => ticket.subject !== 'spam',

  map({ id, subject, custom_fields }: Ticket): FlatTicket {
    return { id, subject, priority: custom_fields?.find((field) => field?.id === 7)?.value ?? null };
  },
} satisfies TicketsHooks;

export const agents: import('./hook-types.ts').AgentsHookSet = {
  filter: ({ spam }) => !spam,
  map: (agent) => ({ ...agent, id: agent.id.toLowerCase() }),
} satisfies AgentsHooks;

export const calls: import('./hook-types.ts').CallsHookSet = {
  async authenticate(request, { options, parent }) {
    const bytes = new TextEncoder().encode(`${options.apiKey} ${parent.id} ${request.url.pathname}`);
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    request.headers.set('x-signature', Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  },
} satisfies CallsHooks;

export const client: import('./hook-types.ts').ClientHookSet = {
  authenticate(request) {
    request.headers.set('x-client', 'tapwright');
  },
} satisfies ClientHooks;

import type { TicketsHooks } from '../generated/desk/src/hook-types.js';

export const tickets = {
  map: (ticket) => JSON.parse(ticket.subject ?? '{}'),
} satisfies TicketsHooks;

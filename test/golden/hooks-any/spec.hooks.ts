import type { TicketsHooks } from '../generated/desk/src/hook-types.ts';

export const tickets = {
  map: (ticket) => JSON.parse(ticket.subject ?? '{}'),
} satisfies TicketsHooks;

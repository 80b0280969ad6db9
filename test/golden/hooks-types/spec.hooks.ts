import type { TicketsHooks } from '../generated/desk/src/hook-types.ts';
import type { Ticket } from '../generated/desk/src/records/ticket.ts';
import { missing } from '../generated/desk/src/nowhere.ts';

export const tickets = {
  filter: (ticket: Ticket) => ticket.subjct !== null,
  map: (ticket) => missing(ticket.id),
  next: () => ({ page: 2 }),
} satisfies TicketsHooks;

const key = process.env['KEY']; // no browser has it

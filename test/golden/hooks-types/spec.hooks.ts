import type { TicketsHooks } from '../generated/desk/src/hook-types.js';
import type { Ticket } from '../generated/desk/src/records/ticket.js';
import { missing } from '../generated/desk/src/nowhere.js';

export const tickets = {
  filter: (ticket: Ticket) => ticket.subjct !== null,
  map: (ticket) => missing(ticket.id),
  next: () => ({ page: 2 }),
} satisfies TicketsHooks;

const key = process.env['KEY']; // no browser has it

import type { TicketsHooks } from '../generated/desk/src/hook-types.ts';

export const tickets = {
  next: ({ position }) => ({ offset: (position?.offset ?? 0) + 50 }),
} satisfies TicketsHooks;

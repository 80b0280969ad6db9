import type { TicketsHooks, HelpArticlesHooks } from '../generated/desk/src/hook-types.ts';

export const tickts = {} satisfies TicketsHooks;

export const tickets = {
  fliter: () => true,
};

export const helpArticles = {
  next: () => null,
} satisfies HelpArticlesHooks;

export const client = { map: () => ({}) };

export default {};

export function help_articles(): void {}

import type { TicketsHooks, HelpArticlesHooks } from '../generated/desk/src/hook-types.ts';

const shared = { filter: () => true };

export const tickets = { ...shared } satisfies TicketsHooks;

export const helpArticles: HelpArticlesHooks = {
  async map(article) {
    return article;
  },
};

// @ts-nocheck

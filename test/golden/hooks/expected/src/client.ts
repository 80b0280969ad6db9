// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { HookOptions } from './hook-types.ts';
import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { AgentsResource } from './resources/agents.ts';
import { CallsResource } from './resources/calls.ts';
import { TicketsResource } from './resources/tickets.ts';

/** What `new TicketsClient()` takes. */
export interface TicketsClientOptions extends HttpOptions, Credentials {
  /** Which view to read. Default: `open`. */
  readonly view?: string | undefined;
}

/** Tickets of a help desk. */
export class TicketsClient {
  /** What people asked. */
  readonly tickets: TicketsResource;
  /** Who answers. */
  readonly agents: AgentsResource;
  /** What each agent said. */
  readonly calls: CallsResource;

  constructor(given: TicketsClientOptions) {
    const options: HookOptions = { ...given, view: given.view ?? 'open' };
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.tickets = new TicketsResource(fetchPage, baseUrl, options);
    this.agents = new AgentsResource(fetchPage, baseUrl);
    this.calls = new CallsResource(fetchPage, baseUrl, this.agents, options);
  }
}

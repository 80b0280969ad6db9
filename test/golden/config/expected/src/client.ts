// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { TicketsResource } from './resources/tickets.ts';

/** What `new TicketsClient()` takes. */
export interface TicketsClientOptions extends HttpOptions {
  /** Whose tickets. */
  readonly workspace: string;
  /** Tickets from then on. */
  readonly since?: string | undefined;
  /** Which tickets. Default: `open`. */
  readonly state?: string | undefined;
  /** The option `page_size`. Default: `25`. */
  readonly pageSize?: number | undefined;
}

/** A typed connector for the tickets API. */
export class TicketsClient {
  readonly tickets: TicketsResource;

  constructor(options: TicketsClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.tickets = new TicketsResource(fetchPage, baseUrl, {
      workspace: options.workspace,
      since: options.since,
      state: options.state ?? 'open',
      pageSize: options.pageSize ?? 25,
    });
  }
}

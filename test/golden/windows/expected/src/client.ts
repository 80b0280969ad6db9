// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { AccountsResource } from './resources/accounts.ts';
import { DaysResource } from './resources/days.ts';
import { EventsResource } from './resources/events.ts';

/** What `new LedgerClient()` takes. */
export interface LedgerClientOptions extends HttpOptions {
  /** The option `start_date`. Default: `2026-01-31T00:00:00Z`. */
  readonly startDate?: string | undefined;
  /** What time it is, in milliseconds since 1970: where reads in windows end. Default: `Date.now`. */
  readonly wallClock?: () => number;
}

/** A typed connector for the ledger API. */
export class LedgerClient {
  readonly accounts: AccountsResource;
  readonly events: EventsResource;
  readonly days: DaysResource;

  constructor(options: LedgerClientOptions = {}) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    const wallClock = options.wallClock ?? Date.now;
    this.accounts = new AccountsResource(fetchPage, baseUrl);
    this.events = new EventsResource(fetchPage, baseUrl, wallClock, this.accounts, {
      startDate: options.startDate ?? '2026-01-31T00:00:00Z',
    });
    this.days = new DaysResource(fetchPage, baseUrl, wallClock);
  }
}

// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { AccountOverviewResource } from './resources/account-overview.ts';
import { AgentsOverviewResource } from './resources/agents-overview.ts';
import { CurrentQueueActivityResource } from './resources/current-queue-activity.ts';

/** What `new ContactCenterClient()` takes. */
export interface ContactCenterClientOptions extends HttpOptions, Credentials {
  /** Read what was taken from here on in the first run. */
  readonly startDate?: string | undefined;
  /** What time it is, in milliseconds since 1970: where reads in windows end. Default: `Date.now`. */
  readonly wallClock?: () => number;
}

/** Accounts, agents and queues of a contact center, as its analytics API reports them. */
export class ContactCenterClient {
  /** The state of an account at one moment. */
  readonly accountOverview: AccountOverviewResource;
  /** What one agent was doing at one moment. */
  readonly agentsOverview: AgentsOverviewResource;
  /** How busy one queue is right now. There is no history, so every read replaces the last. */
  readonly currentQueueActivity: CurrentQueueActivityResource;

  constructor(options: ContactCenterClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    const wallClock = options.wallClock ?? Date.now;
    this.accountOverview = new AccountOverviewResource(fetchPage, baseUrl, wallClock, { startDate: options.startDate });
    this.agentsOverview = new AgentsOverviewResource(fetchPage, baseUrl, wallClock, { startDate: options.startDate });
    this.currentQueueActivity = new CurrentQueueActivityResource(fetchPage, baseUrl);
  }
}

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { filledUrl, urlNamed } from './internal/filled-url.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ThingsResource } from './resources/things.ts';

/** What `new ChosenClient()` takes. */
export interface ChosenClientOptions extends HttpOptions, Credentials {
  /** Where the account is. One of `eu`, `us`. Default: `eu`. */
  readonly region?: string | undefined;
  /** The option `include_archived`. Default: `false`. */
  readonly includeArchived?: boolean | undefined;
}

/** A typed connector for the chosen API. */
export class ChosenClient {
  readonly things: ThingsResource;

  constructor(options: ChosenClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl =
      options.baseUrl ??
      filledUrl(
        urlNamed(
          options.region ?? 'eu',
          { eu: 'https://eu.example.com/v1', us: 'https://api.example.com/v1' },
          'region',
        ),
        'base_url',
      );
    this.things = new ThingsResource(fetchPage, baseUrl, { includeArchived: options.includeArchived ?? false });
  }
}

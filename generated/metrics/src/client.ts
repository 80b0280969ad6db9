// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/metrics.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { MetricsResource } from './resources/metrics.ts';

/** What `new MetricsClient()` takes. */
export interface MetricsClientOptions extends HttpOptions, Credentials {}

/** Measured values, from a third-party REST API. */
export class MetricsClient {
  /** A value that was measured. */
  readonly metrics: MetricsResource;

  constructor(options: MetricsClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.metrics = new MetricsResource(fetchPage, baseUrl);
  }
}

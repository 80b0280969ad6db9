// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ClassResource } from './resources/class.ts';

/** What `new OddNamesClient()` takes. */
export interface OddNamesClientOptions extends HttpOptions {}

/** A typed connector for the odd_names API. */
export class OddNamesClient {
  readonly class: ClassResource;

  constructor(options: OddNamesClientOptions = {}) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.class = new ClassResource(fetchPage, baseUrl);
  }
}

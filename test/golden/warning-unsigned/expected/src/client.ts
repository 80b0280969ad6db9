// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { MessagesResource } from './resources/messages.ts';

/** What `new QueueClient()` takes. */
export interface QueueClientOptions extends HttpOptions, Credentials {}

/** A typed connector for the queue API. */
export class QueueClient {
  readonly messages: MessagesResource;

  constructor(options: QueueClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.messages = new MessagesResource(fetchPage, baseUrl);
  }
}

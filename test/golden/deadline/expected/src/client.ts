// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { NotesResource } from './resources/notes.ts';
import { PartsResource } from './resources/parts.ts';
import { ThingsResource } from './resources/things.ts';

/** What `new HastyClient()` takes. */
export interface HastyClientOptions extends HttpOptions {}

/** A typed connector for the hasty API. */
export class HastyClient {
  readonly things: ThingsResource;
  readonly parts: PartsResource;
  readonly notes: NotesResource;

  constructor(options: HastyClientOptions = {}) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    const now = options.now ?? (() => performance.now());
    this.things = new ThingsResource(fetchPage, baseUrl, now);
    this.parts = new PartsResource(fetchPage, baseUrl, now, this.things);
    this.notes = new NotesResource(fetchPage, baseUrl, this.things);
  }
}

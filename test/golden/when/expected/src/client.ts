// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { ArchivedResource } from './resources/archived.ts';
import { NotesResource } from './resources/notes.ts';
import { PreviewsResource } from './resources/previews.ts';
import { ProjectsResource } from './resources/projects.ts';

/** What `new KeptClient()` takes. */
export interface KeptClientOptions extends HttpOptions, Credentials {
  /** Whether archived projects are read. Default: `false`. */
  readonly includeArchived?: boolean | undefined;
  /** The option `plan`. */
  readonly plan?: string | undefined;
}

/** A typed connector for the kept API. */
export class KeptClient {
  readonly projects: ProjectsResource;
  readonly archived: ArchivedResource;
  readonly notes: NotesResource;
  readonly previews: PreviewsResource;

  constructor(options: KeptClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.example.com';
    this.projects = new ProjectsResource(fetchPage, baseUrl);
    this.archived = new ArchivedResource(fetchPage, baseUrl, { includeArchived: options.includeArchived ?? false });
    this.notes = new NotesResource(fetchPage, baseUrl, this.archived);
    this.previews = new PreviewsResource(fetchPage, baseUrl, { plan: options.plan });
  }
}

// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { Credentials } from './internal/auth.ts';
import { createFetchPage, type HttpOptions } from './internal/http.ts';
import { IssuesResource } from './resources/issues.ts';

/** What `new GithubIssuesClient()` takes. */
export interface GithubIssuesClientOptions extends HttpOptions, Credentials {
  /** Account that owns the repository. */
  readonly owner: string;
  /** Name of the repository. */
  readonly repo: string;
  /** Issues in one page, 100 at most. Default: `100`. */
  readonly pageSize?: number | undefined;
}

/** Issues of a GitHub repository, from the REST API of GitHub. */
export class GithubIssuesClient {
  /** An issue, or a pull request, which is an issue with code. */
  readonly issues: IssuesResource;

  constructor(options: GithubIssuesClientOptions) {
    const fetchPage = createFetchPage(options);
    const baseUrl = options.baseUrl ?? 'https://api.github.com';
    this.issues = new IssuesResource(fetchPage, baseUrl, {
      owner: options.owner,
      repo: options.repo,
      pageSize: options.pageSize ?? 100,
    });
  }
}

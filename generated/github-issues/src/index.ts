// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/github-issues.yaml

export { GithubIssuesClient, type GithubIssuesClientOptions } from './client.js';
export {
  GithubIssuesError,
  GithubIssuesHttpError,
  GithubIssuesRateLimitedError,
  GithubIssuesNetworkError,
  GithubIssuesTimeoutError,
  GithubIssuesResponseError,
  GithubIssuesPaginationError,
  GithubIssuesStateError,
  GithubIssuesRecordError,
  type GithubIssuesErrorCode,
} from './errors.js';
export {
  type Issue,
  type IssueLabel,
  type IssueMilestone,
  type IssueReactions,
  type IssuePullRequest,
  extraIssueFields,
  issueSchema,
} from './records/issue.js';
export { type User, extraUserFields, userSchema } from './records/user.js';
export { type Instant, instantOf } from './instants.js';
export { type IssuesResource, type IssuesPage, type IssuesReadOptions, type IssuesState } from './resources/issues.js';

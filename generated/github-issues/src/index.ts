// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

export { GithubIssuesClient, type GithubIssuesClientOptions } from './client.ts';
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
} from './errors.ts';
export {
  type Issue,
  type IssueLabel,
  type IssueMilestone,
  type IssueReactions,
  type IssuePullRequest,
  extraIssueFields,
  issueSchema,
} from './records/issue.ts';
export { type User, extraUserFields, userSchema } from './records/user.ts';
export { type Instant, instantOf } from './internal/instants.ts';
export type {
  IssuesResource,
  IssuesPage,
  IssuesReadOptions,
  IssuesSplit,
  IssuesSplitOptions,
  IssuesState,
} from './resources/issues.ts';

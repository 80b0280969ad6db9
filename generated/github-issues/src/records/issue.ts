// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { INSTANT, URI, isObject } from '../internal/checks.ts';
import { GithubIssuesRecordError, type ReadPosition } from '../errors.ts';
import { issueJsonSchema } from '../json-schemas/issue.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';
import { checkUser, type User } from './user.ts';

/** An issue, or a pull request, which is an issue with code. */
export interface Issue {
  /** Unique id among all issues of GitHub. */
  readonly id: number;
  /** Id in the GraphQL API. */
  readonly node_id: string;
  /** Number in the repository. At least 1. */
  readonly number: number;
  /** The headline. */
  readonly title: string;
  /** The text in Markdown; null when there is none. */
  readonly body: string | null;
  /** Whether it is done. */
  readonly state: 'open' | 'closed';
  /** Why it is in that state. */
  readonly state_reason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | (string & {}) | null;
  /** Whether only collaborators may comment. */
  readonly locked: boolean;
  /** Why it is locked. */
  readonly active_lock_reason: string | null;
  /** Who opened it; null when the account is gone. */
  readonly user: User | null;
  /** The first of the assignees. */
  readonly assignee: User | null;
  /** Who works on it. */
  readonly assignees: readonly User[];
  /** Its labels. */
  readonly labels: readonly IssueLabel[];
  /** The milestone it belongs to. */
  readonly milestone: IssueMilestone | null;
  /** How many comments it has. At least 0. */
  readonly comments: number;
  /** How people reacted to it. */
  readonly reactions: IssueReactions;
  /** Only there when it is a pull request. */
  readonly pull_request?: IssuePullRequest;
  /** How its author stands to the repository. */
  readonly author_association:
    | 'COLLABORATOR'
    | 'CONTRIBUTOR'
    | 'FIRST_TIMER'
    | 'FIRST_TIME_CONTRIBUTOR'
    | 'MANNEQUIN'
    | 'MEMBER'
    | 'NONE'
    | 'OWNER'
    | (string & {});
  /** The page of the issue. */
  readonly html_url: string;
  /** When it was opened. An ISO 8601 instant. */
  readonly created_at: string;
  /** When it last changed. An ISO 8601 instant. */
  readonly updated_at: string;
  /** When it was closed; null while it is open. An ISO 8601 instant. */
  readonly closed_at: string | null;
}

export interface IssueLabel {
  /** Unique id. */
  readonly id: number;
  /** What it says. */
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string | null;
  /** What it is for. */
  readonly description: string | null;
}

export interface IssueMilestone {
  /** Unique id. */
  readonly id: number;
  /** Number in the repository. */
  readonly number: number;
  /** The headline. */
  readonly title: string;
  /** When it is due. An ISO 8601 instant. */
  readonly due_on: string | null;
}

export interface IssueReactions {
  /** All reactions together. At least 0. */
  readonly total_count: number;
  /** At least 0. */
  readonly '+1': number;
  /** At least 0. */
  readonly '-1': number;
  /** At least 0. */
  readonly laugh: number;
  /** At least 0. */
  readonly hooray: number;
  /** At least 0. */
  readonly confused: number;
  /** At least 0. */
  readonly heart: number;
  /** At least 0. */
  readonly rocket: number;
  /** At least 0. */
  readonly eyes: number;
}

export interface IssuePullRequest {
  /** The page of the pull request. */
  readonly html_url: string;
  /** When it was merged. An ISO 8601 instant. */
  readonly merged_at: string | null;
}

/**
 * Returns `issue` as an {@link Issue}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link GithubIssuesRecordError} that names the field.
 */
export function decodeIssue(issue: unknown, place: ReadPosition): Issue {
  if (!isObject<keyof Issue>(issue)) throw new GithubIssuesRecordError(place, '', 'an object', issue);
  if (!Number.isSafeInteger(issue.id)) throw new GithubIssuesRecordError(place, 'id', 'a safe integer', issue.id);
  if (typeof issue.node_id !== 'string') {
    throw new GithubIssuesRecordError(place, 'node_id', 'a string', issue.node_id);
  }
  if (typeof issue.number !== 'number' || !Number.isSafeInteger(issue.number) || issue.number < 1) {
    throw new GithubIssuesRecordError(place, 'number', 'a safe integer of at least 1', issue.number);
  }
  if (typeof issue.title !== 'string') throw new GithubIssuesRecordError(place, 'title', 'a string', issue.title);
  issue.body ??= null;
  if (issue.body !== null && typeof issue.body !== 'string') {
    throw new GithubIssuesRecordError(place, 'body', 'a string or null', issue.body);
  }
  if (issue.state !== 'open' && issue.state !== 'closed') {
    throw new GithubIssuesRecordError(place, 'state', '"open" | "closed"', issue.state);
  }
  issue.state_reason ??= null;
  if (issue.state_reason !== null && typeof issue.state_reason !== 'string') {
    throw new GithubIssuesRecordError(place, 'state_reason', 'a string or null', issue.state_reason);
  }
  if (typeof issue.locked !== 'boolean') {
    throw new GithubIssuesRecordError(place, 'locked', 'true or false', issue.locked);
  }
  issue.active_lock_reason ??= null;
  if (issue.active_lock_reason !== null && typeof issue.active_lock_reason !== 'string') {
    throw new GithubIssuesRecordError(place, 'active_lock_reason', 'a string or null', issue.active_lock_reason);
  }
  const user = (issue.user ??= null);
  if (user !== null) {
    if (!isObject<keyof User>(user)) throw new GithubIssuesRecordError(place, 'user', 'an object or null', user);
    checkUser(user, place, 'user.');
  }
  const assignee = (issue.assignee ??= null);
  if (assignee !== null) {
    if (!isObject<keyof User>(assignee)) {
      throw new GithubIssuesRecordError(place, 'assignee', 'an object or null', assignee);
    }
    checkUser(assignee, place, 'assignee.');
  }
  const assignees = issue.assignees;
  if (!Array.isArray(assignees)) throw new GithubIssuesRecordError(place, 'assignees', 'an array', assignees);
  for (let index2 = 0; index2 < assignees.length; index2++) {
    const assignee2: unknown = assignees[index2];
    if (!isObject<keyof User>(assignee2)) {
      throw new GithubIssuesRecordError(place, `assignees[${index2}]`, 'an object', assignee2);
    }
    checkUser(assignee2, place, `assignees[${index2}].`);
  }
  const labels = issue.labels;
  if (!Array.isArray(labels)) throw new GithubIssuesRecordError(place, 'labels', 'an array', labels);
  for (let index2 = 0; index2 < labels.length; index2++) {
    const label: unknown = labels[index2];
    if (!isObject<keyof IssueLabel>(label)) {
      throw new GithubIssuesRecordError(place, `labels[${index2}]`, 'an object', label);
    }
    if (!Number.isSafeInteger(label.id)) {
      throw new GithubIssuesRecordError(place, `labels[${index2}].id`, 'a safe integer', label.id);
    }
    if (typeof label.name !== 'string') {
      throw new GithubIssuesRecordError(place, `labels[${index2}].name`, 'a string', label.name);
    }
    label.color ??= null;
    if (label.color !== null && typeof label.color !== 'string') {
      throw new GithubIssuesRecordError(place, `labels[${index2}].color`, 'a string or null', label.color);
    }
    label.description ??= null;
    if (label.description !== null && typeof label.description !== 'string') {
      throw new GithubIssuesRecordError(place, `labels[${index2}].description`, 'a string or null', label.description);
    }
  }
  const milestone = (issue.milestone ??= null);
  if (milestone !== null) {
    if (!isObject<keyof IssueMilestone>(milestone)) {
      throw new GithubIssuesRecordError(place, 'milestone', 'an object or null', milestone);
    }
    if (!Number.isSafeInteger(milestone.id)) {
      throw new GithubIssuesRecordError(place, 'milestone.id', 'a safe integer', milestone.id);
    }
    if (!Number.isSafeInteger(milestone.number)) {
      throw new GithubIssuesRecordError(place, 'milestone.number', 'a safe integer', milestone.number);
    }
    if (typeof milestone.title !== 'string') {
      throw new GithubIssuesRecordError(place, 'milestone.title', 'a string', milestone.title);
    }
    milestone.due_on ??= null;
    if (milestone.due_on !== null && (typeof milestone.due_on !== 'string' || !INSTANT.test(milestone.due_on))) {
      throw new GithubIssuesRecordError(place, 'milestone.due_on', 'an ISO 8601 instant or null', milestone.due_on);
    }
  }
  if (typeof issue.comments !== 'number' || !Number.isSafeInteger(issue.comments) || issue.comments < 0) {
    throw new GithubIssuesRecordError(place, 'comments', 'a safe integer of at least 0', issue.comments);
  }
  const reactions = issue.reactions;
  if (!isObject<keyof IssueReactions>(reactions)) {
    throw new GithubIssuesRecordError(place, 'reactions', 'an object', reactions);
  }
  if (
    typeof reactions.total_count !== 'number' ||
    !Number.isSafeInteger(reactions.total_count) ||
    reactions.total_count < 0
  ) {
    throw new GithubIssuesRecordError(
      place,
      'reactions.total_count',
      'a safe integer of at least 0',
      reactions.total_count,
    );
  }
  if (typeof reactions['+1'] !== 'number' || !Number.isSafeInteger(reactions['+1']) || reactions['+1'] < 0) {
    throw new GithubIssuesRecordError(place, 'reactions["+1"]', 'a safe integer of at least 0', reactions['+1']);
  }
  if (typeof reactions['-1'] !== 'number' || !Number.isSafeInteger(reactions['-1']) || reactions['-1'] < 0) {
    throw new GithubIssuesRecordError(place, 'reactions["-1"]', 'a safe integer of at least 0', reactions['-1']);
  }
  if (typeof reactions.laugh !== 'number' || !Number.isSafeInteger(reactions.laugh) || reactions.laugh < 0) {
    throw new GithubIssuesRecordError(place, 'reactions.laugh', 'a safe integer of at least 0', reactions.laugh);
  }
  if (typeof reactions.hooray !== 'number' || !Number.isSafeInteger(reactions.hooray) || reactions.hooray < 0) {
    throw new GithubIssuesRecordError(place, 'reactions.hooray', 'a safe integer of at least 0', reactions.hooray);
  }
  if (typeof reactions.confused !== 'number' || !Number.isSafeInteger(reactions.confused) || reactions.confused < 0) {
    throw new GithubIssuesRecordError(place, 'reactions.confused', 'a safe integer of at least 0', reactions.confused);
  }
  if (typeof reactions.heart !== 'number' || !Number.isSafeInteger(reactions.heart) || reactions.heart < 0) {
    throw new GithubIssuesRecordError(place, 'reactions.heart', 'a safe integer of at least 0', reactions.heart);
  }
  if (typeof reactions.rocket !== 'number' || !Number.isSafeInteger(reactions.rocket) || reactions.rocket < 0) {
    throw new GithubIssuesRecordError(place, 'reactions.rocket', 'a safe integer of at least 0', reactions.rocket);
  }
  if (typeof reactions.eyes !== 'number' || !Number.isSafeInteger(reactions.eyes) || reactions.eyes < 0) {
    throw new GithubIssuesRecordError(place, 'reactions.eyes', 'a safe integer of at least 0', reactions.eyes);
  }
  const pullRequest = issue.pull_request;
  if (pullRequest !== undefined) {
    if (!isObject<keyof IssuePullRequest>(pullRequest)) {
      throw new GithubIssuesRecordError(place, 'pull_request', 'an object', pullRequest);
    }
    if (typeof pullRequest.html_url !== 'string') {
      throw new GithubIssuesRecordError(place, 'pull_request.html_url', 'a string', pullRequest.html_url);
    }
    pullRequest.merged_at ??= null;
    if (
      pullRequest.merged_at !== null &&
      (typeof pullRequest.merged_at !== 'string' || !INSTANT.test(pullRequest.merged_at))
    ) {
      throw new GithubIssuesRecordError(
        place,
        'pull_request.merged_at',
        'an ISO 8601 instant or null',
        pullRequest.merged_at,
      );
    }
  }
  if (typeof issue.author_association !== 'string') {
    throw new GithubIssuesRecordError(place, 'author_association', 'a string', issue.author_association);
  }
  if (typeof issue.html_url !== 'string' || !URI.test(issue.html_url)) {
    throw new GithubIssuesRecordError(place, 'html_url', 'an absolute URI', issue.html_url);
  }
  if (typeof issue.created_at !== 'string' || !INSTANT.test(issue.created_at)) {
    throw new GithubIssuesRecordError(place, 'created_at', 'an ISO 8601 instant', issue.created_at);
  }
  if (typeof issue.updated_at !== 'string' || !INSTANT.test(issue.updated_at)) {
    throw new GithubIssuesRecordError(place, 'updated_at', 'an ISO 8601 instant', issue.updated_at);
  }
  issue.closed_at ??= null;
  if (issue.closed_at !== null && (typeof issue.closed_at !== 'string' || !INSTANT.test(issue.closed_at))) {
    throw new GithubIssuesRecordError(place, 'closed_at', 'an ISO 8601 instant or null', issue.closed_at);
  }
  return issue as Issue; // every field was checked above
}

/** What an {@link Issue} has beyond its declared fields: it passes as it came. */
export function extraIssueFields({
  id,
  node_id,
  number: _2,
  title,
  body,
  state,
  state_reason,
  locked,
  active_lock_reason,
  user,
  assignee,
  assignees,
  labels,
  milestone,
  comments,
  reactions,
  pull_request,
  author_association,
  html_url,
  created_at,
  updated_at,
  closed_at,
  ...extra
}: Issue): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Issue} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const issueSchema: StandardSchema<Issue> = /* @__PURE__ */ standardSchema(decodeIssue, 'issue', issueJsonSchema);

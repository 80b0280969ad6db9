// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { expect, expectTypeOf, test } from 'vitest';
import { userSchema } from '../src/index.ts';
import type { Issue, IssueLabel, IssueMilestone, IssueReactions, IssuePullRequest, User } from '../src/index.ts';

test('types of Issue', () => {
  expectTypeOf<Pick<Issue, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<Issue, 'node_id'>>().toEqualTypeOf<{ readonly node_id: string }>();
  expectTypeOf<Pick<Issue, 'number'>>().toEqualTypeOf<{ readonly number: number }>();
  expectTypeOf<Pick<Issue, 'title'>>().toEqualTypeOf<{ readonly title: string }>();
  expectTypeOf<Pick<Issue, 'body'>>().toEqualTypeOf<{ readonly body: string | null }>();
  expectTypeOf<Pick<Issue, 'state'>>().toEqualTypeOf<{ readonly state: 'open' | 'closed' }>();
  expectTypeOf<Pick<Issue, 'state_reason'>>().toEqualTypeOf<{
    readonly state_reason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | (string & {}) | null;
  }>();
  expectTypeOf<Pick<Issue, 'locked'>>().toEqualTypeOf<{ readonly locked: boolean }>();
  expectTypeOf<Pick<Issue, 'active_lock_reason'>>().toEqualTypeOf<{ readonly active_lock_reason: string | null }>();
  expectTypeOf<Pick<Issue, 'user'>>().toEqualTypeOf<{ readonly user: User | null }>();
  expectTypeOf<Pick<Issue, 'assignee'>>().toEqualTypeOf<{ readonly assignee: User | null }>();
  expectTypeOf<Pick<Issue, 'assignees'>>().toEqualTypeOf<{ readonly assignees: readonly User[] }>();
  expectTypeOf<Pick<Issue, 'labels'>>().toEqualTypeOf<{ readonly labels: readonly IssueLabel[] }>();
  expectTypeOf<Pick<Issue, 'milestone'>>().toEqualTypeOf<{ readonly milestone: IssueMilestone | null }>();
  expectTypeOf<Pick<Issue, 'comments'>>().toEqualTypeOf<{ readonly comments: number }>();
  expectTypeOf<Pick<Issue, 'reactions'>>().toEqualTypeOf<{ readonly reactions: IssueReactions }>();
  expectTypeOf<Pick<Issue, 'pull_request'>>().toEqualTypeOf<{ readonly pull_request?: IssuePullRequest }>();
  expectTypeOf<Pick<Issue, 'author_association'>>().toEqualTypeOf<{
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
  }>();
  expectTypeOf<Pick<Issue, 'html_url'>>().toEqualTypeOf<{ readonly html_url: string }>();
  expectTypeOf<Pick<Issue, 'created_at'>>().toEqualTypeOf<{ readonly created_at: string }>();
  expectTypeOf<Pick<Issue, 'updated_at'>>().toEqualTypeOf<{ readonly updated_at: string }>();
  expectTypeOf<Pick<Issue, 'closed_at'>>().toEqualTypeOf<{ readonly closed_at: string | null }>();
  expectTypeOf<Pick<IssueLabel, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<IssueLabel, 'name'>>().toEqualTypeOf<{ readonly name: string }>();
  expectTypeOf<Pick<IssueLabel, 'color'>>().toEqualTypeOf<{ readonly color: string | null }>();
  expectTypeOf<Pick<IssueLabel, 'description'>>().toEqualTypeOf<{ readonly description: string | null }>();
  expectTypeOf<Pick<IssueMilestone, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<IssueMilestone, 'number'>>().toEqualTypeOf<{ readonly number: number }>();
  expectTypeOf<Pick<IssueMilestone, 'title'>>().toEqualTypeOf<{ readonly title: string }>();
  expectTypeOf<Pick<IssueMilestone, 'due_on'>>().toEqualTypeOf<{ readonly due_on: string | null }>();
  expectTypeOf<Pick<IssueReactions, 'total_count'>>().toEqualTypeOf<{ readonly total_count: number }>();
  expectTypeOf<Pick<IssueReactions, '+1'>>().toEqualTypeOf<{ readonly '+1': number }>();
  expectTypeOf<Pick<IssueReactions, '-1'>>().toEqualTypeOf<{ readonly '-1': number }>();
  expectTypeOf<Pick<IssueReactions, 'laugh'>>().toEqualTypeOf<{ readonly laugh: number }>();
  expectTypeOf<Pick<IssueReactions, 'hooray'>>().toEqualTypeOf<{ readonly hooray: number }>();
  expectTypeOf<Pick<IssueReactions, 'confused'>>().toEqualTypeOf<{ readonly confused: number }>();
  expectTypeOf<Pick<IssueReactions, 'heart'>>().toEqualTypeOf<{ readonly heart: number }>();
  expectTypeOf<Pick<IssueReactions, 'rocket'>>().toEqualTypeOf<{ readonly rocket: number }>();
  expectTypeOf<Pick<IssueReactions, 'eyes'>>().toEqualTypeOf<{ readonly eyes: number }>();
  expectTypeOf<Pick<IssuePullRequest, 'html_url'>>().toEqualTypeOf<{ readonly html_url: string }>();
  expectTypeOf<Pick<IssuePullRequest, 'merged_at'>>().toEqualTypeOf<{ readonly merged_at: string | null }>();
});

test('types of User', () => {
  expectTypeOf<Pick<User, 'id'>>().toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf<Pick<User, 'node_id'>>().toEqualTypeOf<{ readonly node_id: string }>();
  expectTypeOf<Pick<User, 'login'>>().toEqualTypeOf<{ readonly login: string }>();
  expectTypeOf<Pick<User, 'type'>>().toEqualTypeOf<{
    readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | (string & {});
  }>();
  expectTypeOf<Pick<User, 'site_admin'>>().toEqualTypeOf<{ readonly site_admin: boolean }>();
  expectTypeOf<Pick<User, 'avatar_url'>>().toEqualTypeOf<{ readonly avatar_url: string }>();
  expectTypeOf<Pick<User, 'html_url'>>().toEqualTypeOf<{ readonly html_url: string }>();
});

test('a value that is no User', () => {
  for (const value of [null, 7, 'text', []]) {
    expect(userSchema['~standard'].validate(value)).toEqual({ issues: [{ message: 'expected an object', path: [] }] });
  }
});

// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { isObject } from '../internal/checks.ts';
import { GithubIssuesRecordError, type ReadPosition } from '../errors.ts';
import { userJsonSchema } from '../json-schemas/user.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** An account on GitHub. */
export interface User {
  /** Unique id. */
  readonly id: number;
  /** Id in the GraphQL API. */
  readonly node_id: string;
  /** The name in URLs and mentions. */
  readonly login: string;
  /** What kind of account it is. */
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin' | (string & {});
  /** Whether the person works at GitHub. */
  readonly site_admin: boolean;
  /** The picture. */
  readonly avatar_url: string;
  /** The page of the account. */
  readonly html_url: string;
}

/**
 * Returns `user` as a {@link User}: checked.
 *
 * @throws {@link GithubIssuesRecordError} that names the field.
 */
export function decodeUser(user: unknown, place: ReadPosition): User {
  if (!isObject<keyof User>(user)) throw new GithubIssuesRecordError(place, '', 'an object', user);
  checkUser(user, place, '');
  return user as User; // every field was checked above
}

/** Checks the fields of a {@link User}. `prefix` is the path to it, with a dot at its end. */
export function checkUser(user: Record<keyof User, unknown>, place: ReadPosition, prefix: string): void {
  if (!Number.isSafeInteger(user.id)) {
    throw new GithubIssuesRecordError(place, `${prefix}id`, 'a safe integer', user.id);
  }
  if (typeof user.node_id !== 'string') {
    throw new GithubIssuesRecordError(place, `${prefix}node_id`, 'a string', user.node_id);
  }
  if (typeof user.login !== 'string') {
    throw new GithubIssuesRecordError(place, `${prefix}login`, 'a string', user.login);
  }
  if (typeof user.type !== 'string') {
    throw new GithubIssuesRecordError(place, `${prefix}type`, 'a string', user.type);
  }
  if (typeof user.site_admin !== 'boolean') {
    throw new GithubIssuesRecordError(place, `${prefix}site_admin`, 'true or false', user.site_admin);
  }
  if (typeof user.avatar_url !== 'string') {
    throw new GithubIssuesRecordError(place, `${prefix}avatar_url`, 'a string', user.avatar_url);
  }
  if (typeof user.html_url !== 'string') {
    throw new GithubIssuesRecordError(place, `${prefix}html_url`, 'a string', user.html_url);
  }
}

/** What a {@link User} has beyond its declared fields: it passes as it came. */
export function extraUserFields({
  id,
  node_id,
  login,
  type: _3,
  site_admin,
  avatar_url,
  html_url,
  ...extra
}: User): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link User} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const userSchema: StandardSchema<User> = /* @__PURE__ */ standardSchema(decodeUser, 'user', userJsonSchema);

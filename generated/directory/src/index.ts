// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

export { DirectoryClient, type DirectoryClientOptions } from './client.ts';
export {
  DirectoryError,
  DirectoryHttpError,
  DirectoryRateLimitedError,
  DirectoryNetworkError,
  DirectoryTimeoutError,
  DirectoryResponseError,
  DirectoryAuthError,
  DirectoryPaginationError,
  DirectoryStateError,
  DirectoryRecordError,
  type DirectoryErrorCode,
} from './errors.ts';
export { type Person, extraPersonFields, personSchema } from './records/person.ts';
export { type Instant, instantOf } from './internal/instants.ts';
export type { PeopleResource, PeoplePage, PeopleReadOptions, PeopleState } from './resources/people.ts';

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

export { AcmeClient, type AcmeClientOptions } from './client.ts';
export {
  AcmeError,
  AcmeHttpError,
  AcmeRateLimitedError,
  AcmeNetworkError,
  AcmeTimeoutError,
  AcmeResponseError,
  AcmeStateError,
  AcmeRecordError,
  type AcmeErrorCode,
} from './errors.ts';
export { type User, extraUserFields, userSchema } from './records/user.ts';
export type { UsersResource, UsersPage, UsersReadOptions, UsersState } from './resources/users.ts';

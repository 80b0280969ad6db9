// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

export { ActivityClient, type ActivityClientOptions } from './client.ts';
export {
  ActivityError,
  ActivityHttpError,
  ActivityRateLimitedError,
  ActivityNetworkError,
  ActivityTimeoutError,
  ActivityResponseError,
  ActivityPaginationError,
  ActivityStateError,
  ActivityRecordError,
  type ActivityErrorCode,
} from './errors.ts';
export { type Activity, extraActivityFields, activitySchema } from './records/activity.ts';
export { type Instant, instantOf } from './internal/instants.ts';
export type {
  ActivitiesResource,
  ActivitiesPage,
  ActivitiesReadOptions,
  ActivitiesState,
} from './resources/activities.ts';

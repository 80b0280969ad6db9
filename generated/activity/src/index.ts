// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/activity.yaml

export { ActivityClient, type ActivityClientOptions } from './client.js';
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
} from './errors.js';
export { type Activity, extraActivityFields, activitySchema } from './records/activity.js';
export { type Instant, instantOf } from './instants.js';
export {
  type ActivitiesResource,
  type ActivitiesPage,
  type ActivitiesReadOptions,
  type ActivitiesState,
} from './resources/activities.js';

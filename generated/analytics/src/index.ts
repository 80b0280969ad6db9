// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/analytics.yaml

export { AnalyticsClient, type AnalyticsClientOptions } from './client.js';
export {
  AnalyticsError,
  AnalyticsHttpError,
  AnalyticsRateLimitedError,
  AnalyticsNetworkError,
  AnalyticsTimeoutError,
  AnalyticsResponseError,
  AnalyticsPaginationError,
  AnalyticsStateError,
  AnalyticsRecordError,
  type AnalyticsErrorCode,
} from './errors.js';
export { type Event, extraEventFields, eventSchema } from './records/event.js';
export { type ActiveUser, extraActiveUserFields, activeUserSchema } from './records/active-user.js';
export { type Annotation, extraAnnotationFields, annotationSchema } from './records/annotation.js';
export { type Cohort, type CohortOwner, extraCohortFields, cohortSchema } from './records/cohort.js';
export { type EventsList, extraEventsListFields, eventsListSchema } from './records/events-list.js';
export { type Instant, instantOf } from './instants.js';
export { type EventsResource, type EventsPage, type EventsReadOptions, type EventsState } from './resources/events.js';
export {
  type ActiveUsersResource,
  type ActiveUsersPage,
  type ActiveUsersReadOptions,
  type ActiveUsersState,
} from './resources/active-users.js';
export {
  type AnnotationsResource,
  type AnnotationsPage,
  type AnnotationsReadOptions,
  type AnnotationsState,
} from './resources/annotations.js';
export {
  type CohortsResource,
  type CohortsPage,
  type CohortsReadOptions,
  type CohortsState,
} from './resources/cohorts.js';
export {
  type EventsListResource,
  type EventsListPage,
  type EventsListReadOptions,
  type EventsListState,
} from './resources/events-list.js';

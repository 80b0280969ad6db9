// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

export { AnalyticsClient, type AnalyticsClientOptions } from './client.ts';
export {
  AnalyticsError,
  AnalyticsHttpError,
  AnalyticsRateLimitedError,
  AnalyticsNetworkError,
  AnalyticsTimeoutError,
  AnalyticsResponseError,
  AnalyticsPaginationError,
  AnalyticsStateError,
  AnalyticsOptionError,
  AnalyticsRecordError,
  type AnalyticsErrorCode,
} from './errors.ts';
export { type Event, extraEventFields, eventSchema } from './records/event.ts';
export { type ActiveUser, extraActiveUserFields, activeUserSchema } from './records/active-user.ts';
export { type Annotation, extraAnnotationFields, annotationSchema } from './records/annotation.ts';
export { type Cohort, type CohortOwner, extraCohortFields, cohortSchema } from './records/cohort.ts';
export { type EventsList, extraEventsListFields, eventsListSchema } from './records/events-list.ts';
export { type Instant, instantOf } from './internal/instants.ts';
export { type EventsResource, type EventsPage, type EventsReadOptions, type EventsState } from './resources/events.ts';
export {
  type ActiveUsersResource,
  type ActiveUsersPage,
  type ActiveUsersReadOptions,
  type ActiveUsersState,
} from './resources/active-users.ts';
export {
  type AnnotationsResource,
  type AnnotationsPage,
  type AnnotationsReadOptions,
  type AnnotationsState,
} from './resources/annotations.ts';
export {
  type CohortsResource,
  type CohortsPage,
  type CohortsReadOptions,
  type CohortsState,
} from './resources/cohorts.ts';
export {
  type EventsListResource,
  type EventsListPage,
  type EventsListReadOptions,
  type EventsListState,
} from './resources/events-list.ts';

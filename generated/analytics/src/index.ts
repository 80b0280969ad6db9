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
export type { EventsResource, EventsPage, EventsReadOptions, EventsState } from './resources/events.ts';
export type {
  ActiveUsersResource,
  ActiveUsersPage,
  ActiveUsersReadOptions,
  ActiveUsersState,
} from './resources/active-users.ts';
export type {
  AnnotationsResource,
  AnnotationsPage,
  AnnotationsReadOptions,
  AnnotationsState,
} from './resources/annotations.ts';
export type { CohortsResource, CohortsPage, CohortsReadOptions, CohortsState } from './resources/cohorts.ts';
export type {
  EventsListResource,
  EventsListPage,
  EventsListReadOptions,
  EventsListState,
} from './resources/events-list.ts';

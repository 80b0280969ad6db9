// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

export { ContactCenterClient, type ContactCenterClientOptions } from './client.ts';
export {
  ContactCenterError,
  ContactCenterHttpError,
  ContactCenterRateLimitedError,
  ContactCenterNetworkError,
  ContactCenterTimeoutError,
  ContactCenterResponseError,
  ContactCenterPaginationError,
  ContactCenterStateError,
  ContactCenterOptionError,
  ContactCenterRecordError,
  type ContactCenterErrorCode,
} from './errors.ts';
export { type AccountOverview, extraAccountOverviewFields, accountOverviewSchema } from './records/account-overview.ts';
export { type AgentsOverview, extraAgentsOverviewFields, agentsOverviewSchema } from './records/agents-overview.ts';
export {
  type CurrentQueueActivity,
  extraCurrentQueueActivityFields,
  currentQueueActivitySchema,
} from './records/current-queue-activity.ts';
export { type Instant, instantOf } from './internal/instants.ts';
export type {
  AccountOverviewResource,
  AccountOverviewPage,
  AccountOverviewReadOptions,
  AccountOverviewState,
} from './resources/account-overview.ts';
export type {
  AgentsOverviewResource,
  AgentsOverviewPage,
  AgentsOverviewReadOptions,
  AgentsOverviewState,
} from './resources/agents-overview.ts';
export type {
  CurrentQueueActivityResource,
  CurrentQueueActivityPage,
  CurrentQueueActivityReadOptions,
  CurrentQueueActivityState,
} from './resources/current-queue-activity.ts';

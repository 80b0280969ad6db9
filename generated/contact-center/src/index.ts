// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/contact-center.yaml

export { ContactCenterClient, type ContactCenterClientOptions } from './client.js';
export {
  ContactCenterError,
  ContactCenterHttpError,
  ContactCenterRateLimitedError,
  ContactCenterNetworkError,
  ContactCenterTimeoutError,
  ContactCenterResponseError,
  ContactCenterPaginationError,
  ContactCenterStateError,
  ContactCenterRecordError,
  type ContactCenterErrorCode,
} from './errors.js';
export { type AccountOverview, extraAccountOverviewFields, accountOverviewSchema } from './records/account-overview.js';
export { type AgentsOverview, extraAgentsOverviewFields, agentsOverviewSchema } from './records/agents-overview.js';
export {
  type CurrentQueueActivity,
  extraCurrentQueueActivityFields,
  currentQueueActivitySchema,
} from './records/current-queue-activity.js';
export { type Instant, instantOf } from './instants.js';
export {
  type AccountOverviewResource,
  type AccountOverviewPage,
  type AccountOverviewReadOptions,
  type AccountOverviewState,
} from './resources/account-overview.js';
export {
  type AgentsOverviewResource,
  type AgentsOverviewPage,
  type AgentsOverviewReadOptions,
  type AgentsOverviewState,
} from './resources/agents-overview.js';
export {
  type CurrentQueueActivityResource,
  type CurrentQueueActivityPage,
  type CurrentQueueActivityReadOptions,
  type CurrentQueueActivityState,
} from './resources/current-queue-activity.js';

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

export { MinimalClient, type MinimalClientOptions } from './client.ts';
export {
  MinimalError,
  MinimalHttpError,
  MinimalRateLimitedError,
  MinimalNetworkError,
  MinimalTimeoutError,
  MinimalResponseError,
  MinimalStateError,
  MinimalRecordError,
  type MinimalErrorCode,
} from './errors.ts';
export { type Thing, extraThingFields, thingSchema } from './records/thing.ts';
export type { ThingsResource, ThingsPage, ThingsReadOptions, ThingsState } from './resources/things.ts';

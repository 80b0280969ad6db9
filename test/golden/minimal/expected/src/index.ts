// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- spec.yaml

export { MinimalClient, type MinimalClientOptions } from './client.js';
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
} from './errors.js';
export { type Thing, extraThingFields, thingSchema } from './records/thing.js';
export { type ThingsResource, type ThingsPage, type ThingsReadOptions, type ThingsState } from './resources/things.js';

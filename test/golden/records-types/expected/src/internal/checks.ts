// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** An ISO 8601 instant: a day that exists, a time, and `Z` or an offset. */
export const INSTANT: RegExp =
  /^(?:\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3]):(?:[0-5]\d:[0-5]\d|(?:[25]9|44):60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** An ISO 8601 date, of a day that exists. */
export const DATE: RegExp =
  /^(?:\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/** An ISO 8601 time of day, with or without an offset. */
export const TIME: RegExp =
  /^(?:[01]\d|2[0-3]):(?:[0-5]\d:[0-5]\d|(?:[25]9|44):60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;

/** Base64, of either alphabet, padded or not. */
export const BASE64: RegExp = /^(?:[A-Za-z\d+/_-]{4})*(?:[A-Za-z\d+/_-]{2}(?:==)?|[A-Za-z\d+/_-]{3}=?)?$/;

/** Whether a value is a JSON object. What its keys hold, if anything, is not known yet. */
export function isObject<Key extends string>(value: unknown): value is object & Record<Key, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** Whether a value is a JSON object. What its keys hold, if anything, is not known yet. */
export function isObject<Key extends string>(value: unknown): value is object & Record<Key, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** 1, "true", "yes" and the like as true, 0, "false", "no" and the like as false; any other value as it is. */
export function castBoolean(value: unknown): unknown {
  if (typeof value === 'object') return value;
  if (/^(?:true|t|yes|y|on|1)$/i.test(String(value))) return true;
  return /^(?:false|f|no|n|off|0)$/i.test(String(value)) ? false : value;
}

/** A whole number of at most 15 digits that is written as text, and false and true as 0 and 1; any other value as it is. */
export function castInteger(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' && /^[+-]?\d{1,15}(?:\.0{1,15})?$/.test(value) ? Number(value) : value;
}

/** A number of at most 15 digits that is written as text, and false and true as 0 and 1; any other value as it is. */
export function castNumber(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const [, whole = '', fraction = ''] =
    typeof value === 'string' ? (/^[+-]?(\d{1,15})(?:\.(\d{1,15}))?$/.exec(value) ?? []) : [];
  return whole !== '' && whole.length + fraction.length <= 15 ? Number(value) : value;
}

/** A number, or true or false, as text; any other value as it is. */
export function castString(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : value;
}

/** Whether a value is a JSON object. What its keys hold, if anything, is not known yet. */
export function isObject<Key extends string>(value: unknown): value is object & Record<Key, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

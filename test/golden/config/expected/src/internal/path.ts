// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

type Value = string | number | bigint | boolean | null | undefined;

/** A value as one segment of a path: it can neither add segments nor take any away. */
export function pathSegment(value: Value, option: string): string {
  if (!isSegment(value)) throw new TypeError(`${option}: expected a text that can stand in a path`);
  return encodeURIComponent(String(value ?? ''));
}

/** Whether a value can be a segment: no text is none, dots lead elsewhere, and half a character has no encoding. */
export function isSegment(value: Value): boolean {
  return !/^\.{0,2}$|\p{Surrogate}/u.test(String(value ?? ''));
}

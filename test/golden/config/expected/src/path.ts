// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A value as one segment of a path: it can neither add segments nor take any away. */
export function pathSegment(value: string | number | bigint | boolean | null | undefined, option: string): string {
  const text = String(value ?? '');
  if (text === '' || text === '.' || text === '..')
    throw new TypeError(`${option}: expected a text that can stand in a path`);
  return encodeURIComponent(text);
}

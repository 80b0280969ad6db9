// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { jsonText } from './json-text.ts';

/** A key of which only this is known: that it is there. */
export function keyText(value: unknown): string | null {
  return typeof value === 'string' ? value : jsonText(value);
}

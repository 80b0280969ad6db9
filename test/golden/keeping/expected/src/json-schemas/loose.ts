// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Loose, in draft 2020-12. */
export const looseJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Loose',
  type: 'object',
};

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Thing, in draft 2020-12. */
export const thingJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Thing',
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: ['string', 'null'] } },
  required: ['id'],
};

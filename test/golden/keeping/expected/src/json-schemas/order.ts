// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Order, in draft 2020-12. */
export const orderJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Order',
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
    deleted: { type: ['boolean', 'null'] },
    items: {
      type: ['array', 'null'],
      items: {
        type: 'object',
        properties: {
          sku: { type: ['string', 'null'] },
          taxes: {
            type: ['array', 'null'],
            items: {
              type: 'object',
              properties: { name: { type: ['string', 'null'] }, rate: { type: ['number', 'null'] } },
            },
          },
        },
      },
    },
    tags: { type: ['array', 'null'], items: { type: 'string' } },
  },
  required: ['id'],
};

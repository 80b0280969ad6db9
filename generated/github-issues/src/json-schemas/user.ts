// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for User, in draft 2020-12. */
export const userJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'User',
  description: 'An account on GitHub.',
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991, description: 'Unique id.' },
    node_id: { type: 'string', description: 'Id in the GraphQL API.' },
    login: { type: 'string', description: 'The name in URLs and mentions.' },
    type: {
      type: 'string',
      description: 'What kind of account it is.',
      examples: ['User', 'Bot', 'Organization', 'Mannequin'],
    },
    site_admin: { type: 'boolean', description: 'Whether the person works at GitHub.' },
    avatar_url: { type: 'string', description: 'The picture.' },
    html_url: { type: 'string', description: 'The page of the account.' },
  },
  required: ['id', 'node_id', 'login', 'type', 'site_admin', 'avatar_url', 'html_url'],
};

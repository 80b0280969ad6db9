// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Issue, in draft 2020-12. */
export const issueJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Issue',
  description: 'An issue, or a pull request, which is an issue with code.',
  type: 'object',
  properties: {
    id: {
      type: 'integer',
      minimum: -9007199254740991,
      maximum: 9007199254740991,
      description: 'Unique id among all issues of GitHub.',
    },
    node_id: { type: 'string', description: 'Id in the GraphQL API.' },
    number: { type: 'integer', minimum: 1, maximum: 9007199254740991, description: 'Number in the repository.' },
    title: { type: 'string', description: 'The headline.' },
    body: { type: ['string', 'null'], description: 'The text in Markdown; null when there is none.' },
    state: { enum: ['open', 'closed'], description: 'Whether it is done.' },
    state_reason: {
      type: ['string', 'null'],
      description: 'Why it is in that state.',
      examples: ['completed', 'not_planned', 'reopened', 'duplicate'],
    },
    locked: { type: 'boolean', description: 'Whether only collaborators may comment.' },
    active_lock_reason: { type: ['string', 'null'], description: 'Why it is locked.' },
    user: {
      anyOf: [{ $ref: '#/$defs/User' }, { type: 'null' }],
      description: 'Who opened it; null when the account is gone.',
    },
    assignee: { anyOf: [{ $ref: '#/$defs/User' }, { type: 'null' }], description: 'The first of the assignees.' },
    assignees: { type: 'array', items: { $ref: '#/$defs/User' }, description: 'Who works on it.' },
    labels: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991, description: 'Unique id.' },
          name: { type: 'string', description: 'What it says.' },
          color: { type: ['string', 'null'], description: 'Six hexadecimal digits.' },
          description: { type: ['string', 'null'], description: 'What it is for.' },
        },
        required: ['id', 'name'],
      },
      description: 'Its labels.',
    },
    milestone: {
      anyOf: [
        {
          type: 'object',
          properties: {
            id: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991, description: 'Unique id.' },
            number: {
              type: 'integer',
              minimum: -9007199254740991,
              maximum: 9007199254740991,
              description: 'Number in the repository.',
            },
            title: { type: 'string', description: 'The headline.' },
            due_on: {
              type: ['string', 'null'],
              format: 'date-time',
              pattern:
                '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
              description: 'When it is due.',
            },
          },
          required: ['id', 'number', 'title'],
        },
        { type: 'null' },
      ],
      description: 'The milestone it belongs to.',
    },
    comments: { type: 'integer', minimum: 0, maximum: 9007199254740991, description: 'How many comments it has.' },
    reactions: {
      type: 'object',
      properties: {
        total_count: { type: 'integer', minimum: 0, maximum: 9007199254740991, description: 'All reactions together.' },
        '+1': { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        '-1': { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        laugh: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        hooray: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        confused: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        heart: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        rocket: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        eyes: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
      },
      required: ['total_count', '+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'],
      description: 'How people reacted to it.',
    },
    pull_request: {
      type: 'object',
      properties: {
        html_url: { type: 'string', description: 'The page of the pull request.' },
        merged_at: {
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
          description: 'When it was merged.',
        },
      },
      required: ['html_url'],
      description: 'Only there when it is a pull request.',
    },
    author_association: {
      type: 'string',
      description: 'How its author stands to the repository.',
      examples: [
        'COLLABORATOR',
        'CONTRIBUTOR',
        'FIRST_TIMER',
        'FIRST_TIME_CONTRIBUTOR',
        'MANNEQUIN',
        'MEMBER',
        'NONE',
        'OWNER',
      ],
    },
    html_url: {
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z\\d+.-]*:[^\\s"<>\\\\^\\x60{|}]+$',
      description: 'The page of the issue.',
    },
    created_at: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it was opened.',
    },
    updated_at: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it last changed.',
    },
    closed_at: {
      type: ['string', 'null'],
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it was closed; null while it is open.',
    },
  },
  required: [
    'id',
    'node_id',
    'number',
    'title',
    'state',
    'locked',
    'assignees',
    'labels',
    'comments',
    'reactions',
    'author_association',
    'html_url',
    'created_at',
    'updated_at',
  ],
  optional: ['pull_request'],
  $defs: {
    User: {
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
    },
  },
};

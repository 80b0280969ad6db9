/** The same API, described for tapwright and for those who read OpenAPI: resources with twenty fields each. */

type Kind = 'text' | 'optional text' | 'integer' | 'number' | 'boolean' | 'instant' | 'day' | 'choice' | 'list' | 'map';

const FIELDS: readonly (readonly [name: string, kind: Kind])[] = [
  ['id', 'text'],
  ['name', 'text'],
  ['description', 'optional text'],
  ['created_at', 'instant'],
  ['updated_at', 'instant'],
  ['due_on', 'day'],
  ['status', 'choice'],
  ['position', 'integer'],
  ['price', 'number'],
  ['quantity', 'integer'],
  ['is_active', 'boolean'],
  ['is_archived', 'boolean'],
  ['owner_id', 'optional text'],
  ['parent_id', 'optional text'],
  ['email', 'optional text'],
  ['url', 'optional text'],
  ['tags', 'list'],
  ['properties', 'map'],
  ['rating', 'number'],
  ['locale', 'optional text'],
];

/** A spec of tapwright; 100 records a page by offset. With `concurrency`, so many pages are on their way at once. */
export function specOf(count: number, { name: connector = 'bench', concurrency = 1 } = {}): string {
  const fields = FIELDS.map(([name, kind]) => `      ${name}: ${SPEC_TYPES[kind]}\n`).join('');
  const ahead = concurrency > 1 ? `    concurrency: ${concurrency}\n` : '';
  const resources = Array.from({ length: count }, (_, index) => {
    const name = nameOf(index);
    return `  - name: ${name}\n    description: Every one of ${name}.\n${ahead}    endpoint: { path: /v1/${name} }\n    fields:\n${fields}`;
  });
  return `name: ${connector}
version: 1.0.0
description: ${count} resources.

client:
  base_url: https://api.example.com
  auth: { type: bearer }

resource_defaults:
  primary_key: id
  endpoint:
    data_selector: data
    paginator: { type: offset, limit: 100${concurrency > 1 ? ', total_path: total' : ''} }

resources:
${resources.join('\n')}`;
}

/** The same as an OpenAPI document. */
export function openApiOf(count: number): object {
  const names = Array.from({ length: count }, (_, index) => nameOf(index));
  const properties = Object.fromEntries(FIELDS.map(([name, kind]) => [name, OPENAPI_TYPES[kind]]));
  const required = FIELDS.map(([name]) => name);
  return {
    openapi: '3.0.3',
    info: { title: 'bench', version: '1.0.0', description: `${count} resources.`, license: { name: 'MIT', url: 'https://example.com' } },
    servers: [{ url: 'https://api.example.com' }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      names.map((name) => [
        `/v1/${name}`,
        {
          get: {
            operationId: `list_${name}`,
            summary: `Every one of ${name}.`,
            parameters: ['limit', 'offset'].map((parameter) => ({ name: parameter, in: 'query', schema: { type: 'integer' } })),
            responses: {
              200: {
                description: 'A page.',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      required: ['data'],
                      properties: { data: { type: 'array', items: { $ref: `#/components/schemas/${name}` } } },
                    },
                  },
                },
              },
            },
          },
        },
      ]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(names.map((name) => [name, { type: 'object', required, properties }])),
    },
  };
}

/** A record as a server answers it. */
export function recordOf(index: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIELDS.map(([name, kind]) => [name, name === 'id' ? `rec_${String(index).padStart(8, '0')}` : valueOf(kind, index)]),
  );
}

function nameOf(index: number): string {
  return `things_${index + 1}`;
}

function valueOf(kind: Kind, index: number): unknown {
  switch (kind) {
    case 'text':
      return `The record with number ${index}`;
    case 'optional text':
      return index % 3 === 0 ? null : `some text ${index % 997}`;
    case 'integer':
      return index % 1000;
    case 'number':
      return index / 8;
    case 'boolean':
      return index % 2 === 0;
    case 'instant':
      return new Date(Date.UTC(2025, 0, 1) + index * 61_234).toISOString();
    case 'day':
      return '2026-03-01';
    case 'choice':
      return ['open', 'closed', 'waiting'][index % 3];
    case 'list':
      return ['red', 'green'];
    case 'map':
      return { source: 'web', campaign: 'spring' };
  }
}

const SPEC_TYPES: Readonly<Record<Kind, string>> = {
  text: '{ type: string, nullable: false }',
  'optional text': 'string',
  integer: '{ type: integer, nullable: false }',
  number: '{ type: number, nullable: false }',
  boolean: '{ type: boolean, nullable: false }',
  instant: '{ type: datetime, nullable: false }',
  day: '{ type: date, nullable: false }',
  choice: '{ type: string, enum: [open, closed, waiting], nullable: false }',
  list: '{ type: array, items: string, nullable: false }',
  map: '{ type: map, values: string, nullable: false }',
};

const OPENAPI_TYPES: Readonly<Record<Kind, object>> = {
  text: { type: 'string' },
  'optional text': { type: 'string', nullable: true },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  instant: { type: 'string', format: 'date-time' },
  day: { type: 'string', format: 'date' },
  choice: { type: 'string', enum: ['open', 'closed', 'waiting'] },
  list: { type: 'array', items: { type: 'string' } },
  map: { type: 'object', additionalProperties: { type: 'string' } },
};

import type { AuthSpec } from '../auth/index.js';
import { checkConnectorName, checkName, checkPackageName, checkUrl, checkVersion } from '../checks.js';
import type { PaginatorSpec } from '../paginators/index.js';
import { recordsShape } from '../types/field.js';
import { schemaContractShape } from '../types/contract-shape.js';
import { outputsShape } from '../outputs.js';
import { choice, list, mapOf, object, optional, required, text, type Shaped } from '../shape.js';
import { shortly } from './short-form.js';
import { configOptionShape, clientShape } from './client.js';
import { resourceShape, resourceDefaultsShape } from './resource.js';

/** The spec language: one shape for each part. What validates a spec also types it and explains it to editors. */

/** Where packages are published. */
const REGISTRIES = ['npm', 'jsr'] as const;

export const specShape = object(
  'a spec',
  {
    name: required(
      text({
        description: 'Name of the connector: its folder under generated/, its classes, its environment variables.',
        check: checkConnectorName,
        examples: ['analytics'],
      }),
    ),
    package: optional(
      text({ description: 'Name on npm. Default: <name>-connector.', check: checkPackageName, examples: ['@acme/analytics-connector'] }),
    ),
    version: optional(text({ description: 'Version of the package.', check: checkVersion, default: '0.1.0' })),
    description: optional(text({ description: 'One sentence about the connector.', placeholders: 'prose', allowEmpty: true })),
    license: optional(text({ description: 'SPDX name of the license.', default: 'MIT' })),
    author: optional(text({ description: 'Who holds the copyright, for the LICENSE file.', placeholders: 'prose' })),
    repository: optional(text({ description: 'URL of the repository the package is published from.', check: checkUrl })),
    outputs: optional(outputsShape),
    publish: optional(
      list(
        choice('a registry', REGISTRIES, { description: 'npm, or jsr: the package gets a jsr.json, with the sources as its exports.' }),
        {
          description:
            'The registries that the package is made for. Default: npm alone. JSR asks for a name with a scope, and gets the library without its program.',
          min: 1,
          examples: [['npm', 'jsr']],
        },
      ),
    ),
    config: optional(
      mapOf(configOptionShape, { description: 'What the caller supplies beside credentials: options of the client.', key: checkName }),
    ),
    client: required(clientShape),
    resource_defaults: optional(resourceDefaultsShape),
    records: optional(recordsShape),
    schema_contract: optional(schemaContractShape),
    resources: required(
      list(shortly(resourceShape, 'a resource', 'The name, which is the path too.'), {
        description: 'What can be read.',
        min: 1,
        few: 'Name what can be read: resources: [events].',
      }),
    ),
  },
  {
    description: 'A tapwright spec: one REST API, as a connector. Keys that begin with `x-` are passed over: a place for anchors.',
    extensions: true,
  },
);

export type SpecDocument = Shaped<typeof specShape>;
export type ResourceSpec = SpecDocument['resources'][number];
export type EndpointSpec = NonNullable<ResourceSpec['endpoint']>;
export type ConfigOptionSpec = Shaped<typeof configOptionShape>;
export type { AuthSpec, PaginatorSpec };

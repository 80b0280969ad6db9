import { authSchemes, type AuthSpec } from '../auth/index.js';
import {
  checkConnectorName,
  checkHeaderName,
  checkHeaderValue,
  checkName,
  checkOptionName,
  checkPackageName,
  checkTemplate,
  checkUrl,
  checkUrlTemplate,
  checkVersion,
} from '../checks.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, list as words } from '../diagnostics/words.js';
import { paginators, type PaginatorSpec } from '../paginators/index.js';
import { incrementalShape } from '../incremental/shape.js';
import { changeFeedShape } from './change-feed.js';
import { checkSelector } from '../paginators/stop-rules.js';
import {
  castShape,
  columnsShape,
  fieldsShape,
  nestedShape,
  recordsShape,
  recordVariantsShape,
  schemaContractShape,
} from '../types/field.js';
import { schemaShape } from '../types/schema-shape.js';
import { outputsShape } from '../outputs.js';
import { forEachShape, groupShape } from './for-each.js';
import { deadlineShape, rateLimitResetShape, rateLimitShape, redirectsShape, responseActionsShape, retryShape } from './answers.js';
import { acceptShape, charsetShape, compressionShape, csvShape, formatShape, jsonlShape, xmlShape } from './format.js';
import { deletedWhenShape } from './keeping.js';
import { graphqlShape } from './graphql.js';
import { jobShape } from './job.js';
import { addShape, dropShape, flattenShape, keyCaseShape, renameShape } from './changes.js';
import { filterShape, reshapeShape } from './selecting.js';
import {
  anyMapping,
  anything,
  boolean,
  choice,
  decimalNumber,
  integer,
  kindOf,
  later,
  list,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  required,
  scalar,
  tagged,
  text,
  type Check,
  type Shape,
  type Shaped,
} from '../shape.js';

/** The spec language: one shape for each part. What validates a spec also types it and explains it to editors. */

const paginatorShape = namingOthers(
  variants<PaginatorSpec>('a paginator', paginators, 'How to get from page to page. Default: there is one page.'),
);
const authSchemeShape = keepingSecrets(
  variants<AuthSpec>('an auth scheme', authSchemes, 'How requests are signed. Secrets never stand in a spec.'),
);

const authShape = oneOf(
  'an auth scheme or a list of them',
  [authSchemeShape, list(authSchemeShape, { description: 'A choice: the client takes the credentials of any one of these.', min: 1 })],
  {
    description: 'How requests are signed: one scheme, or a list of schemes the caller chooses from.',
  },
);

const headersShape = mapOf(
  text({
    description: 'The value; `{config.x}` is replaced.',
    placeholders: 'filled',
    check: all(checkHeaderValue, checkTemplate),
    allowEmpty: true,
  }),
  {
    description: 'Headers sent with every request.',
    key: checkHeaderName,
    examples: [{ Accept: 'application/vnd.github+json' }],
  },
);

const paramValue = oneOf(
  'a text, number, true, false, null, a list or a mapping of them',
  [
    text({ description: 'A text; placeholders are replaced.', placeholders: 'filled', check: checkTemplate, allowEmpty: true }),
    scalar({ description: 'A number, true or false; null: not sent.' }),
    anything({
      description:
        'A list or a mapping: see params_style. `{ value, when: config.x }`: sent only where the option is true, or given; also `not config.x`, `config.x == value`, `config.x != value`. `{ type: resolve, resource, field }`: a field of the parent, for a name in the path.',
    }),
  ],
  { description: 'The value.' },
);

const paramsShape = mapOf(paramValue, { description: 'Query parameters sent with every request.', examples: [{ state: 'all' }] });

const jsonShape = anyMapping({
  description: 'The JSON body of each request; placeholders are replaced, and one that stands alone keeps its type.',
});

/** The encoding of parameters: a key of the client, and of an endpoint. */
const paramsEncoding = optional(
  choice('an encoding of parameters', ['form', 'percent'], {
    description:
      'How a space is written in a query. form: `+`, as forms have it; percent: `%20`, for APIs that read a plus as a plus. Links of the API are followed as they are.',
    default: 'form',
  }),
);

const dataValue = oneOf(
  'a text, number, true, false, null or a list of them',
  [
    scalar({ description: 'A value; placeholders are replaced. null: not sent.', placeholders: 'filled' }),
    list(scalar({ description: 'A value; placeholders are replaced.', placeholders: 'filled' }), {
      description: 'Several values of the same name: `a=1&a=2`.',
    }),
  ],
  { description: 'The value.' },
);

const endpointKeys = {
  path: optional(
    text({
      description:
        'Appended to base_url; `{config.x}` is replaced, percent-encoded. A whole URL of the same origin stands for itself. Default: the name of the resource.',
      placeholders: 'filled',
      check: checkTemplate,
      allowEmpty: true,
      examples: ['/v1/events'],
    }),
  ),
  method: optional(
    choice('a method', ['GET', 'POST', 'PUT', 'PATCH', 'QUERY'], {
      description: 'The HTTP method. QUERY: a safe request with a body, as GET with parameters is.',
      default: 'GET',
    }),
  ),
  params: optional(paramsShape),
  params_style: optional(
    choice('a style of parameters', ['repeat', 'comma', 'brackets'], {
      description: 'How lists are sent: `a=1&a=2`, `a=1,2` or `a[]=1&a[]=2`. Mappings are sent as `a[key]=1`.',
      default: 'repeat',
    }),
  ),
  params_encoding: paramsEncoding,
  headers: optional(headersShape),
  json: optional(jsonShape),
  data: optional(
    oneOf(
      'a mapping, a list of pairs or a text',
      [
        mapOf(dataValue, { description: 'The form fields in the body of each request.' }),
        list(
          list(scalar({ description: 'A name, then a value; placeholders are replaced.', placeholders: 'filled' }), {
            description: 'One field.',
          }),
          {
            description: 'Form fields as pairs of name and value, where one name comes several times.',
            examples: [
              [
                ['field', 'id'],
                ['field', 'name'],
              ],
            ],
          },
        ),
        text({
          description: 'The body as it is sent; placeholders are replaced. Its content type stands in headers. Default: text/plain.',
          placeholders: 'filled',
          check: checkTemplate,
        }),
      ],
      { description: 'The body of each request, where it is no JSON: form fields, or a text.' },
    ),
  ),
  graphql: optional(nullable(graphqlShape)),
  format: optional(formatShape),
  csv: optional(csvShape),
  jsonl: optional(jsonlShape),
  xml: optional(xmlShape),
  compression: optional(nullable(compressionShape)),
  accept: optional(acceptShape),
  redirects: optional(redirectsShape),
  charset: optional(charsetShape),
  job: optional(nullable(jobShape({ headers: headersShape, params: paramsShape, json: jsonShape }))),
  data_selector: optional(
    nullable(
      text({
        description:
          'Where the list of records is in the body: JSONPath, `$` for the whole body. With `[*]` (every item of a list, every value of a mapping) each match is a record. An object is one record where there is one page.',
        default: '$',
        check: checkSelector,
        examples: ['data', 'result.items'],
      }),
    ),
  ),
  data_selector_optional: optional(
    boolean({
      description: 'True: an answer without anything at data_selector, or with null there, has no records. Default: it is an error.',
      default: false,
    }),
  ),
  reshape: optional(nullable(reshapeShape)),
  filter: optional(filterShape),
  single_object: optional(
    choice('a way to read one object', ['record'], {
      description: 'record: one object in place of a list is one record, on a resource that has several pages, too.',
    }),
  ),
  paginator: optional(nullable(paginatorShape)),
  more: optional(
    choice('a way to read on', ['ignore'], {
      description:
        'ignore: a `Link` to a next page in the answer of a single_page resource is meant to be passed over. Default: it is an error.',
    }),
  ),
  auth: optional(nullable(authSchemeShape)),
  incremental: optional(nullable(incrementalShape)),
  change_feed: optional(changeFeedShape),
  response_actions: optional(responseActionsShape),
  retry: optional(retryShape),
  deadline: optional(nullable(deadlineShape)),
  timeout: optional(
    decimalNumber({ description: 'Seconds for one attempt, its body included. Default: what client says.', min: 0.001, max: 86_400 }),
  ),
} as const;

const childErrorShape = oneOf(
  'a way to go on',
  [
    choice('a way to go on', ['fail', 'skip'], { description: 'skip: 404 and 410 are passed over.' }),
    object(
      'on_child_error',
      {
        skip: required(
          list(integer({ description: 'A status.', min: 400, max: 499 }), {
            description: 'The statuses that are passed over.',
            min: 1,
            examples: [[403, 404, 410]],
          }),
        ),
      },
      { description: 'The statuses that concern one of them alone.' },
    ),
  ],
  {
    description:
      'What happens when the children of one parent, or the records of one value of for_each, are answered with an HTTP error: the read fails, or goes on with the next one and counts it. skip is for 404 and 410; a list says which statuses. A read of which nothing could be read is an error all the same.',
    default: 'fail',
  },
);

const keyShape = oneOf(
  'a field or a list of fields',
  [text({ description: 'One field.' }), list(text({ description: 'A field.' }), { description: 'Several fields.', min: 1 })],
  {
    description:
      'The field, or fields, that tell records apart. Never null. `info.run_id` is a place in the record: each gets a field `info_run_id` of what stands there.',
    examples: ['id', 'info.run_id', ['account_id', 'id']],
  },
);

const resourceKeys = {
  description: optional(
    text({ description: 'What one record is, for the reader of the package.', placeholders: 'prose', allowEmpty: true }),
  ),
  primary_key: optional(nullable(keyShape)),
  merge_key: optional(nullable(keyShape)),
  write_disposition: optional(
    choice('a write disposition', ['append', 'replace', 'merge'], {
      description: 'What a destination does with records it already has.',
      default: 'append',
    }),
  ),
  deleted_when: optional(nullable(deletedWhenShape)),
  nested: optional(nestedShape),
  record: optional(
    text({ description: 'Name of the record type. Default: the singular of the resource: events → Event.', check: checkName }),
  ),
  fields: optional(fieldsShape),
  discriminator: optional(text({ description: 'The field whose text tells the variants of its records apart.', examples: ['type'] })),
  variants: optional(recordVariantsShape),
  columns: optional(columnsShape),
  schema: optional(schemaShape),
  schema_contract: optional(schemaContractShape),
  cast: optional(castShape),
  add: optional(addShape),
  rename: optional(renameShape),
  drop: optional(dropShape),
  flatten: optional(flattenShape),
  key_case: optional(keyCaseShape),
  selected: optional(boolean({ description: 'False: readable, but not part of a sync.', default: true })),
  when: optional(
    text({
      description:
        'The option under which it is there: `config.x`, `not config.x`, `config.x == value`, `config.x != value`. Otherwise programs and catalogs do not offer it, nor what is read for its records, and a read by the library is an OptionError.',
      examples: ['config.include_archived'],
    }),
  ),
  include_from_parent: optional(
    list(
      text({
        description: 'A field of the parent; `accounts.id`: one of a resource that the parent is read for itself, or one further up.',
      }),
      {
        description:
          'Fields of the parent record that each record gets, as `_<parent>_<field>`. `accounts.id` is a field of the parent’s parent, or of one further up: `_accounts_id`, which those between get as well.',
        min: 1,
        examples: [['id'], ['id', 'accounts.id']],
      },
    ),
  ),
  for_each: optional(forEachShape),
  group: optional(groupShape),
  include_for_each: optional(
    list(text({ description: 'A list of for_each.' }), {
      description: 'Lists of for_each of which each record gets the value it was read for, as `_<list>`.',
      min: 1,
      examples: [['region']],
    }),
  ),
  on_null_parent: optional(
    choice('a way to go on', ['fail', 'skip'], {
      description: 'What happens with a parent that has null where a request needs a value.',
      default: 'fail',
    }),
  ),
  state_delegating: optional(
    nullable(
      object(
        'state_delegating',
        {
          full: required(
            text({ description: 'The resource whose endpoint is read where there is no state: everything.', examples: ['all_contacts'] }),
          ),
          incremental: optional(
            text({
              description:
                'The resource whose endpoint is read once there is a state: what is new. Default: what this resource says itself.',
              examples: ['changed_contacts'],
            }),
          ),
        },
        {
          description: 'Two endpoints that are one stream. Both resources have the same fields; selected: false keeps them out of a sync.',
        },
      ),
    ),
  ),
  on_child_error: optional(childErrorShape),
  concurrency: optional(
    integer({
      description:
        'How many of its requests are on their way at once, where it is known which ones follow: offset and page_number with total_path, parents, for_each and windows. Records come in the same order, whatever it is.',
      min: 1,
      max: 32,
      default: 1,
    }),
  ),
  splits: optional(
    oneOf(
      'true, false or pages',
      [
        boolean({ description: 'Whether its reads can be split.' }),
        choice('a way to split a read', ['pages'], {
          description:
            'pages: into ranges of pages, too, of a list in which rows do not move while it is read: it is sorted by what never changes.',
        }),
      ],
      {
        description:
          'Whether a read can be split into units that are read by themselves, on many machines: windows of time, values of for_each, parents. Default: true where `outputs` has a database that many may write to.',
      },
    ),
  ),
  prefetch: optional(
    boolean({ description: 'True: the next page is asked for while one is being used, for any paginator.', default: false }),
  ),
  processing_steps: later('Write filter and map as hooks, in a file beside the spec: <name>.hooks.ts.'),
  parallelized: later(
    'Leave it out, or say how many requests may be on their way at once: concurrency: 4 for children and pages with a total, prefetch: true for other pages.',
  ),
  table_name: later('The name of the resource is the name of its table.'),
  max_table_nesting: later('Nested values stay nested; nested: tables makes tables of lists.'),
  table_format: later('It is a matter of the destination.'),
  file_format: later('It is a matter of the destination.'),
} as const;

const resourceShape = object(
  'a resource',
  {
    name: required(
      text({ description: 'Name of the resource: a property of the client, a file, a table.', check: checkName, examples: ['events'] }),
    ),
    endpoint: optional(
      shortly(
        object('endpoint', endpointKeys, { description: 'What to request.' }),
        'a path or a mapping',
        'The path, where there is no more to say.',
      ),
    ),
    ...resourceKeys,
  },
  { description: 'One kind of record, and the endpoint it is read from.' },
);

const { path: _path, ...defaultEndpointKeys } = endpointKeys;
const { description: _description, record: _record, ...defaultResourceKeys } = resourceKeys;

const resourceDefaultsShape = object(
  'resource_defaults',
  {
    endpoint: optional(object('resource_defaults.endpoint', defaultEndpointKeys, { description: 'What to request.' })),
    ...defaultResourceKeys,
  },
  { description: 'What every resource has unless it says otherwise; merged as dlt does: one level deep for endpoint, params and columns.' },
);

const CONFIG_TYPES = ['string', 'integer', 'number', 'boolean', 'datetime', 'date', 'list'] as const;
const configTypeShape = choice('a type of option', CONFIG_TYPES, { description: 'The type of the option; list: texts, for `for_each`.' });

const configOptionShape = oneOf(
  'a type or a mapping',
  [
    configTypeShape,
    object(
      'a config option',
      {
        type: required(configTypeShape),
        description: optional(text({ description: 'What it does, for the caller.', placeholders: 'prose' })),
        optional: optional(boolean({ description: 'Whether it may be left out.', default: false })),
        default: optional(scalar({ description: 'Its value when it is left out.' })),
        secret: optional(
          boolean({ description: 'Whether it is a secret: in no error, state, log or recording. It has no default.', default: false }),
        ),
      },
      { description: 'An option that the caller of the client supplies.' },
    ),
  ],
  { description: 'An option that the caller of the client supplies; `{config.name}` stands for it.' },
);

const clientShape = object(
  'client',
  {
    base_url: required(
      oneOf(
        'a URL, or a choice of URLs',
        [
          text({
            description:
              'Where the API is; paths are appended. `{config.x}` is replaced: a part of the host, a segment of the path, or the whole URL.',
            placeholders: 'filled',
            check: checkUrlTemplate,
            examples: ['https://api.example.com', 'https://{config.domain}.example.com/v1'],
          }),
          object(
            'a choice of URLs',
            {
              from: required(
                text({
                  description: 'The option that chooses.',
                  placeholders: 'filled',
                  check: checkOptionName,
                  examples: ['config.region'],
                }),
              ),
              values: required(
                mapOf(text({ description: 'A URL.', check: checkUrlTemplate }), {
                  description: 'The URL for each value of the option.',
                  examples: [{ eu: 'https://eu.example.com', us: 'https://us.example.com' }],
                }),
              ),
            },
            { description: 'Where the API is, by the value of an option.' },
          ),
        ],
        { description: 'Where the API is: a URL, or one that an option chooses.' },
      ),
    ),
    params_encoding: paramsEncoding,
    headers: optional(headersShape),
    auth: optional(nullable(authShape)),
    paginator: optional(nullable(paginatorShape)),
    rate_limit: optional(rateLimitShape),
    rate_limit_reset: optional(rateLimitResetShape),
    redirects: optional(redirectsShape),
    retry: optional(retryShape),
    timeout: optional(decimalNumber({ description: 'Seconds for one attempt, its body included.', min: 0.001, max: 86_400, default: 60 })),
    deadline: optional(deadlineShape),
    strict: optional(
      boolean({
        description:
          'True: what a read warns of is an error, and its page is not handed over: records and values that were left out, parents that were passed over, keys that come twice, notes.',
        default: false,
      }),
    ),
    session: later('The client takes a `fetch` of yours.'),
  },
  { description: 'The API: where it is and how to talk to it.' },
);

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
  { description: 'A tapwright spec: one REST API, as a connector.' },
);

export type SpecDocument = Shaped<typeof specShape>;
export type ResourceSpec = SpecDocument['resources'][number];
export type EndpointSpec = NonNullable<ResourceSpec['endpoint']>;
export type ConfigOptionSpec = Shaped<typeof configOptionShape>;
export type { AuthSpec, PaginatorSpec };

function variants<Spec>(
  what: string,
  all: readonly { readonly type: string; readonly shape: Shape<unknown> }[],
  description: string,
): Shape<Spec> {
  return tagged('type', what, Object.fromEntries(all.map((each) => [each.type, each.shape])), { description }) as Shape<Spec>;
}

/** dlt's other words for paginators, each with what to write in its place. */
function namingOthers(shape: Shape<PaginatorSpec>): Shape<PaginatorSpec> {
  return {
    ...shape,
    get schema() {
      return shape.schema;
    },
    read(node, reading) {
      const type = node.kind === 'map' ? node.entries.find(({ key }) => key === 'type')?.value : node;
      if (type?.kind === 'scalar' && type.value === 'auto') {
        reading.report(
          messages.pattern(
            type.span,
            'spec/auto-paginator',
            'a paginator is not guessed while reading: a wrong guess loses rows',
            'Run `npx tapwright init` on the API: it looks once and writes down what it found.',
          ),
        );
        return undefined;
      }
      if (type?.kind === 'scalar' && type.value === 'json_response') {
        reading.report(messages.pattern(type.span, 'spec/enum', '"json_response" is the old name of a paginator', 'Write "json_link".'));
        return undefined;
      }
      return shape.read(node, reading);
    },
  };
}

/** A word that is not like any scheme may be the credential itself: it is not shown. */
function keepingSecrets(shape: Shape<AuthSpec>): Shape<AuthSpec> {
  const known = authSchemes.map((scheme) => scheme.type);
  return {
    ...shape,
    read(node, reading) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || closest(node.value, known) !== undefined)
        return shape.read(node, reading);
      reading.report(messages.secret(node.span, 'spec/enum', 'expected an auth scheme', `Known: ${words(known)}.`));
      return undefined;
    },
  };
}

function all(...checks: readonly Check<string>[]): Check<string> {
  return (value, span, reading) => checks.every((check) => check(value, span, reading));
}

/** A mapping with a short form: one text, which `applyDefaults` has written out before this is read. */
function shortly<T>(shape: Shape<T>, expected: string, description: string): Shape<T> {
  return {
    ...shape,
    expected,
    get schema() {
      return { anyOf: [shape.schema, { type: 'string', description }] };
    },
    read(node, reading) {
      if (node.kind === 'map') return shape.read(node, reading);
      reading.report(messages.type(node.span, expected, kindOf(node)));
      return undefined;
    },
  };
}

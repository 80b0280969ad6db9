import { checkName } from '../checks.js';
import { castShape, fieldsShape, nestedShape, recordVariantsShape } from '../types/field.js';
import { schemaContractShape } from '../types/contract-shape.js';
import { columnsShape } from '../types/columns-shape.js';
import { schemaShape } from '../types/schema-shape.js';
import { forEachShape, groupShape } from './for-each.js';
import { deletedWhenShape } from './keeping.js';
import { addShape, dropShape, flattenShape, keyCaseShape, renameShape } from './changes.js';
import { boolean, choice, integer, later, list, nullable, object, oneOf, optional, required, text } from '../shape.js';
import { shortly } from './short-form.js';
import { endpointKeys } from './endpoint.js';

/** A resource: its records, their endpoint, and what a read of it does. */

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

export const resourceShape = object(
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

export const resourceDefaultsShape = object(
  'resource_defaults',
  {
    endpoint: optional(object('resource_defaults.endpoint', defaultEndpointKeys, { description: 'What to request.' })),
    ...defaultResourceKeys,
  },
  { description: 'What every resource has unless it says otherwise; merged as dlt does: one level deep for endpoint, params and columns.' },
);

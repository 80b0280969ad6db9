import { checkHeaderName, checkHeaderValue, checkTemplate } from '../checks.js';
import { incrementalShape } from '../incremental/shape.js';
import { changeFeedShape } from './change-feed.js';
import { checkSelector } from '../paginators/stop-rules.js';
import { deadlineShape, redirectsShape, responseActionsShape, retryShape } from './answers.js';
import { acceptShape, charsetShape, compressionShape, csvShape, formatShape, jsonlShape, xmlShape } from './format.js';
import { graphqlShape } from './graphql.js';
import { jobShape } from './job.js';
import { filterShape, reshapeShape } from './selecting.js';
import {
  anyMapping,
  anything,
  boolean,
  choice,
  decimalNumber,
  list,
  mapOf,
  nullable,
  oneOf,
  optional,
  scalar,
  text,
  type Check,
} from '../shape.js';
import { paginatorShape, authSchemeShape } from './registered.js';

/** An endpoint: what is asked for, and how its answers are read. */

export const headersShape = mapOf(
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
  description:
    'The JSON body of each request; placeholders are replaced, and one that stands alone keeps its type. It is sent as application/json, or as another type of JSON that the header Content-Type names.',
});

/** The encoding of parameters: a key of the client, and of an endpoint. */
export const paramsEncoding = optional(
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

export const endpointKeys = {
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

function all(...checks: readonly Check<string>[]): Check<string> {
  return (value, span, reading) => checks.every((check) => check(value, span, reading));
}

import { checkOptionName, checkUrlTemplate } from '../checks.js';
import { deadlineShape, rateLimitResetShape, rateLimitShape, redirectsShape, retryShape } from './answers.js';
import { boolean, choice, decimalNumber, later, mapOf, nullable, object, oneOf, optional, required, scalar, text } from '../shape.js';
import { paginatorShape, authShape } from './registered.js';
import { headersShape, paramsEncoding } from './endpoint.js';

/** The client: where the API is, how it is talked to, and the options of its callers. */

const CONFIG_TYPES = ['string', 'integer', 'number', 'boolean', 'datetime', 'date', 'list'] as const;

const configTypeShape = choice('a type of option', CONFIG_TYPES, { description: 'The type of the option; list: texts, for `for_each`.' });

export const configOptionShape = oneOf(
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

export const clientShape = object(
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

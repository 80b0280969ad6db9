import { checkHeaderName, checkOrigin } from '../checks.js';
import { checkSelector } from '../paginators/stop-rules.js';
import { choice, decimalNumber, integer, list, object, oneOf, optional, required, text, type Shaped } from '../shape.js';
import { spec as messages } from '../diagnostics/messages/spec.js';

/** What answers mean that are not what their status says. */

const ACTIONS = ['fail', 'ignore', 'retry', 'rate_limited', 'restart'] as const;

/** How many requests a client makes in a time. */
export const rateLimitShape = object(
  'rate_limit',
  {
    requests: required(integer({ description: 'How many requests.', min: 1, max: 10_000 })),
    per: required(
      oneOf(
        'a number of seconds or a unit of time',
        [
          decimalNumber({ description: 'Seconds.', min: 0.001, max: 86_400 }),
          choice('a unit of time', ['second', 'minute', 'hour', 'day'], { description: 'A unit of time.' }),
        ],
        { description: 'In which time: seconds, or one of second, minute, hour, day.', examples: ['minute', 10] },
      ),
    ),
  },
  {
    description: 'The most that a client asks of the API, in any such stretch of time; its resources share it.',
    examples: [{ requests: 100, per: 'minute' }],
  },
);

/** Where an API says when its limit is lifted. */
export const rateLimitResetShape = object(
  'rate_limit_reset',
  {
    header: required(text({ description: 'The header.', check: checkHeaderName, examples: ['X-RateLimit-Reset'] })),
    format: required(
      choice('a format', ['epoch_s', 'epoch_ms', 'seconds'], {
        description: 'What it holds: seconds or milliseconds since 1970, or seconds from now.',
      }),
    ),
  },
  { description: 'Where the API says how long its limit holds, read from answers that are rate limited and have no Retry-After.' },
);

/** Where redirects may lead beside the API. */
export const redirectsShape = object(
  'redirects',
  {
    allow: required(
      list(text({ description: 'Scheme, host and port.', check: checkOrigin, examples: ['https://storage.example.com'] }), {
        description: 'Other origins. What is there is asked for with GET and without credentials, and leads back to the API no more.',
        min: 1,
      }),
    ),
  },
  {
    description: 'Where redirects may lead beside the origin of the API: of the client, or of one endpoint instead.',
    examples: [{ allow: ['https://storage.example.com'] }],
  },
);

const status = integer({ description: 'An HTTP status, as a number.', min: 200, max: 599 });

export const responseActionsShape = list(
  object(
    'a response action',
    {
      status_code: optional(
        oneOf('a status or a list of them', [status, list(status, { description: 'Any of these.', min: 1 })], {
          description: 'The status, or statuses, that it is about. Default: every status.',
          examples: [404, [400, 422]],
        }),
      ),
      content: optional(text({ description: 'A text that the body contains.', examples: ['no such report'] })),
      header: optional(
        object(
          'header',
          {
            name: required(
              text({ description: 'A header that the answer has.', check: checkHeaderName, examples: ['X-RateLimit-Remaining'] }),
            ),
            value: optional(text({ description: 'What it is. Default: anything.', allowEmpty: true, examples: ['0'] })),
          },
          { description: 'A header of the answer.' },
        ),
      ),
      body_path: optional(
        text({
          description: 'A place in the JSON body at which there is something: not null, false, 0, or an empty text, list or mapping.',
          check: checkSelector,
          examples: ['error', 'errors'],
        }),
      ),
      action: required(
        choice('an action', ACTIONS, {
          description:
            'fail: the read ends with an error. ignore: the read of this resource (of this parent) ends here, with the pages so far. retry: the request is made again, after a backoff. rate_limited: the same, after what the API asks for. restart: the position of the saved state is none any more; the read begins again from its start, once.',
        }),
      ),
      wait: optional(
        object(
          'wait',
          {
            needed_path: required(
              text({ description: 'What the request costs.', check: checkSelector, examples: ['extensions.cost.requestedQueryCost'] }),
            ),
            available_path: required(
              text({
                description: 'How much there is.',
                check: checkSelector,
                examples: ['extensions.cost.throttleStatus.currentlyAvailable'],
              }),
            ),
            restore_path: required(
              text({
                description: 'How much comes back each second.',
                check: checkSelector,
                examples: ['extensions.cost.throttleStatus.restoreRate'],
              }),
            ),
          },
          { description: 'With rate_limited: places in the JSON body that say how long it takes until there is enough.' },
        ),
      ),
      message: optional(
        text({
          description: 'What the error says to the user.',
          placeholders: 'prose',
          examples: ['The account has no access to reports.'],
        }),
      ),
    },
    {
      description: 'All conditions that are given have to hold.',
      check(said, reading) {
        if (said.status_code !== undefined || said.content !== undefined || said.header !== undefined || said.body_path !== undefined)
          return;
        const hint = 'Give status_code, content, header or body_path.';
        reading.report(
          messages.pattern(reading.spanOf(said), 'spec/response-action', 'an action for every answer would leave no records', hint),
        );
      },
    },
  ),
  {
    description: 'What answers mean that are not what their status says. The first that fits counts.',
    examples: [[{ status_code: 404, action: 'ignore' }]],
  },
);

export const retryShape = object(
  'retry',
  {
    statuses: optional(
      list(integer({ description: 'An HTTP status.', min: 400, max: 599 }), {
        description: 'Statuses that are tried again. A list takes the place of the default.',
        default: [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529],
      }),
    ),
    max_retries: optional(integer({ description: 'Tries after the first.', min: 0, max: 20, default: 3 })),
    backoff_factor: optional(
      decimalNumber({
        description: 'Seconds before the first retry; doubled for each further one, with jitter.',
        min: 0,
        max: 3600,
        default: 1,
      }),
    ),
    max_delay: optional(decimalNumber({ description: 'Seconds that the backoff never exceeds.', min: 0, max: 86_400, default: 30 })),
    max_retry_after: optional(
      decimalNumber({
        description: 'Seconds of Retry-After up to which a read waits; beyond, it ends with an error that carries the state.',
        min: 0,
        max: 86_400,
        default: 60,
      }),
    ),
  },
  { description: 'What is tried again, and when. What an endpoint leaves out is as the client says.' },
);

export type RetrySpec = Shaped<typeof retryShape>;

/** How long a read may take. */
export const deadlineShape = decimalNumber({
  description:
    'Seconds that a whole read may take: then it ends with an error that carries the state. Where a wait would be longer than what is left, it ends at once. Callers change it with deadlineMs. Default: as long as it takes.',
  min: 0.001,
  max: 2_073_600,
});

import { parseSelector } from '../selector.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { parseDuration } from './step.js';
import { checkTemplate } from '../checks.js';
import {
  boolean,
  choice,
  decimalNumber,
  later,
  list,
  object,
  oneOf,
  optional,
  required,
  scalar,
  text,
  type Check,
  type Shaped,
} from '../shape.js';

/** Refuses a path that is not one place in a record. */
const checkCursorPath: Check<string> = (value, span, reading) => {
  const parsed = parseSelector(value);
  if (parsed.ok && parsed.path.length > 0 && parsed.path.every((step) => step.kind === 'key')) return true;
  const [message, hint] = parsed.ok ? ['a cursor is one field of a record'] : [parsed.message, parsed.hint];
  reading.report(messages.pattern(span, 'spec/selector-syntax', message, hint));
  return false;
};

/** Refuses what is no duration. */
const checkStep: Check<string> = (value, span, reading) => {
  if (parseDuration(value) !== undefined) return true;
  reading.report(
    messages.pattern(
      span,
      'spec/duration',
      'a step is an ISO 8601 duration of whole numbers, and longer than nothing',
      'P1D is a day, P1W a week, P1M a month, PT6H six hours.',
    ),
  );
  return false;
};

const boundShape = (description: string) =>
  oneOf(
    'a text or a number',
    [
      text({ description: `${description} \`{config.x}\` is replaced.`, placeholders: 'filled', check: checkTemplate }),
      scalar({ description: 'A number, for cursors that are numbers; of a `bigint` beyond 2^53, its digits as text.' }),
    ],
    { description },
  );

/** `endpoint.incremental`, in dlt's words. */
export const incrementalShape = object(
  'incremental',
  {
    cursor_path: required(
      text({ description: 'The field of a record that says how new it is.', check: checkCursorPath, examples: ['updated_at'] }),
    ),
    initial_value: optional(boundShape('Where the first run begins. Default: at the beginning.')),
    end_value: optional(boundShape('Where reading ends. Default: it does not.')),
    start_param: optional(text({ description: 'Query parameter that tells the API where to begin.', examples: ['since'] })),
    end_param: optional(text({ description: 'Query parameter that tells the API where to end: `end_value`.' })),
    format: optional(
      oneOf(
        'a format, or a list of them',
        [
          text({
            description: 'iso8601, epoch_s, epoch_ms, rfc2822, microsoft_date or a strftime pattern; epoch_ns for a `bigint`.',
            examples: ['epoch_s', '%Y-%m-%d'],
          }),
          list(text({ description: 'A format.', examples: ['%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%S.%f'] }), {
            description: 'The first is written; the field of `cursor_path` may have any of them, unless it says its own.',
            min: 1,
          }),
        ],
        {
          description:
            'How the API wants the bounds written: iso8601, epoch_s, epoch_ms, rfc2822, microsoft_date or a strftime pattern. Default: as records have it. Of a list, the first is written, and any is read. epoch_ns: the cursor is a `bigint`, and the API has nanoseconds since 1970.',
        },
      ),
    ),
    timezone: optional(
      text({
        description:
          'The zone of bounds and values that are written without an offset: its IANA name, or `{config.x}`. Without it they are taken for UTC, and a bound without an offset is asked for early or late enough for any zone.',
        placeholders: 'filled',
        examples: ['Europe/Berlin', '{config.timezone}'],
      }),
    ),
    lag: optional(
      decimalNumber({
        description:
          'How far before its start a run begins, for records that turn up late: seconds; days for dates, units for numbers. Records in that stretch come again.',
        min: 0,
        default: 0,
      }),
    ),
    range_start: optional(
      choice('an end of a range', ['closed', 'open'], {
        description: 'Whether records at the start belong to the run. closed: those that were read are told apart.',
        default: 'closed',
      }),
    ),
    range_end: optional(
      choice('an end of a range', ['open', 'closed'], {
        description: 'Whether records at the end value belong to the run.',
        default: 'open',
      }),
    ),
    row_order: optional(
      choice('an order', ['asc', 'desc'], {
        description:
          'How the API sorts by the cursor. asc: a step back is an error; desc: the read ends at the first record that is too old.',
      }),
    ),
    on_cursor_value_missing: optional(
      choice('a way to go on', ['raise', 'include', 'exclude'], {
        description: 'What happens with a record whose cursor is null or missing.',
        default: 'raise',
      }),
    ),
    client_side: optional(
      boolean({
        description: 'The API cannot be told where to begin: everything is read, and what is old is left out here.',
        default: false,
      }),
    ),
    step: optional(
      text({
        description:
          'The stretch from the start to `end_value`, or to now, is read in windows of this length, in ascending order, each requested with start and end and paged to its end: an ISO 8601 duration.',
        check: checkStep,
        examples: ['P30D', 'P1M', 'PT6H'],
      }),
    ),
    last_value_func: optional(
      choice('a way to find the last value', ['max', 'min'], {
        description: 'Which value of the cursor the next run begins at. min: the feed is read backwards, and what is new is what is less.',
        default: 'max',
      }),
    ),
    primary_key: later('Records are told apart by all they hold.'),
    convert: later('Say the format of the bounds.'),
    allow_external_schedulers: later('Pass the bounds as config.'),
  },
  { description: 'Reads only what is new: the state remembers the latest value of a field, and the next run begins there.' },
);

export type IncrementalSpec = Shaped<typeof incrementalShape>;

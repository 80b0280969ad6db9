import { spec as messages } from '../diagnostics/messages/spec.js';
import { checkHeaderName, checkTemplate } from '../checks.js';
import { checkSelector } from '../paginators/stop-rules.js';
import { compressionShape, csvShape, formatShape, jsonlShape, xmlShape } from './format.js';
import {
  choice,
  decimalNumber,
  list,
  literalWord,
  nullable,
  object,
  oneOf,
  optional,
  required,
  scalar,
  text,
  type Shape,
} from '../shape.js';

/** Long work: a request that creates a job, others that ask how it is, and files with its records. */

/** Shapes of an endpoint that requests of a job have too. */
export interface RequestShapes<Headers, Params, Json> {
  readonly headers: Shape<Headers>;
  readonly params: Shape<Params>;
  readonly json: Shape<Json>;
}

/** Keys of `job.create` and of `job.download` that an endpoint has: they may stand in either. */
export const CREATE_KEYS: readonly string[] = ['path', 'method', 'params', 'headers', 'json'];
export const FILE_KEYS: readonly string[] = ['format', 'csv', 'jsonl', 'xml', 'compression', 'data_selector'];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function requestKeys<Headers, Params, Json>(
  { headers, params, json }: RequestShapes<Headers, Params, Json>,
  method: (typeof METHODS)[number],
  path: string,
) {
  return {
    path: optional(text({ description: path, placeholders: 'filled', check: checkTemplate, examples: ['/v1/exports/{job.id}'] })),
    method: optional(choice('a method', METHODS, { description: 'The HTTP method.', default: method })),
    params: optional(params),
    headers: optional(headers),
    json: optional(json),
  } as const;
}

const ONE = scalar({ description: 'A value of status_path.' });

function statuses(description: string, examples: readonly (readonly string[])[]) {
  return oneOf('a value or a list of them', [ONE, list(ONE, { description: 'Values of status_path.', min: 1 })], { description, examples });
}

/** The shape of `job`, made of those that requests have anyway. `download` may have what bodies of an endpoint are. */
export function jobShape<Headers, Params, Json>(shapes: RequestShapes<Headers, Params, Json>) {
  return object(
    'job',
    {
      create: optional(
        object('job.create', requestKeys(shapes, 'POST', 'What is asked for the job.'), {
          description:
            'The request that creates the job: path, method, params, headers, json. They may stand in the endpoint as well. `{job.id}` in later requests is `id` of its answer.',
        }),
      ),
      poll: required(
        object(
          'job.poll',
          {
            ...requestKeys(shapes, 'GET', 'Where to ask how the job is; `{job.id}` is a field of the answer to create.'),
            url_header: optional(
              text({
                description:
                  'In place of path: the header of the answer to create with the URL to ask at, of the same origin. A state keeps it, without secrets.',
                check: checkHeaderName,
                examples: ['Location', 'Operation-Location'],
              }),
            ),
            url_path: optional(
              text({
                description: 'In place of path: where that URL is in the answer to create.',
                check: checkSelector,
                examples: ['links.self'],
              }),
            ),
            status_path: required(text({ description: 'Where the status is in the answer.', check: checkSelector, examples: ['status'] })),
            done: required(statuses('The status of a job whose files are there.', [['completed']])),
            failed: optional(
              statuses('The status of a job that came to nothing: an error, and the next read creates another job.', [['failed']]),
            ),
            running: optional(
              statuses('The status of a job that goes on. Default: any that is neither done nor failed; with it, others are an error.', [
                ['queued', 'running'],
              ]),
            ),
            interval: optional(
              decimalNumber({
                description: 'Seconds until the status is asked for again, twice as many each time; a Retry-After may ask for more.',
                min: 0.001,
                max: 86_400,
                default: 5,
              }),
            ),
            max_interval: optional(
              decimalNumber({ description: 'The longest of these waits, in seconds.', min: 0.001, max: 86_400, default: 60 }),
            ),
            timeout: optional(
              decimalNumber({
                description: 'Seconds to wait for a job in one read. After them: an error; the next read asks for the same job.',
                min: 0.001,
                max: 30 * 86_400,
                default: 3600,
              }),
            ),
          },
          { description: 'How to ask whether the job is done.' },
        ),
      ),
      download: optional(
        object(
          'job.download',
          {
            ...requestKeys(
              shapes,
              'GET',
              'Where the file is, or, with urls_path, where it is said. `{poll.x}` is a field of the last answer of poll.',
            ),
            urls_path: optional(
              text({
                description:
                  'Where the URL of the file is, or those of several: in the answer of path, or else in the last one of poll. Null: there are no records. Another origin is told no credentials.',
                check: checkSelector,
                examples: ['url', 'files[*].url'],
              }),
            ),
            paginator: optional(
              nullable(
                object(
                  'job.download.paginator',
                  {
                    type: required(literalWord('header_cursor')),
                    cursor_key: required(
                      text({
                        description:
                          'The header of the answer with the cursor of the next part. None, an empty one, or the text null: there is no more.',
                        check: checkHeaderName,
                        examples: ['Sforce-Locator'],
                      }),
                    ),
                    cursor_param: required(text({ description: 'Query parameter of the cursor.', examples: ['locator'] })),
                  },
                  { description: 'How a file is read in parts, each of them a page. Default: a file is one answer.' },
                ),
              ),
            ),
            format: optional(formatShape),
            csv: optional(csvShape),
            jsonl: optional(jsonlShape),
            xml: optional(xmlShape),
            compression: optional(nullable(compressionShape)),
            data_selector: optional(
              nullable(text({ description: 'Where the records are in a file. Default: all of it.', check: checkSelector })),
            ),
          },
          {
            description: 'Where the files are, and what is in them: format, csv, compression and data_selector are those of the endpoint.',
          },
        ),
      ),
      cleanup: optional(
        nullable(
          object(
            'job.cleanup',
            requestKeys(shapes, 'DELETE', 'What is asked to remove the job, once the page after its last file is asked for.'),
            {
              description: 'The request that removes a job whose records were read. That it fails is told to the logger alone.',
            },
          ),
        ),
      ),
    },
    {
      description:
        'Records that are made on demand: a job is created, asked for until it is done, and its files are read. A state names the job: a killed read goes on with it.',
      check(said, reading) {
        // what is said once has been lifted into the endpoint
        for (const [part, keys] of [
          [said.create, CREATE_KEYS],
          [said.download, FILE_KEYS],
        ] as const) {
          for (const key of keys) {
            if (part === undefined || !Object.hasOwn(part, key)) continue;
            reading.report(
              messages.pattern(reading.keySpanOf(part, key), 'spec/job', `${key} stands in the endpoint, too`, 'Say it once.'),
            );
          }
        }
      },
    },
  );
}

import type { ConnectorModel } from '../../model/connector-model.js';

/** Whether what ended a read with this code may be gone at a later attempt, after minutes and not after seconds; or that its status tells. */
type MendsLater = boolean | 'by status';

const ERROR_CODES = {
  http_status: 'by status',
  api_error: false,
  temporary_error: true,
  rate_limited: true,
  network: true,
  timeout: true,
  deadline: true,
  refused_redirect: false,
  body_too_large: false,
  not_utf8: false,
  not_json: false,
  not_csv: false,
  not_json_lines: false,
  malformed_body: true,
  too_deep: false,
  invalid_row: false,
  no_records: false,
  more_pages: false,
  invalid_page: false,
  no_progress: false,
  empty_pages: false,
  maximum_reached: false,
  capped_pages: false,
  rows_moved: true, // rows come to rest
  refused_link: false,
  parent_without_value: false,
  all_refused: false,
  unordered: false,
  early_records: false,
  invalid_token: false,
  hook_failed: false,
  invalid_option: false,
  invalid_state: false,
  range: false,
  position_refused: false,
  invalid_record: false,
} as const satisfies Readonly<Record<string, MendsLater>>;

const JOB_CODES = {
  invalid_job: false,
  job_failed: false,
  job_status: false,
  job_timeout: true, // the next read asks for the same job again
  refused_file: false,
} as const satisfies Readonly<Record<string, MendsLater>>;

/** Of packages that read documents. */
const XML_CODES = { not_xml: false } as const satisfies Readonly<Record<string, MendsLater>>;

/** Of packages whose warnings are errors. */
const STRICT_CODES = { warning: false } as const satisfies Readonly<Record<string, MendsLater>>;

/** A code of an error of a package. */
export type ErrorCode = keyof typeof ERROR_CODES | keyof typeof STRICT_CODES | keyof typeof XML_CODES | keyof typeof JOB_CODES;

/**
 * What errors of packages say for programs: the same in every package, so that another way of paging breaks nobody; and those of jobs, of
 * documents and of strict reads, where there are any.
 */
export function errorCodes({ resources, strict }: ConnectorModel): readonly ErrorCode[] {
  const codes = {
    ...ERROR_CODES,
    ...(strict ? STRICT_CODES : {}),
    ...(resources.some(({ format }) => format.kind === 'xml') ? XML_CODES : {}),
    ...(resources.some(({ job }) => job !== null) ? JOB_CODES : {}),
  };
  return Object.keys(codes) as ErrorCode[];
}

/** Whether a later attempt may succeed: for schedulers, which try again long after a read has given up. */
export function mendsLater(word: ErrorCode): MendsLater {
  return { ...ERROR_CODES, ...STRICT_CODES, ...XML_CODES, ...JOB_CODES }[word];
}

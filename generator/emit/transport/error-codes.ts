import type { ConnectorModel } from '../../model/connector-model.js';

const ERROR_CODES: readonly string[] = [
  'http_status',
  'api_error',
  'temporary_error',
  'rate_limited',
  'network',
  'timeout',
  'deadline',
  'refused_redirect',
  'body_too_large',
  'not_utf8',
  'not_json',
  'not_csv',
  'not_json_lines',
  'malformed_body',
  'too_deep',
  'invalid_row',
  'no_records',
  'more_pages',
  'invalid_page',
  'no_progress',
  'empty_pages',
  'maximum_reached',
  'capped_pages',
  'rows_moved',
  'refused_link',
  'parent_without_value',
  'all_refused',
  'unordered',
  'early_records',
  'invalid_token',
  'hook_failed',
  'invalid_option',
  'invalid_state',
  'range',
  'position_refused',
  'invalid_record',
];

const JOB_CODES: readonly string[] = ['invalid_job', 'job_failed', 'job_status', 'job_timeout', 'refused_file'];

/**
 * What errors of packages say for programs: the same in every package, so that another way of paging breaks nobody; and those of jobs, where
 * there are any.
 */
export function errorCodes({ resources }: ConnectorModel): readonly string[] {
  return resources.some(({ job }) => job !== null) ? [...ERROR_CODES, ...JOB_CODES] : ERROR_CODES;
}

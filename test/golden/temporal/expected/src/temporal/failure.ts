// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ApplicationFailure, cancellationDetails, CancelledFailure } from '@temporalio/activity';
import { ShopError, ShopHttpError, type ShopErrorCode } from '../errors.ts';
import { SyncError, type SyncErrorCode } from '../sync/destination.ts';

/**
 * An error as Temporal takes it: its type is the code, and it says whether another attempt may mend it. Bugs stay as they are, and are tried
 * again, for there may be a worker that has none.
 */
export function failureOf(error: unknown): unknown {
  if (error instanceof CancelledFailure) {
    // a worker that is told to end cancels what it does, too: others take it over
    return cancellationDetails()?.cancelRequested === true
      ? error
      : ApplicationFailure.create({ message: error.message, type: 'stopped' });
  }
  if (error instanceof SyncError) {
    const { code, message } = error;
    return ApplicationFailure.create({
      message,
      type: code,
      nonRetryable: !OF_DESTINATIONS[code],
      ...(code === 'locked' ? { nextRetryDelay: '10 seconds' } : {}),
    });
  }
  if (!(error instanceof ShopError)) return error;
  const mends = OF_THE_API[error.code];
  const { status, retryAfterMs } = error instanceof ShopHttpError ? error : { status: 0, retryAfterMs: 0 };
  return ApplicationFailure.create({
    message: error.message,
    type: error.code,
    nonRetryable: !(mends === 'by status' ? status >= 500 || [408, 425, 429].includes(status) : mends),
    details: [{ resource: error.resource, page: error.page, attempts: error.attempts }],
    ...(retryAfterMs > 0 ? { nextRetryDelay: retryAfterMs } : {}),
  });
}

/** Whether a later attempt may succeed. */
const OF_THE_API: Readonly<Record<ShopErrorCode, boolean | 'by status'>> = {
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
  rows_moved: true,
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
};

const OF_DESTINATIONS: Readonly<Record<SyncErrorCode, boolean>> = {
  usage: false,
  driver: false,
  destination: true,
  foreign: false,
  narrowing: false,
  locked: true,
  state: false,
};

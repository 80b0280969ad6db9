import { activityInfo, ApplicationFailure, cancellationSignal, heartbeat } from '@temporalio/activity';
import { ShopClient, ShopError } from 'shop-connector';
import { finishRun, openDestination, planRun, SyncError, syncUnit, type Destination } from 'shop-connector/sync';

const to = process.env['SHOP_TO'] ?? '';
const options = { stores: (process.env['SHOP_STORES'] ?? '').split(','), baseUrl: process.env['SHOP_BASE_URL'] };

/** The ids of the units of a run: the units themselves are kept in the destination. */
export function plan(asked: {
  readonly run: string;
  readonly resources?: readonly string[];
  readonly units?: number;
}): Promise<readonly string[]> {
  return working(async (destination, signal) => {
    const units = await planRun(new ShopClient(options), destination, { ...asked, signal });
    return units.map(({ id }) => id);
  });
}

/** Reads one unit. Where it was cut off, it goes on after the last rows that the destination has: heartbeats only tell that it lives. */
export function readUnit({ run, id }: { readonly run: string; readonly id: string }): Promise<number> {
  return working(async (destination, signal) => {
    const unit = await destination.units?.find(run, id);
    if (unit === undefined) throw ApplicationFailure.nonRetryable(`run ${run} has no unit ${id}`, 'usage');
    const { records } = await syncUnit(new ShopClient(options), destination, { run, unit, signal });
    return records;
  });
}

/** Brings what the units gathered into the tables. */
export function finish({ run }: { readonly run: string }): Promise<readonly string[]> {
  return working((destination) => finishRun(destination, run));
}

/** Opens the destination, and says that the activity lives for as long as it works. Heartbeats are throttled by the SDK. */
async function working<Result>(work: (destination: Destination, signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => heartbeat({ attempt: activityInfo().attempt }), 5_000);
  let destination: Destination | undefined;
  try {
    destination = await openDestination(to);
    return await work(destination, cancellationSignal());
  } catch (error) {
    throw failureOf(error);
  } finally {
    clearInterval(beat);
    await destination?.close();
  }
}

/** What another attempt may mend, and what it cannot. */
function failureOf(error: unknown): unknown {
  if (error instanceof SyncError) {
    const mends = error.code === 'destination' || error.code === 'locked';
    return ApplicationFailure.create({ message: error.message, type: error.code, nonRetryable: !mends });
  }
  if (!(error instanceof ShopError)) return error; // cancellation, and bugs
  const status = 'status' in error ? Number(error.status) : 0;
  const mends =
    ['network', 'timeout', 'deadline', 'rate_limited', 'temporary_error'].includes(error.code) || status >= 500 || status === 429;
  return ApplicationFailure.create({ message: error.message, type: error.code, nonRetryable: !mends });
}

import {
  MetricsClient,
  MetricsError,
  type Metric,
  type MetricsClientOptions,
  type MetricsState,
} from '../../generated/metrics/src/index.js';
import type { ScriptServer } from './server.js';

/** A credential that no server but the API may see, and no error may show. */
export const API_KEY = 'canary-c0ffee-key';

export interface Client extends MetricsClient {
  /** How long it waited, in milliseconds. */
  readonly waits: readonly number[];
}

/** A client of the server that waits for nothing, with chance always at its least. */
export function clientOf(server: ScriptServer, options: Partial<MetricsClientOptions> = {}): Client {
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  const client = new MetricsClient({ apiKey: API_KEY, baseUrl: server.url, sleep, random: () => 0, timeoutMs: 20_000, ...options });
  return Object.assign(client, { waits });
}

/** What a read gave: the records of whole pages, and the error that ended it, if one did. */
export interface Outcome {
  readonly records: readonly Metric[];
  readonly state: MetricsState | undefined;
  readonly error?: unknown;
}

export async function read(client: MetricsClient, options: { state?: MetricsState; signal?: AbortSignal } = {}): Promise<Outcome> {
  const records: Metric[] = [];
  let state = options.state;
  try {
    for await (const page of client.metrics.pages(options)) {
      records.push(...page.records);
      state = page.state;
    }
    return { records, state };
  } catch (error) {
    return { records, state, error };
  }
}

/** The error of a read, which must be one of the package's own. */
export function errorOf({ error }: Outcome): MetricsError {
  if (error instanceof MetricsError) return error;
  throw new Error(`not an error of the package: ${String(error)}`);
}

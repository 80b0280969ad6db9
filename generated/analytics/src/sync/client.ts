// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/analytics.yaml

import { AnalyticsClient } from '../client.js';
import { sleep } from '../retry.js';
import { SyncError } from './destination.js';
import { fromEnvironment, type SettingSource } from './setting-reader.js';
import { clientOptions } from './settings.js';

/** A client with the settings of the environment. `onRetry` is told before each wait. */
export function openClient(env: Readonly<Record<string, string | undefined>>, onRetry?: () => void): AnalyticsClient {
  return clientFrom(fromEnvironment(env), onRetry);
}

/** A client with these settings; when some are missing, the error names all of them. */
export function clientFrom(source: SettingSource, onRetry: () => void = () => undefined): AnalyticsClient {
  const options = clientOptions(source);
  try {
    return new AnalyticsClient({
      ...options,
      sleep: (ms, signal) => {
        onRetry();
        return sleep(ms, signal);
      },
    });
  } catch (error) {
    throw error instanceof TypeError ? new SyncError('usage', error.message) : error;
  }
}

// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ShopClient } from '../client.ts';
import { sleep } from '../internal/retry.ts';
import { SyncError } from './destination.ts';
import { fromEnvironment, type SettingSource } from './setting-reader.ts';
import { clientOptions } from './settings.ts';

/** A client with the settings of the environment. `onRetry` is told before each wait. */
export function openClient(env: Readonly<Record<string, string | undefined>>, onRetry?: () => void): ShopClient {
  return clientFrom(fromEnvironment(env), onRetry);
}

/** A client with these settings; when some are missing, the error names all of them. */
export function clientFrom(source: SettingSource, onRetry: () => void = () => undefined): ShopClient {
  const options = clientOptions(source);
  try {
    return new ShopClient({
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

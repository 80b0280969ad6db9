// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ShopClientOptions } from '../client.ts';
import { SettingReader, type Setting, type SettingSource } from './setting-reader.ts';

/** What the client needs and its user supplies. */
export const settings: readonly Setting[] = [
  {
    name: 'base_url',
    env: 'SHOP_BASE_URL',
    type: 'string',
    description: 'Where the API is.',
    required: false,
    secret: false,
    default: 'https://api.example.com',
  },
];

/** The options of a client. Throws one error that names every setting that is missing or wrong. */
export function clientOptions(source: SettingSource): ShopClientOptions {
  const read = new SettingReader(settings, source);
  const baseUrl = read.optionalText('base_url');
  const options = {
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
  read.check();
  return options;
}

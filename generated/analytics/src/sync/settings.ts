// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { AnalyticsClientOptions } from '../client.ts';
import { SettingReader, type Setting, type SettingSource } from './setting-reader.ts';

/** What the client needs and its user supplies. */
export const settings: readonly Setting[] = [
  {
    name: 'api_key',
    env: 'ANALYTICS_API_KEY',
    type: 'string',
    description: 'The API key, sent as the query parameter `api_key`.',
    required: true,
    secret: true,
  },
  {
    name: 'start_date',
    env: 'ANALYTICS_START_DATE',
    type: 'string',
    format: 'date-time',
    description: 'Read events from here on the first run.',
    required: false,
    secret: false,
  },
  {
    name: 'base_url',
    env: 'ANALYTICS_BASE_URL',
    type: 'string',
    description: 'Where the API is.',
    required: false,
    secret: false,
    default: 'https://api.example.com',
  },
  {
    name: 'allow_plain_http',
    env: 'ANALYTICS_ALLOW_PLAIN_HTTP',
    type: 'boolean',
    description: 'Whether credentials may go over plain http to another host than this computer.',
    required: false,
    secret: false,
  },
];

/** The options of a client. Throws one error that names every setting that is missing or wrong. */
export function clientOptions(source: SettingSource): AnalyticsClientOptions {
  const read = new SettingReader(settings, source);
  const baseUrl = read.optionalText('base_url');
  const options = {
    apiKey: read.text('api_key'),
    startDate: read.optionalText('start_date'),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(read.optionalBoolean('allow_plain_http') === true ? { allowPlainHttp: true } : {}),
  };
  read.check();
  return options;
}

// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { GithubIssuesClientOptions } from '../client.ts';
import { SettingReader, type Setting, type SettingSource } from './setting-reader.ts';

/** What the client needs and its user supplies. */
export const settings: readonly Setting[] = [
  {
    name: 'token',
    env: 'GITHUB_ISSUES_TOKEN',
    type: 'string',
    description: 'The access token, sent as `Authorization: Bearer …`.',
    required: true,
    secret: true,
  },
  {
    name: 'owner',
    env: 'GITHUB_ISSUES_OWNER',
    type: 'string',
    description: 'Account that owns the repository.',
    required: true,
    secret: false,
  },
  {
    name: 'repo',
    env: 'GITHUB_ISSUES_REPO',
    type: 'string',
    description: 'Name of the repository.',
    required: true,
    secret: false,
  },
  {
    name: 'page_size',
    env: 'GITHUB_ISSUES_PAGE_SIZE',
    type: 'integer',
    description: 'Issues in one page, 100 at most.',
    required: false,
    secret: false,
    default: 100,
  },
  {
    name: 'base_url',
    env: 'GITHUB_ISSUES_BASE_URL',
    type: 'string',
    description: 'Where the API is.',
    required: false,
    secret: false,
    default: 'https://api.github.com',
  },
  {
    name: 'allow_plain_http',
    env: 'GITHUB_ISSUES_ALLOW_PLAIN_HTTP',
    type: 'boolean',
    description: 'Whether credentials may go over plain http to another host than this computer.',
    required: false,
    secret: false,
  },
];

/** The options of a client. Throws one error that names every setting that is missing or wrong. */
export function clientOptions(source: SettingSource): GithubIssuesClientOptions {
  const read = new SettingReader(settings, source);
  const baseUrl = read.optionalText('base_url');
  const options = {
    token: read.text('token'),
    owner: read.text('owner'),
    repo: read.text('repo'),
    pageSize: read.optionalNumber('page_size'),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(read.optionalBoolean('allow_plain_http') === true ? { allowPlainHttp: true } : {}),
  };
  read.check();
  return options;
}

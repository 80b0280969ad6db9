// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { TenantsClient } from '../src/index.ts';
import { credentials } from './replay.ts';

test.each([
  [{ domain: '' }],
  [{ domain: 'user@elsewhere.example' }],
  [{ domain: 'elsewhere.example/' }],
  [{ domain: 'elsewhere.example?' }],
  [{ domain: 'elsewhere.example#' }],
  [{ domain: '\\elsewhere.example' }],
  [{ domain: 'a b' }],
  [{ domain: '.' }],
  [{ tenant: '' }],
  [{ tenant: '.' }],
  [{ tenant: '..' }],
])('makes no client that would send requests elsewhere: %j', (given: object) => {
  expect(
    () => new TenantsClient({ ...credentials, domain: 'some-domain', tenant: 'some-tenant', scopes: 'read', ...given }),
  ).toThrow(TypeError);
});

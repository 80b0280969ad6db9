// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { ChosenClient } from '../src/index.ts';
import { credentials } from './replay.ts';

test.each([[{ region: '' }], [{ region: 'elsewhere' }], [{ region: 'constructor' }]])(
  'makes no client that would send requests elsewhere: %j',
  (given: object) => {
    expect(() => new ChosenClient({ ...credentials, region: 'eu', includeArchived: false, ...given })).toThrow(
      TypeError,
    );
  },
);

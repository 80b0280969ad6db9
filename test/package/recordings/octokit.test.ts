import { expect, test } from 'vitest';
import { fixtureText } from '../../../generator/recordings/format.js';
import { importOctokitIssues } from '../../support/octokit.js';

/** `npx vitest run test/package/recordings/octokit.test.ts -u` imports them again, after an update of `@octokit/fixtures`. */
test('the recording of github-issues is what GitHub answered, without the token', async () => {
  const text = fixtureText(importOctokitIssues());
  await expect(text).toMatchFileSnapshot('../../../specs/github-issues/issues.json');
  expect(text).not.toMatch(/authorization|token 0/i);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildModel } from '../../generator/model/build.js';
import { load } from '../../generator/spec/load.js';
import { validate } from '../../generator/spec/validate.js';
import { emitModel, place, runFiles } from '../support/records.js';
import { importOctokitIssues } from '../support/octokit.js';

test('the five recorded pages of issues decode without a loosened type', async () => {
  const loaded = load('specs/github-issues.yaml', readFileSync('specs/github-issues.yaml'));
  if (!loaded.ok) throw new Error('the spec is refused');
  const { document, reading } = validate(loaded.source);
  const model = document === undefined ? undefined : buildModel(document, 'specs/github-issues.yaml', reading);
  if (model === undefined) throw new Error('the spec is refused');
  const emitted = await runFiles(await emitModel(model.records));
  const decode = await emitted.decoder('issue', 'decodeIssue');

  const pages = importOctokitIssues().exchanges.map(({ response }) => response.body);
  const issues = pages.flatMap((page) => (Array.isArray(page) ? page : []));
  expect(pages).toHaveLength(5);
  expect(issues).toHaveLength(13);
  for (const issue of issues) {
    const before = structuredClone(issue);
    expect(decode(issue, place())).toMatchObject(Object(before));
  }
  const loose = emitted.files
    .find((file) => file.path === 'src/records/issue.ts')
    ?.text.match(/^ {2}readonly \S+: (unknown|.*\[key: string\]: unknown.*);$/gm);
  expect(loose).toBeNull();
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { committedPackages, weigh } from './weigh.js';

test.each(committedPackages(repository))('the README of $spec says what the package weighs', async ({ folder }) => {
  const [, said] = /, (\d+\.\d) kB minified and gzipped\./.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];
  const found = (await weigh(folder)) / 1000;
  expect(Math.abs(Number(said) - found), `it weighs ${found} kB: run npm run size -- --write && npm run generate`).toBeLessThan(0.15);
});

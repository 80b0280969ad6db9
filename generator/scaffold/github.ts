import type { PackageManager } from './managers.js';

/** A workflow of GitHub Actions: the packages are what the specs make, they build, and their tests pass. */
export function workflow(manager: PackageManager): string {
  const { installFrozen, tool, run } = manager;
  return `name: connectors

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  verify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
${setup(manager)}
      - run: ${installFrozen}
      - run: ${tool} generate --check
      - run: ${run} build
      - run: ${run} test
`;
}

function setup({ name }: PackageManager): string {
  if (name === 'npm') return node('npm');
  if (name === 'bun') return `      - uses: oven-sh/setup-bun@v2\n${node()}`;
  return `${node()}\n      - run: npm install --global corepack && corepack enable`;
}

function node(cache?: string): string {
  return `      - uses: actions/setup-node@v6\n        with:\n          node-version: 24${cache === undefined ? '' : `\n          cache: ${cache}`}`;
}

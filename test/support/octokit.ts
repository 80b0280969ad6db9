import { readFileSync } from 'node:fs';
import type { Exchange, Fixture } from '../../generator/recordings/format.js';
import type { JsonValue } from '../../generator/shape.js';

/** An exchange as `@octokit/fixtures` keeps it. */
interface Recorded {
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly response: JsonValue;
  readonly reqheaders: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
}

const SCENARIO = new URL(
  '../../node_modules/@octokit/fixtures/scenarios/api.github.com/paginate-issues/normalized-fixture.json',
  import.meta.url,
);

/** The exchanges that GitHub answered to the authors of `@octokit/fixtures`: 5 pages with 13 issues. */
export function importOctokitIssues(): Fixture {
  const recorded = JSON.parse(readFileSync(SCENARIO, 'utf8')) as readonly Recorded[];
  return {
    version: 1,
    resource: 'issues',
    source:
      'Real exchanges with api.github.com, as @octokit/fixtures 23 keeps them (scenario paginate-issues, ids and dates normalised; MIT).',
    config: { owner: 'octokit-fixture-org', repo: 'paginate-issues', page_size: 3 },
    exchanges: recorded.map(exchangeOf),
  };
}

function exchangeOf({ scope, method, path, status, response, reqheaders, headers }: Recorded): Exchange {
  return {
    request: { method: method.toUpperCase(), url: new URL(path, scope).href, headers: only(reqheaders, ['accept']) },
    response: { status, headers: only(headers, ['content-type', 'link']), body: response },
  };
}

function only(headers: { readonly [name: string]: string }, names: readonly string[]): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

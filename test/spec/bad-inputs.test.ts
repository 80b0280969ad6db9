import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../generator/diagnostics/frame.js';
import { Lines } from '../../generator/diagnostics/place.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import type { Generated } from '../../generator/generate.js';
import { load } from '../../generator/spec/load.js';
import cases from './bad-inputs.json' with { type: 'json' };
import { generateLater } from '../support/generate.js';

/** The errors of a spec as `code@line:column`, in the order of the file; none when it makes a package. */
async function refusals(text: string): Promise<readonly string[]> {
  const { diagnostics } = await run(text);
  const lines = new Lines(text);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span = { start: 0, end: 0 } }) => ({ code, ...lines.at(span.start), start: span.start }))
    .sort((a, b) => a.start - b.start)
    .map(({ code, line, column }) => `${code}@${line}:${column}`);
}

async function run(text: string): Promise<Generated | { readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = load('spec.yaml', Buffer.from(text));
  return loaded.ok ? generateLater(loaded.source) : loaded;
}

describe('bad specs', () => {
  for (const { id, input, code, at } of cases) {
    if (code === null) continue;
    test(`${id}: ${code}`, async () => {
      expect((await refusals(input))[0]).toBe(`${code}@${at}`);
    });
  }
});

describe('what is told', () => {
  test.each(cases.filter(({ code }) => code !== null))(
    '$id: neither a secret nor a control character, and not much of the file',
    async ({ input }) => {
      const { diagnostics } = await run(input);
      const shown = renderDiagnostics(diagnostics, { path: 'spec.yaml', text: input }, { color: false });
      expect(shown).not.toMatch(/hunter2|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
      for (const { message, hint } of diagnostics) expect(`${message}${hint ?? ''}`.length).toBeLessThan(400);
    },
  );
});

describe('more bad specs', () => {
  const HEAD = 'name: acme\nclient:\n  base_url: https://api.example.com/v1\n';
  const one = (endpoint: string) => `${HEAD}resources:\n  - name: users\n    endpoint: {${endpoint}}\n`;

  test.each([
    ['a secret in a header', `${HEAD}  headers: {Authorization: Bearer aB3}\nresources: [users]\n`, 'spec/secret-literal@4:28'],
    ['a secret in a header of one resource', one('headers: {x-api-key: aB3}'), 'spec/secret-literal@6:37'],
    ['a secret in a parameter', one('params: {api_key: aB3}'), 'spec/secret-literal@6:34'],
    ['one header in two spellings', `${HEAD}  headers: {X-A: "1", x-a: "2"}\nresources: [users]\n`, 'spec/duplicate-name@4:23'],
    ['a header that fetch sets itself', `${HEAD}  headers: {Host: evil.example}\nresources: [users]\n`, 'spec/header-name@4:13'],
    ['a header with spaces that nobody would receive', `${HEAD}  headers: {X-A: " b"}\nresources: [users]\n`, 'spec/header-value@4:18'],
    ['a path with encoded dots', one('path: "/%2e%2E/admin"'), 'spec/path-dots@6:22'],
    ['a path with half-encoded dots', one('path: "/a/.%2e/b"'), 'spec/path-dots@6:22'],
    ['a path over two lines', one('path: "/a\\nb"'), 'spec/path@6:22'],
    [
      'two parameters of a paginator with one name',
      one('paginator: {type: offset, limit: 10, offset_param: limit}'),
      'spec/param-conflict@6:27',
    ],
    ['a file that Windows cannot have', `${HEAD}resources: [users, Con]\n`, 'spec/reserved-name@4:20'],
    ['a record named like a type of the package', `${HEAD}resources: [acme_client]\n`, 'spec/collision@1:7', 'spec/collision@4:13'],
    [
      'an object named like a page',
      `${HEAD}resources:\n  - name: data\n    fields: {page: {type: object, fields: {a: string}}}\n`,
      'spec/collision@5:11',
      'spec/collision@6:14',
    ],
    ['a paginator that is guessed while reading', one('paginator: auto'), 'spec/auto-paginator@6:27'],
    ['a guessed paginator as a mapping', one('paginator: {type: auto}'), 'spec/auto-paginator@6:34'],
    ['a paginator by its old name', one('paginator: json_response'), 'spec/enum@6:27'],
    [
      'a cursor in two places',
      one('method: POST, paginator: {type: cursor, cursor_param: c, cursor_body_path: c}'),
      'spec/param-conflict@6:91',
    ],
    ['a cursor that is not sent', one('paginator: {type: cursor, cursor_param: null}'), 'spec/endless-paginator@6:56'],
    ['paging in the body of a GET', one('paginator: {type: cursor, cursor_body_path: c}'), 'spec/body-path@6:42'],
    ['a body path with an index', one('method: POST, paginator: {type: cursor, cursor_body_path: "a[0]"}'), 'spec/selector-syntax@6:74'],
    ['a cursor of a field that is not there', one('paginator: {type: cursor, cursor_path: last.uid}'), 'spec/unknown-field@6:55'],
    [
      'a cursor inside of a field that is not there',
      one('paginator: {type: cursor, cursor_path: last.meta.next}'),
      'spec/unknown-field@6:55',
    ],
    ['short pages without a limit', one('paginator: {type: page_number, stop_after_short_page: true}'), 'spec/missing-limit@6:70'],
    ['a key without a place in its value', `${HEAD}  auth: {type: api_key, value: Token}\nresources: [users]\n`, 'spec/placeholder@4:32'],
    ['a cookie with a space', `${HEAD}  auth: {type: api_key, name: a b, location: cookie}\nresources: [users]\n`, 'spec/header-name@4:31'],
    [
      'a secret in a token request',
      `${HEAD}  auth: {type: oauth2_client_credentials, access_token_url: "https://a.example/t", access_token_request_data: {password: aB3}}\nresources: [users]\n`,
      'spec/secret-literal@4:122',
    ],
    [
      'a secret in a login',
      `${HEAD}  auth: {type: session_token, login_url: "https://a.example/t", data: {username: "{username}", password: aB3}}\nresources: [users]\n`,
      'spec/unused-credential@4:9',
      'spec/secret-literal@4:71',
    ],
    ['auth of an endpoint only', one('auth: bearer'), 'spec/own-auth@6:22'],
    ['what may be a secret in place of a mapping', `${HEAD}  auth: sk-aB3\nresources: [users]\n`, 'spec/enum@4:9'],
  ])('%s', async (_, text, ...want) => {
    expect(await refusals(text)).toEqual(want);
    const { diagnostics } = await run(text);
    expect(renderDiagnostics(diagnostics, { path: 'spec.yaml', text }, { color: false })).not.toContain('aB3');
  });

  test.each([
    [
      '{config.x} in a header of credentials',
      `${HEAD}  headers: {Authorization: "{config.key}"}\nconfig: {key: string}\nresources: [users]\n`,
    ],
    [
      'a content type that the body has anyway',
      `${HEAD}  headers: {Content-Type: application/json}\nresources:\n  - name: users\n    endpoint: {method: POST, json: {a: 1}, headers: {content-type: application/json}, paginator: single_page}\n`,
    ],
    [
      'an accept header of a login',
      `${HEAD}  auth: {type: session_token, login_url: "https://a.example/t", headers: {Accept: text/plain}, json: {username: "{username}", password: "{password}"}}\nresources: [users]\n`,
    ],
    [
      'names that are words of TypeScript',
      `name: import\nclient:\n  base_url: https://api.example.com/v1\nconfig: {class: string, let: integer}\nresources: [class, await, new, function]\n`,
    ],
  ])('%s is no mistake', async (_, text) => {
    expect(await refusals(text)).toEqual([]);
  });
});

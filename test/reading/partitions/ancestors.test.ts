import { expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Fields of what a parent is read for itself, in requests and in records. */

type Client = new (options: object) => Readonly<Record<string, { list(): AsyncIterable<unknown> }>>;

const at = (path: string, more: object = {}): object => ({ paginator: 'single_page', data_selector: '$', path, ...more });
const accounts = { name: 'accounts', primary_key: 'id', fields: { id: 'integer', plan: 'string' }, endpoint: at('/accounts') };
const projects = {
  name: 'projects',
  primary_key: 'id',
  fields: { id: 'string' },
  endpoint: at('/accounts/{resources.accounts.id}/projects'),
};

function spec(...resources: readonly object[]): string {
  return JSON.stringify({ name: 'one', client: { base_url: 'http://127.0.0.1:9' }, resources });
}

test('are in paths, params, bodies and records, however far up', async () => {
  const tasks = {
    name: 'tasks',
    include_from_parent: ['id', 'accounts.plan'],
    fields: { id: 'integer', site: 'integer' },
    add: { site: { value: '{resources.accounts.id}' } },
    endpoint: at('/accounts/{id}/projects/{resources.projects.id}/tasks', {
      params: { id: { type: 'resolve', resource: 'accounts', field: 'id' } },
    }),
  };
  const notes = {
    name: 'notes',
    include_from_parent: ['accounts.id', 'projects.id'],
    fields: { id: 'integer' },
    endpoint: at('/notes', {
      method: 'POST',
      params: { of: 'p-{resources.projects.id}-{resources.tasks.id}' },
      json: { account: '{resources.accounts.id}' },
    }),
  };
  const { origin, asked } = await serve(({ url }) => ({
    body:
      url.pathname === '/accounts'
        ? [
            { id: 1, plan: 'free' },
            { id: 2, plan: 'pro' },
          ]
        : url.pathname.endsWith('/projects')
          ? [{ id: 'same' }] // in both accounts: only with the account they are two
          : [{ id: 5 }],
  }));
  const { OneClient } = await importPackage(await filesFrom('one.yaml', spec(notes, tasks, projects, accounts)));
  const client = new (OneClient as Client)({ baseUrl: origin, sleep: async () => undefined });
  const read = async (name: string): Promise<readonly unknown[]> => {
    const records = [];
    for await (const record of client[name]?.list() ?? []) records.push(record);
    return records;
  };
  expect(await read('tasks')).toEqual([
    { id: 5, site: 1, _projects_id: 'same', _accounts_plan: 'free', _accounts_id: 1 },
    { id: 5, site: 2, _projects_id: 'same', _accounts_plan: 'pro', _accounts_id: 2 },
  ]);
  const before = asked.length;
  expect(await read('notes')).toEqual([
    { id: 5, _accounts_id: 1, _projects_id: 'same' },
    { id: 5, _accounts_id: 2, _projects_id: 'same' },
  ]);
  expect(
    asked
      .slice(before)
      .filter(({ method }) => method === 'POST')
      .map(({ url, body }) => `${url.search} ${body}`),
  ).toEqual(['?of=p-same-5 {"account":1}', '?of=p-same-5 {"account":2}']);
});

test.each<readonly [string, string, readonly object[]]>([
  ['a field that it has not', 'spec/unknown-field', [{ path: '/x/{resources.accounts.nmae}/{resources.projects.id}' }]],
  ['a place in a field', 'spec/two-parents', [{ path: '/x/{resources.accounts.a.b}/{resources.projects.id}' }]],
  ['two that are not one line', 'spec/two-parents', [{ path: '/x/{resources.projects.id}/{resources.teams.id}' }]],
  ['itself further up', 'spec/cycle', [{ path: '/x/{resources.things.id}/{resources.projects.id}' }]],
])('%s', async (_, code, [endpoint = {}]) => {
  const teams = { name: 'teams', fields: { id: 'integer' }, endpoint: at('/teams') };
  const things = { name: 'things', fields: { id: 'integer' }, endpoint: { ...at(''), ...endpoint } };
  const codes = (await diagnosticsOf(spec(accounts, projects, teams, things))).filter(({ severity }) => severity === 'error');
  expect(codes.map((each) => each.code)).toContain(code);
});

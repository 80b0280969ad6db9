import { describe, expect, test } from 'vitest';
import { fingerprintOf, put, sandbox } from '../support/sandbox.js';
import { tapwright } from './support.js';

const spec = `name: crew
client: { base_url: "https://api.example.com" }
resources:
  - name: users
    endpoint: { path: /users, paginator: { type: offset, limit: 2, total_path: total }, data_selector: items }
    fields: { id: integer, note: string }
`;

const exchange = (offset: number, body: unknown): object => ({
  request: { method: 'GET', url: `https://api.example.com/users?limit=2&offset=${offset}`, headers: { accept: 'application/json' } },
  response: { status: 200, headers: { 'content-type': 'application/json' }, body },
});

const fixture = (...exchanges: readonly object[]): string => `${JSON.stringify({ version: 1, resource: 'users', exchanges }, null, 2)}\n`;

const good = fixture(exchange(0, { items: [{ id: 1, note: 'x' }], total: 1 }));
const token = `ghp_${'0123456789abcdefghijklmnopqrstuvwxyz'}`;

/** What is in the place of the recording, and what is said of it by each command. */
describe.each([
  ['X02, none', undefined, 'fixtures/missing', ['check', 'infer']],
  ['X04, one of a later version', '{"v":99,"interactions":[]}', 'fixtures/version', ['check', 'infer', 'generate']],
  ['X04, one of version 2', '{"version":2,"resource":"users","exchanges":[]}', 'fixtures/version', ['check', 'infer', 'generate']],
  [
    'X06, one whose last exchange is never asked for',
    fixture(exchange(0, { items: [{ id: 1, note: 'x' }], total: 1 }), exchange(1, { items: [], total: 1 })),
    'fixtures/unused',
    ['check'],
  ],
  ['one that lacks what is asked for', fixture(exchange(0, { items: [{ id: 1, note: 'x' }], total: 2 })), 'fixtures/stale', ['check']],
  ['one of another path', good.replace('/users?', '/people?'), 'fixtures/stale', ['check']],
  [
    'X08, one with a token in it',
    fixture(exchange(0, { items: [{ id: 1, note: `use ${token}` }], total: 1 })),
    'fixtures/secret',
    ['check', 'generate'],
  ],
  ['X12, one of 80 MB', ' '.repeat(80 * 1024 * 1024), 'fixtures/too-large', ['check', 'infer', 'generate']],
  ['one that is not JSON', '{', 'fixtures/not-json', ['check', 'infer', 'generate']],
  ['one of another resource', good.replace('"users"', '"people"'), 'fixtures/resource', ['check', 'infer', 'generate']],
  ['a HAR file', '{"log":{"entries":[]}}', 'fixtures/version', ['check', 'infer', 'generate']],
  ['one that ends in an error', good.replace('"status": 200', '"status": 403'), 'fixtures/invalid', ['generate']],
  ['one with a broken exchange', fixture({}), 'fixtures/invalid', ['check', 'infer', 'generate']],
] as const)('a recording: %s', (_, text, code, commands) => {
  test.each(commands)('is refused by %s', async (command) => {
    const folder = sandbox();
    put(folder, { 'specs/crew.yaml': spec, ...(text === undefined ? {} : { 'specs/crew/users.json': text }) });
    const before = fingerprintOf(folder);
    const { exitCode, stderr } = await tapwright(folder, [command, 'specs/crew.yaml']);
    expect([exitCode, /error\[(.*?)\]/.exec(stderr)?.[1]]).toEqual([5, code]);
    expect(stderr).not.toContain(token);
    expect(stderr.length).toBeLessThan(1000);
    expect(fingerprintOf(folder)).toEqual(before);
  });
});

test.each(['check', 'infer', 'generate'])('X10: %s takes a recording whose line ends git has changed', async (command) => {
  const folder = sandbox();
  put(folder, { 'specs/crew.yaml': spec, 'specs/crew/users.json': `\ufeff${good.replaceAll('\n', '\r\n')}` });
  expect(await tapwright(folder, [command, 'specs/crew.yaml'])).toMatchObject({ exitCode: 0 });
});

test('X06: says how many exchanges were not asked for', async () => {
  const folder = sandbox();
  const text = fixture(exchange(0, { items: [{ id: 1, note: 'x' }], total: 1 }), exchange(1, { items: [], total: 1 }));
  put(folder, { 'specs/crew.yaml': spec, 'specs/crew/users.json': text });
  expect((await tapwright(folder, ['check', 'specs/crew.yaml'])).stderr).toContain(
    '1 recorded exchange was not asked for: the paging ended early',
  );
});

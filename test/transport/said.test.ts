import { describe, expect, test } from 'vitest';
import { serve, type Reply } from '../support/loopback.js';
import { oneResource, read } from '../support/one-resource.js';

/** What errors say of an answer: what the API says is wrong, how long it asks to wait, what came in place of JSON. */

const PAGE = { paginator: 'single_page' };

async function messageFor(reply: Reply, endpoint: object = {}, client: object = {}, options: object = {}): Promise<string> {
  const { origin } = await serve(() => reply);
  const open = await oneResource(origin, { ...PAGE, ...endpoint }, client);
  const { error } = await read(open(options));
  return error instanceof Error ? error.message.replaceAll(origin, '') : 'no error';
}

describe('what an API says is wrong', () => {
  test.each<[said: string, body: unknown]>([
    ['no such user', { message: 'no such user', documentation_url: 'https://a.example' }],
    ['invalid_grant: it has expired', { error: 'invalid_grant', error_description: 'it has expired' }],
    ['per_page must be between 1 and 100', { errors: [{ detail: 'per_page must be between 1 and 100' }, { detail: 'more' }] }],
    ['Bad Request: q is missing', { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'q is missing' }],
    ['no such project', { errorMessages: ['no such project'], errors: {} }],
    ['it broke', { error: { code: 400, errors: [{ message: 'it broke', domain: 'global' }], message: 'it broke' } }],
    ['not today', 'not today'],
  ])('%s', async (said, body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(await messageFor({ status: 400, text })).toBe(`things page 1: /things answered 400: ${said}`);
  });

  test.each([
    ['a page', '<html><title>400</title>'],
    ['nothing', ''],
    ['fields', '{"errors":{"name":"is bad"}}'],
    ['numbers', '{"error":5,"message":null}'],
    ['deep', `${'{"error":'.repeat(3000)}"x"${'}'.repeat(3000)}`],
  ])('is not made up: %s', async (_, body) => {
    expect(await messageFor({ status: 400, text: body })).toBe('things page 1: /things answered 400');
  });

  test('is not endless, and no signs that a terminal obeys', async () => {
    const message = await messageFor({ status: 400, body: { message: `\u001b[31m${'x'.repeat(5000)}` } });
    expect(message).toMatch(/^things page 1: \/things answered 400: \ufffd\[31mx+$/);
    expect(message.length).toBeLessThan(300);
  });

  test('is said after what the spec says of it', async () => {
    const reply = { body: { errors: [{ message: 'Field "x" does not exist' }], items: [] } };
    expect(await messageFor(reply, { response_actions: [{ body_path: 'errors', action: 'fail', message: 'GraphQL' }] })).toBe(
      'things page 1: /things answered 200: GraphQL: Field "x" does not exist',
    );
  });
});

test('how long an API asks to wait, where that is too long', async () => {
  expect(await messageFor({ status: 429, headers: { 'retry-after': '7200' }, body: { message: 'slow down' } })).toBe(
    'things page 1: /things answered 429: slow down, and asks to wait 7200 s',
  );
});

test('what came in place of JSON', async () => {
  expect(await messageFor({ headers: { 'content-type': 'text/csv; charset=utf-8' }, text: 'a,b' })).toMatch(
    /: the answer is not JSON but text\/csv; charset=utf-8$/,
  );
  expect(await messageFor({ text: '{"items":[{"id":NaN}]}' })).toMatch(/: the answer is not well-formed JSON \(22 characters\)$/);
  expect(await messageFor({ headers: { 'content-type': 'text/html' }, text: '<p>' }, { format: 'csv', data_selector: '$' })).toMatch(
    /: the answer is text\/html$/,
  );
});

test('null where records are looked for', async () => {
  const body = { items: null, more: 1 };
  expect(await messageFor({ body }, { data_selector: 'items', single_object: 'record' })).toMatch(
    /expected a list or an object at "items", got null: data_selector_optional says that this means none$/,
  );
  expect(await messageFor({ body }, { data_selector_optional: true })).toBe('no error');
  const paginator = { type: 'offset', limit: 1, total_path: 'n' };
  const listed = (given: object, selector = 'items') => messageFor({ body: given }, { data_selector: selector, paginator });
  expect(await listed(body)).toBe('things page 1: expected a list at "items", got null');
  expect(await listed({ more: 1 })).toBe('things page 1: expected a list at "items", but it is missing');
  expect(await listed({ items: {} })).toBe('things page 1: expected a list at "items", got object');
  expect(await listed({}, 'data.items')).toBe('things page 1: expected a list at "data.items", but it is missing');
  expect(await listed({}, '$')).toBe('things page 1: expected the body to be a list, got object');
  expect(await messageFor({ body }, { data_selector: 'rows[*]' })).toMatch(/at "rows"; the keys there are "items", "more"$/);
});

describe('what there is in place of what pages are found by', () => {
  test.each<[about: string, body: object, paginator: object, said: string]>([
    ['a total that is null', { total: null }, { type: 'offset', limit: 1, total_path: 'total' }, 'a whole number at "total", got null'],
    ['a total that is missing', {}, { type: 'offset', limit: 1, total_path: 'total' }, 'a whole number at "total", but it is missing'],
    ['pages as a list', { n: [] }, { type: 'page_number', total_path: 'n' }, 'a whole number at "n", got a list'],
    [
      'a flag that is null',
      { more: null, next: 'a' },
      { type: 'cursor', cursor_path: 'next', has_more_path: 'more' },
      'true or false at "more", got null',
    ],
    [
      'a flag that is a text',
      { more: 'yes', next: '/x' },
      { type: 'json_link', next_url_path: 'next', has_more_path: 'more' },
      'true or false at "more", got string',
    ],
    [
      'a flag that is missing',
      { next: 'a' },
      { type: 'offset', limit: 1, has_more_path: 'more' },
      'true or false at "more", but it is missing (has_more_absent: end says that this is the end)',
    ],
  ])('%s', async (_, body, paginator, said) => {
    expect(await messageFor({ body: { items: [{ id: 1 }], ...body } }, { paginator })).toBe(`things page 1: expected ${said}`);
  });
});

describe('a token endpoint', () => {
  const auth = (origin: string) => ({
    base_url: origin,
    auth: { type: 'oauth2_client_credentials', access_token_url: `${origin}/token` },
  });
  const secret = 'canary/s3cret';
  async function refusal(reply: Reply): Promise<string> {
    const { origin } = await serve(() => reply);
    const { error } = await read((await oneResource(origin, PAGE, auth(origin)))({ clientId: 'me', clientSecret: secret }));
    return error instanceof Error ? error.message.replaceAll(origin, '') : 'no error';
  }

  test('says what is wrong, without the secret', async () => {
    const body = { error: 'invalid_client', error_description: `no client has ${secret}` };
    expect(await refusal({ status: 401, body })).toBe('things page 1: /token answered 401: invalid_client: no client has ***');
    expect(await refusal({ body })).toBe('things page 1: the answer to the token request has no token: invalid_client: no client has ***');
  });
});

import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { MetricsResponseError } from '../../generated/metrics/src/index.js';
import { METRICS, page, status } from './acts.js';
import { API_KEY, clientOf, errorOf, read } from './client.js';
import { play } from './server.js';

describe.each([301, 302, 307, 308])('a redirect with status %i', (code) => {
  test('inside the origin is followed, with the credential', async () => {
    const server = await play(status(code, { location: '/v2/metrics?offset=0' }), page);
    const outcome = await read(clientOf(server));
    expect(outcome.records).toEqual(METRICS);
    expect(server.requests[1]?.target).toBe(`/v2/metrics?offset=0&api_key=${API_KEY}`);
    expect(server.requests[2]?.target).toContain('/v1/resource?'); // the next page is asked for where the spec says
  });

  test.each(['{other}/v1/resource', '//{host}/v1/resource', '/\\{host}/', 'https://localhost:1/', '{own}:1/', '\\\\{host}/x'])(
    'to %s, another origin, is refused, and nobody is called there',
    async (target) => {
      const other = await play(page);
      const host = other.url.replace('http://', '');
      const server = await play((socket, request) => {
        const location = target.replace('{other}', other.url).replace('{host}', host).replace('{own}', 'http://127.0.0.1');
        status(code, { location })(socket, request);
      });
      const outcome = await read(clientOf(server));
      expect(outcome.error).toBeInstanceOf(MetricsResponseError);
      expect(outcome.error).toMatchObject({ code: 'refused_redirect', attempts: 1 });
      expect(other.connections()).toBe(0);
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each(['http://', 'http://user:password@127.0.0.1:1/', 'ftp://x/', 'javascript:0'])(
    'to %s is an error, and shows nothing',
    async (location) => {
      const server = await play(status(code, { location }));
      const error = errorOf(await read(clientOf(server)));
      expect(inspect(error)).not.toContain('password');
      expect(inspect(error)).not.toContain(API_KEY);
    },
  );

  test('round in a circle ends after five', async () => {
    const server = await play(status(code, { location: '/again' }));
    expect(errorOf(await read(clientOf(server)))).toMatchObject({ code: 'refused_redirect' });
    expect(server.requests).toHaveLength(6);
  });
});

test('a redirect from the second page to another origin is refused as well', async () => {
  const other = await play(page);
  const server = await play(page, status(307, { location: `${other.url}/v1/resource` }));
  const outcome = await read(clientOf(server));
  expect(outcome.error).toMatchObject({ code: 'refused_redirect', page: 2, state: outcome.state });
  expect(other.connections()).toBe(0);
});

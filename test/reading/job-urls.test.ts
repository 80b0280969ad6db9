import { beforeAll, expect, test } from 'vitest';
import { serve, type Loopback, type Reply } from '../support/loopback.js';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';

/** Jobs that answers say where to ask for, at a real server: accepted without a body, with a header of a URL that may hold a credential. */

interface Page {
  readonly records: readonly { readonly id: number }[];
  readonly state: object;
}
interface Reader {
  pages(options?: { readonly state?: unknown }): AsyncGenerator<Page, void, undefined>;
}

let Client: new (options: object) => { readonly rows: Reader };

beforeAll(async () => {
  const spec = {
    name: 'one',
    config: { region: { type: 'string', optional: true } },
    client: { base_url: 'https://api.example.com', auth: { type: 'api_key', name: 'key', location: 'query' } },
    resources: [
      {
        name: 'rows',
        fields: { id: { type: 'integer', nullable: false } },
        endpoint: {
          job: {
            create: { path: '/exports', json: { until: '{now | iso8601}' } },
            poll: {
              url_header: 'Operation-Location',
              status_path: 'state',
              done: 'ready',
              failed: 'broken',
              params: { after: '{incremental.start_value}' },
            },
            download: {
              path: '/rows',
              params: { until: '{now | epoch_s}', region: '{config.region}', after: '{incremental.start_value}' },
              data_selector: 'rows',
            },
          },
          incremental: { cursor_path: 'id', initial_value: 0 },
        },
      },
    ],
  };
  ({ OneClient: Client } = (await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)))) as {
    readonly OneClient: typeof Client;
  });
});

const KEY = 'canary-k3y-0123456789';

function api(
  location: string,
  created: Reply = { status: 202, headers: { 'operation-location': location, 'content-type': 'text/html' } },
): Promise<Loopback> {
  return serve(({ method, url }) => {
    if (method === 'POST') return created;
    return url.pathname === '/rows' ? { body: { rows: [{ id: 1 }, { id: 2 }] } } : { body: { state: 'ready' } };
  });
}

function open({ origin }: Loopback, day = 1): Reader {
  const at = Date.UTC(2026, 0, day);
  return new Client({ apiKey: KEY, baseUrl: origin, sleep: async () => undefined, wallClock: () => at }).rows;
}

test('a killed read asks where the API said, with the time at which it began; no state holds the credential in that URL', async () => {
  const server = await api(`/operations/7?key=${KEY}&run=a`);
  const [first] = await taken(open(server), 1);
  expect(JSON.stringify(first?.state)).toContain('/operations/7');
  expect(JSON.stringify(first?.state)).not.toContain(KEY);
  const rest = await taken(open(server, 2), Infinity, JSON.parse(JSON.stringify(first?.state)));
  expect(rest.flatMap(({ records }) => records)).toEqual([{ id: 1 }, { id: 2 }]);
  const asked = server.asked.map(({ method, url }) => `${method} ${url.pathname}`);
  expect(asked).toEqual(['POST /exports', 'GET /operations/7', 'GET /rows']);
  expect(server.asked[1]?.url.searchParams.getAll('key')).toEqual([KEY]);
  expect(server.asked[1]?.url.searchParams.get('run')).toBe('a');
  expect(server.asked[1]?.url.searchParams.get('after')).toBe('0');
  expect(server.asked[2]?.url.search).toBe(`?until=${Date.UTC(2026, 0, 1) / 1000}&after=0&key=${KEY}`); // an option that is left out is not sent
  expect(server.asked[2]?.url.searchParams.get('until')).toBe(String(Date.UTC(2026, 0, 1) / 1000));
});

test.each(['https://elsewhere.example/7', '//elsewhere.example/7', 'file:///7', 'http://'])('nobody is asked at %s', async (location) => {
  const server = await api(location);
  await expect(taken(open(server), Infinity)).rejects.toMatchObject({ code: 'invalid_job' });
  expect(server.asked).toHaveLength(1);
});

test('a state that names another origin sends no credentials there', async () => {
  const server = await api('/operations/7');
  const [first] = await taken(open(server), 1);
  const state = JSON.parse(
    JSON.stringify(first?.state).replace(`${server.origin}/operations`, 'https://elsewhere.example/operations'),
  ) as object;
  await expect(taken(open(server), Infinity, state)).rejects.toMatchObject({ code: 'invalid_job' });
  expect(server.asked).toHaveLength(1);
});

test('an answer that has a body, but no such header, is an error', async () => {
  const server = await api('', { body: { id: 7 } });
  await expect(taken(open(server), Infinity)).rejects.toMatchObject({ code: 'invalid_job' });
});

async function taken(reader: Reader, count: number, state?: unknown): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of reader.pages(state === undefined ? {} : { state })) if (pages.push(page) >= count) break;
  return pages;
}

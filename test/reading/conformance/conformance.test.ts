import { describe, expect, test } from 'vitest';
import { sampleOf } from '../../../generator/auth/contract.js';
import { authSchemes } from '../../../generator/auth/index.js';
import { parseFixture, type Exchange } from '../../../generator/recordings/format.js';
import { nameOf } from '../../../generator/names.js';
import { schemeOf } from '../../../generator/model/auth.js';
import { AUTH_TYPES, exampleSpec, PAGINATOR_TYPES, type AuthType, type Method } from '../../support/example-spec.js';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { startRecordedApi, type Signature } from './server.js';

/**
 * Every paginator under every auth scheme, by GET and by POST: generated (which compiles it), and read from a real
 * server that answers what the example's recording says, to signed requests only.
 */
const METHODS: readonly Method[] = ['GET', 'POST'];

interface ReadPage {
  readonly records: readonly unknown[];
}
type Resources = Readonly<Record<string, { pages(): AsyncIterable<ReadPage> }>>;

describe.each(METHODS)('by %s', (method) => {
  test.each(AUTH_TYPES)('all paginators read all pages, signed by %s', async (auth) => {
    const api = await startRecordedApi();
    const files = await filesFrom(
      'conformance.yaml',
      exampleSpec({ name: 'conformance', auth, method, paginators: PAGINATOR_TYPES, origin: api.origin }),
    );
    const { ConformanceClient: Client } = await importPackage(files);
    if (!isClient(Client)) throw new Error('the package exports no client');
    const { signature, credentials } = credentialsOf(auth, api.origin);

    for (const type of PAGINATOR_TYPES) {
      const exchanges = recordingOf(files, type);
      api.serve(exchanges, signature);
      const resource = new Client(credentials)[nameOf(type).camel];
      const pages: ReadPage[] = [];
      for await (const page of resource?.pages() ?? []) pages.push(page);

      expect(api.refused, type).toEqual([]);
      expect(
        pages.map(({ records }) => records),
        type,
      ).toEqual(exchanges.map(recordsOf));
      expect(api.answered, type).toBe(exchanges.length);
      expect(api.granted, type).toBe(signature.token === undefined ? 0 : 1);
      if (type !== 'single_page') expect(exchanges.length, type).toBeGreaterThan(2);
    }
  });
});

test('no paginator and no auth scheme has been lost', () => {
  expect(PAGINATOR_TYPES.length).toBeGreaterThanOrEqual(7);
  expect(AUTH_TYPES.length).toBeGreaterThanOrEqual(11);
});

function credentialsOf(type: AuthType, origin: string): { readonly signature: Signature; readonly credentials: object } {
  const scheme = schemeOf(type);
  const example = authSchemes.find((each) => each.type === type)?.example;
  const model = scheme.build(elsewhere(example, origin) as { type: string });
  const credentials = Object.fromEntries([
    ...scheme.options(model).map((option) => [nameOf(option.name).camel, sampleOf(option)]),
    ...scheme.callbacks(model).map(({ name }) => [nameOf(name).camel, () => undefined]),
  ]);
  return { signature: scheme.replay(model), credentials };
}

/** The example with its URLs at this origin. */
function elsewhere(value: unknown, origin: string): unknown {
  if (typeof value === 'string') return value.replaceAll('https://api.example.com', origin);
  if (Array.isArray(value)) return value.map((each) => elsewhere(each, origin));
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, elsewhere(each, origin)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, elsewhere(each, origin)]));
}

function recordingOf(files: Readonly<Record<string, string>>, type: string): readonly Exchange[] {
  const parsed = parseFixture(files[`fixtures/${nameOf(type).kebab}.json`] ?? '', type, type);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.fixture.exchanges;
}

function recordsOf({ response }: Exchange): unknown {
  const { data } = response.body as { readonly data: { readonly items: unknown } };
  return data.items;
}

function isClient(value: unknown): value is new (options: object) => Resources {
  return typeof value === 'function';
}

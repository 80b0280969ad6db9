import { describe, expect, test } from 'vitest';
import { serve } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';
import { filesFrom } from '../../support/generate.js';

/** APIs that are in several places, of which an option chooses one. */

const region = { region: { type: 'string', default: 'eu', description: 'Where the account is.' } };
const choosing = (values: object, more: object = {}, from = 'config.region') => ({ base_url: { from, values }, ...more });

describe('a base_url that an option chooses', () => {
  test('is the one that it names, by default or as the caller says', async () => {
    const [eu, us] = await Promise.all([1, 2].map((id) => serve(() => ({ body: { items: things(id, 1) } }))));
    const values = { eu: `${eu?.origin}/v1/`, us: us?.origin, constructor: `${us?.origin}/odd` };
    const open = await oneResource('', { paginator: 'single_page' }, choosing(values, { auth: 'bearer' }), {}, { config: region });
    const token = 't0ken';
    expect((await read(open({ token }))).ids).toEqual([1]);
    expect((await read(open({ token, region: 'us' }))).ids).toEqual([2]);
    expect([eu?.asked[0]?.url.pathname, us?.asked[0]?.url.pathname]).toEqual(['/v1/things', '/things']);
    expect(eu?.asked[0]?.headers['authorization']).toBe('Bearer t0ken');
    for (const wrong of ['', 'EU', 'toString', '__proto__'])
      expect(() => open({ token, region: wrong })).toThrow(new TypeError('region: expected eu or us or constructor'));
    expect((await read(open({ token, region: 'us', baseUrl: `${eu?.origin}/proxy` }))).ids).toEqual([1]);
  });

  test('is said where people look for it', async () => {
    const spec = {
      name: 'one',
      config: region,
      client: choosing({ eu: 'https://eu.example.com', us: 'https://us.example.com' }, {}, '{config.region}'),
    };
    const files = await filesFrom('one.yaml', JSON.stringify({ ...spec, resources: [{ name: 'things', fields: { id: 'string' } }] }));
    expect(files['src/client.ts']).toContain('Where the account is. One of `eu`, `us`. Default: `eu`.');
    expect(files['src/client.ts']).toMatch(/urlNamed\(\s*options\.region \?\? 'eu'/);
  });

  test.each<[config: object, client: object, message: string]>([
    [{}, choosing({ eu: 'https://eu.example' }), '"{config.region}" names no option of config'],
    [region, choosing({ us: 'https://us.example' }), 'the default "eu" of "region" names no URL'],
    [
      { region: { type: 'string', optional: true } },
      choosing({ us: 'https://us.example' }),
      'the option "region" may be left out, and the URL needs it',
    ],
    [region, { base_url: { from: 'region', values: { eu: 'https://eu.example' } } }, 'not the name of an option'],
  ])('%j is refused by what is wrong', async (config, client, message) => {
    const spec = {
      name: 'one',
      config,
      client,
      resources: [{ name: 'things', endpoint: { paginator: 'single_page', data_selector: '$' } }],
    };
    expect((await diagnosticsOf(JSON.stringify(spec))).map((each) => each.message)).toContain(message);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate, type Generated } from '../../generator/generate.js';
import { emitPackage } from '../../generator/emit/index.js';
import { gatherFixtures } from '../../generator/fixtures/gather.js';
import { buildModel } from '../../generator/model/build.js';
import type { ConnectorModel } from '../../generator/model/connector-model.js';
import { load } from '../../generator/spec/load.js';
import { validate } from '../../generator/spec/validate.js';
import type { VirtualFile } from '../../generator/virtual-file.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { connectorName, headerText, hostileTexts, legalName, pathText, readable, toYaml } from './hostile-texts.js';
import { identifiersIn, runPackage, structureOf } from './inert.js';

/** Gives the text for one place of a spec. */
type Texts = (place: string) => string;

/** What a spec has, apart from its texts. */
interface Features {
  readonly name: string;
  readonly auth: 'none' | 'query' | 'header' | 'bearer' | 'oauth' | 'choice';
  readonly paginator: 'single_page' | 'offset' | 'page_number' | 'header_link';
  readonly selector: boolean;
  readonly columns: boolean;
  readonly open: boolean;
  /** Whether texts stand where they are refused, too: keys that cannot be seen, paths with a query. */
  readonly anywhere: boolean;
}

const features: fc.Arbitrary<Features> = fc.record({
  name: connectorName,
  auth: fc.constantFrom('none' as const, 'query' as const, 'header' as const, 'bearer' as const, 'oauth' as const, 'choice' as const),
  paginator: fc.constantFrom('single_page' as const, 'offset' as const, 'page_number' as const, 'header_link' as const),
  selector: fc.boolean(),
  columns: fc.boolean(),
  open: fc.boolean(),
  anywhere: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

/** A spec with a text in every place that takes one. */
function specOf(has: Features, names: readonly string[], text: Texts): unknown {
  const key = (place: string) => (has.anywhere ? text(place) : readable(text(place)));
  const queryKey = { type: 'api_key', name: text('auth name'), location: 'query' };
  const headerKey = { type: 'api_key', name: 'X-Api-Key', location: 'header' };
  const oauth = { type: 'oauth2_client_credentials', access_token_url: 'https://api.example.com/token' };
  const auth = { none: null, query: queryKey, header: headerKey, bearer: { type: 'bearer' }, oauth, choice: [headerKey, oauth] }[has.auth];
  const paginator = {
    single_page: 'single_page',
    offset: { type: 'offset', limit: 10, offset_param: text('offset_param'), limit_param: text('limit_param') },
    page_number: { type: 'page_number', page_param: text('page_param'), total_path: null },
    header_link: 'header_link',
  }[has.paginator];
  const fields = {
    id: { type: 'string', description: text('key description') },
    [key('field name')]: { type: 'string', description: text('field description'), enum: [text('enum 1'), text('enum 2')], open: has.open },
    [key('constant name')]: { type: 'string', const: text('constant') },
    [key('object name')]: { type: 'object', fields: { [key('inner name')]: { type: 'datetime', nullable: false } } },
    [key('list name')]: { type: 'array', items: { type: 'integer' } },
    [key('map name')]: { type: 'map', values: 'json', example: null },
    [key('example name')]: { type: 'string', examples: [text('example')], deprecated: text('deprecated'), unit: undefined },
    [key('union name')]: {
      type: 'union',
      discriminator: text('discriminator'),
      variants: {
        [key('variant 1')]: { type: 'object', fields: { a: 'string' } },
        [key('variant 2')]: { type: 'object', fields: { b: 'string' } },
      },
    },
  };
  const columns = { id: { data_type: 'text' }, [key('field name')]: { data_type: 'text', description: text('field description') } };
  return {
    name: has.name,
    description: text('spec description'),
    author: text('author'),
    license: 'MIT',
    config: { option: { type: 'string', description: text('option description'), default: text('option default') } },
    client: { base_url: 'https://api.example.com/v1', auth, headers: { 'X-Client': headerText(text('client header')) } },
    resource_defaults: { primary_key: 'id' },
    resources: names.map((name, index) => ({
      name,
      description: text(`description ${index}`),
      endpoint: {
        path: `/a/${has.anywhere ? text(`path ${index}`) : pathText(text(`path ${index}`))}/{config.option}`,
        params: {
          [key(`param name ${index}`)]: text(`param ${index}`),
          [key(`param name of option ${index}`)]: `${text(`param before ${index}`)} {config.option}`,
        },
        headers: { 'X-Own': headerText(text(`header ${index}`)) },
        data_selector: has.selector ? `$[${JSON.stringify(text(`selector ${index}`))}]` : null,
        paginator,
      },
      ...(has.columns ? { columns } : { fields }),
    })),
  };
}

async function run(text: string): Promise<Generated | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = load('spec.yaml', Buffer.from(text));
  return loaded.ok ? generate(loaded.source, new Map()) : loaded;
}

/** A spec as a model, and nothing more: what it would make is not compiled. */
function modelOf(text: string): ConnectorModel {
  const loaded = load('spec.yaml', Buffer.from(text));
  if (!loaded.ok) throw new Error(`refused: ${JSON.stringify(loaded.diagnostics)}`);
  const { document, reading } = validate(loaded.source);
  const model = document === undefined ? undefined : buildModel(document, 'spec.yaml', reading);
  if (model === undefined) throw new Error(`refused: ${JSON.stringify(reading.diagnostics)}`);
  return model;
}

/** The files of a package whose shape the texts of its spec do not decide. Tests differ with the records made up for them. */
async function sourcesOf(model: ConnectorModel): Promise<readonly VirtualFile[]> {
  const gathered = gatherFixtures(model, new Map());
  if (!gathered.ok) throw new Error(`refused: ${JSON.stringify(gathered.diagnostics)}`);
  return (await emitPackage(model, gathered.fixtures)).filter(({ path }) => /^src\/|^(package|tsconfig)\.json$/.test(path));
}

test('whatever the texts of a spec are, they come out as data', { timeout: 240_000 }, async () => {
  const places = new Set<string>();
  specOf(
    { name: 'acme', auth: 'query', paginator: 'offset', selector: true, columns: false, open: false, anywhere: true },
    ['a', 'b'],
    (place) => (places.add(place), place),
  );
  specOf(
    { name: 'acme', auth: 'query', paginator: 'page_number', selector: true, columns: true, open: false, anywhere: true },
    ['a', 'b'],
    (place) => (places.add(place), place),
  );
  const order = [...places];
  let made = 0;
  const texts = hostileTexts(order.length);
  const names = fc.uniqueArray(legalName, {
    minLength: 1,
    maxLength: 2,
    selector: (name) => name.toLowerCase().replace(/[_-]/g, '').replace(/s$/, ''),
  });
  await fc.assert(
    fc.asyncProperty(features, names, texts, async (has, resources, hostile) => {
      const textAt = (place: string) => hostile[order.indexOf(place)] ?? place;
      // Names that objects inherit, or with a dot, are treated differently on purpose: the twin has such names too.
      const harmlessAt = (place: string) =>
        readable(textAt(place)) in {} ? textAt(place) : `x${textAt(place).includes('.') ? '.' : ' '}${order.indexOf(place)}`;
      const text = toYaml(specOf(has, resources, textAt));
      const got = await run(text);
      expect(got.diagnostics.filter(({ code }) => code.startsWith('internal/'))).toEqual([]);
      for (const { span } of got.diagnostics) expect(span?.end).toBeLessThanOrEqual(text.length);
      if (!got.ok) {
        expect(got.diagnostics).not.toEqual([]);
        return;
      }
      made++;
      for (const file of got.files) if (file.path.endsWith('.ts')) expect(identifiersIn(file), file.path).not.toContain('PWNED');
      const [given, wanted] = [await sourcesOf(got.model), await sourcesOf(modelOf(toYaml(specOf(has, resources, harmlessAt))))];
      expect(given.map(({ path }) => path)).toEqual(wanted.map(({ path }) => path));
      wanted.forEach((file, index) => expect(structureOf(given[index] ?? file), file.path).toBe(structureOf(file)));
      const ran = await runPackage(got.files);
      expect(ran).toMatchObject({ canary: true, prototypes: true });
      expect(new Set(ran.urls.map((url) => new URL(url).origin))).toEqual(new Set(['https://api.example.com']));
      expect(ran.urls.length).toBeGreaterThanOrEqual(resources.length);
    }),
    { numRuns: 25, endOnFailure: true },
  );
  expect(made).toBeGreaterThan(10);
});

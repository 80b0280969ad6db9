import { fc } from '../support/property.js';
import { connectorName, headerText, hostileTexts, legalName, pathText, readable } from './hostile-texts.js';

/** Gives the text for one place of a spec. */
export type Texts = (place: string) => string;

/** What a spec has, apart from its texts. */
export interface Features {
  readonly name: string;
  readonly auth: 'none' | 'query' | 'header' | 'bearer' | 'oauth' | 'choice';
  readonly paginator: 'single_page' | 'offset' | 'page_number' | 'header_link';
  readonly body: 'none' | 'json' | 'form';
  /** Whether the second resource belongs to the records of the first. */
  readonly child: boolean;
  readonly incremental: boolean;
  /** Whether the first resource is read for each value of a list. */
  readonly lists: boolean;
  readonly selector: boolean;
  readonly columns: boolean;
  readonly open: boolean;
  /** Whether texts stand where they are refused, too: keys that cannot be seen, paths with a fragment. */
  readonly anywhere: boolean;
}

const features: fc.Arbitrary<Features> = fc.record({
  name: connectorName,
  auth: fc.constantFrom('none' as const, 'query' as const, 'header' as const, 'bearer' as const, 'oauth' as const, 'choice' as const),
  paginator: fc.constantFrom('single_page' as const, 'offset' as const, 'page_number' as const, 'header_link' as const),
  body: fc.constantFrom('none' as const, 'none' as const, 'json' as const, 'form' as const),
  child: fc.boolean(),
  incremental: fc.boolean(),
  lists: fc.boolean(),
  selector: fc.boolean(),
  columns: fc.boolean(),
  open: fc.boolean(),
  anywhere: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

/** A spec with a text in every place that takes one. */
export function specOf(has: Features, names: readonly string[], text: Texts): unknown {
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
    at: { type: 'datetime', nullable: false },
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
  const columns = {
    id: { data_type: 'text' },
    at: { data_type: 'timestamp', nullable: false },
    [key('field name')]: { data_type: 'text', description: text('field description') },
  };
  const isChild = (index: number) => has.child && index === 1;
  const isListed = (index: number) => has.lists && index === 0;
  const bodyOf = (index: number) => {
    if (has.body === 'none') return {};
    if (has.body === 'form') return { method: 'POST', data: { [key(`form name ${index}`)]: text(`form ${index}`) } };
    return {
      method: 'POST',
      json: { [key(`json name ${index}`)]: [text(`json ${index}`), { [key(`json inner ${index}`)]: '{config.option}' }] },
    };
  };
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
        path: `/a/${has.anywhere ? text(`path ${index}`).replaceAll('?', '#') : pathText(text(`path ${index}`))}/{config.option}${isChild(index) ? `/{resources.${names[0]}.id}` : ''}`,
        ...bodyOf(index),
        ...(has.incremental ? { incremental: { cursor_path: 'at', start_param: text('start_param') } } : {}),
        params: {
          [key(`param name ${index}`)]: text(`param ${index}`),
          [key(`param name of option ${index}`)]: `${text(`param before ${index}`)} {config.option}`,
          ...(isListed(index) ? { 'for-each': '{for_each.kind}' } : {}),
        },
        headers: { 'X-Own': headerText(text(`header ${index}`)) },
        data_selector: has.selector ? `$[${JSON.stringify(text(`selector ${index}`))}]` : null,
        paginator,
      },
      ...(isListed(index)
        ? { for_each: { kind: [`1 ${text('value 1')}`, `2 ${text('value 2')}`] }, include_for_each: ['kind'], on_child_error: 'skip' }
        : {}),
      ...(isChild(index) ? { include_from_parent: ['id', key('field name')] } : {}),
      ...(has.columns ? { columns } : { fields }),
    })),
  };
}

/** Every place of a spec that takes a text. */
export const PLACES: readonly string[] = placesOf(
  { paginator: 'offset', body: 'json', columns: false },
  { paginator: 'page_number', body: 'form', columns: true },
);

function placesOf(...variants: readonly Pick<Features, 'paginator' | 'body' | 'columns'>[]): readonly string[] {
  const places = new Set<string>();
  for (const variant of variants) {
    const rest = {
      name: 'acme',
      auth: 'query',
      child: true,
      incremental: true,
      lists: true,
      selector: true,
      open: false,
      anywhere: true,
    } as const;
    specOf({ ...rest, ...variant }, ['a', 'b'], (place) => (places.add(place), place));
  }
  return [...places];
}

/** A spec to be: what it has, the names of its resources, a hostile text for each place. */
export interface HostileSpec {
  readonly has: Features;
  readonly resources: readonly string[];
  readonly textAt: Texts;
  /** What `textAt` gives, for messages. */
  readonly texts: readonly string[];
}

export const hostileSpec: fc.Arbitrary<HostileSpec> = fc
  .tuple(
    features,
    fc.uniqueArray(legalName, {
      minLength: 1,
      maxLength: 2,
      selector: (name) => name.toLowerCase().replace(/[_-]/g, '').replace(/s$/, ''),
    }),
    hostileTexts(PLACES.length),
  )
  .map(([has, resources, texts]) => ({
    has,
    resources,
    texts,
    textAt: (place) => texts[PLACES.indexOf(place)] ?? place,
  }));

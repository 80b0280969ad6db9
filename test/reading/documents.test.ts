import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve } from '../support/loopback.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** XML documents, from a server: `format: xml`. */

interface Client {
  readonly papers: { all(): Promise<readonly object[]> };
  readonly sets: { all(): Promise<readonly object[]> };
  readonly linked: { all(): Promise<readonly object[]> };
  readonly counted: { all(): Promise<readonly object[]> };
  readonly told: { all(): Promise<readonly object[]> };
}

const SPEC = `
name: library
config: { host: { type: string } }
client: { base_url: "{config.host}", retry: { max_retries: 0 } }
resource_defaults: { write_disposition: replace }
resources:
  - name: papers
    endpoint: { format: xml, data_selector: feed.entry, paginator: single_page }
    fields:
      id: { type: string, nullable: false }
      pages: integer
      price: decimal
      withdrawn: boolean
      author: { type: array, items: { fields: { name: string } } }
      category: { type: array, nullable: false, items: { fields: { "@term": string } } }
      source: { fields: { "@lang": string, "#text": string } }
      more: json
  - name: sets
    endpoint:
      format: xml
      xml: { lists: [OAI-PMH.ListSets.set.tag, OAI-PMH.ListSets.set.constructor] }
      data_selector: OAI-PMH.ListSets.set
      paginator: { type: cursor, cursor_path: OAI-PMH.ListSets.resumptionToken, cursor_param: token }
  - name: linked
    endpoint:
      format: xml
      data_selector: feed.entry
      paginator: { type: json_link, next_url_path: "feed.link[?@['@rel']=='next']['@href']" }
  - name: counted
    endpoint: { format: xml, data_selector: feed.entry, paginator: { type: offset, limit: 1, total_path: "feed['o:total']" } }
  - name: told
    endpoint: { format: xml, data_selector: feed.entry, paginator: { type: cursor, cursor_path: "feed.next['#text']", cursor_param: token } }
`;

const { LibraryClient } = (await importPackage(await filesFrom('library.yaml', SPEC))) as {
  LibraryClient: new (options: object) => Client;
};

async function read(resource: keyof Client, answer: (url: string) => string, type = 'application/atom+xml'): Promise<readonly object[]> {
  const { origin } = await serve(({ url }) => ({ text: answer(url.href), headers: { 'content-type': type } }));
  return new LibraryClient({ host: origin, sleep: async () => undefined })[resource].all();
}

const feed = (entries: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${entries}\n</feed>\n`;
const NOTHING = { pages: null, price: null, withdrawn: null, author: [], category: [], source: null, more: null };

describe('documents', () => {
  test('are records of the types of their fields', async () => {
    const entry =
      '<entry><id type="uri">a</id><pages>12</pages><price>1.50</price><withdrawn>true</withdrawn><author><name>Ada &amp; co</name></author><category term="x"/><category term="y"></category><source lang="en">Journal</source><more kind="k">m</more></entry>';
    expect(await read('papers', () => feed(entry))).toEqual([
      {
        ...{ id: 'a', pages: 12, price: '1.50', withdrawn: true, author: [{ name: 'Ada & co' }] },
        ...{
          category: [{ '@term': 'x' }, { '@term': 'y' }],
          source: { '@lang': 'en', '#text': 'Journal' },
          more: { '@kind': 'k', '#text': 'm' },
        },
      },
    ]);
  });

  test('have lists and objects where fields say so, however often they come', async () => {
    expect(await read('papers', () => feed(''))).toEqual([]);
    expect(await read('papers', () => feed('<entry><id>a</id></entry>'))).toEqual([{ id: 'a', ...NOTHING }]);
    const bare = '<entry><id>a</id><pages/><author/><source>Journal</source></entry>';
    expect(await read('papers', () => feed(bare))).toEqual([
      { id: 'a', ...NOTHING, author: [{ name: null }], source: { '@lang': null, '#text': 'Journal' } },
    ]);
  });

  test.each<[resource: keyof Client, page: (n: number, url: string) => string]>([
    [
      'sets', // OAI-PMH: a token with attributes, which is empty at the end
      (n) =>
        `<OAI-PMH><ListSets><set><id>${n}</id></set><resumptionToken cursor="${n}">${n < 3 ? n + 1 : ''}</resumptionToken></ListSets></OAI-PMH>`,
    ],
    [
      'linked', // Atom: one link, or several
      (n, url) =>
        feed(
          `${n < 3 ? `<link rel="next" href="${new URL(url).pathname}?token=${n + 1}"/>` : ''}${n === 2 ? '<link rel="self" href="/"/>' : ''}<entry><id>${n}</id></entry>`,
        ),
    ],
    ['counted', (n) => feed(`<o:total exact="true">3</o:total><entry><id>${n}</id></entry>`)],
    ['told', (n) => feed(`${n < 3 ? `<next${n === 1 ? '' : ' more="yes"'}>${n + 1}</next>` : ''}<entry><id>${n}</id></entry>`)],
  ])('are paged by what has attributes, or comes once: %s', async (resource, page) => {
    const records = await read(resource, (url) => {
      const { searchParams } = new URL(url);
      return page(Number(searchParams.get('token') ?? Number(searchParams.get('offset') ?? 0) + 1), url);
    });
    expect(records).toMatchObject([{ id: '1' }, { id: '2' }, { id: '3' }]);
  });

  test('are paged by what is in them', async () => {
    const page = (sets: string, token: string): string =>
      `<OAI-PMH><ListSets>${sets}<resumptionToken>${token}</resumptionToken></ListSets></OAI-PMH>`;
    const records = await read('sets', (url) =>
      url.includes('token=two') ? page('<set><name>b</name><tag>x</tag></set>', '') : page('<set><name>a</name></set>', 'two'),
    );
    expect(records).toEqual([
      { name: 'a', tag: [], constructor: [] }, // no list is what all objects inherit
      { name: 'b', tag: ['x'], constructor: [] },
    ]);
  });

  test.each([
    ['<feed><entry><id>a</id>', 'malformed_body'],
    ['<feed><entry></feed></entry>', 'malformed_body'],
    ['<!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>', 'not_xml'],
    ['<!DOCTYPE feed SYSTEM "http://127.0.0.1/feed.dtd"><feed/>', 'not_xml'],
    ['<feed>&nbsp;</feed>', 'not_xml'],
    [`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, 'too_deep'],
    ['<other/>', 'no_records'],
    ['<feed><entry><id>a</id><pages>many</pages></entry></feed>', 'invalid_record'],
    ['<feed><entry><id>a</id><id>b</id></entry></feed>', 'invalid_record'],
  ])('are refused: %.60s', async (text, code) => {
    await expect(read('papers', () => text)).rejects.toMatchObject({ code });
  });

  test('are not web pages', async () => {
    for (const type of ['text/html', 'application/xhtml+xml', 'application/json'])
      await expect(read('papers', () => '<html><body>Sorry</body></html>', type)).rejects.toMatchObject({ code: 'not_xml' });
  });
});

describe('specs that cannot be', () => {
  const one = (endpoint: string, fields = '{ a: string }'): string =>
    `name: one\nclient: { base_url: "https://x.example" }\nresources:\n- { name: things, endpoint: { ${endpoint} }, fields: ${fields}, write_disposition: replace }\n`;
  test.each([
    ['format: xml, paginator: single_page', '{ a: string }', 'the records of a document are elements of one name'],
    [
      'format: xml, data_selector: "feed.entry[*].a", paginator: single_page',
      '{ a: string }',
      'the records of a document are elements of one name',
    ],
    [
      'format: xml, data_selector: entry, paginator: { type: offset, limit: 9 }',
      '{ a: string }',
      'a document has one root, and so no list of "entry"',
    ],
    [
      'format: xml, data_selector: feed.entry, paginator: { type: cursor, cursor_path: next }',
      '{ a: string }',
      '"next" is not in the document, whose root is "feed"',
    ],
    [
      'format: json, xml: { lists: [a] }, data_selector: a, paginator: single_page',
      '{ a: string }',
      'xml is about bodies with format: xml',
    ],
    ['format: xml, data_selector: feed.entry, paginator: single_page', '{ "a b": string }', '"a b" cannot be the name of an element'],
    [
      'format: xml, data_selector: feed.entry, paginator: single_page',
      '{ a: { type: union, variants: [number, boolean] } }',
      'values of documents are texts',
    ],
    [
      'format: xml, data_selector: feed.entry, paginator: single_page',
      '{ a: { type: array, items: { type: array, items: string } } }',
      'elements have no lists of lists',
    ],
  ])('%s %s', async (endpoint, fields, message) => {
    const [first] = (await diagnosticsOf(one(endpoint, fields))).filter(({ severity }) => severity === 'error');
    expect(first?.message).toContain(message);
  });
});

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseFixture } from '../../generator/recordings/format.js';
import { put, sandbox } from '../support/sandbox.js';
import { runVitest, withPackages } from '../support/vitest-run.js';
import { serve, tapwright } from './support.js';

/** The life of a connector whose API gives tables, lines and files. */

const people = Array.from({ length: 25 }, (_, index) => ({ id: index + 1, zip: `0${index}`, note: index % 2 === 0 ? 'so, "so"' : '' }));
const csv = (rows: readonly { id: number; zip: string; note: string }[]): string =>
  `id,zip,note,score,paid\r\n${rows.map(({ id, zip, note }) => `${id},${zip},"${note.replaceAll('"', '""')}",${id / 2},true\r\n`).join('')}`;
const lines = (): string =>
  people
    .map((person) => `${JSON.stringify({ ...person, big: 1 })}\n`)
    .join('')
    .replace('"big":1}', '"big":9007199254740993}');

const specOf = (base: string): string => `name: files
client: { base_url: ${base}, retry: { max_retries: 0 } }
resources:
  - name: users
    endpoint: { path: /users.csv, format: csv, paginator: { type: offset, limit: 10 } }
    primary_key: id
  - name: events
    endpoint: { path: /events.jsonl, format: jsonl, paginator: single_page }
    primary_key: id
  - name: dumps
    endpoint: { path: /dump.csv.gz, format: csv, compression: gzip, paginator: single_page }
    primary_key: id
  - name: papers
    endpoint: { path: /papers.xml, format: xml, data_selector: feed.entry, paginator: { type: offset, limit: 10, total_path: feed.total } }
    primary_key: id
  - name: sets
    endpoint: { path: /sets.xml, format: xml, data_selector: OAI-PMH.set, paginator: { type: cursor, cursor_path: OAI-PMH.resumptionToken, cursor_param: token } }
    primary_key: setSpec
`;
const author = (name: string): string => `<author><name>${name}</name></author>`;
const paper = ({ id, zip }: { id: number; zip: string }): string =>
  `<entry><id>${id}</id><zip>${zip}</zip><open>${id % 2 === 0}</open>${id === 2 ? '<note/>' : '<note>so</note>'}${author('Ada')}${id % 3 === 0 ? author('Bob') : ''}<in scheme="s" term="t${id}"/></entry>`;
/** OAI-PMH: the token has attributes beside its text, and is empty at the end. */
const sets = (token: string | null): string =>
  `<OAI-PMH>${[token === null ? 1 : 2].map((id) => `<set><setSpec>s${id}</setSpec></set>`).join('')}<resumptionToken cursor="0">${token === null ? 'more' : ''}</resumptionToken></OAI-PMH>`;

const api = (): Promise<string> =>
  serve(({ url }, response) => {
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const answers: Readonly<Record<string, readonly [string, string | Buffer]>> = {
      '/users.csv': ['text/csv', csv(people.slice(offset, offset + 10))],
      '/events.jsonl': ['application/x-ndjson', lines()],
      '/dump.csv.gz': ['application/gzip', gzipSync(csv(people))],
      '/papers.xml': [
        'application/atom+xml',
        `<?xml version="1.0"?><feed xmlns:o="urn:o"><total o:exact="true">25</total>${people
          .slice(offset, offset + 10)
          .map(paper)
          .join('')}</feed>`,
      ],
      '/sets.xml': ['text/xml', sets(url.searchParams.get('token'))],
    };
    const [type, body] = answers[url.pathname] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  });

test('records, proposes fields, finds no drift, and generates a package', async () => {
  const folder = sandbox();
  put(folder, { 'specs/files.yaml': specOf(await api()) });
  expect(await tapwright(folder, ['record', 'specs/files.yaml', '--records', '3'])).toMatchObject({ exitCode: 0 });
  const fixture = (name: string) => {
    const parsed = parseFixture(readFileSync(join(folder, `specs/files/${name}.json`), 'utf8'), name, name);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
    return parsed.fixture.exchanges.map(({ response }) => response);
  };
  expect(fixture('users')[0]?.bodyText).toMatch(/^id,zip,note,score,paid\n1,00,"so, ""so""",0.5,true\n/);
  expect(fixture('users').at(-1)?.bodyText).toBe('id,zip,note,score,paid\n');
  expect(fixture('events')[0]?.bodyText).toContain('"big":9007199254740993');
  expect(fixture('dumps')).toMatchObject([{ gzip: true, headers: { 'content-type': 'application/gzip' } }]);

  expect(fixture('papers').map(({ bodyText }) => bodyText?.match(/<entry>/g)?.length)).toEqual([3, 3, 3]);
  expect(fixture('sets')[0]?.bodyText).toContain('<resumptionToken cursor="0">more</resumptionToken>');
  expect(fixture('sets')).toHaveLength(2);

  expect(await tapwright(folder, ['infer', 'specs/files.yaml'])).toMatchObject({ exitCode: 0 });
  const spec = readFileSync(join(folder, 'specs/files.yaml'), 'utf8');
  expect(spec).toMatch(/id: .*integer/);
  expect(spec).toMatch(/zip: .*string/); // 00 is no number
  expect(spec).toMatch(/score: .*number/);
  expect(spec).toMatch(/paid: .*boolean/);
  expect(spec).toMatch(/big: .*bigint/);
  const papers = spec.slice(spec.indexOf('name: papers'), spec.indexOf('name: sets'));
  expect(papers).toMatch(/id: { type: integer, nullable: false }/); // elements are text: what they are is told by all of them
  expect(papers).toMatch(/zip: { type: string, nullable: false }/);
  expect(papers).toMatch(/open: { type: boolean, nullable: false }/);
  expect(papers).toMatch(/note: string # seen 9\/9, null in 1/);
  expect(papers).toMatch(/author: .*\n\s+type: array\n\s+nullable: false\n\s+items:\n\s+type: object/); // one of some, several of others
  expect(papers).toMatch(/"@scheme": { type: string/);
  expect(await tapwright(folder, ['check', 'specs/files.yaml'])).toMatchObject({ exitCode: 0 });
  expect(await tapwright(folder, ['check', 'specs/files.yaml', '--live'])).toMatchObject({ exitCode: 0 });
  expect(await tapwright(folder, ['generate', 'specs/files.yaml'])).toMatchObject({ exitCode: 0 });
  await withPackages(async (packages) => {
    cpSync(join(folder, 'generated/files'), join(packages, 'files'), { recursive: true });
    const results = await runVitest(join(packages, 'files'));
    const failed = results.flatMap(({ assertionResults, message }) => [
      message,
      ...assertionResults.flatMap((each) => each.failureMessages),
    ]);
    expect(results.length).toBeGreaterThan(4);
    expect(failed.filter((each) => each !== '')).toEqual([]);
  });
});

test('says what is wrong with a file that is none', async () => {
  const base = await serve(
    (_, response) => void response.writeHead(200, { 'content-type': 'application/gzip' }).end('nothing of the kind'),
  );
  const folder = sandbox();
  put(folder, { 'specs/files.yaml': specOf(base) });
  const run = await tapwright(folder, ['record', 'specs/files.yaml', '--resource', 'dumps']);
  expect(run).toMatchObject({ exitCode: 4 });
  expect(run.stderr).toContain('no gzip file');
}, 60_000);

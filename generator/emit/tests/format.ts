import { type Code, code, identifier, join, literal, nothing } from '../../code.js';
import { uses } from '../../code/names.js';
import { parseCsv, writeCsv } from '../../recordings/csv.js';
import { columnsOf, type Column } from '../../model/columns.js';
import { skipsLines } from '../transport/format.js';
import type { TypeModel } from '../../types/model.js';
import type { VirtualFile } from '../../virtual-file.js';
import { renderTemplate } from '../template.js';
import { CUT_FILE, RECORD_ERROR, RESPONSE_ERROR } from './helpers.js';
import { rows, type TestedResource, type TestPlan } from './plan.js';

/** `test/csv.test.ts` and `test/json-lines.test.ts`, where some bodies are. */
export function emitFormatTests({ context, resources }: TestPlan): readonly VirtualFile[] {
  const { header } = context;
  const counters = join(
    context.counters.map((name) => code`${identifier(name)}: 0, `),
    '',
  );
  const columns = resources.flatMap(({ model, record }) => (model.format.kind === 'csv' ? columnsOf(model, record.type) : []));
  const has = (test: (column: Column) => boolean): boolean => columns.some(test);
  const flags = {
    asNumber: has(({ reader }) => reader.as === 'number'),
    asBoolean: has(({ reader }) => reader.as === 'boolean'),
    asJson: has(({ reader }) => reader.as === 'json'),
    orNull: has(({ reader }) => reader.empty === 'null'),
    orNone: has(({ reader }) => reader.empty === 'nothing'),
  };
  const used = Object.entries(flags).flatMap(([name, there]) => (there ? [name] : []));
  const helpers = join(['csv', ...used].sort().map(identifier), ', ');
  const values = { header, counters, ...flags, mayLack: has(({ optional }) => optional), helpers };
  return [
    ...(resources.some(({ model }) => model.format.kind === 'csv')
      ? [{ path: 'test/csv.test.ts', text: renderTemplate('test/csv.test.ts.hbs', values) }]
      : []),
    ...(resources.some(({ model }) => model.format.kind === 'jsonl')
      ? [
          {
            path: 'test/json-lines.test.ts',
            text: renderTemplate('test/json-lines.test.ts.hbs', { header, counters, skips: skipsLines(resources) }),
          },
        ]
      : []),
    ...(resources.some(({ model }) => model.format.kind === 'xml')
      ? [{ path: 'test/xml.test.ts', text: renderTemplate('test/xml.test.ts.hbs', { header, counters }) }]
      : []),
  ];
}

/** The tests of one resource whose bodies are not plain JSON: what is cut off, or of another type, is noticed. */
export function formatTests({ context }: TestPlan, resource: TestedResource): Code {
  const { model } = resource;
  const { format, retry } = model;
  const attempts = literal(retry.maxRetries + 1);
  const cut = cutSign(resource);
  const other = literal({ json: 'not_json', jsonl: 'not_json_lines', csv: 'not_csv', xml: 'not_xml' }[format.kind]);
  return code`
    ${
      model.charset === null || format.gzip
        ? nothing
        : code`

      test(${literal(`reads text in ${model.charset}`)}, async () => {
        const bytes = async () => new Response(Uint8Array.of(0xe9, 0x20), { headers: { ...first.headers } }); // no UTF-8, and no whole body
        expect(await failure(read(api(times(${attempts}, bytes))))).toMatchObject({ code: 'malformed_body', attempts: ${attempts} });
        const marked = async () => new Response(Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0x20), { headers: { ...first.headers } });
        expect(await failure(read(api(times(${attempts}, marked))))).toMatchObject({ code: 'not_utf8' });
      });
    `
    }
    ${
      format.gzip
        ? code`

      test('notices when a file is cut off, or none', async () => {
        const error = await failure(read(api(times(${attempts}, ${CUT_FILE}(first)))));
        expect(error).toBeInstanceOf(${context.prefix}${RESPONSE_ERROR});
        expect(error).toMatchObject({ code: 'malformed_body', attempts: ${attempts} });
        const plain = times(${attempts}, { ...first, gzip: false });
        expect(await failure(read(api(plain)))).toMatchObject({ code: 'malformed_body', attempts: ${attempts} });
      });
    `
        : nothing
    }
    ${
      cut === undefined
        ? nothing
        : code`

      test('notices when rows are cut off, and asks again', async () => {
        const cut = { ...first, bodyText: (first.bodyText ?? '') + ${literal(cut)} };
        const error = await failure(read(api(times(${attempts}, cut))));
        expect(error).toBeInstanceOf(${context.prefix}${RESPONSE_ERROR});
        expect(error).toMatchObject({ code: 'malformed_body', resource: ${literal(model.name.raw)}, page: 1, attempts: ${attempts} });
      });
    `
    }
    ${
      format.kind === 'json' || format.gzip
        ? nothing
        : code`

      test('notices when an answer is shorter than it was announced', async () => {
        const short = { ...first, headers: { ...first.headers, 'content-length': '1000000' } };
        expect(await failure(read(api(times(${attempts}, short))))).toMatchObject({ code: 'malformed_body', attempts: ${attempts} });
      });
    `
    }
    ${
      format.kind === 'json'
        ? nothing
        : code`

      test('does not take a web page for rows', async () => {
        const page = { status: 200, headers: { 'content-type': ${literal(model.accepts.includes('text/html') ? 'application/pdf' : 'text/html')} }, bodyText: ${literal('<h1>Sorry</h1>\n')} };
        expect(await failure(read(api([page])))).toMatchObject({ code: ${other}, attempts: 1 });
      });
    `
    }
    ${
      format.kind === 'json' || format.gzip
        ? nothing
        : code`

      test('asks for rows that nobody packs on their way', async () => {
        const asked: (string | null)[] = [];
        const server = api([first]);
        const fetch: typeof server.fetch = (url, init) => {
          asked.push(new Headers(init?.headers).get('accept-encoding'));
          return server.fetch(url, init);
        };
        await open({ ...server, fetch }).pages().next();
        expect(asked).toContain('identity');
      });
    `
    }
    ${format.kind === 'csv' ? fieldTests(resource, context.prefix) : nothing}
  `;
}

/** The beginning of a row that cannot be a whole one; undefined where any text may be one. */
function cutSign({ model: { format } }: TestedResource): string | undefined {
  if (format.kind === 'jsonl') return '{';
  if (format.kind === 'xml') return '<';
  if (format.kind !== 'csv') return undefined;
  if (format.quote !== null) return format.quote;
  return format.unterminated ? undefined : 'x';
}

/** Rows with one field that is not what its column says, and rows with an empty one. */
function fieldTests({ model, record, recording }: TestedResource, prefix: Code): Code {
  const { format } = model;
  const text = recording.fixture.exchanges[0]?.response.bodyText ?? '';
  if (
    format.kind !== 'csv' ||
    model.filter.length > 0 ||
    model.changes !== null ||
    format.skipLines + format.summaryRows > 0 ||
    record.type.contract.dataType.startsWith('discard')
  )
    return nothing;
  const all = parseCsv(text, format) ?? [];
  const header = format.columns ?? all[0] ?? [];
  const row = all.slice(format.columns === null ? 1 : 0).at(-1);
  if (row === undefined) return nothing;
  const withField = (name: string, field: string): string => {
    const edited = row.map((each, at) => (header[at] === name ? field : each));
    return writeCsv(format.columns === null ? [header, edited] : [edited], format);
  };
  const cursor = model.incremental?.cursor[0];
  const names = columnsOf(model, record.type).filter(({ name }) => header.includes(name) && /^[A-Za-z_$][\w$]*$/.test(name));
  const wrong = names.flatMap(({ name, reader }) => {
    const field = record.type.fields.find((each) => each.name === name);
    const texts = field === undefined ? [] : wrongTexts(field.type, reader.empty === 'text');
    return texts.map((each) => literal([name, withField(name, each)]));
  });
  const empty = names.filter(({ name, reader }) => reader.empty === 'null' && !(cursor?.kind === 'key' && cursor.key === name));
  return code`
    ${
      wrong.length === 0
        ? nothing
        : code`

      test.each(${rows(wrong)})('refuses a row with another %s', async (path, bodyText) => {
        const error = await failure(read(api([{ ...first, bodyText }])));
        expect(error).toBeInstanceOf(${prefix}${RECORD_ERROR});
        expect(error).toMatchObject({ code: 'invalid_record', index: 0, path, attempts: 1 });
      });
    `
    }
    ${
      empty.length === 0
        ? nothing
        : code`

      test.each(${rows(empty.map(({ name }) => literal([name, withField(name, '')])))})('reads an empty %s as null', async (name, bodyText) => {
        const { value: page } = await open(api([{ ...first, bodyText }])).pages().next();
        expect(page?.records[0]).toHaveProperty([name], null);
      });
    `
    }
  `;
}

/** Whether those tests name the class of record errors. */
export function testsFields(resource: TestedResource): boolean {
  return uses(fieldTests(resource, nothing), RECORD_ERROR);
}

/** Texts that are no value of a type. */
function wrongTexts(type: TypeModel, mayBeEmpty: boolean): readonly string[] {
  switch (type.kind) {
    case 'string':
      return type.format === undefined ? [] : ['?'];
    case 'enum':
      return type.open ? [] : ['none of these'];
    case 'json':
    case 'union':
      return [];
    default: {
      const fraction = type.kind === 'number' && type.integer ? ['0.5'] : [];
      return ['none', ...fraction, ...(mayBeEmpty ? [''] : [])];
    }
  }
}

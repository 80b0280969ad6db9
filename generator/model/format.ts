import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { PaginatorModel } from '../paginators/index.js';
import type { RecordType } from '../types/model.js';
import type { Reading } from '../shape.js';
import type { EndpointSpec, ResourceSpec } from '../spec/document.js';
import type { FormatModel } from './connector-model.js';
import type { HeaderModel } from './request-model.js';
import { paginatorOf } from './paginator.js';
import type { SelectionModel } from './selection-model.js';

export function buildFormat(endpoint: EndpointSpec, reading: Reading): FormatModel {
  const { format: kind = 'json', csv, compression } = endpoint;
  const gzip = compression === 'gzip';
  if (csv !== undefined && kind !== 'csv')
    reading.report(messages.pattern(reading.keySpanOf(endpoint, 'csv'), 'spec/csv', 'csv is about bodies with format: csv'));
  if (endpoint.jsonl !== undefined && kind !== 'jsonl')
    reading.report(messages.pattern(reading.keySpanOf(endpoint, 'jsonl'), 'spec/jsonl', 'jsonl is about bodies with format: jsonl'));
  if (endpoint.xml !== undefined && kind !== 'xml')
    reading.report(messages.pattern(reading.keySpanOf(endpoint, 'xml'), 'spec/xml', 'xml is about bodies with format: xml'));
  if (kind === 'xml') return { kind, gzip, lists: endpoint.xml?.lists ?? [] };
  if (kind === 'jsonl') return { kind, gzip, skipLines: endpoint.jsonl?.skip_lines ?? 0 };
  if (kind !== 'csv') return { kind, gzip };
  const { delimiter = ',', quote = '"', columns, unterminated = false } = csv ?? {};
  const { skip_lines: skipLines = 0, short_rows: shortRows = false, summary_rows: summaryRows = 0 } = csv ?? {};
  if (quote !== null && delimiter === quote)
    reading.report(
      messages.pattern(reading.spanOf(csv ?? endpoint, 'delimiter'), 'spec/csv', 'fields are divided by one sign and quoted by another'),
    );
  return { kind, gzip, delimiter, quote, columns: columns ?? null, unterminated, skipLines, shortRows, summaryRows };
}

/** How texts are written, by the name that every runtime knows; null: in UTF-8. */
export function charsetOf({ charset }: EndpointSpec): string | null {
  if (charset === undefined) return null;
  const name = new TextDecoder(charset).encoding;
  return name === 'utf-8' ? null : name;
}

/** What a list of rows has no place for. */
export function checkFormat(
  endpoint: EndpointSpec,
  format: FormatModel,
  selection: SelectionModel,
  paginator: PaginatorModel,
  reading: Reading,
): void {
  if (format.kind === 'json') return;
  if (format.kind === 'xml') {
    checkDocument(endpoint, selection, paginator, reading);
    return;
  }
  const what = format.kind === 'csv' ? 'a table' : 'a list of lines';
  const [first] = selection.path;
  const isRoot = first === undefined || (format.kind === 'jsonl' && first.kind === 'every');
  if (!isRoot) {
    const hint = format.kind === 'csv' ? 'Leave it out, or say "$".' : 'Say "$", or "$[*].x" for what is at x of each line.';
    reading.report(messages.pattern(reading.spanOf(endpoint, 'data_selector'), 'spec/format', `the body is ${what}, and all of it`, hint));
  }
  if (format.kind === 'csv' && selection.reshape !== null)
    reading.report(messages.pattern(reading.spanOf(endpoint, 'reshape'), 'spec/format', 'the rows of a table are the records'));
  const sample = { index: 0, pages: 2, records: [], previous: [], before: 0, totalRecords: 2, firstUrl: 'https://api.example.com/' };
  const [member] = paginatorOf(paginator.type).answer(paginator, sample).body;
  if (member === undefined) return;
  const owner = endpoint.paginator === undefined || endpoint.paginator === null ? endpoint : endpoint.paginator;
  reading.report(
    messages.pattern(
      reading.spanOf(owner),
      'spec/format',
      `the body is ${what}: it has no ${shorten(member[0].join('.'))} for the paginator`,
      'Page by headers, by counting, or by the last record.',
    ),
  );
}

/** Records are elements that are named, and so is what a paginator reads: a document has one root. */
function checkDocument(endpoint: EndpointSpec, selection: SelectionModel, paginator: PaginatorModel, reading: Reading): void {
  const { path, reshape } = selection;
  const span = reading.spanOf(endpoint, endpoint.data_selector === undefined ? 'format' : 'data_selector');
  const [root] = path;
  if (path.some(({ kind }) => kind !== 'key') || root?.kind !== 'key') {
    reading.report(
      messages.pattern(
        span,
        'spec/xml',
        'the records of a document are elements of one name',
        'Name their place from the root: data_selector: feed.entry.',
      ),
    );
    return;
  }
  if (path.length === 1 && !selection.single)
    reading.report(
      messages.pattern(
        span,
        'spec/xml',
        `a document has one root, and so no list of ${shorten(root.key)}`,
        'Name the place of the records from the root: data_selector: feed.entry. Where it is one record: single_object: record.',
      ),
    );
  if (reshape !== null)
    reading.report(messages.pattern(reading.spanOf(endpoint, 'reshape'), 'spec/xml', 'elements of a document are not reshaped'));
  const sample = { index: 0, pages: 2, records: [], previous: [], before: 0, totalRecords: 2, firstUrl: 'https://api.example.com/' };
  const members = paginatorOf(paginator.type).answer(paginator, sample).body;
  const other = members.find(([[first]]) => first !== root.key);
  const owner = endpoint.paginator === undefined || endpoint.paginator === null ? endpoint : endpoint.paginator;
  if (other !== undefined)
    reading.report(
      messages.pattern(
        reading.spanOf(owner),
        'spec/xml',
        `${shorten(other[0].join('.'))} is not in the document, whose root is ${shorten(root.key)}`,
        'Name its place from the root, or page by headers or by counting.',
      ),
    );
}

/** The columns of a table without a header are those that records have. */
export function checkColumns(spec: ResourceSpec, format: FormatModel, type: RecordType | undefined, reading: Reading): void {
  const { endpoint } = spec;
  if (format.kind !== 'csv' || format.columns === null || type === undefined || endpoint?.csv === undefined) return;
  const lacking = type.fields.find(({ name, optional }) => !optional && !format.columns?.includes(name) && !name.startsWith('_'));
  if (lacking === undefined) return;
  const message = `the table of ${shorten(spec.name)} has no column ${shorten(lacking.name)}`;
  reading.report(messages.pattern(reading.spanOf(endpoint.csv, 'columns'), 'spec/csv', message, 'Name it, or take it out of the fields.'));
}

/** What bodies say that they are. */
export const TYPES = { json: 'application/json', jsonl: 'application/x-ndjson', csv: 'text/csv', xml: 'application/xml' } as const;

/** The headers of a resource, with what it accepts where the spec does not say: anything, but this first. */
export function withAccept(
  headers: readonly HeaderModel[],
  client: ReadonlyMap<string, string> | undefined,
  format: FormatModel,
): readonly HeaderModel[] {
  const said = [...headers.map(({ name }) => name), ...(client?.keys() ?? [])].some((name) => name.toLowerCase() === 'accept');
  if (said || (format.kind === 'json' && !format.gzip)) return headers;
  const first = format.gzip ? 'application/gzip' : TYPES[format.kind];
  return [{ name: 'Accept', value: [`${first}, */*;q=0.1`] }, ...headers];
}

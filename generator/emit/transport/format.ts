import { type Code, code, identifier, join, literal, nothing, property } from '../../code.js';
import type { ConnectorModel, CsvModel } from '../../model/connector-model.js';
import { columnsOf, type ColumnReader } from '../../model/columns.js';
import { xmlElements } from '../../model/xml.js';
import type { RecordsModel } from '../../types/model.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { typeFrom, valueFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';

const FORMAT = typeFrom('internal/http', 'Format', 'BodyFormat');

/** Whether some bodies are lists of rows. */
export function hasFormats({ resources }: ConnectorModel): boolean {
  return resources.some(({ format }) => format.kind !== 'json');
}

/** Whether some bodies are gzip files. */
export function hasGzip({ resources }: ConnectorModel): boolean {
  return resources.some(({ format }) => format.gzip);
}

/** Whether some bodies, or lines of them, are JSON. */
export function readsBodiesAsJson({ resources }: ConnectorModel): boolean {
  return resources.some(({ format, job }) => (format.kind !== 'csv' && format.kind !== 'xml') || job !== null);
}

/** Whether fields of tables are read as JSON, or as numbers of JSON. */
export function readsFieldsAsJson({ resources }: EmitContext): boolean {
  return resources.some((resource) => resource.model.format.kind === 'csv' && helpersOf(resource).some((name) => NUMERIC.includes(name)));
}

const NUMERIC: readonly string[] = ['asJson', 'asNumber'];

/** The type of the codes that other content types lead to. */
export function formatCodes(model: ConnectorModel): readonly string[] {
  const kinds = new Set(model.resources.map(({ format }) => format.kind));
  return [
    ...(kinds.has('csv') ? ['not_csv'] : []),
    ...(kinds.has('jsonl') ? ['not_json_lines'] : []),
    ...(kinds.has('xml') ? ['not_xml'] : []),
  ];
}

/** What a resource tells `fetchPage` of its bodies. */
export function ownFormat({ model: { format, accepts, charset } }: EmittedResource): readonly Code[] {
  return [
    ...(accepts.length === 0 ? [] : [code`accepts: ${literal(accepts)},`]),
    ...(charset === null ? [] : [code`charset: ${literal(charset)},`]),
    ...(format.kind === 'json' ? [] : [code`format: FORMAT,`]),
    ...(format.gzip ? [code`gzip: true,`] : []),
  ];
}

/** The constant for it, in the file of the resource. */
export function emitFormat(resource: EmittedResource, records: RecordsModel): Code {
  const { format } = resource.model;
  if (format.kind === 'json') return nothing;
  if (format.kind === 'xml') return documents(resource, records);
  if (format.kind !== 'csv') {
    const exact = resource.record.type.needsExactNumbers ? valueFrom('internal/exact-json', 'parseExactJson') : undefined;
    const skipped =
      format.skipLines === 0 ? nothing : code`${exact === undefined ? code`undefined` : nothing}, ${literal(format.skipLines)}`;
    return code`
      /** Bodies are JSON Lines${format.skipLines === 0 ? nothing : code`, below ${format.skipLines === 1 ? code`a line` : code`${literal(format.skipLines)} lines`} that ${format.skipLines === 1 ? code`is` : code`are`} none`}. */
      const FORMAT: ${FORMAT} = ${valueFrom('internal/json-lines', 'jsonLines')}(${exact ?? nothing}${skipped});
    `;
  }
  const { needed, optional } = columns(resource);
  const options = [
    code`columns: { ${join(needed, ' ')} },`,
    ...(optional.length === 0 ? [] : [code`optional: { ${join(optional, ' ')} },`]),
    ...(format.columns === null ? [] : [code`names: ${literal(format.columns)},`]),
    ...(format.delimiter === ',' ? [] : [code`delimiter: ${literal(format.delimiter)},`]),
    ...(format.quote === '"' ? [] : [code`quote: ${literal(format.quote)},`]),
    ...(format.unterminated ? [code`openEnd: true,`] : []),
    ...(format.skipLines === 0 ? [] : [code`skipLines: ${literal(format.skipLines)},`]),
    ...(format.shortRows ? [code`shortRows: true,`] : []),
    ...(format.summaryRows === 0 ? [] : [code`summaryRows: ${literal(format.summaryRows)},`]),
  ];
  return code`
    /** Bodies are tables; these are their columns. */
    const FORMAT: ${FORMAT} = ${valueFrom('internal/csv', 'csv')}({ ${options} });
  `;
}

function documents({ model, record }: EmittedResource, records: RecordsModel): Code {
  const { lists, objects, texts } = xmlElements(model, record.type, records);
  const options = [
    code`lists: ${literal(lists)},`,
    ...(objects.length === 0 ? [] : [code`objects: ${literal(objects)},`]),
    ...(texts.length === 0 ? [] : [code`texts: ${literal(texts)},`]),
  ];
  return code`
    /** Bodies are XML documents; this is what some of their elements are. */
    const FORMAT: ${FORMAT} = ${valueFrom('internal/xml', 'xml')}({ ${options} });
  `;
}

function columns(resource: EmittedResource): { readonly needed: readonly Code[]; readonly optional: readonly Code[] } {
  const all = columnsOf(resource.model, resource.record.type);
  const members = (some: typeof all): readonly Code[] => some.map(({ name, reader }) => code`${property(name)}: ${emitReader(reader)},`);
  return { needed: members(all.filter(({ optional }) => !optional)), optional: members(all.filter(({ optional }) => optional)) };
}

function emitReader({ as, empty }: ColumnReader): Code {
  const read = valueFrom('internal/csv', AS[as]);
  return empty === 'text'
    ? read
    : code`${empty === 'null' ? valueFrom('internal/csv', 'orNull') : valueFrom('internal/csv', 'orNone')}(${read})`;
}

const AS = { text: 'asText', number: 'asNumber', boolean: 'asBoolean', json: 'asJson' } as const;

function helpersOf({ model, record }: EmittedResource): readonly string[] {
  const readers = columnsOf(model, record.type).map(({ reader }) => reader);
  const empties = readers.flatMap(({ empty }) => (empty === 'null' ? ['orNull'] : empty === 'nothing' ? ['orNone'] : []));
  return [...new Set([...empties, ...readers.map(({ as }) => AS[as])])];
}

function names(all: readonly string[]): Code {
  return join(all.map(identifier), ', ');
}

/** Whether some JSON Lines have lines above them. */
export function skipsLines(resources: readonly Pick<EmittedResource, 'model'>[]): boolean {
  return resources.some(({ model: { format } }) => format.kind === 'jsonl' && format.skipLines > 0);
}

/** `src/internal/csv.ts`, `src/internal/json-lines.ts` and `src/internal/xml.ts`, where some bodies are. */
export function emitFormats({ header, prefix, resources }: EmitContext): readonly VirtualFile[] {
  const tables = resources.filter(({ model }) => model.format.kind === 'csv');
  const helpers = new Set(tables.flatMap(helpersOf));
  const flags = Object.fromEntries(
    ['orNull', 'orNone', 'asText', 'asNumber', 'asBoolean', 'asJson'].map((name) => [name, helpers.has(name)]),
  );
  const mayLack = tables.some(({ model, record }) => columnsOf(model, record.type).some(({ optional }) => optional));
  const exact = [...(helpers.has('asNumber') ? ['isBig'] : []), ...(helpers.has('asJson') ? ['parseJson'] : [])];
  const some = (test: (format: CsvModel) => boolean): boolean =>
    tables.some(({ model: { format } }) => format.kind === 'csv' && test(format));
  const [skips, shorts, sums] = [
    some(({ skipLines }) => skipLines > 0),
    some(({ shortRows }) => shortRows),
    some(({ summaryRows }) => summaryRows > 0),
  ];
  const values = {
    header,
    prefix,
    skips,
    shorts,
    sums,
    moreOptions: code`${skips ? code`, skipLines = 0` : nothing}${shorts ? code`, shortRows = false` : nothing}${sums ? code`, summaryRows = 0` : nothing}`,
    wrongLength: shorts
      ? code`row.length > header.length || (row.length < header.length && !shortRows)`
      : code`row.length !== header.length`,
    allRows: skips || sums ? code`rows: all` : code`rows`,
    otherField: shorts ? code`(row[at] ?? '')` : code`row[at]`,
    ...flags,
    exact: exact.length > 0 && names(exact),
    mayLack,
    takesOptional: mayLack ? code`, optional = {}` : nothing,
    otherColumns: mayLack ? code`Object.hasOwn(optional, name) ? optional[name] : undefined` : code`undefined`,
    leaveOut: helpers.has('orNone') ? code`.filter(([, value]) => value !== undefined)` : nothing,
  };
  return [
    ...(tables.length === 0 ? [] : [{ path: 'src/internal/csv.ts', text: renderTemplate('src/internal/csv.ts.hbs', values) }]),
    ...(resources.some(({ model }) => model.format.kind === 'jsonl')
      ? [
          {
            path: 'src/internal/json-lines.ts',
            text: renderTemplate('src/internal/json-lines.ts.hbs', { header, prefix, skips: skipsLines(resources) }),
          },
        ]
      : []),
    ...(resources.some(({ model }) => model.format.kind === 'xml')
      ? [{ path: 'src/internal/xml.ts', text: renderTemplate('src/internal/xml.ts.hbs', { header, prefix }) }]
      : []),
  ];
}

import { type Code, code, docWords, identifier, join, markdown, markdownCode, nothing } from '../../code.js';
import { instantReaders } from '../../types/emit-instants.js';
import { interfaceNames } from '../../types/public-names.js';
import type { RecordType } from '../../types/model.js';
import type { VirtualFile } from '../../virtual-file.js';
import { needsOptions } from '../client/client.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { errorFacts } from '../transport/error-facts.js';
import { isSplit } from '../reading/split-kinds.js';
import { requestLine } from '../reading/types.js';

/** `api.md`: everything that the package exports, with its types, on one page. */
export function emitApiPage(context: EmitContext): readonly VirtualFile[] {
  const { model, prefix } = context;
  const client = code`${prefix}Client`;
  const page = code`
    # ${markdown(model.packageName)}: what it exports

    From ${markdownCode(model.packageName)}. A name without a type is a type itself.

    ## Client

    - ${signature(code`new ${client}(options${needsOptions(model) ? nothing : code`?`}: ${client}Options)`)}: [src/client.ts](src/client.ts)

    ${context.resources.map((resource) => resourcePart(resource, context))}
    ## Records

    ${model.records.types.map(recordLines)}
    ${instantLines(context)}
    ## Errors

    ${errorFacts(context).map(
      ({ kind, when, members }) =>
        code`- ${markdownCode(`${prefix.text}${kind}`)}: ${markdown(when)}${members.length === 0 ? nothing : code` With ${join(members.map(markdownCode), ', ')}.`}`,
    )}
    - ${markdownCode(`${prefix.text}Error`)}: what all of them are, with ${markdownCode(`code: ${prefix.text}ErrorCode`)}
    ${model.outputs.length === 0 ? nothing : syncPart(model.packageName, context.resources.some(isSplit))}
  `;
  return [{ path: 'api.md', text: `${page.text}\n` }];
}

/** A line of code in Markdown. */
function signature(line: Code): Code {
  return markdownCode(line.text);
}

function resourcePart({ model, names, mapsTo, record }: EmittedResource, { client }: EmitContext): Code {
  const item = mapsTo ? names.mapped : identifier(record.type.typeName);
  const file = code`${docWords(model.name.kebab)}.ts`;
  const reader = code`${client}.${names.property}`;
  const types = [
    names.state,
    names.page,
    names.options,
    ...(isSplit({ model }) ? [names.split, names.splitOptions] : []),
    names.resource,
    ...(mapsTo ? [names.mapped] : []),
  ];
  return code`
    ## ${markdownCode(names.property.text)}

    ${markdown(model.description)} ${markdownCode(requestLine(model))}, in [src/resources/${file}](src/resources/${file}).

    - ${signature(code`${reader}.list(options?: ${names.options}): AsyncGenerator<${item}>`)}: each record
    - ${signature(code`${reader}.first(count: number, options?: ${names.options}): Promise<${item}[]>`)}: the first records
    - ${signature(code`${reader}.all(options?: ${names.options} & { limit?: number }): Promise<${item}[]>`)}: all of them in one list, or so many
    - ${signature(code`${reader}.pages(options?: ${names.options}): AsyncGenerator<${names.page}>`)}: page by page, each with the state to go on after it
    ${isSplit({ model }) ? code`- ${signature(code`${reader}.splits(options?: ${names.splitOptions}): Promise<readonly ${names.split}[]>`)}: units of a read, for \`pages({ split })\`` : nothing}

    Types: ${join(
      types.map((type) => markdownCode(type.text)),
      ', ',
    )}

  `;
}

function recordLines(type: RecordType): Code {
  const names = join(
    interfaceNames(type).map((name) => markdownCode(name)),
    ', ',
  );
  const extras =
    type.extras === undefined
      ? nothing
      : code`, ${markdownCode(`${type.extras}(record: ${type.typeName}): Readonly<Record<string, unknown>>`)}`;
  return code`- ${names}, ${markdownCode(`${type.schema}: StandardSchema<${type.typeName}>`)}${extras}`;
}

function instantLines({ model }: EmitContext): Code {
  const readers = instantReaders(model.records);
  if (readers.length === 0) return nothing;
  const names = join([markdownCode('Instant'), ...readers.map(({ name }) => markdownCode(name))], ', ');
  return code`
    - ${names}: times as they compare, in nanoseconds
  `;
}

const SPLIT_FUNCTIONS: readonly (readonly [string, string])[] = [
  ['splitReads(client, options): Promise<readonly Unit[]>', 'units of reads, each of which can be read by itself'],
  [
    'planRun(client, destination, options): Promise<readonly Unit[]>',
    'the same, kept in a destination: of one run they are always the same',
  ],
  ['syncUnit(client, destination, options): Promise<Progress>', 'writes one unit, and goes on where it was cut off'],
  ['finishRun(destination, run): Promise<readonly string[]>', 'ends a run whose units are complete'],
  ['abandonRun(destination, run): Promise<void>', 'ends a run as if it had not been'],
];

function syncPart(packageName: string, splits: boolean): Code {
  const functions: readonly (readonly [string, string])[] = [
    ['sync(client, destination, options?): Promise<readonly Progress[]>', 'writes what is read, and goes on where the last run ended'],
    ['openDestination(to, options?): Promise<Destination>', 'what --to names'],
    ['openStateFile(path): Promise<StateFile>', 'a state kept beside a destination'],
    ['tables: readonly Table[]', 'what each resource is written as'],
    ...(splits ? SPLIT_FUNCTIONS : []),
  ];
  return code`

    ## ${markdownCode(`${packageName}/sync`)}

    ${functions.map(([name, what]) => code`- ${markdownCode(name)}: ${markdown(what)}`)}

    A destination of your own is an object of the type ${markdownCode('Destination')}: [src/sync/destination.ts](src/sync/destination.ts).
  `;
}

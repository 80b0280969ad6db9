import { type Code, code, docWords, join, json, literal, nothing, property } from '../code.js';
import { type EmitContext, type EmittedResource, emitContext } from '../emit/context.js';
import { renderTemplate, type TemplateValues } from '../emit/template.js';
import { everRetries } from '../emit/retry.js';
import { failureCount, isPartitioned } from '../emit/loops.js';
import { optionsOf } from '../emit/test-plan.js';
import type { PackageFixtures } from '../fixtures/gather.js';
import type { ConnectorModel } from '../model/connector-model.js';
import type { Output } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import { emitHelpText } from './emit-help.js';
import { emitSettings } from './emit-settings.js';
import { emitTables, usedHelpers } from './emit-table.js';
import { streamSchema } from './stream-schema.js';
import { defaultDestination, destinationVariable, sinceVariables, speaksProtocol, streamSchemaFile, withSql } from './words.js';

/** `src/sync/`: what makes a package a program, for specs that say `outputs`. */
export function emitSync(model: ConnectorModel, fixtures: PackageFixtures): readonly VirtualFile[] {
  if (model.outputs.length === 0) return [];
  const context = emitContext(model);
  return [
    { path: 'src/sync/tsconfig.json', text: json(TSCONFIG).text },
    ...emitTables(context),
    ...(speaksProtocol(model.outputs) ? context.resources.map((resource) => emitStreamSchema(context, resource)) : []),
    ...(model.outputs.includes('airbyte') ? [emitDockerfile(context)] : []),
    emitSettings(context),
    ...emitSyncTest(context, fixtures),
    ...SHARED_FILES.map((name) => rendered(context, name)),
    ...outputFiles(model.outputs).map((name) => rendered(context, name)),
  ];
}

/** The part of the package that needs the types of Node; the rest does without. */
const TSCONFIG = {
  extends: '../../tsconfig.json',
  compilerOptions: { types: ['node'], rootDir: '..', outDir: '../../dist' },
  include: ['.'],
  exclude: [],
};

const SHARED_FILES = [
  'bin',
  'cli',
  'client',
  'commands',
  'destination',
  'help',
  'index',
  'open-destination',
  'output',
  'progress',
  'run-sync',
  'setting-reader',
  'state-file',
  'sync',
  'table',
] as const;

/** The files of each output. */
const OUTPUT_FILES: Readonly<Record<Output, readonly string[]>> = {
  duckdb: ['duckdb', 'duckdb-types'],
  postgres: ['postgres'],
  sqlite: ['sqlite'],
  files: ['duckdb', 'duckdb-types', 'files', 'parquet'],
  singer: ['stream', 'singer'],
  airbyte: ['stream', 'airbyte'],
};

function outputFiles(outputs: readonly Output[]): readonly string[] {
  return [...new Set(outputs.flatMap((output) => OUTPUT_FILES[output]))];
}

function rendered(context: EmitContext, name: string): VirtualFile {
  const { header, prefix } = context;
  const values: TemplateValues = { header, prefix, connector: literal(context.model.name.raw), ...valuesOf(context, name) };
  return { path: `src/sync/${name}.ts`, text: renderTemplate(`sync/${name}.ts.hbs`, values) };
}

function valuesOf(context: EmitContext, name: string): TemplateValues {
  const { model } = context;
  const lines = (...each: readonly Code[]): Code => code`${each}`;
  switch (name) {
    case 'table':
      return {
        streamSchema: speaksProtocol(model.outputs)
          ? code`
              /** Its JSON Schema for protocols, a file of this package. */
              readonly streamSchema: string;
            `
          : nothing,
        tableSql: lines(...withSql(model.outputs).flatMap((output) => SQL_TYPES[output]?.member ?? [])),
        sqlTypes: lines(...withSql(model.outputs).flatMap((output) => SQL_TYPES[output]?.type ?? [])),
        exactReplacer: context.exactNumbers ? code`, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each)` : nothing,
        cellHelpers: lines(...usedHelpers(context).flatMap((helper) => CELL_HELPERS[helper] ?? [])),
      };
    case 'cli':
      return protocolValues(model.outputs);
    case 'client':
      return {
        retryImport: everRetries(model) ? code`import { sleep } from '../retry.js';` : nothing,
        onRetry: everRetries(model) ? code`onRetry` : code`_onRetry`, // nothing is tried again
        clientArguments: everRetries(model) ? RETRYING_OPTIONS : code`options`,
      };
    case 'help':
      return { helpText: emitHelpText(context) };
    case 'run-sync':
      return {
        toVariable: docWords(destinationVariable(model)),
        toVariableText: literal(destinationVariable(model)),
        defaultTo: literal(defaultDestination(model) ?? undefined),
        since: sinceVariables(model).length > 0,
        sinceVariables: join(
          sinceVariables(model).map((name) => code`${property(name)}: options.since`),
          ', ',
        ),
      };
    case 'sync':
      return { since: sinceVariables(model).length > 0 };
    case 'open-destination':
      return destinationChoice(context);
    case 'setting-reader':
      return { lists: hasLists(model) };
    case 'singer':
      return {
        settingType: settingType(model),
        tapName: literal(`tap-${model.name.kebab}`),
        description: literal(model.description),
        version: literal(model.version),
      };
    case 'airbyte':
      return {
        settingType: settingType(model),
        title: literal(model.packageName),
        documentation: model.repository === null ? nothing : code`documentationUrl: ${literal(model.repository)},`,
      };
    case 'index':
      return { destinationExports: lines(...model.outputs.flatMap((output) => DESTINATIONS[output]?.exported ?? [])) };
    default:
      return {};
  }
}

function hasLists({ config }: ConnectorModel): boolean {
  return config.some(({ type }) => type === 'list');
}

/** The type of a setting in JSON Schema. */
function settingType(model: ConnectorModel): Code {
  return hasLists(model) ? code`...(type === 'list' ? { type: 'array', items: { type: 'string' } } : { type })` : code`type`;
}

const RETRYING_OPTIONS = code`{
  ...options,
  sleep: (ms, signal) => {
    onRetry();
    return sleep(ms, signal);
  },
}`;

const SQL_TYPES: { readonly [Kind in Output]?: { readonly member: Code; readonly type: Code } } = {
  duckdb: {
    member: code`readonly duckdb: DuckdbSql;`,
    type: code`

      /** What DuckDB is told about a table. \`table\` is a quoted name. */
      export interface DuckdbSql {
        readonly create: (table: string) => string;
        /** Makes the temporary table \`_sync_rows\` for rows as they are read. */
        readonly stage: string;
        /** Moves those rows into the table. */
        readonly write: (table: string) => readonly string[];
      }
    `,
  },
  postgres: {
    member: code`readonly postgres: PostgresSql;`,
    type: code`

      /** What Postgres is told about a table. \`table\` is a quoted name. */
      export interface PostgresSql {
        readonly create: (table: string) => string;
        /** Makes the temporary table \`_sync_rows\` for rows as they are read. */
        readonly stage: string;
        /** Moves those rows into the table. */
        readonly write: (table: string) => string;
      }
    `,
  },
  sqlite: {
    member: code`readonly sqlite: SqliteSql;`,
    type: code`

      /** What SQLite is told about a table. \`table\` is a quoted name. */
      export interface SqliteSql {
        readonly create: (table: string) => string;
        /** Writes one row. */
        readonly write: (table: string) => string;
      }
    `,
  },
};

const CELL_HELPERS: Readonly<Record<string, Code>> = {
  digits: code`

    /** The digits of a whole number of any size. */
    export function digits(value: bigint | null | undefined): string | null {
      return value === null || value === undefined ? null : String(value);
    }
  `,
  instant: code`

    /** A time as RFC 2822 has it, in the way that databases read. */
    export function instant(text: string | null | undefined): string | null {
      return text === null || text === undefined ? null : new Date(text).toISOString();
    }
  `,
  keyText: code`

    /** A key of which only this is known: that it is there. */
    export function keyText(value: unknown): string | null {
      return typeof value === 'string' ? value : jsonText(value);
    }
  `,
};

function emitStreamSchema({ model }: EmitContext, { model: resource, record }: EmittedResource): VirtualFile {
  return { path: streamSchemaFile(resource), text: json(streamSchema(record.type, model.records)).text };
}

function emitDockerfile({ model }: EmitContext): VirtualFile {
  return {
    path: 'Dockerfile',
    text: renderTemplate('sync/Dockerfile.hbs', { name: docWords(model.packageName), version: docWords(model.version) }),
  };
}

/** `test/sync.test.ts`: a recording, synced to a destination in memory. */
function emitSyncTest(context: EmitContext, fixtures: PackageFixtures): readonly VirtualFile[] {
  const able = context.resources.filter(
    (each, index) => each.parent === undefined && failureCount(each) === undefined && fixtures[index] !== undefined,
  );
  const chosen = able.find((each) => !isPartitioned(each)) ?? able[0];
  const at = context.resources.findIndex((each) => each === chosen);
  const resource = context.resources[at];
  const recording = fixtures[at];
  if (resource === undefined || recording === undefined) return [];
  const { header, prefix } = context;
  const values = {
    header,
    prefix,
    file: literal(resource.model.name.kebab),
    resource: literal(resource.model.name.raw),
    property: resource.names.property,
    options: optionsOf(context, recording),
    pages: isPartitioned(resource) ? code`answers.length + 1` : code`answers.length`, // the last one has no answer of its own
  };
  return [{ path: 'test/sync.test.ts', text: renderTemplate('sync/sync.test.ts.hbs', values) }];
}

/** What the command line knows of the protocols. */
function protocolValues(outputs: readonly Output[]): TemplateValues {
  const singer = outputs.includes('singer');
  const airbyte = outputs.includes('airbyte');
  const names = [...(singer || airbyte ? ['config', 'catalog'] : []), ...(singer ? ['properties'] : [])];
  const flags = singer ? ['singer', 'discover', 'about'] : [];
  return {
    protocolImports: code`${[
      ...(airbyte ? [code`import { runAirbyte } from './airbyte.js';`] : []),
      ...(singer ? [code`import { runSinger } from './singer.js';`] : []),
    ]}`,
    protocolOptions: code`${[
      ...names.map((name) => code`${property(name)}: { type: 'string' },`),
      ...flags.map((name) => code`${property(name)}: { type: 'boolean' },`),
    ]}`,
    protocolOptionTypes: code`${[
      ...names.map((name) => code`readonly ${property(name)}?: string | undefined;`),
      ...flags.map((name) => code`readonly ${property(name)}?: boolean | undefined;`),
    ]}`,
    protocolCalls: code`${[
      ...(singer ? [code`if (options.singer === true) return runSinger(invocation);`] : []),
      ...(airbyte
        ? [
            code`
              if (command === 'spec' || command === 'discover') return runAirbyte(command, invocation);
              if ((command === 'check' || command === 'read') && options.config !== undefined) return runAirbyte(command, invocation);
            `,
          ]
        : []),
    ]}`,
  };
}

interface DestinationFacts {
  /** How help and messages write it. */
  readonly words: string;
  readonly imported: Code;
  readonly exported: Code;
  /** The statement that opens it when `to` names one. */
  readonly open: Code;
}

const DESTINATIONS: { readonly [Kind in Output]?: DestinationFacts } = {
  duckdb: {
    words: 'file.duckdb',
    imported: code`import { openDuckdb } from './duckdb.js';`,
    exported: code`export { openDuckdb } from './duckdb.js';`,
    open: code`if (/^duckdb:|\\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''));`,
  },
  postgres: {
    words: 'postgres://host/database',
    imported: code`import { openPostgres } from './postgres.js';`,
    exported: code`export { openPostgres } from './postgres.js';`,
    open: code`if (/^postgres(ql)?:/.test(to)) return openPostgres(to);`,
  },
  sqlite: {
    words: 'file.sqlite',
    imported: code`import { openSqlite } from './sqlite.js';`,
    exported: code`export { openSqlite, sqliteDestination, type SqliteDatabase } from './sqlite.js';`,
    open: code`if (/^sqlite:|\\.(sqlite3?|db)$/.test(to)) return openSqlite(to.replace(/^sqlite:/, ''));`,
  },
  files: {
    words: 'folder/',
    imported: code`
      import { openFiles } from './files.js';
      import { openParquet } from './parquet.js';
    `,
    exported: code`
      export { openFiles } from './files.js';
      export { openParquet } from './parquet.js';
    `,
    open: code`if (to.endsWith('/')) return options.format === 'parquet' ? openParquet(to) : openFiles(to);`,
  },
};

function destinationChoice({ model }: EmitContext): TemplateValues {
  const known = model.outputs.flatMap((output) => DESTINATIONS[output] ?? []);
  return {
    imports: code`${known.map(({ imported }) => imported)}`,
    cases: code`${known.map(({ open }) => open)}`,
    words: docWords(known.map(({ words }) => words).join(', ')),
    formats: literal(model.outputs.includes('files') ? ['jsonl', 'parquet'] : []),
  };
}

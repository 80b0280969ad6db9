import { code, docWords, join, json, literal, nothing, property } from '../code.js';
import { type EmitContext, emitContext } from '../emit/context.js';
import { everRetries } from '../emit/retry.js';
import { renderTemplate, type TemplateValues } from '../emit/template.js';
import type { PackageFixtures } from '../fixtures/gather.js';
import type { ConnectorModel } from '../model/connector-model.js';
import type { Output } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import { destinationChoice, destinationExports } from './emit-destinations.js';
import { emitHelpText } from './emit-help.js';
import { airbyteValues, emitProtocolFiles, protocolOptions, singerValues } from './emit-protocols.js';
import { emitSettings, hasLists, hasTimes, settingType } from './emit-settings.js';
import { emitSyncTest } from './emit-sync-test.js';
import { emitTables } from './emit-table.js';
import { tableTypes } from './emit-table-types.js';
import { defaultDestination, destinationVariable, readsIncrementally, sinceVariables } from './words.js';

/** `src/sync/`: what makes a package a program, for specs that say `outputs`. */
export function emitSync(model: ConnectorModel, fixtures: PackageFixtures): readonly VirtualFile[] {
  if (model.outputs.length === 0) return [];
  const context = emitContext(model);
  return [
    { path: 'src/sync/tsconfig.json', text: json(TSCONFIG).text },
    ...emitTables(context),
    ...emitProtocolFiles(context),
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
  switch (name) {
    case 'table':
      return tableTypes(context);
    case 'cli':
      return protocolOptions(model.outputs);
    case 'client':
      return clientValues(model);
    case 'help':
      return { helpText: emitHelpText(context) };
    case 'run-sync':
      return runValues(model);
    case 'sync':
      return { since: sinceVariables(model).length > 0, incremental: readsIncrementally(model) };
    case 'setting-reader':
      return { times: hasTimes(model), lists: hasLists(model) };
    case 'open-destination':
      return destinationChoice(model.outputs);
    case 'singer':
      return { ...singerValues(model), settingType: settingType(model), incremental: readsIncrementally(model), times: hasTimes(model) };
    case 'airbyte':
      return { ...airbyteValues(model), settingType: settingType(model), incremental: readsIncrementally(model), times: hasTimes(model) };
    case 'index':
      return { destinationExports: destinationExports(model.outputs) };
    default:
      return {};
  }
}

function clientValues(model: ConnectorModel): TemplateValues {
  if (!everRetries(model)) return { retryImport: nothing, onRetry: code`_onRetry`, clientArguments: code`options` }; // nothing is tried again
  return { retryImport: code`import { sleep } from '../retry.js';`, onRetry: code`onRetry`, clientArguments: RETRYING_OPTIONS };
}

function runValues(model: ConnectorModel): TemplateValues {
  const variables = sinceVariables(model);
  return {
    toVariable: docWords(destinationVariable(model)),
    toVariableText: literal(destinationVariable(model)),
    defaultTo: literal(defaultDestination(model) ?? undefined),
    incremental: readsIncrementally(model),
    since: variables.length > 0,
    sinceVariables: join(
      variables.map((name) => code`${property(name)}: options.since`),
      ', ',
    ),
  };
}

const RETRYING_OPTIONS = code`{
  ...options,
  sleep: (ms, signal) => {
    onRetry();
    return sleep(ms, signal);
  },
}`;

import { code, count, docWords, join, json, literal, nothing, property } from '../code.js';
import { type EmitContext, emitContext } from '../emit/context.js';
import { showLimit } from '../emit/transport/rate-limit.js';
import { isKeyedFeed } from '../emit/reading/change-feed.js';
import { hasTotals } from '../emit/reading/total.js';
import { everRetries } from '../emit/transport/retry.js';
import { renderTemplate, type TemplateValues } from '../emit/template.js';
import type { PackageFixtures } from '../recordings/gather.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { destinationsUsed, protocolsOf } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import {
  coordinatedDestinations,
  destinationChoice,
  destinationExports,
  gathers,
  hasFormats,
  sharedDestinations,
} from './emit-destinations.js';
import { emitHelpText } from './emit-help.js';
import { emitProtocolFiles, protocolFacts, protocolOptions } from './emit-protocols.js';
import { emitSettings, hasLists, hasTimes, keepsTokens, settingType } from './emit-settings.js';
import { emitSyncTest } from './emit-sync-test.js';
import { emitTables } from './emit-table.js';
import { jsonTextValues, keepingValues, tableTypes } from './emit-table-types.js';
import {
  backfillVariables,
  coordinates,
  coordinatorVariable,
  defaultDestination,
  destinationTemplate,
  destinationVariable,
  protocolTemplate,
  readsIncrementally,
  sharesLimits,
  sinceVariables,
  speaksProtocol,
  splitOptions,
  splitsReads,
} from './words.js';

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
    ...(destinationsUsed(model.outputs).length > 0
      ? [rendered(context, 'present-tables'), rendered(context, 'run-table'), rendered(context, 'storable')]
      : []),
    ...SHARED_FILES.map((name) => rendered(context, name)),
    ...(splitsReads(model) ? SPLIT_FILES.map((name) => rendered(context, name)) : []),
    ...(coordinates(model) ? [rendered(context, 'coordinated')] : []),
    ...(sharesLimits(model) ? [rendered(context, 'limiter')] : []),
    ...(keepsTokens(model) ? [rendered(context, 'tokens')] : []),
    ...(destinationsUsed(model.outputs).some(({ keepsStates }) => keepsStates) ? [rendered(context, 'sql-states')] : []),
    ...(destinationsUsed(model.outputs).some(({ growsDecimals }) => growsDecimals) ? [rendered(context, 'decimals')] : []),
    ...(writesParquet(model) ? [rendered(context, 'parquet-rows')] : []),
    ...destinationFiles(context),
    ...protocolFiles(context),
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
  'adopt-states',
  'bin',
  'cli',
  'client',
  'commands',
  'destination',
  'help',
  'index',
  'json-file',
  'json-text',
  'memory',
  'notes',
  'open-destination',
  'output',
  'own-file',
  'pending-batch',
  'progress',
  'report',
  'run-log',
  'run-sync',
  'setting-reader',
  'state-file',
  'sync',
  'table',
  'target',
] as const;

/** What reads units of a split read. */
const SPLIT_FILES = ['joined-state', 'run-unit', 'sql-units', 'sync-unit', 'unit-table', 'unit-tables', 'units'] as const;

function rendered(context: EmitContext, name: string): VirtualFile {
  return sourceFile(context, name, `sync/${name}.ts.hbs`, valuesOf(context, name));
}

function destinationFiles(context: EmitContext): readonly VirtualFile[] {
  return destinationsUsed(context.model.outputs).flatMap((destination) =>
    [...destination.files, ...(coordinates(context.model) ? (destination.pieceFiles ?? []) : [])].map((name) =>
      sourceFile(context, name, destinationTemplate(destination, `${name}.ts.hbs`), {
        ...keepingValues(context),
        splits: splitsReads(context.model),
        gathers: gathers(context.model.outputs),
        parquet: context.model.outputs.some((output) => output === 'files' || output === 's3'),
        imports: coordinates(context.model) && context.model.outputs.includes('files'),
        marks: writesParquet(context.model) && keepingValues(context)['hard'] === true,
      }),
    ),
  );
}

function protocolFiles(context: EmitContext): readonly VirtualFile[] {
  const { model } = context;
  const values = {
    settingType: settingType(model),
    incremental: readsIncrementally(model),
    times: hasTimes(model),
    tokens: keepsTokens(model),
    ...keepingValues(context),
  };
  return [
    ...(speaksProtocol(model.outputs) ? [rendered(context, 'stream')] : []),
    ...protocolsOf(model.outputs).flatMap((protocol) =>
      protocol.files.map((name) =>
        sourceFile(context, name, protocolTemplate(protocol, `${name}.ts.hbs`), { ...values, ...protocol.holes(protocolFacts(model)) }),
      ),
    ),
  ];
}

function sourceFile(context: EmitContext, name: string, template: string, own: TemplateValues): VirtualFile {
  const { header, prefix } = context;
  const values: TemplateValues = { header, prefix, connector: literal(context.model.name.raw), ...own };
  return { path: `src/sync/${name}.ts`, text: renderTemplate(template, values) };
}

function valuesOf(context: EmitContext, name: string): TemplateValues {
  const { model } = context;
  switch (name) {
    case 'table':
      return tableTypes(context);
    case 'cli':
      return {
        ...protocolOptions(model.outputs, [...splitOptions(model), ...(sharesLimits(model) ? ['limiter'] : [])]),
        splits: splitsReads(model),
        scheduled: model.outputs.includes('temporal'),
      };
    case 'run-unit':
      return {
        ...sharedDestinations(model.outputs),
        ...coordinatedDestinations(model.outputs),
        coordinates: coordinates(model),
        coordinatorVariable: docWords(coordinatorVariable(model)),
        coordinatorVariableText: literal(coordinatorVariable(model)),
        scheduled: model.outputs.includes('temporal'),
        limiter: sharesLimits(model),
      };
    case 'joined-state':
      return { positions: context.resources.some(isKeyedFeed) };
    case 'sync-unit':
      return { ...sharedDestinations(model.outputs), ...coordinatedDestinations(model.outputs), ...keepingValues(context) };
    case 'coordinated':
      return { ...coordinatedDestinations(model.outputs), ...keepingValues(context) };
    case 'limiter':
      return limitValues(model);
    case 'sql-units':
    case 'unit-table':
    case 'unit-tables':
    case 'units':
      return keepingValues(context);
    case 'destination':
      return { formats: hasFormats(model.outputs), gathers: batches(model), ...keepingValues(context), splits: splitsReads(model) };
    case 'parquet-rows':
      return { gathers: gathers(model.outputs), ...keepingValues(context) };
    case 'commands':
    case 'present-tables':
    case 'storable':
    case 'stream':
      return keepingValues(context);
    case 'client':
      return { ...clientValues(model), tokens: keepsTokens(model) };
    case 'own-file':
      return { tokens: keepsTokens(model) };
    case 'json-text':
      return jsonTextValues(context);
    case 'help':
      return { helpText: emitHelpText(context) };
    case 'progress':
      return { totals: hasTotals(context.resources) };
    case 'run-sync':
      return { ...runValues(model), ...keepingValues(context) };
    case 'pending-batch':
      return { gathers: batches(model), ...keepingValues(context) };
    case 'sync':
      return {
        since: sinceVariables(model).length > 0,
        incremental: readsIncrementally(model),
        backfill: backfillVariables(model).starts.length > 0,
        ...keepingValues(context),
        splits: splitsReads(model),
        gathers: batches(model),
        totals: hasTotals(context.resources),
      };
    case 'setting-reader':
      return { times: hasTimes(model), lists: hasLists(model) };
    case 'open-destination':
      return { ...destinationChoice(model.outputs), coordinates: coordinates(model) };
    case 'index':
      return {
        destinationExports: destinationExports(model.outputs),
        coordinates: coordinates(model),
        splits: splitsReads(model),
        limiter: sharesLimits(model),
      };
    default:
      return {};
  }
}

/** Whether rows of one batch become a Parquet file. */
function writesParquet(model: ConnectorModel): boolean {
  return gathers(model.outputs) || (coordinates(model) && model.outputs.includes('files'));
}

/** Whether some destination says how large batches are. */
function batches(model: ConnectorModel): boolean {
  return gathers(model.outputs) || coordinates(model);
}

function clientValues(model: ConnectorModel): TemplateValues {
  const limiter = sharesLimits(model);
  const turns = limiter ? code`waitForTurn,` : nothing;
  if (!everRetries(model)) {
    return {
      limiter,
      retryImport: nothing,
      onRetry: code`_onRetry`,
      clientArguments: limiter ? code`{ ...options, waitForTurn }` : code`options`,
    }; // nothing is tried again
  }
  return {
    limiter,
    retryImport: code`import { sleep } from '../internal/retry.ts';`,
    onRetry: code`onRetry`,
    clientArguments: code`{
      ...options,
      ${turns}
      sleep: (ms, signal) => {
        onRetry();
        return sleep(ms, signal);
      },
    }`,
  };
}

function limitValues({ rateLimit }: ConnectorModel): TemplateValues {
  if (rateLimit === null) return {};
  return { limit: docWords(showLimit(rateLimit)), requests: count(rateLimit.requests), perMs: count(rateLimit.perMs) };
}

function runValues(model: ConnectorModel): TemplateValues {
  const variables = sinceVariables(model);
  const { starts, ends } = backfillVariables(model);
  return {
    toVariable: docWords(destinationVariable(model)),
    toVariableText: literal(destinationVariable(model)),
    defaultTo: literal(defaultDestination(model) ?? undefined),
    incremental: readsIncrementally(model),
    limiter: sharesLimits(model),
    gathers: gathers(model.outputs),
    since: variables.length > 0,
    backfill: starts.length > 0,
    backfillVariables: join(
      [...starts.map((name) => code`${property(name)}: stretch.from`), ...ends.map((name) => code`${property(name)}: stretch.to`)],
      ', ',
    ),
    sinceVariables: join(
      variables.map((name) => code`${property(name)}: options.since`),
      ', ',
    ),
  };
}

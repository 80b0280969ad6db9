import { type Code, code, docWords, identifier, join, json, literal, property, templateLines } from '../code.js';
import { type EmitContext, emitContext } from '../emit/context.js';
import { renderTemplate, type TemplateValues } from '../emit/template.js';
import { optionsOf } from '../emit/tests/plan.js';
import { errorCodes, mendsLater } from '../emit/transport/error-codes.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { coordinatedDestinationsOf, sharedDestinationsOf } from '../outputs.js';
import type { PackageFixtures } from '../recordings/gather.js';
import type { VirtualFile } from '../virtual-file.js';
import { temporal } from './schedulers/temporal/index.js';
import { hasFormats } from './emit-destinations.js';
import { settingsOf } from './settings.js';
import { commandName, coordinates, coordinatorVariable, destinationVariable, sharesLimits } from './words.js';

/** `src/temporal/`: a workflow that reads the units of a split read on many machines, for specs with `temporal` among their `outputs`. */
export function emitTemporal(model: ConnectorModel, fixtures: PackageFixtures): readonly VirtualFile[] {
  if (!model.outputs.includes('temporal')) return [];
  const context = emitContext(model);
  return [
    { path: 'src/temporal/tsconfig.json', text: json(TSCONFIG).text },
    ...temporal.files.map((name) => ({ path: `src/temporal/${name}.ts`, text: rendered(name, valuesOf(context, name)) })),
    ...emitTests(context, fixtures),
  ];
}

/** What imports the libraries of Temporal: the rest of the package does without. */
const TSCONFIG = {
  extends: '../../tsconfig.json',
  compilerOptions: { rootDir: '..', outDir: '../../dist', skipLibCheck: true }, // theirs are not as strict as exactOptionalPropertyTypes
  include: ['.'],
  exclude: [],
};

const FOLDER = 'generator/sync/schedulers/temporal';

function rendered(name: string, values: TemplateValues): string {
  return renderTemplate(`${FOLDER}/${name}.ts.hbs`, values);
}

function valuesOf({ model, header, prefix }: EmitContext, name: string): TemplateValues {
  const { pascal } = model.name;
  const values: TemplateValues = {
    header,
    prefix,
    connector: literal(model.name.raw),
    workflow: identifier(`sync${pascal}`),
    plan: identifier(`plan${pascal}`),
    read: identifier(`read${pascal}Unit`),
    finish: identifier(`finish${pascal}`),
    activities: identifier(`create${pascal}Activities`),
    worker: identifier(`run${pascal}Worker`),
  };
  if (name === 'failure') return { ...values, mends: mendsOf(model) };
  return name === 'bin'
    ? {
        ...values,
        help: helpText(model),
        limiter: sharesLimits(model),
        coordinates: coordinates(model),
        formats: hasFormats(model.outputs),
      }
    : values;
}

/** The package's own tests, and what was recorded of the workflow: a server's histories, in which names are put in. */
function emitTests(context: EmitContext, fixtures: PackageFixtures): readonly VirtualFile[] {
  const at = fixtures.findIndex((recording) => recording !== undefined);
  const resource = context.resources[at];
  const recording = fixtures[at];
  if (resource === undefined || recording === undefined) return [];
  const values = {
    ...valuesOf(context, 'test'),
    resource: literal(resource.model.name.raw),
    file: docWords(resource.model.name.raw),
    options: optionsOf(context, recording),
  };
  return [
    ...['activities', 'replay', 'workflow'].map((name) => ({
      path: `test/temporal/${name}.test.ts`,
      text: rendered(`${name}.test`, values),
    })),
    { path: 'test/temporal/histories.json', text: renderTemplate(`${FOLDER}/histories.json.hbs`, values) },
  ];
}

function mendsOf(model: ConnectorModel): Code {
  return code`{
    ${join(
      errorCodes(model).map((word) => code`${property(word)}: ${literal(mendsLater(word))},`),
      '\n',
    )}
  }`;
}

function helpText(model: ConnectorModel): Code {
  const shared = sharedDestinationsOf(model.outputs).map(({ words }) => words);
  const coordinated = coordinatedDestinationsOf(model.outputs).map(({ words }) => words);
  const rows: readonly (readonly [string, string])[] = [
    ['--to DESTINATION', `Where units are written to: ${[...shared, ...coordinated].join(', ')}.`],
    ...(coordinates(model)
      ? [
          [
            '--coordinator URL',
            `The database that keeps units where the destination has no transactions (${coordinated.join(', ')}): ${shared.join(', ')}.`,
          ] as const,
        ]
      : []),
    ['--address HOST:PORT', 'Where Temporal is. Default: localhost:7233.'],
    ['--namespace NAME', 'Default: default.'],
    ['--task-queue NAME', `Default: ${model.name.raw}.`],
    ['--at-once N', 'Units that this process reads at once. Default: 4.'],
    ['--schema NAME', 'The schema of a database to write to; it is made if it is not there.'],
    ['--prefix TEXT', 'What the names of all tables begin with.'],
    ...(hasFormats(model.outputs) ? [['--format FORMAT', 'What a folder holds: jsonl (the default) or parquet.'] as const] : []),
    ['--unstorable WORD', 'What becomes of signs that the destination cannot hold: refuse (the default), or replace.'],
    ...(sharesLimits(model)
      ? [
          [
            '--limiter postgres',
            'Keep the rate limit together with all processes that say so, in the database of --to; or say its URL.',
          ] as const,
        ]
      : []),
    ['--env FILE', 'Read environment variables from this file too.'],
  ];
  const variables: readonly (readonly [string, string])[] = [
    ...settingsOf(model).all.map(({ env, description }) => [env, description.trim().replace(/\s+/g, ' ')] as const),
    [destinationVariable(model), 'What --to says, where it holds a password.'],
    ...(coordinates(model) ? [[coordinatorVariable(model), 'What --coordinator says, where it holds a password.'] as const] : []),
    ['TEMPORAL_ADDRESS', 'What --address says.'],
    ['TEMPORAL_NAMESPACE', 'What --namespace says.'],
  ];
  const lines = [
    `Usage: ${commandName(model)}-${temporal.bin.word} [options]`,
    '',
    'Reads units of split reads for workflows of Temporal, until it is told to end.',
    '',
    'Options:',
    ...aligned(rows),
    '',
    'Environment:',
    ...aligned(variables),
    '',
    'Exit codes: 0 told to end, 2 usage or settings, 3 no destination, or no Temporal.',
    '',
  ];
  return templateLines(lines.map((line) => [line]));
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`);
}

import { type Code, templateLines } from '../code.js';
import type { EmitContext } from '../emit/context.js';
import { coordinatedDestinationsOf, destinationsOf, type Output, protocolsOf, sharedDestinationsOf } from '../outputs.js';
import { hasFormats } from './emit-destinations.js';
import { settingsOf, type SettingModel } from './settings.js';
import {
  backfillVariables,
  commandName,
  coordinates,
  coordinatorVariable,
  defaultDestination,
  destinationVariable,
  sharesLimits,
  sinceVariables,
  splitsReads,
} from './words.js';

/** The text of `--help`. */
export function emitHelpText({ model }: EmitContext): Code {
  const bin = commandName(model);
  const protocols = protocolsOf(model.outputs);
  const { all } = settingsOf(model);
  const fallback = defaultDestination(model);
  const lines = [
    `Usage: ${bin} <command> [options]`,
    '',
    model.description,
    '',
    'Commands:',
    ...aligned([
      ['sync', 'Write resources to tables. What an interrupted run had written stays, and the next run goes on there.'],
      ...(splitsReads(model) ? [['splits', 'Print units of a read that can be read by themselves, on many machines: sync --split.']] : []),
      ['read RESOURCE', 'Print the records of a resource, one JSON text a line.'],
      ['check', 'Tell whether the credentials are accepted and the API can be reached.'],
      ['resources', 'List what can be read.'],
      ['state show', 'Print where each resource stands.'],
      ['state adopt', 'Take states of another source, which are refused otherwise, for those of this one.'],
      ...protocols.flatMap(({ help }) => help.commands),
    ]),
    '',
    'Options:',
    ...aligned([
      ['--to DESTINATION', `${destinations(model.outputs)}${fallback === null ? '' : ` Default: ${fallback}.`}`],
      ...(hasFormats(model.outputs) ? [['--format FORMAT', 'What a folder holds: jsonl (the default) or parquet.']] : []),
      ...(splitsReads(model) ? [['--format json', 'splits: print them as one JSON list.']] : []),
      ['--resource NAME', 'Only this resource; may be given again.'],
      ...(sinceVariables(model).length > 0 ? [['--since VALUE', 'Read what is incremental from here on again; rows stay.']] : []),
      ...(backfillVariables(model).starts.length > 0
        ? [['--backfill A..B', 'Read this stretch alone, and write it over what is there; states stay as they are.']]
        : []),
      ['--full-refresh', 'Read everything from the start and replace the tables.'],
      ...(splitsReads(model)
        ? [
            ['--units N', 'splits: at most so many units of each resource.'],
            ['--run RUN', 'What the units of one read have in common: any name. With splits: they are kept, and stay the same.'],
            ['--split UNIT', 'sync: this unit alone, an id or its JSON. What is complete is not read again.'],
            ['--finish RUN', 'sync: when all units are complete, bring their rows into the tables, and the states forward.'],
            ['--abandon RUN', 'sync: drop what units have gathered; rows that were merged by their key stay.'],
          ]
        : []),
      ...(coordinates(model) ? [['--coordinator URL', coordinator(model.outputs)]] : []),
      ['--schema NAME', 'The schema of a database to write to; it is made if it is not there.'],
      ['--prefix TEXT', 'What the names of all tables and files begin with.'],
      ['--adopt', 'Take over tables of the same name that this command did not make; they are refused otherwise.'],
      ['--unstorable WORD', 'What becomes of signs that the destination cannot hold: refuse (the default), or replace.'],
      ...(hasFormats(model.outputs) ? [['--compact', 'After it, leave in files of JSON Lines one line for each key: the last.']] : []),
      ['--state FILE', 'Keep states in this file, not in the destination. Not where rows are appended.'],
      ['--report FILE', 'sync: write what it did, and the runs before it, to this file: a page if it ends in .html, or JSON.'],
      ...(sharesLimits(model)
        ? [
            [
              '--limiter postgres',
              'sync, splits: keep the rate limit together with all processes that say so, in the database of --to; or say its URL.',
            ],
          ]
        : []),
      ['--limit N', 'read: at most so many records.'],
      ['--env FILE', 'Read environment variables from this file too.'],
      ['--mode 640', 'Who may read what is written. Default: 600, only you.'],
      ['--json', 'Print JSON lines.'],
      ...protocols.flatMap(({ help }) => help.options),
    ]),
    '',
    'Environment:',
    ...aligned([
      ...all.map((setting) => [setting.env, facts(setting, all)]),
      [destinationVariable(model), 'What --to says, where it holds a password.'],
      ...(coordinates(model) ? [[coordinatorVariable(model), 'What --coordinator says, where it holds a password.']] : []),
    ]),
    '',
    'Exit codes: 0 done, 2 usage or settings, 3 destination, 4 API or network, 5 state refused, 130 interrupted.',
    '',
  ];
  return templateLines(lines.map((line) => [line]));
}

function destinations(outputs: readonly Output[]): string {
  const known = destinationsOf(outputs).map(({ words }) => words);
  return known.length === 0 ? 'Nowhere: this package only speaks protocols.' : `Where to: ${known.join(', ')}.`;
}

function facts(setting: SettingModel, all: readonly SettingModel[]): string {
  const oneOfMany = setting.secret && !setting.required && all.some((other) => other !== setting && other.secret);
  const need = setting.required
    ? 'Required.'
    : oneOfMany
      ? 'One way to sign requests.'
      : setting.default === null
        ? 'Optional.'
        : `Default: ${String(setting.default)}.`;
  return `${setting.description.trim()} ${need}`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second.replace(/\s+/g, ' ')}`);
}

function coordinator(outputs: readonly Output[]): string {
  const words = (destinations: ReturnType<typeof destinationsOf>): string => destinations.map((each) => each.words).join(', ');
  return `splits, sync: the database that keeps units where the destination has no transactions (${words(coordinatedDestinationsOf(outputs))}): ${words(sharedDestinationsOf(outputs))}.`;
}

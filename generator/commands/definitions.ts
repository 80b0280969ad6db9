import { type Command, Option } from 'commander';
import type { CheckRequest } from './check.js';
import type { DiffRequest } from './diff.js';
import type { ImportRequest } from './import.js';
import type { InferRequest } from './infer.js';
import type { InitRequest } from './init.js';
import type { GraphRequest } from './graph.js';
import type { Io } from './io.js';
import type { RecordRequest } from './record.js';
import { PAGE_FORMATS } from './report.js';
import { fullArguments, oneArgument, listOption, numberOption, valueOption } from './usage.js';

/** Makes a command of a name, with what every command has in common; `formats`: of what it prints, the first by default. */
export type NewCommand = (name: string, formats?: readonly string[]) => Command;

/** Runs a command once its arguments are read. */
export type Start = (command: () => Promise<number>) => Promise<void>;

/** The commands of a connector's life beside `generate`. What each needs is loaded when it runs. */
export function lifeCommands(make: NewCommand, io: Io, start: Start): readonly Command[] {
  return [initDefinition, importDefinition, recordDefinition, inferDefinition, checkDefinition, diffDefinition, graphDefinition].map(
    (define) => define(make, io, start),
  );
}

const MODES: readonly string[] = ['600', '640', '644'];

function recordDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('record')
    .summary('record what the API answers')
    .description(
      'Reads the API with the connector of SPEC, and writes what it answered to specs/<name>/<resource>.json, for tests, infer and check.',
    )
    .argument('<SPEC>', 'path of a spec', oneArgument('SPEC'))
    .addOption(listOption('--resource <NAME>', 'only this resource; may be repeated'))
    .addOption(numberOption('--pages <N>', 'read at most so many pages of each resource (default: 3)', 1, 1000))
    .addOption(numberOption('--records <N>', 'the most records to keep of a page (default: 5)', 1, 1000))
    .addOption(listOption('--keep <FIELD>', 'a field, or path of one, whose personal data stays; may be repeated'))
    .addOption(listOption('--allow-fixture-secret <SHA256>', 'a value that looks like a secret but is not one; may be repeated'))
    .addOption(valueOption('--from-har <FILE>', 'take the answers from a HAR file instead of the API').conflicts('toHar'))
    .addOption(valueOption('--to-har <FILE>', 'write the recordings that are there to a HAR file, and ask nothing'))
    .addOption(valueOption('--mode <MODE>', 'who may read what is written: 600 (only you, the default), 640 or 644', MODES))
    .addHelpText(
      'after',
      [
        '',
        'Credentials and config come from the environment: ANALYTICS_API_KEY, ANALYTICS_START_DATE. They are never written.',
        'Emails, names and other personal data get stand-ins, the same for the same value; numbers and free text stay as they are.',
        'Pages are cut to a few records, and totals and links fitted to that, so that the tests of the package can replay them.',
        '',
        'Examples:',
        '  $ ANALYTICS_API_KEY=… tapwright record specs/analytics.yaml',
        '  $ tapwright record specs/analytics.yaml --resource events --pages 2 --keep author.name',
        '  $ tapwright record specs/analytics.yaml --from-har session.har',
      ].join('\n'),
    )
    .action(async (spec: string, options: Omit<RecordRequest, 'spec'>) => {
      const { recordCommand } = await import('./record.js');
      await start(() => recordCommand({ ...options, spec }, io));
    });
}

function checkDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('check', PAGE_FORMATS)
    .summary('compare recordings, or the API, with the spec')
    .description(
      'Tells where recordings differ from SPEC: new, vanished, missing and retyped fields, nulls, values of enums. Exit 1 if they do.',
    )
    .argument('<SPEC>', 'path of a spec', oneArgument('SPEC'))
    .addOption(listOption('--resource <NAME>', 'only this resource; may be repeated'))
    .addOption(new Option('--live', 'ask the API, with credentials from the environment'))
    .addOption(numberOption('--pages <N>', 'with --live: read at most so many pages of each resource (default: 3)', 1, 1000))
    .addOption(listOption('--ignore <KIND>', 'new, vanished, missing, retyped, null or enum; may be repeated'))
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  $ tapwright check specs/analytics.yaml',
        '  $ tapwright check specs/analytics.yaml --live --format json     for CI',
        '  $ tapwright check specs/analytics.yaml --ignore new',
      ].join('\n'),
    )
    .action(async (spec: string, options: Omit<CheckRequest, 'spec'>) => {
      const { checkCommand } = await import('./check.js');
      await start(() => checkCommand({ ...options, spec }, io));
    });
}

function inferDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('infer')
    .summary('add the fields that recordings show')
    .description(
      'Writes into SPEC the fields that its recordings have and it has not, each with its evidence. What is there stays as it is.',
    )
    .argument('<SPEC>', 'path of a spec', oneArgument('SPEC'))
    .addOption(listOption('--resource <NAME>', 'only this resource; may be repeated'))
    .addOption(new Option('--dry-run', 'write nothing; print a diff'))
    .addHelpText(
      'after',
      [
        '',
        'A field is never null when at least 5 values were seen and none was; optional when some records lack it; an enum when at',
        'least 12 values were seen and each word came 4 times on average. Evidence is no promise: read what is proposed.',
        '',
        'Examples:',
        '  $ tapwright infer specs/analytics.yaml --dry-run',
        '  $ tapwright infer specs/analytics.yaml --resource events',
      ].join('\n'),
    )
    .action(async (spec: string, options: Omit<InferRequest, 'spec'>) => {
      const { inferCommand } = await import('./infer.js');
      await start(() => inferCommand({ ...options, spec }, io));
    });
}

function diffDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('diff', PAGE_FORMATS)
    .summary('tell how the public surface changes')
    .description(
      'Compares the package that SPEC makes now with the one it made: each change as major, minor or patch, the next version, and a CHANGELOG entry.',
    )
    .argument('<SPEC>', 'path of a spec', oneArgument('SPEC'))
    .addOption(valueOption('--against <REV|DIR>', 'a revision of git, or a folder with the package (default: HEAD)'))
    .addOption(valueOption('--out <DIR>', 'the folder that holds the packages (default: generated)'))
    .addHelpText(
      'after',
      [
        '',
        'Before 1.0.0, a breaking change raises the second number and any other the third. generate --release applies the result.',
        '',
        'Examples:',
        '  $ tapwright diff specs/analytics.yaml',
        '  $ tapwright diff specs/analytics.yaml --against v1.4.0 --format json',
      ].join('\n'),
    )
    .action(async (spec: string, options: Omit<DiffRequest, 'spec'>) => {
      const { diffCommand } = await import('./diff.js');
      await start(() => diffCommand({ ...options, spec }, io));
    });
}

function initDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('init')
    .summary('make a first spec from answers of an API')
    .description(
      'Looks at lists of an API and writes specs/<name>.yaml: where the records are, how to page, what tells them apart, each with its reason.',
    )
    .argument('<URL|FILE...>', 'URLs of lists, or files with answers: JSON or HAR', fullArguments('URL'))
    .addOption(valueOption('--name <NAME>', 'the name of the connector (default: from the host)'))
    .addOption(listOption('--url <URL>', 'what a JSON file is the answer to; once for each, in their order'))
    .addOption(valueOption('--auth <SCHEME>', 'bearer, basic, api_key:HEADER, api_key:PARAMETER:query or api_key:HEADER=Token {api_key}'))
    .addOption(listOption('--header <HEADER>', "a header of every request, 'Name: value'; may be repeated"))
    .addOption(valueOption('--method <METHOD>', 'how the URLs are asked (default: GET; POST with --json)', ['GET', 'POST']))
    .addOption(listOption('--json <BODY>', 'a JSON body, or @FILE with one; once for all URLs, or once for each'))
    .addOption(valueOption('--ci <WHERE>', 'github: also write a workflow that checks the packages', ['github']))
    .addOption(new Option('--force', 'overwrite the spec, if there is one'))
    .addOption(new Option('-y, --yes', 'take what is proposed, and ask nothing'))
    .addHelpText(
      'after',
      [
        '',
        'Use the URL of a full page, with its paging parameters. The page after it is asked for, too, to see whether the proposal holds.',
        'Of a list and the list inside one of its records (/projects and /projects/3/tasks) the second becomes a child of the first.',
        'Secrets come from the environment: <NAME>_TOKEN, <NAME>_API_KEY, <NAME>_USERNAME and <NAME>_PASSWORD. Guesses are marked LOOK.',
        'Beside the spec, init writes what a project needs and has not got: package.json with workspaces, .gitignore, …',
        '',
        'Examples:',
        "  $ tapwright init 'https://api.example.com/v1/users?page=1&per_page=50'",
        '  $ ACME_TOKEN=… tapwright init --name acme --auth bearer https://api.acme.example/orders https://api.acme.example/items',
        '  $ tapwright init https://api.example.com/search --json \'{"limit": 50, "offset": 0}\'',
        '  $ tapwright init session.har',
      ].join('\n'),
    )
    .action(async (sources: readonly string[], options: Omit<InitRequest, 'sources'>) => {
      const { initCommand } = await import('./init.js');
      await start(() => initCommand({ ...options, sources }, io));
    });
}

function importDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('import')
    .summary("make a spec of another tool's configuration")
    .description(
      'Reads a configuration of dlt, a manifest of Airbyte, an OpenAPI document, a Postman collection or a HAR file, and writes specs/<name>.yaml and a report.',
    )
    .argument('<FILE|URL|->', 'what to import; - is the standard input', oneArgument('FILE'))
    .addOption(valueOption('--from <KIND>', 'dlt, airbyte, openapi, postman or har (default: as it looks)'))
    .addOption(valueOption('--name <NAME>', 'the name of the connector (default: as the source calls itself)'))
    .addOption(valueOption('--out <FILE>', 'the spec (default: specs/<name>.yaml)'))
    .addOption(valueOption('--report <FILE>', 'also write the report to a file; .json for programs'))
    .addOption(new Option('--list', 'write nothing; print what there is').conflicts('update'))
    .addOption(listOption('--only <GLOB>', 'only streams, or tags, of this name: issues, repos/*; may be repeated'))
    .addOption(new Option('--strict', 'what the source calls required and not null is never null here'))
    .addOption(valueOption('--base-url <URL>', 'where the API is, in place of what the source says'))
    .addOption(valueOption('--look <URL>', 'where the API is: ask each list twice, with credentials from the environment, and see'))
    .addOption(new Option('--update', 'add what is new to the spec that is there; what people decided stays').conflicts('force'))
    .addOption(new Option('--force', 'overwrite the spec, if there is one'))
    .addOption(
      valueOption('--state <FILE>', 'a saved state of the other tool: reads go on from there; FILE may also be the spec').conflicts('list'),
    )
    .addOption(new Option('--dumper', 'with dlt in place of FILE: print the Python file that evaluates a source of dlt'))
    .addHelpText(
      'after',
      [
        '',
        'What was inferred has its reason as a comment (why), what the source does not tell is marked LOOK, and code becomes a typed',
        'function to write in specs/<name>.hooks.ts. The report has one line for each stream; nothing is left out in silence.',
        '',
        'Examples:',
        '  $ tapwright import manifest.yaml',
        "  $ tapwright import openapi.json --list --only 'issues*'",
        '  $ tapwright import dlt --dumper > dump.py && python dump.py my_source.py | tapwright import - --from dlt',
        '  $ tapwright import manifest.yaml --state state.json            what Airbyte has read is read',
      ].join('\n'),
    )
    .action(async (source: string, options: Omit<ImportRequest, 'source'>) => {
      const { importCommand } = await import('./import.js');
      await start(() => importCommand({ ...options, source }, io));
    });
}

function graphDefinition(make: NewCommand, io: Io, start: Start): Command {
  return make('graph', ['mermaid', 'svg', 'json'])
    .summary('draw resources, their parents and cursors')
    .description('Prints what SPEC reads as a picture: Mermaid for Markdown pages, or SVG.')
    .argument('<SPEC>', 'path of a spec', oneArgument('SPEC'))
    .addOption(valueOption('--out <FILE>', 'write it to a file'))
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  $ tapwright graph specs/analytics.yaml',
        '  $ tapwright graph specs/analytics.yaml --format svg --out docs/analytics.svg',
      ].join('\n'),
    )
    .action(async (spec: string, options: Omit<GraphRequest, 'spec'>) => {
      const { graphCommand } = await import('./graph.js');
      await start(() => graphCommand({ ...options, spec }, io));
    });
}

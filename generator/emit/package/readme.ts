import {
  type Code,
  code,
  docWords,
  fenced,
  identifier,
  isIdentifier,
  join,
  literal,
  markdown,
  markdownCode,
  member,
  nothing,
  property,
  shellWord,
} from '../../code.js';
import type { PackageFixtures } from '../../recordings/gather.js';
import { graphOf } from '../../graph/graph.js';
import { mermaid } from '../../graph/mermaid.js';
import { everyAuth, schemeOf } from '../../model/auth.js';
import { environmentName } from '../../model/config.js';
import type { RetryModel } from '../../model/connector-model.js';
import { nameOf } from '../../names.js';
import { describeFields } from '../../types/describe.js';
import { showPath } from '../../selector.js';
import type { VirtualFile } from '../../virtual-file.js';
import { isKeyedFeed } from '../reading/change-feed.js';
import { isWindowed } from '../reading/kinds.js';
import { tsType } from '../client/config.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { errorFacts } from '../transport/error-facts.js';
import { isSplit } from '../reading/split-kinds.js';
import { requestLine } from '../reading/types.js';
import { requirement } from '../../model/offered.js';
import { everRetries, ownRetryOf, retrySentence } from '../transport/retry.js';
import { coordinatedDestinationsOf, destinationsOf, protocolsOf, schedulersOf } from '../../outputs.js';
import { renderTemplate, type TemplateValues } from '../template.js';

/** `README.md`: what the package reads, how to use it, what can go wrong. */
export function emitReadme(context: EmitContext, fixtures: PackageFixtures, size: string | undefined): readonly VirtualFile[] {
  const { model, prefix } = context;
  const text = renderTemplate('README.md.hbs', {
    title: markdown(model.packageName),
    description: markdown(model.description),
    synthesised: fixtures.some(({ fixture }) => fixture.synthesised === true),
    size: docWords(size === undefined ? '' : `, ${size} minified and gzipped`),
    packageName: shellWord(model.packageName),
    prefix,
    example: example(context),
    optionsTable: optionsTable(context),
    credentialNote: credentialNote(context),
    retries: everRetries(model),
    graph: graph(context),
    resources: join(context.resources.map(resourceSection), '\n\n'),
    resume: resume(context),
    ...running(context),
    errorsTable: table(
      ['Error', 'When'],
      errorFacts(context).map(({ kind, when, members }) => [
        markdownCode(`${model.name.pascal}${kind}`),
        markdown(members.length === 0 ? when : `${when.slice(0, -1)}: ${members.map((name) => `\`${name}\``).join(', ')}.`),
      ]),
    ),
    retryText: retryText(context),
    hooked: model.hooks !== null,
    hooksPath: markdownCode(model.hooks?.path ?? ''),
    spec: markdownCode(model.specPath),
    specPath: shellWord(model.specPath),
  });
  return [{ path: 'README.md', text }];
}

function example(context: EmitContext): Code {
  const { model, prefix, resources } = context;
  const [first] = resources;
  const { client } = context;
  const options = exampleOptions(context);
  return code`
    import { ${prefix}Client } from ${literal(model.packageName)};

    const ${client} = new ${prefix}Client(${options.length === 0 ? nothing : code`{ ${join(options, ', ')} }`});
    ${first === undefined ? nothing : loopExample(client, first)}
  `;
}

/** The first scheme's credentials from the environment, and a value for each option that has to be given. */
function exampleOptions({ model }: EmitContext): readonly Code[] {
  const [auth] = model.auth;
  const used = [...(auth === undefined ? [] : [auth]), ...model.ownAuth.map(({ scheme }) => scheme)];
  const credentials = new Map(
    used.flatMap((each) =>
      schemeOf(each.type)
        .options(each)
        .map((option) => [option.name, option] as const),
    ),
  ).values();
  return [
    ...[...credentials].map(
      (option) =>
        code`${identifier(nameOf(option.name).camel)}: process.env.${identifier(option.env ?? environmentName(model.name, option.name))}!`,
    ),
    ...used.flatMap((each) => schemeOf(each.type).callbacks(each)).map(({ name }) => code`${identifier(nameOf(name).camel)}: keepToken`),
    ...model.config.filter((option) => !option.optional).map((option) => code`${property(option.name.camel)}: ${sampleOf(option.type)}`),
  ];
}

function sampleOf(type: EmitContext['model']['config'][number]['type']): Code {
  if (type === 'list') return literal(['…']);
  if (type === 'boolean') return literal(true);
  if (type === 'integer' || type === 'number') return literal(1);
  return literal(type === 'datetime' ? '2026-01-01T00:00:00Z' : type === 'date' ? '2026-01-01' : '…');
}

function loopExample(client: Code, { names, record, mapsTo }: EmittedResource): Code {
  const field = mapsTo
    ? undefined
    : (record.type.fields.find((each) => each.nullable && each.ofSome !== true && isIdentifier(each.name)) ?? record.type.fields[0]);
  const variable = identifier(record.type.variable);
  const shown = field === undefined ? variable : member(variable, field.name);
  const type = field === undefined ? undefined : describeFields(record.type).find((row) => row.name === field.name)?.type;
  return code`

    for await (const ${variable} of ${client}.${names.property}.list()) {
      console.log(${shown});${type === undefined ? nothing : code` // ${docWords(type)}`}
    }
  `;
}

/** A picture of the resources, where there are several. */
function graph({ model }: EmitContext): Code | false {
  return model.resources.length > 1 && fenced('mermaid', mermaid(graphOf(model)));
}

function resume({ client, resources }: EmitContext): Code {
  const [first] = resources;
  if (first === undefined) return nothing;
  return code`
    for await (const page of ${client}.${first.names.property}.pages({ state })) {
      await store(page.records);
      await save(page.state);
    }
  `;
}

function optionsTable({ model }: EmitContext): Code {
  const credentials = everyAuth(model).flatMap((auth) =>
    schemeOf(auth.type)
      .options(auth)
      .map((option) => [
        markdownCode(nameOf(option.name).camel),
        markdownCode(option.env ?? environmentName(model.name, option.name)),
        markdown(option.description),
      ]),
  );
  const config = model.config.map((option) => [
    markdownCode(`${option.name.camel}${option.optional ? '?' : ''}: ${tsType(option).text}`),
    markdownCode(option.env),
    markdown(`${option.description}${option.default === null ? '' : ` Default: ${String(option.default)}.`}`),
  ]);
  const callbacks = everyAuth(model).flatMap((auth) =>
    schemeOf(auth.type)
      .callbacks(auth)
      .map(({ name, description, type }) => [markdownCode(`${nameOf(name).camel}: ${type.text}`), nothing, markdown(description)]),
  );
  const rows = [...credentials, ...callbacks, ...config];
  return rows.length === 0
    ? code`The API needs no credentials.`
    : table(['Option', 'By convention in the environment as', 'What it is'], rows);
}

function credentialNote({ model }: EmitContext): Code {
  if (model.auth.length < 2) return nothing;
  const ways = model.auth.map((auth) =>
    schemeOf(auth.type)
      .options(auth)
      .map((option) => markdownCode(nameOf(option.name).camel)),
  );
  return code`Give the credentials of one scheme: ${join(
    ways.map((names) => join(names, ' & ')),
    ' | ',
  )}. `;
}

function resourceSection(resource: EmittedResource): Code {
  const { model, loop, names, record } = resource;
  const rows = describeFields(record.type).map((row) => [markdownCode(row.name), markdownCode(row.type), markdown(row.description)]);
  const fresh =
    model.incremental === null
      ? model.changeFeed === null
        ? nothing
        : code` A change feed: the next run begins at the position of the API where this one ended${isKeyedFeed(resource) ? code`, for each of what it is read for` : nothing}.`
      : code` Incremental: the next run begins at the latest ${markdownCode(showPath(model.incremental.cursor))} of this one.`;
  const after = model.group === null ? code`one after the other` : code`${literal(model.group.size)} with each request`;
  const parents =
    model.parent === null || model.group === null
      ? nothing
      : code` Read for each of ${markdownCode(model.parent.resource.camel)}, ${after}.`;
  const lists =
    model.forEach === null
      ? parents
      : code` Read for each ${join(
          model.forEach.lists.map(({ name }) => markdownCode(name.camel)),
          ', ',
        )}, ${after}.`;
  const windows = isWindowed(model) ? code` In windows of time, each read to its end.` : nothing;
  const offered =
    model.when === null
      ? nothing
      : code` It is there only where the option ${markdownCode(model.when.option.camel)} is ${markdown(requirement(model.when))}.`;
  const key = model.primaryKey.length === 0 ? nothing : code` Primary key: ${join(model.primaryKey.map(markdownCode), ', ')}.`;
  return code`
    ### ${markdownCode(names.property.text)}

    ${markdown(model.description)}

    ${markdownCode(requestLine(model))}, ${markdown(loop.summary)}.${key}${lists}${fresh}${windows}${offered} Records are ${markdownCode(record.type.typeName)}s; their JSON Schema is ${markdownCode(record.schemaFile)}.${hooked(resource)}

    ${rows.length === 0 ? code`Its fields are not declared.` : table(['Field', 'Type', 'What it is'], rows)}
  `;
}

/** What hooks do to the records and requests of a resource. */
function hooked({ hooks, mapsTo }: EmittedResource): Code {
  if (hooks.length === 0) return nothing;
  const names = join(
    hooks.map(({ name }) => markdownCode(name)),
    ', ',
  );
  return code` Hooks in ${markdownCode('src/hooks.ts')}: ${names}${mapsTo ? code`; what is read is what ${markdownCode('map')} returns` : nothing}.`;
}

function retryText({ model }: EmitContext): Code {
  const { timeoutMs } = model;
  const own = model.resources
    .filter((resource) => Object.keys(ownRetryOf(model, resource)).length > 0)
    .map((resource) => code` ${markdownCode(resource.name.raw)}: ${retryWords(resource.retry, resource.timeoutMs ?? timeoutMs)}`);
  return code`${retryWords(model.retry, timeoutMs)}${join(own, '')}`;
}

function retryWords(retry: RetryModel, timeoutMs: number): Code {
  return retry.maxRetries === 0 ? code`Nothing is tried again.` : markdown(retrySentence(retry, timeoutMs));
}

function table(head: readonly string[], rows: readonly (readonly Code[])[]): Code {
  const line = (cells: readonly Code[]): Code => code`| ${join(cells, ' | ')} |`;
  return join([line(head.map((cell) => docWords(cell))), line(head.map(() => code`---`)), ...rows.map(line)], '\n');
}

/** How the package is run, where it can be. */
function running({ model }: EmitContext): TemplateValues {
  const { outputs } = model;
  const command = model.packageName.replace(/^@[^/]*\//, '');
  const known = [
    ...destinationsOf(outputs).map(({ readme }) => readme),
    ...protocolsOf(outputs).map(({ readme }) => ({ ...readme, how: readme.how(model.name.kebab) })),
    ...schedulersOf(outputs).map(({ readme }) => ({ ...readme, how: readme.how(command) })),
  ];
  return {
    runs: outputs.length > 0,
    lines: outputs.includes('files'),
    syncImport: literal(`${model.packageName}/sync`),
    splits: model.resources.some((resource) => isSplit({ model: resource })),
    coordinated: docWords(
      coordinatedDestinationsOf(outputs)
        .map(({ words }) => words)
        .join(', '),
    ),
    command: docWords(command),
    ...temporalWords(model),
    destination: outputs.includes('duckdb') ? code` --to ${docWords(`${model.name.kebab}.duckdb`)}` : nothing,
    outputsTable: table(
      ['Written to', 'How', 'What to install'],
      known.map(({ to, how, install }) => [markdown(to), markdownCode(how), install === '' ? markdown('nothing') : markdownCode(install)]),
    ),
  };
}

/** How a run is started where Temporal reads its units. */
function temporalWords(model: EmitContext['model']): TemplateValues {
  return {
    temporal: model.outputs.includes('temporal'),
    workflow: identifier(`sync${model.name.pascal}`),
    workflowImport: literal(`${model.packageName}/temporal/workflow`),
    queue: literal(model.name.raw),
  };
}

import { type Code, code, json, literal, property } from '../code.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import { renderTemplate, type TemplateValues } from '../emit/template.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { type Output, protocolsOf } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import { hasFormats } from './emit-destinations.js';
import type { CommandOption, ProtocolFacts } from './protocols/contract.js';
import { settingsOf } from './settings.js';
import { streamSchema } from './stream-schema.js';
import { protocolTemplate, speaksProtocol, streamSchemaFile } from './words.js';

/** What other tools need beside the program: the schemas of streams, and files of each protocol. */
export function emitProtocolFiles(context: EmitContext): readonly VirtualFile[] {
  const { model, resources, header } = context;
  const facts = protocolFacts(model);
  return [
    ...(speaksProtocol(model.outputs) ? resources.map((resource) => emitStreamSchema(context, resource)) : []),
    ...protocolsOf(model.outputs).flatMap((protocol) => [
      ...protocol.packageFiles.map(({ template, path, holes }) => ({
        path: path(facts),
        text: renderTemplate(protocolTemplate(protocol, template), holes(facts)),
      })),
      {
        path: `src/sync/${protocol.bin.word}.ts`,
        text: renderTemplate('sync/protocol-bin.ts.hbs', { header, argument: literal(protocol.bin.argument) }),
      },
    ]),
  ];
}

function emitStreamSchema({ model }: EmitContext, { model: resource, record }: EmittedResource): VirtualFile {
  return { path: streamSchemaFile(resource), text: json(streamSchema(record.type, model.records)).text };
}

/** What the command line knows of the protocols. */
export function protocolOptions(outputs: readonly Output[], more: readonly string[] = []): TemplateValues {
  const protocols = protocolsOf(outputs);
  const texts = [...(hasFormats(outputs) ? ['format'] : []), ...(protocols.length > 0 ? ['config', 'catalog'] : []), ...more];
  const all = [...texts.map((name): CommandOption => ({ name, type: 'string' })), ...protocols.flatMap((protocol) => protocol.options)];
  const options = [...new Map(all.map((option) => [option.name, option])).values()];
  const imports = protocols.map(({ imported }) => imported).sort((a, b) => (a.text < b.text ? -1 : 1));
  return {
    protocolImports: code`${imports}`,
    protocolOptions: code`${options.map(({ name, type }) => code`${property(name)}: { type: '${OPTION_TYPES[type]}' },`)}`,
    protocolOptionTypes: code`${options.map(({ name, type }) => code`readonly ${property(name)}?: ${OPTION_TYPES[type]} | undefined;`)}`,
    protocolCalls: code`${protocols.map(({ calls }) => calls)}`,
  };
}

const OPTION_TYPES: Readonly<Record<'string' | 'boolean', Code>> = { string: code`string`, boolean: code`boolean` };

/** What protocols are told. */
export function protocolFacts(model: ConnectorModel): ProtocolFacts {
  const { name, packageName, version, description, repository } = model;
  const { all, schemes, own } = settingsOf(model);
  return {
    name: name.kebab,
    packageName,
    version,
    description,
    repository,
    settings: all.map((setting) => ({ ...setting, name: setting.name.raw })),
    credentials: (schemes.length === 0 ? [{ settings: [] }] : schemes).map(({ settings }) =>
      [...settings, ...own].map((setting) => setting.name.raw),
    ),
  };
}

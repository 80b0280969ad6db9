import { code, docWords, json, literal, nothing, property } from '../code.js';
import type { EmitContext, EmittedResource } from '../emit/context.js';
import { renderTemplate, type TemplateValues } from '../emit/template.js';
import type { ConnectorModel } from '../model/connector-model.js';
import type { Output } from '../outputs.js';
import type { VirtualFile } from '../virtual-file.js';
import { streamSchema } from './stream-schema.js';
import { speaksProtocol, streamSchemaFile } from './words.js';

/** What other tools need beside the program: the schemas of streams, and the image that Airbyte starts. */
export function emitProtocolFiles(context: EmitContext): readonly VirtualFile[] {
  const { outputs } = context.model;
  return [
    ...(speaksProtocol(outputs) ? context.resources.map((resource) => emitStreamSchema(context, resource)) : []),
    ...(outputs.includes('airbyte') ? [emitDockerfile(context)] : []),
  ];
}

function emitStreamSchema({ model }: EmitContext, { model: resource, record }: EmittedResource): VirtualFile {
  return { path: streamSchemaFile(resource), text: json(streamSchema(record.type, model.records)).text };
}

function emitDockerfile({ model }: EmitContext): VirtualFile {
  return {
    path: 'Dockerfile',
    text: renderTemplate('sync/Dockerfile.hbs', { name: docWords(model.packageName), version: docWords(model.version) }),
  };
}

/** What the command line knows of the protocols. */
export function protocolOptions(outputs: readonly Output[]): TemplateValues {
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

/** The holes of `src/sync/singer.ts`. */
export function singerValues(model: ConnectorModel): TemplateValues {
  return { tapName: literal(`tap-${model.name.kebab}`), description: literal(model.description), version: literal(model.version) };
}

/** The holes of `src/sync/airbyte.ts`. */
export function airbyteValues(model: ConnectorModel): TemplateValues {
  return {
    title: literal(model.packageName),
    documentation: model.repository === null ? nothing : code`documentationUrl: ${literal(model.repository)},`,
  };
}

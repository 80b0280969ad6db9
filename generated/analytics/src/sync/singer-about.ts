// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { print } from './output.ts';
import { settings } from './settings.ts';

/** Says what the tap is, in the shape that Meltano's SDK gave to `--about`: `json`, `markdown`, or text. */
export async function about(format: string | undefined): Promise<void> {
  const properties = Object.fromEntries(
    settings.map(({ name, type, format: form, description, secret, default: fallback }) => [
      name,
      {
        type,
        ...(form === undefined ? {} : { format: form }),
        title: name,
        description,
        ...(secret ? { secret: true } : {}),
        ...(fallback === undefined ? {} : { default: fallback }),
      },
    ]),
  );
  const facts = {
    name: 'tap-analytics',
    description: 'Events, users and cohorts of the analytics API.',
    version: '1.0.0',
    sdk_version: null, // it is made with none
    supported_python_versions: null,
    capabilities: ['catalog', 'state', 'discover', 'activate-version', 'about'],
    settings: {
      type: 'object',
      properties,
      required: settings.filter((setting) => setting.required).map(({ name }) => name),
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    },
  };
  if (format === 'json') return print(JSON.stringify(facts, null, 2));
  if (format === 'markdown') return print(markdown(facts));
  const lines = settings.flatMap(({ name, type, env }) => [
    `  - Name: ${name}`,
    `    Type: ${type}`,
    `    Environment Variable: ${env}`,
  ]);
  const capabilities = facts.capabilities.map((each) => `  - ${each}`);
  await print(
    [
      `Name: ${facts.name}`,
      `Description: ${facts.description}`,
      `Version: ${facts.version}`,
      'Capabilities:',
      ...capabilities,
      'Settings:',
      ...lines,
    ].join('\n'),
  );
}

interface Facts {
  readonly name: string;
  readonly description: string;
  readonly capabilities: readonly string[];
}

function markdown({ name, description, capabilities }: Facts): string {
  const rows = settings.map(
    (setting) =>
      `| ${setting.name} | ${setting.required ? 'True' : 'False'} | ${setting.default ?? 'None'} | ${setting.description.replace(/\s+/g, ' ')} |`,
  );
  const table = ['| Setting | Required | Default | Description |', '| --- | --- | --- | --- |', ...rows];
  return [
    `# ${name}`,
    '',
    description,
    '',
    '## Capabilities',
    '',
    ...capabilities.map((each) => `* ${each}`),
    '',
    '## Settings',
    '',
    ...table,
  ].join('\n');
}

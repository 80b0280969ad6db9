import { type Code, code, docWords, jsonLine, literal, nothing } from '../../../code.js';
import type { Protocol, SettingFacts } from '../contract.js';

export const singer: Protocol<'singer'> = {
  name: 'singer',
  options: [
    { name: 'format', type: 'string' },
    { name: 'properties', type: 'string' },
    { name: 'singer', type: 'boolean' },
    { name: 'discover', type: 'boolean' },
    { name: 'about', type: 'boolean' },
  ],
  imported: code`import { runSinger } from './singer.ts';`,
  calls: code`if (options.singer === true) return runSinger(invocation);`,
  help: {
    commands: [],
    options: [['--singer', 'Run as a Singer tap: --config, --catalog, --state, --discover, --about. As tap-… does.']],
  },
  files: ['singer', 'singer-about'],
  bin: { word: 'tap', argument: '--singer' },
  holes: ({ name, description, version }) => ({
    tapName: literal(`tap-${name}`),
    description: literal(description),
    version: literal(version),
  }),
  packageFiles: [
    {
      template: 'meltano.yml.hbs',
      path: ({ name }) => `meltano/extractors/tap-${name}.yml`,
      holes: ({ name, description, settings, credentials }) => ({
        bin: docWords(`tap-${name}`),
        name: jsonLine(`tap-${name}`),
        namespace: jsonLine(`tap_${name.replaceAll('-', '_')}`),
        description: jsonLine(description),
        groups: jsonLine(
          credentials.map((names) => [
            ...names,
            ...settings.filter(({ required, secret }) => required && !secret).map((setting) => setting.name),
          ]),
        ),
        settings: code`${settings.map(meltanoSetting)}`,
      }),
    },
  ],
  folders: ['meltano'],
  readme: { to: 'A Singer target, or Meltano', how: (connector) => `tap-${connector} --config config.json`, install: '' },
};

/** A setting as Meltano describes them. JSON is YAML, and quotes whatever a description has in it. */
function meltanoSetting({ name, env, type, format, description, secret, default: fallback }: SettingFacts): Code {
  const kinds = { string: 'string', integer: 'integer', number: 'decimal', boolean: 'boolean', list: 'array' } as const;
  return code`
    - name: ${jsonLine(name)}
      label: ${jsonLine(labelOf(name))}
      description: ${jsonLine(description.replace(/\s+/g, ' ').trim())}
      kind: ${jsonLine(format === null ? kinds[type] : 'date_iso8601')}
      env: ${jsonLine(env)}
      ${secret ? code`sensitive: true` : nothing}
      ${fallback === null ? nothing : code`placeholder: ${jsonLine(String(fallback))}`}
  `;
}

/** "api_key" → "Api key" */
function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

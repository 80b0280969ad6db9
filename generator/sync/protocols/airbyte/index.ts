import { code, docWords, literal, nothing } from '../../../code.js';
import type { Protocol } from '../contract.js';

export const airbyte: Protocol<'airbyte'> = {
  name: 'airbyte',
  options: [{ name: 'airbyte', type: 'boolean' }],
  imported: code`import { runAirbyte } from './airbyte.ts';`,
  calls: code`
    if (options.airbyte === true) return runAirbyte(command, invocation);
    if (command === 'spec' || command === 'discover') return runAirbyte(command, invocation);
    if ((command === 'check' || command === 'read') && options.config !== undefined) return runAirbyte(command, invocation);
  `,
  help: {
    commands: [['spec, check, discover, read', 'With --config: the commands of an Airbyte source.']],
    options: [['--airbyte', 'Run as an Airbyte source: spec, check, discover, read. As source-… does.']],
  },
  files: ['airbyte'],
  bin: { word: 'source', argument: '--airbyte' },
  holes: ({ packageName, repository }) => ({
    title: literal(packageName),
    documentation: repository === null ? nothing : code`documentationUrl: ${literal(repository)},`,
  }),
  packageFiles: [
    {
      template: 'Dockerfile.hbs',
      path: () => 'Dockerfile',
      holes: ({ packageName, version }) => ({ name: docWords(packageName), version: docWords(version) }),
    },
  ],
  folders: [],
  readme: {
    to: 'Airbyte, see the Dockerfile',
    how: (connector) => `source-${connector} read --config config.json --catalog catalog.json`,
    install: '',
  },
};

import { code, literal, nothing } from '../../../code.js';
import type { Protocol } from '../contract.js';

export const airbyte: Protocol<'airbyte'> = {
  name: 'airbyte',
  options: [],
  imported: code`import { runAirbyte } from './airbyte.ts';`,
  calls: code`
    if (command === 'spec' || command === 'discover') return runAirbyte(command, invocation);
    if ((command === 'check' || command === 'read') && options.config !== undefined) return runAirbyte(command, invocation);
  `,
  help: {
    commands: [['spec, check, discover, read', 'With --config: the commands of an Airbyte source.']],
    options: [],
  },
  file: 'airbyte',
  holes: ({ packageName, repository }) => ({
    title: literal(packageName),
    documentation: repository === null ? nothing : code`documentationUrl: ${literal(repository)},`,
  }),
  packageFiles: { Dockerfile: 'Dockerfile.hbs' },
  readme: { to: 'Airbyte, see the Dockerfile', how: 'read --config config.json --catalog catalog.json', install: '' },
};

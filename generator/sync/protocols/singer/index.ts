import { code, literal } from '../../../code.js';
import type { Protocol } from '../contract.js';

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
    options: [['--singer', 'Run as a Singer tap: --config, --catalog, --state, --discover, --about.']],
  },
  file: 'singer',
  holes: ({ name, description, version }) => ({
    tapName: literal(`tap-${name}`),
    description: literal(description),
    version: literal(version),
  }),
  packageFiles: {},
  readme: { to: 'A Singer target', how: '--singer --config config.json', install: '' },
};

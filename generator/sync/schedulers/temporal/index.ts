import type { Scheduler } from '../contract.js';

const RANGE = '^1.24.0'; // what it was run with

export const temporal: Scheduler<'temporal'> = {
  name: 'temporal',
  drivers: ['activity', 'worker', 'workflow'].map((name) => ({ name: `@temporalio/${name}`, range: RANGE })),
  testDrivers: ['common', 'proto', 'testing'].map((name) => ({ name: `@temporalio/${name}`, range: RANGE })),
  files: ['activities', 'bin', 'failure', 'index', 'worker', 'workflow'],
  subpaths: ['workflow'],
  bin: { word: 'worker' },
  readme: {
    to: 'many machines, by Temporal',
    how: (command) => `${command}-worker`,
    install: 'npm install @temporalio/activity @temporalio/worker @temporalio/workflow',
  },
};

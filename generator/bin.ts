#!/usr/bin/env node
// Old syntax on purpose: a Node.js that is too old must be able to read this file in order to say so.
const version = process.versions.node.split('.').map(Number);
const major = version[0] || 0;
const minor = version[1] || 0;
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write('tapwright: error[cli/node-version]: needs Node.js 20.19 or newer; this is ' + process.version + '\n');
  process.exitCode = 2;
} else {
  Promise.all([import('node:module'), import('node:v8')]).then(([module, v8]) => {
    // Node.js 20 hurries to optimise what a run is done with before that pays: a tenth of the processor's time, more for large specs.
    if (major === 20) v8.setFlagsFromString('--interrupt-budget=20000000');
    // From Node.js 22.8 on: what was compiled once is kept for the next run.
    const keepCompiled = Reflect.get(module, 'enableCompileCache');
    if (typeof keepCompiled === 'function') keepCompiled();
    return import('./cli.js').then((cli) => cli.main());
  });
}
export {};

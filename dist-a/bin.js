#!/usr/bin/env node
import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// generator/bin.ts
var version = process.versions.node.split(".").map(Number);
var major = version[0] || 0;
var minor = version[1] || 0;
if (major < 20 || major === 20 && minor < 19) {
  process.stderr.write("tapwright: error[cli/node-version]: needs Node.js 20.19 or newer; this is " + process.version + "\n");
  process.exitCode = 2;
} else {
  import("./cli.js").then((cli) => cli.main());
}

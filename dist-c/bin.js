#!/usr/bin/env node
import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
var s=process.versions.node.split(".").map(Number),e=s[0]||0,o=s[1]||0;e<20||e===20&&o<19?(process.stderr.write("tapwright: error[cli/node-version]: needs Node.js 20.19 or newer; this is "+process.version+`
`),process.exitCode=2):import("./cli.js").then(r=>r.main());

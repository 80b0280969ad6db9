import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// generator/root.ts
var ROOT = new URL("../", import.meta.url);

export {
  ROOT
};

import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
var t=new URL("../",import.meta.url);export{t as a};

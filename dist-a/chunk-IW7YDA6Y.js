import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  ROOT
} from "./chunk-SWWATBND.js";

// generator/output/compiler.ts
var COMPILER_OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  // and the web types
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  noEmit: true
};
function isChecked(path) {
  return path.startsWith("src/");
}

// generator/output/web-types.ts
import { readFile } from "node:fs/promises";
var NAMES = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "DOMException",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "RequestInit",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone"
];
var BEYOND = new RegExp(
  "^(?:HTML|SVG|MathML|CSS|Media|Document|Element|Node|Window|Source|Canvas|GPU|ImageBitmap|ImageData|Offscreen|Path2D|RTC|Video|Audio|WebGL|WEBGL|ANGLE|EXT|KHR|OES|OVR|DOM(?!Exception|HighRes)|PerformanceT|PerformanceN|Text(?!En|De))"
);
function webTypes(dom) {
  const declarations = topLevelDeclarations(dom);
  const needed = /* @__PURE__ */ new Set();
  const open = [...NAMES];
  for (let name = open.pop(); name !== void 0; name = open.pop()) {
    const text = declarations.get(name);
    if (text === void 0 || needed.has(name) || BEYOND.test(name)) continue;
    needed.add(name);
    open.push(...text.match(/\b[A-Z]\w+/g) ?? []);
  }
  return [...needed].map((name) => declarations.get(name)).join("\n");
}
function topLevelDeclarations(dom) {
  const found = /* @__PURE__ */ new Map();
  const text = dom.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\/\/.*$/gm, "");
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(/[{};]|"[^"]*"/g)) {
    if (sign === "{") depth++;
    if (sign === "}") depth--;
    const isBlock = /^\s*(?:interface|declare namespace|declare class)/.test(text.slice(start, start + 40));
    if (depth > 0 || sign !== (isBlock ? "}" : ";")) continue;
    const declaration = text.slice(start, index + 1).trim();
    start = index + 1;
    const name = /^(?:declare (?:var|function|namespace|class|const) |interface |type )(\w+)/.exec(declaration)?.[1];
    if (name !== void 0) found.set(name, `${found.get(name) ?? ""}${declaration}
`);
  }
  return found;
}
var WEB_TYPES = new URL("dist/web-types.txt", ROOT);
async function readWebTypes(dom) {
  try {
    return await readFile(WEB_TYPES, "utf8");
  } catch {
    return webTypes(await readFile(dom, "utf8"));
  }
}

export {
  COMPILER_OPTIONS,
  isChecked,
  webTypes,
  readWebTypes
};

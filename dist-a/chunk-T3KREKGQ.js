import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  ROOT
} from "./chunk-SWWATBND.js";
import {
  error,
  printable
} from "./chunk-3EQSA2BL.js";

// generator/version.ts
import { readFileSync } from "node:fs";
var version = readVersion();
function readVersion() {
  const manifest = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest && typeof manifest.version === "string")
    return manifest.version;
  throw new Error("package.json has no version");
}

// generator/diagnostics/messages/internal.ts
var internal = {
  /** `line` counts from 1; absent when the fault is about the package as a whole. */
  emittedCode: (path, line, message) => error(
    "internal/emitted-code",
    void 0,
    `${path}${line === void 0 ? "" : `:${line}`} of the package does not compile: ${printable(message)}`,
    "This is a bug of tapwright: please report it with the spec."
  ),
  unexpected: (message) => error(
    "internal/unexpected",
    void 0,
    printable(message).slice(0, 300),
    "This is a bug of tapwright: please report it with the spec (--debug shows the stack)."
  )
};

export {
  internal,
  version
};

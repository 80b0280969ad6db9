import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// generator/output/lock.ts
import { createHash } from "node:crypto";
var LOCK_PATH = "connector.lock.json";
function hashOf(content) {
  const text = typeof content === "string" ? content : Buffer.from(content).toString("latin1");
  const bytes = Buffer.from(text.replaceAll("\r\n", "\n"), typeof content === "string" ? "utf8" : "latin1");
  return createHash("sha256").update(bytes).digest("hex");
}
function withLock(files, generator, spec) {
  const hashes = files.map(({ path, text }) => [path, hashOf(text)]).sort(([a], [b]) => a < b ? -1 : 1);
  const lock = { generator, spec: hashOf(spec), files: Object.fromEntries(hashes) };
  return [...files, { path: LOCK_PATH, text: `${JSON.stringify(lock, null, 2)}
` }];
}
function parseLock(text) {
  const lock = asObject(parseJson(text));
  const files = Object.entries(asObject(lock["files"])).filter((entry) => typeof entry[1] === "string");
  return { generator: asText(lock["generator"]), spec: asText(lock["spec"]), files: new Map(files) };
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function asObject(value) {
  return isObject(value) ? value : {};
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}
function asText(value) {
  return typeof value === "string" ? value : "";
}

export {
  LOCK_PATH,
  hashOf,
  withLock,
  parseLock,
  isObject
};

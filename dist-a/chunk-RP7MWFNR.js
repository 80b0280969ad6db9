import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  LOCK_PATH,
  hashOf,
  parseLock
} from "./chunk-R5ZBXODK.js";
import {
  pathInside
} from "./chunk-CRVNHETF.js";
import {
  Refusal,
  errorCode,
  kindOf,
  out,
  readIfThere
} from "./chunk-5MBANDOH.js";

// generator/output/plan.ts
import { dirname } from "node:path";
var LEFTOVERS = /* @__PURE__ */ new Set(["node_modules", "dist", "coverage", "package-lock.json", ".DS_Store"]);
async function planPackage(target, files, force, disk) {
  checkPaths(target, files);
  const lock = await readLock(target, disk);
  if (lock === void 0) await checkUnused(target, disk);
  const gone = await leftOver(target, lock, files, disk);
  const wanted = [...files, ...gone.map((path) => ({ path, text: void 0 }))].sort((a, b) => a.path < b.path ? -1 : 1);
  const kinds = new Kinds(target, disk);
  const found = await Promise.all(wanted.map(async (file) => ({ ...file, before: await hashOnDisk(target, file.path, kinds, disk) })));
  const changes = [];
  const unchanged = [];
  const edited = [];
  for (const { path, text, before } of found) {
    if (before === (text === void 0 ? void 0 : hashOf(text))) {
      unchanged.push(path);
      continue;
    }
    if (before !== void 0 && path !== LOCK_PATH && before !== lock?.files.get(path)) edited.push(path);
    changes.push({ path, ...text === void 0 ? {} : { text }, ...before === void 0 ? {} : { before } });
  }
  if (edited.length > 0 && !force) throw new Refusal(out.modified(target.shown, edited));
  return { changes, unchanged };
}
async function readLock(target, disk) {
  await refuseLinks(target, LOCK_PATH, new Kinds(target, disk));
  const bytes = await readIfThere(pathInside(target, LOCK_PATH), disk);
  return bytes && parseLock(bytes.toString("utf8"));
}
async function leftOver(target, lock, files, disk) {
  const kept = new Set(files.map(({ path }) => path.toLowerCase()));
  const found = [];
  for (const path of [...lock?.files.keys() ?? []].sort()) {
    if (kept.has(path.toLowerCase()) || !leadsInside(target, path)) continue;
    if (await kindOf(pathInside(target, path), disk) === "file") found.push(path);
  }
  return found;
}
async function hashOnDisk(target, path, kinds, disk) {
  await refuseLinks(target, path, kinds);
  try {
    const bytes = await readIfThere(pathInside(target, path), disk);
    return bytes && hashOf(bytes);
  } catch (error) {
    if (errorCode(error) === "EISDIR") throw new Refusal(out.inTheWay(`${target.shown}/${path}`));
    throw error;
  }
}
async function refuseLinks(target, path, kinds) {
  const parts = path.split("/");
  for (const [index] of parts.entries()) {
    const way = parts.slice(0, index + 1).join("/");
    const kind = await kinds.of(way);
    if (kind === void 0) return;
    if (kind === "link") throw new Refusal(out.symlink(`${target.shown}/${way}`));
    if (kind === "other" || kind === "file" && index < parts.length - 1) throw new Refusal(out.inTheWay(`${target.shown}/${way}`));
  }
}
var Kinds = class {
  #target;
  #disk;
  #known = /* @__PURE__ */ new Map();
  constructor(target, disk) {
    this.#target = target;
    this.#disk = disk;
  }
  of(path) {
    const known = this.#known.get(path) ?? kindOf(pathInside(this.#target, path), this.#disk);
    this.#known.set(path, known);
    return known;
  }
};
async function checkUnused({ folder, shown }, disk) {
  if (await kindOf(folder, disk) === void 0) return;
  if ((await disk.readdir(folder)).some((name) => !LEFTOVERS.has(name))) throw new Refusal(out.notEmpty(shown));
}
function checkPaths(target, files) {
  const seen = /* @__PURE__ */ new Set();
  for (const { path } of files) {
    pathInside(target, path);
    if (seen.has(path.toLowerCase())) throw new Error(`two emitted files are called ${path}`);
    seen.add(path.toLowerCase());
  }
  if (!seen.has(LOCK_PATH)) throw new Error(`the emitted files lack ${LOCK_PATH}`);
}
function leadsInside(target, path) {
  try {
    return dirname(pathInside(target, path)) !== "";
  } catch {
    return false;
  }
}

export {
  planPackage,
  readLock,
  leftOver
};

import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  error,
  list,
  printable
} from "./chunk-3EQSA2BL.js";

// generator/diagnostics/messages/out.ts
var out = {
  noParent: (parent) => error("out/no-parent", void 0, `${printable(parent)} does not exist`, "Create it first, or give another --out."),
  protected: (folder, name) => error("out/protected", void 0, `refuses to write inside ${printable(name)}: ${printable(folder)}`),
  symlink: (path) => error("out/symlink", void 0, `${printable(path)} is a symbolic link; nothing is written through one`, "Give the real folder."),
  notFolder: (path) => error("out/not-a-folder", void 0, `${printable(path)} is not a folder`),
  notEmpty: (folder) => error(
    "out/not-empty",
    void 0,
    `${printable(folder)} is not empty and was not made by tapwright`,
    "Move what is in it, or give another --out."
  ),
  modified: (folder, paths) => error(
    "out/modified",
    void 0,
    `${count(paths.length, "file")} of ${printable(folder)} changed since generated: ${some(paths)}`,
    "Change the spec instead of the output; --force overwrites."
  ),
  inTheWay: (path) => error("out/in-the-way", void 0, `${printable(path)} is in the way: only a plain file can be replaced by a generated one`),
  outside: (path) => error("out/outside", void 0, `${printable(path)} would leave the package's folder`),
  sameFolder: (folder, specs) => error(
    "out/same-folder",
    void 0,
    `${list(specs.map(printable))} would both be written to ${printable(folder)}`,
    "Give each its own name."
  ),
  locked: (folder, pid, lock) => error(
    "out/locked",
    void 0,
    `${printable(folder)} is being written by another run, process ${pid}`,
    `Wait for it; if there is no such run, delete ${printable(lock)}.`
  ),
  noSpace: (folder) => error("out/no-space", void 0, `no space is left to write ${printable(folder)}`, "Every file is as it was."),
  notWritable: (path) => error("out/not-writable", void 0, `no permission to write ${printable(path)}`),
  failed: (folder, reason) => error("out/failed", void 0, `writing ${printable(folder)} failed (${printable(reason)})`, "Every file is as it was."),
  halfWritten: (folder, kept, reason) => error(
    "out/half-written",
    void 0,
    `writing ${printable(folder)} failed, and so did putting it back (${printable(reason)})`,
    `The files as they were are in ${printable(kept)}; the next run puts them back.`
  ),
  stale: (folder, { stale, missing, extra }, command) => error(
    "out/stale",
    void 0,
    `${printable(folder)} is not what its spec makes: ${stale} stale, ${missing} missing, ${extra} left over`,
    `Run: ${command}`
  )
};
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function some(paths) {
  const shown = paths.slice(0, 5).map(printable);
  return paths.length > 5 ? `${shown.join(", ")} and ${paths.length - 5} more` : list(shown);
}

// generator/output/disk.ts
import * as promises from "node:fs/promises";
var disk = promises;
async function kindOf(path, disk2) {
  try {
    const stats = await disk2.lstat(path);
    if (stats.isSymbolicLink()) return "link";
    if (stats.isDirectory()) return "folder";
    return stats.isFile() ? "file" : "other";
  } catch (error2) {
    if (isAbsent(error2)) return void 0;
    throw error2;
  }
}
async function readIfThere(path, disk2) {
  try {
    return await disk2.readFile(path);
  } catch (error2) {
    if (isAbsent(error2)) return void 0;
    throw error2;
  }
}
async function unlessGone(action) {
  try {
    await action;
  } catch (error2) {
    if (!isAbsent(error2) && !["ENOTEMPTY", "EEXIST"].includes(errorCode(error2) ?? "")) throw error2;
  }
}
async function syncFolder(path, disk2) {
  try {
    const handle = await disk2.open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error2) {
    if (!["EPERM", "EISDIR", "EACCES", "EINVAL"].includes(errorCode(error2) ?? "")) throw error2;
  }
}
function errorCode(error2) {
  return error2 instanceof Error && "code" in error2 && typeof error2.code === "string" ? error2.code : void 0;
}
function isAbsent(error2) {
  return ["ENOENT", "ENOTDIR"].includes(errorCode(error2) ?? "");
}

// generator/output/refusal.ts
var Refusal = class extends Error {
  diagnostic;
  constructor(diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
};
var Interruption = class extends Error {
};
function explain(error2, folder) {
  if (error2 instanceof Refusal) return error2.diagnostic;
  const code = errorCode(error2);
  if (code === "ENOSPC" || code === "EDQUOT") return out.noSpace(folder);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return out.notWritable(folder);
  if (code !== void 0 && /^E[A-Z0-9]+$/.test(code)) return out.failed(folder, code);
  throw error2;
}

export {
  out,
  disk,
  kindOf,
  readIfThere,
  unlessGone,
  syncFolder,
  errorCode,
  Refusal,
  Interruption,
  explain
};

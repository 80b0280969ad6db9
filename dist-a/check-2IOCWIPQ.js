import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  leftOver,
  readLock
} from "./chunk-RP7MWFNR.js";
import {
  hashOf
} from "./chunk-R5ZBXODK.js";
import {
  checkTarget,
  pathInside,
  targetAt
} from "./chunk-CRVNHETF.js";
import {
  disk,
  explain,
  readIfThere
} from "./chunk-5MBANDOH.js";
import {
  printable
} from "./chunk-3EQSA2BL.js";

// generator/output/check.ts
import { createTwoFilesPatch } from "diff";
async function comparePackage(folder, files, { base, disk: disk2 = disk }) {
  const target = targetAt(folder, base);
  try {
    await checkTarget(target, base, disk2);
    const stale = [];
    const missing = [];
    for (const { path, text } of [...files].sort((a, b) => a.path < b.path ? -1 : 1)) {
      const found = await readIfThere(pathInside(target, path), disk2);
      if (found === void 0) missing.push(path);
      else if (hashOf(found) !== hashOf(text)) stale.push({ path, diff: diffOf(`${target.shown}/${path}`, found.toString("utf8"), text) });
    }
    return { ok: true, drift: { stale, missing, extra: await leftOver(target, await readLock(target, disk2), files, disk2) } };
  } catch (error) {
    return { ok: false, diagnostic: explain(error, target.shown) };
  }
}
function isUpToDate({ stale, missing, extra }) {
  return stale.length + missing.length + extra.length === 0;
}
function diffOf(path, before, after) {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before.replaceAll("\r\n", "\n"), after, void 0, void 0, {
    context: 3,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true }
  });
  return patch.split("\n").map((line) => line.split("	").map(printable).join("	")).join("\n");
}
export {
  comparePackage,
  isUpToDate
};

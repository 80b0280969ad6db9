import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  Refusal,
  kindOf,
  out
} from "./chunk-5MBANDOH.js";

// generator/output/target.ts
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
var PROTECTED = /* @__PURE__ */ new Set(["node_modules", ".git"]);
function targetAt(folder, base) {
  const parent = dirname(folder);
  return { folder, parent, staging: join(parent, `.tapwright-${basename(folder)}`), shown: shownPath(folder, base) };
}
async function checkTarget({ folder, parent, staging }, base, disk) {
  const guarded = folder.split(sep).find((part) => PROTECTED.has(part.toLowerCase()));
  if (guarded !== void 0) throw new Refusal(out.protected(shownPath(folder, base), guarded));
  const from = isInside(base, parent) ? base : dirname(parent);
  for (const path of [...componentsBetween(from, parent), folder, staging]) {
    const kind = await kindOf(path, disk);
    if (kind === "link") throw new Refusal(out.symlink(shownPath(path, base)));
    if (kind !== void 0 && kind !== "folder") throw new Refusal(out.notFolder(shownPath(path, base)));
    if (kind === void 0 && path !== parent && isInside(path, parent)) throw new Refusal(out.noParent(shownPath(path, base)));
  }
  if (await kindOf(dirname(parent), disk) === void 0) throw new Refusal(out.noParent(shownPath(dirname(parent), base)));
}
function pathInside({ folder }, path) {
  const full = join(folder, ...path.split("/"));
  const plain = path !== "" && !/[\\:\0]/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (!plain || !isInside(folder, full) || path.split("/").some((part) => PROTECTED.has(part.toLowerCase()))) {
    throw new Refusal(out.outside(path));
  }
  return full;
}
function isInside(folder, path) {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`);
}
function shownPath(path, base) {
  return (isInside(base, path) && path !== base ? relative(base, path) : path).replaceAll("\\", "/");
}
function componentsBetween(from, to) {
  const parts = relative(from, to).split(sep).filter((part) => part !== "");
  return parts.map((_, index) => join(from, ...parts.slice(0, index + 1)));
}

export {
  targetAt,
  checkTarget,
  pathInside,
  shownPath
};

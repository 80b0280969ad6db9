import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  Refusal,
  errorCode,
  kindOf,
  out,
  unlessGone
} from "./chunk-5MBANDOH.js";

// generator/output/claim.ts
import { randomInt } from "node:crypto";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
var held = /* @__PURE__ */ new Set();
async function claim(target, owner, disk) {
  const prefix = prefixOf(target);
  const own = join(target.parent, `${prefix}${owner.pid}`);
  const refuse = (pid) => {
    throw new Refusal(out.locked(target.shown, pid, `${prefix}${pid}`));
  };
  if (held.has(own)) refuse(owner.pid);
  held.add(own);
  const release = async () => {
    held.delete(own);
    await unlessGone(disk.unlink(own));
  };
  try {
    for (let attempt = 1; ; attempt++) {
      const first = await otherWriter(target.parent, prefix, owner, disk);
      if (first !== void 0) refuse(first);
      await disk.writeFile(own, "");
      const met = await otherWriter(target.parent, prefix, owner, disk);
      if (met === void 0) return release;
      await unlessGone(disk.unlink(own));
      if (attempt === 5) refuse(met);
      await wait(randomInt(5, 50));
    }
  } catch (error) {
    await release().catch(() => void 0);
    throw error;
  }
}
async function hasTraces(target, disk) {
  const prefix = prefixOf(target);
  const names = await kindOf(target.parent, disk) === void 0 ? [] : await disk.readdir(target.parent);
  return names.some((name) => name.startsWith(prefix) || name === basename(target.staging));
}
function prefixOf({ staging }) {
  return `${basename(staging)}.lock-`;
}
async function otherWriter(parent, prefix, owner, disk) {
  for (const name of await disk.readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    if (pid === owner.pid) continue;
    if (Number.isInteger(pid) && owner.isAlive(pid)) return pid;
    await unlessGone(disk.unlink(join(parent, name)));
  }
  return void 0;
}
function isAlive(kill, pid) {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

export {
  claim,
  hasTraces,
  isAlive
};

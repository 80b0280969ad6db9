import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  claim,
  hasTraces
} from "./chunk-3233AHJZ.js";
import {
  planPackage
} from "./chunk-RP7MWFNR.js";
import {
  hashOf,
  isObject
} from "./chunk-R5ZBXODK.js";
import {
  checkTarget,
  pathInside,
  shownPath,
  targetAt
} from "./chunk-CRVNHETF.js";
import {
  Interruption,
  disk,
  errorCode,
  explain,
  kindOf,
  out,
  readIfThere,
  syncFolder,
  unlessGone
} from "./chunk-5MBANDOH.js";
import "./chunk-3EQSA2BL.js";
import "./chunk-7BOAENXZ.js";

// generator/output/swap.ts
import { dirname, join } from "node:path";
var at = (staging) => ({
  fresh: (path) => join(staging, "new", path),
  kept: (path) => join(staging, "old", path),
  journal: join(staging, "journal.json")
});
async function stage(target, plan, check, disk2) {
  const { fresh, kept, journal } = at(target.staging);
  await disk2.mkdir(target.staging);
  await all(plan.changes, async ({ path, text, before }) => {
    check();
    if (text !== void 0) {
      await disk2.mkdir(dirname(fresh(path)), { recursive: true });
      await disk2.writeFile(fresh(path), text, { flag: "wx", flush: true });
    }
    if (before !== void 0) {
      await disk2.mkdir(dirname(kept(path)), { recursive: true });
      await linkOrCopy(pathInside(target, path), kept(path), disk2);
    }
  });
  const content = {
    changes: plan.changes.map(({ path, before, text }) => ({
      path,
      before: before ?? null,
      after: text === void 0 ? null : hashOf(text)
    })),
    folders: await absentFolders(target, plan, disk2)
  };
  await disk2.writeFile(`${journal}.part`, JSON.stringify(content), { flag: "wx", flush: true });
  await disk2.rename(`${journal}.part`, journal);
  await syncFolder(target.staging, disk2);
}
async function swap(target, plan, check, disk2) {
  const { fresh } = at(target.staging);
  for (const { path, text } of plan.changes) {
    check();
    const place = pathInside(target, path);
    if (text === void 0) {
      await unlessGone(disk2.unlink(place));
    } else {
      await disk2.mkdir(dirname(place), { recursive: true });
      await disk2.rename(fresh(path), place);
    }
  }
  for (const { path, text } of plan.changes) {
    if (text === void 0) await removeEmptyFolders(target, dirname(path), disk2);
  }
}
async function commit(target, disk2) {
  await syncFolder(target.folder, disk2);
  await disk2.unlink(at(target.staging).journal);
}
async function discard(target, disk2) {
  await disk2.rm(target.staging, { recursive: true, force: true });
}
async function rollBack(target, disk2) {
  const { kept, journal } = at(target.staging);
  const bytes = await readIfThere(journal, disk2);
  if (bytes !== void 0) {
    const { changes, folders } = parseJournal(bytes.toString("utf8"));
    for (const { path, before, after } of changes) {
      const place = pathInside(target, path);
      const found = await readIfThere(place, disk2);
      const hash = found === void 0 ? null : hashOf(found);
      if (hash !== after || hash === before) continue;
      if (before === null) {
        await disk2.unlink(place);
      } else {
        await disk2.mkdir(dirname(place), { recursive: true });
        await disk2.rename(kept(path), place);
      }
    }
    for (const folder of [...folders].reverse()) await unlessGone(disk2.rmdir(folderInside(target, folder)));
    await syncFolder(target.parent, disk2);
    await disk2.unlink(journal);
  }
  await discard(target, disk2);
}
async function all(items, action) {
  const ends = await Promise.allSettled(items.map(action));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
async function linkOrCopy(from, to, disk2) {
  try {
    await disk2.link(from, to);
  } catch (error) {
    if (errorCode(error) === "ENOSPC") throw error;
    await disk2.copyFile(from, to);
  }
}
async function absentFolders(target, plan, disk2) {
  const absent = /* @__PURE__ */ new Set();
  for (const { path, text } of plan.changes) {
    if (text === void 0) continue;
    const parts = path.split("/").slice(0, -1);
    for (let depth = 0; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      if (!absent.has(folder) && await kindOf(folderInside(target, folder), disk2) === void 0) absent.add(folder);
    }
  }
  return [...absent].sort();
}
async function removeEmptyFolders(target, folder, disk2) {
  for (let path = folder; path !== "."; path = dirname(path)) await unlessGone(disk2.rmdir(pathInside(target, path)));
}
function folderInside(target, folder) {
  return folder === "" ? target.folder : pathInside(target, folder);
}
function parseJournal(text) {
  const value = JSON.parse(text);
  if (!isJournal(value)) throw new Error("the journal of an unfinished write is unreadable");
  return value;
}
function isJournal(value) {
  return isObject(value) && Array.isArray(value["changes"]) && value["changes"].every(
    (entry) => isObject(entry) && typeof entry["path"] === "string" && isHash(entry["before"]) && isHash(entry["after"])
  ) && Array.isArray(value["folders"]) && value["folders"].every((folder) => typeof folder === "string");
}
function isHash(value) {
  return value === null || typeof value === "string";
}

// generator/output/write.ts
async function writePackages(packages, options) {
  const jobs = packages.map(({ folder, files }) => ({ target: targetAt(folder, options.base), files }));
  const found = await Promise.all(jobs.map(async (job) => ({ ...job, first: await inspect(job, options) })));
  const diagnostics = found.flatMap(({ first }) => first.ok ? [] : [first.diagnostic]);
  if (diagnostics.length > 0) return { ok: false, interrupted: false, diagnostics };
  const write = new Write(options);
  try {
    const plans = [];
    for (const { target, files, first } of found) {
      const idle = first.ok && first.plan?.changes.length === 0 ? first.plan : void 0;
      plans.push(idle ?? await write.prepare(target, files));
    }
    await write.finish();
    return { ok: true, reports: plans.map(reportOf) };
  } catch (error) {
    const stuck = await write.undo();
    if (stuck !== void 0) return { ok: false, interrupted: false, diagnostics: [stuck] };
    if (error instanceof Interruption) return { ok: false, interrupted: true, diagnostics: [] };
    return { ok: false, interrupted: false, diagnostics: [explain(error, write.current)] };
  } finally {
    await write.release();
  }
}
async function writePackage(folder, files, options) {
  return writePackages([{ folder, files }], options);
}
async function inspect({ target, files }, { base, force = false, disk: disk2 = disk }) {
  try {
    await checkTarget(target, base, disk2);
    if (await hasTraces(target, disk2)) return { ok: true };
    return { ok: true, plan: await planPackage(target, files, force, disk2) };
  } catch (error) {
    return { ok: false, diagnostic: explain(error, target.shown) };
  }
}
var Write = class {
  #options;
  #disk;
  #staged = [];
  #claims = [];
  #parents = [];
  /** The package that is being worked on, as messages name it. */
  current = "";
  constructor(options) {
    this.#options = options;
    this.#disk = options.disk ?? disk;
  }
  /** Takes hold of a package and stages what changes. The package itself is not touched yet. */
  async prepare(target, files) {
    this.current = target.shown;
    this.#check();
    if (await kindOf(target.parent, this.#disk) === void 0) {
      await this.#disk.mkdir(target.parent);
      this.#parents.push(target.parent);
    }
    this.#claims.push(await claim(target, this.#options.owner, this.#disk));
    await rollBack(target, this.#disk);
    const plan = await planPackage(target, files, this.#options.force ?? false, this.#disk);
    if (plan.changes.length > 0) {
      this.#staged.push({ target, plan });
      await stage(target, plan, () => this.#check(), this.#disk);
    }
    return plan;
  }
  /** Swaps what was staged, in every package. */
  async finish() {
    for (const { target, plan } of this.#staged) {
      this.current = target.shown;
      await swap(target, plan, () => this.#check(), this.#disk);
    }
    this.#check();
    for (const { target } of this.#staged) await commit(target, this.#disk);
  }
  /** Puts every package back as it was. When that fails, too, the journal stays for the next run. */
  async undo() {
    for (const { target } of this.#staged.splice(0)) {
      try {
        await rollBack(target, this.#disk);
      } catch (error) {
        return out.halfWritten(target.shown, shownPath(target.staging, this.#options.base), errorCode(error) ?? String(error));
      }
    }
    return void 0;
  }
  /** Clears away what is of no more use. What cannot be, the next run clears away: no reason to fail. */
  async release() {
    for (const { target } of this.#staged) await discard(target, this.#disk).catch(() => void 0);
    for (const giveUp of this.#claims) await giveUp().catch(() => void 0);
    for (const parent of this.#parents) await this.#disk.rmdir(parent).catch(() => void 0);
  }
  #check() {
    if (this.#options.signal?.aborted === true) throw new Interruption();
  }
};
function reportOf({ changes, unchanged }) {
  return {
    written: changes.filter(({ text }) => text !== void 0).map(({ path }) => path),
    unchanged,
    removed: changes.filter(({ text }) => text === void 0).map(({ path }) => path)
  };
}
export {
  writePackage,
  writePackages
};

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { out } from '../diagnostics/messages/out.js';
import type { VirtualFile } from '../virtual-file.js';
import { claim, hasTraces, type Owner } from './claim.js';
import { type Disk, disk as realDisk, errorCode, kindOf } from './disk.js';
import { type Plan, planPackage } from './plan.js';
import { explain, Interruption } from './refusal.js';
import { commit, discard, rollBack, stage, swap } from './swap.js';
import { checkTarget, shownPath, type Target, targetAt } from './target.js';

/** A package that is to be on disk: its folder (absolute) and every file of it, the lock among them. */
export interface Package {
  readonly folder: string;
  readonly files: readonly VirtualFile[];
}

export interface WriteOptions {
  /** The folder that the caller works in (absolute): messages are relative to it, and it is trusted as it is. */
  readonly base: string;
  readonly owner: Owner;
  /** Whether files that were edited since they were generated may be overwritten. Default: false. */
  readonly force?: boolean;
  /** Stops the write; everything is then as it was. */
  readonly signal?: AbortSignal;
  /** Default: the real one. */
  readonly disk?: Disk;
}

/** What was done to one package. Paths are relative to it, and sorted. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** `reports` are in the order of the packages. `interrupted` comes without a diagnostic: the user who interrupted needs none. */
export type Written =
  | { readonly ok: true; readonly reports: readonly WriteReport[] }
  | { readonly ok: false; readonly interrupted: boolean; readonly diagnostics: readonly Diagnostic[] };

/**
 * Writes packages, all or none: whatever goes wrong, every folder is as it was.
 *
 * A user's node_modules and dist live inside a package's folder, so the folder cannot be swapped as a whole. Instead the
 * new files and the old ones are put beside it with a journal, then swapped one by one. A failure undoes the swap; a run
 * that was killed is undone by the next one. A file that is already right is not touched and keeps its time.
 */
export async function writePackages(packages: readonly Package[], options: WriteOptions): Promise<Written> {
  const jobs = packages.map(({ folder, files }) => ({ target: targetAt(folder, options.base), files }));
  const found = await Promise.all(jobs.map(async (job) => ({ ...job, first: await inspect(job, options) })));
  const diagnostics = found.flatMap(({ first }) => (first.ok ? [] : [first.diagnostic]));
  if (diagnostics.length > 0) return { ok: false, interrupted: false, diagnostics };

  const write = new Write(options);
  try {
    const plans: Plan[] = [];
    for (const { target, files, first } of found) {
      const idle = first.ok && first.plan?.changes.length === 0 ? first.plan : undefined;
      plans.push(idle ?? (await write.prepare(target, files)));
    }
    await write.finish();
    return { ok: true, reports: plans.map(reportOf) };
  } catch (error) {
    const stuck = await write.undo();
    if (stuck !== undefined) return { ok: false, interrupted: false, diagnostics: [stuck] };
    if (error instanceof Interruption) return { ok: false, interrupted: true, diagnostics: [] };
    return { ok: false, interrupted: false, diagnostics: [explain(error, write.current)] };
  } finally {
    await write.release();
  }
}

/** `writePackages` for a single package. */
export async function writePackage(folder: string, files: readonly VirtualFile[], options: WriteOptions): Promise<Written> {
  return writePackages([{ folder, files }], options);
}

interface Job {
  readonly target: Target;
  readonly files: readonly VirtualFile[];
}

type Inspection = { readonly ok: true; readonly plan?: Plan } | { readonly ok: false; readonly diagnostic: Diagnostic };

/**
 * Looks at a folder without touching anything, so that a refusal, or a run with nothing to do, leaves no trace. There is
 * no plan when another write is under way or was killed: what is there then is neither the old nor the new.
 */
async function inspect({ target, files }: Job, { base, force = false, disk = realDisk }: WriteOptions): Promise<Inspection> {
  try {
    await checkTarget(target, base, disk);
    if (await hasTraces(target, disk)) return { ok: true };
    return { ok: true, plan: await planPackage(target, files, force, disk) };
  } catch (error) {
    return { ok: false, diagnostic: explain(error, target.shown) };
  }
}

/** One write under way: what it holds, and how to let go of it. */
class Write {
  readonly #options: WriteOptions;
  readonly #disk: Disk;
  readonly #staged: { readonly target: Target; readonly plan: Plan }[] = [];
  readonly #claims: (() => Promise<void>)[] = [];
  readonly #parents: string[] = [];
  /** The package that is being worked on, as messages name it. */
  current = '';

  constructor(options: WriteOptions) {
    this.#options = options;
    this.#disk = options.disk ?? realDisk;
  }

  /** Takes hold of a package and stages what changes. The package itself is not touched yet. */
  async prepare(target: Target, files: readonly VirtualFile[]): Promise<Plan> {
    this.current = target.shown;
    this.#check();
    if ((await kindOf(target.parent, this.#disk)) === undefined) {
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
  async finish(): Promise<void> {
    for (const { target, plan } of this.#staged) {
      this.current = target.shown;
      await swap(target, plan, () => this.#check(), this.#disk);
    }
    this.#check();
    for (const { target } of this.#staged) await commit(target, this.#disk);
  }

  /** Puts every package back as it was. When that fails, too, the journal stays for the next run. */
  async undo(): Promise<Diagnostic | undefined> {
    for (const { target } of this.#staged.splice(0)) {
      try {
        await rollBack(target, this.#disk);
      } catch (error) {
        return out.halfWritten(target.shown, shownPath(target.staging, this.#options.base), errorCode(error) ?? String(error));
      }
    }
    return undefined;
  }

  /** Clears away what is of no more use. What cannot be, the next run clears away: no reason to fail. */
  async release(): Promise<void> {
    for (const { target } of this.#staged) await discard(target, this.#disk).catch(() => undefined);
    for (const giveUp of this.#claims) await giveUp().catch(() => undefined);
    for (const parent of this.#parents) await this.#disk.rmdir(parent).catch(() => undefined); // stays when a package is in it
  }

  #check(): void {
    if (this.#options.signal?.aborted === true) throw new Interruption();
  }
}

function reportOf({ changes, unchanged }: Plan): WriteReport {
  return {
    written: changes.filter(({ file }) => file !== undefined).map(({ path }) => path),
    unchanged,
    removed: changes.filter(({ file }) => file === undefined).map(({ path }) => path),
  };
}

import { randomInt } from 'node:crypto';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { out } from '../diagnostics/messages/out.js';
import { type Disk, errorCode, kindOf, unlessGone } from './disk.js';
import { Refusal } from './refusal.js';
import type { Target } from './target.js';

/** Who is writing: this process, and how to ask about others. */
export interface Owner {
  readonly pid: number;
  isAlive(pid: number): boolean;
}

/** Claims of this very process: a file alone cannot tell them from those of a dead process with the same id. */
const held = new Set<string>();

/**
 * Makes this process the only writer of a package, or refuses and names the one there is. Resolves to what gives it up.
 *
 * A claim is a file beside the package with the writer's id in its name. A process that adds one looks for others *after* that,
 * so of two that meet at least one sees the other; both then step back and try again. A dead process's claim is swept away.
 */
export async function claim(target: Target, owner: Owner, disk: Disk): Promise<() => Promise<void>> {
  const prefix = prefixOf(target);
  const own = join(target.parent, `${prefix}${owner.pid}`);
  const refuse = (pid: number): never => {
    throw new Refusal(out.locked(target.shown, pid, `${prefix}${pid}`));
  };
  if (held.has(own)) refuse(owner.pid);

  held.add(own);
  const release = async (): Promise<void> => {
    held.delete(own);
    await unlessGone(disk.unlink(own));
  };
  try {
    for (let attempt = 1; ; attempt++) {
      const first = await otherWriter(target.parent, prefix, owner, disk);
      if (first !== undefined) refuse(first);
      await disk.writeFile(own, '');
      const met = await otherWriter(target.parent, prefix, owner, disk);
      if (met === undefined) return release;
      await unlessGone(disk.unlink(own));
      if (attempt === 5) refuse(met);
      await wait(randomInt(5, 50));
    }
  } catch (error) {
    await release().catch(() => undefined); // the error that led here says more
    throw error;
  }
}

/** Whether a write of the package is under way, or was killed and left something to clear away. */
export async function hasTraces(target: Target, disk: Disk): Promise<boolean> {
  const prefix = prefixOf(target);
  const names = (await kindOf(target.parent, disk)) === undefined ? [] : await disk.readdir(target.parent);
  return names.some((name) => name.startsWith(prefix) || name === basename(target.staging));
}

function prefixOf({ staging }: Target): string {
  return `${basename(staging)}.lock-`;
}

/** The id of another living process that claims the package. Claims of dead ones are removed. */
async function otherWriter(parent: string, prefix: string, owner: Owner, disk: Disk): Promise<number | undefined> {
  for (const name of await disk.readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    if (pid === owner.pid) continue;
    if (Number.isInteger(pid) && owner.isAlive(pid)) return pid;
    await unlessGone(disk.unlink(join(parent, name)));
  }
  return undefined;
}

/** Whether a process runs, asked of the operating system. A process of another user runs, too. */
export function isAlive(kill: (pid: number, signal: 0) => unknown, pid: number): boolean {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

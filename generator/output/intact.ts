import { hasTraces } from './claim.js';
import type { Disk } from './disk.js';
import { filesAsLocked } from './plan.js';
import { checkTarget, targetAt } from './target.js';

/**
 * The paths of a package, sorted, when its lock has the hash `lock` and every file is as that lock says. Undefined when
 * anything else is found, be it an edit, a link, or the traces of a write that was killed: who makes the package says what.
 */
export async function intactFiles(folder: string, lock: string, base: string, disk: Disk): Promise<readonly string[] | undefined> {
  const target = targetAt(folder, base);
  try {
    await checkTarget(target, base, disk);
    return (await hasTraces(target, disk)) ? undefined : await filesAsLocked(target, lock, disk);
  } catch {
    return undefined;
  }
}

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { sandbox } from './sandbox.js';

/** Whether this machine lets a test have a disk of its own: Linux, with namespaces of users. */
export const hasSmallDisks = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A folder that has an end. It is in memory, and only there for programs that are run in it. */
export interface SmallDisk {
  readonly folder: string;
  /** Words in front of a command line, which is run where the folder is. */
  readonly inside: readonly string[];
  /** Copies what is in it to another folder. */
  copyTo(folder: string): void;
  grow(kilobytes: number): Promise<void>;
}

const MOUNT =
  'mount -t tmpfs -o size=$1k tmpfs "$0" && echo ready && while read size; do mount -o remount,size=${size}k "$0" && echo ready; done';

export async function smallDisk(kilobytes: number): Promise<SmallDisk> {
  const place = sandbox();
  const owner = spawn('unshare', ['-rm', 'sh', '-c', MOUNT, place, String(kilobytes)], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void owner.kill());
  await once(owner.stdout, 'data');
  return {
    folder: place,
    inside: ['nsenter', '-t', String(owner.pid), '-U', '-m', '--preserve-credentials', '--'],
    copyTo: (folder) => cpSync(`/proc/${owner.pid}/root${place}`, folder, { recursive: true }),
    async grow(size) {
      owner.stdin.write(`${size}\n`);
      await once(owner.stdout, 'data');
    },
  };
}

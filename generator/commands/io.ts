import type { Owner } from '../output/claim.js';
import type { Terminal } from '../init/ask.js';
import type { Disk } from '../output/disk.js';

/** The world as a command sees it. The real one is made in `cli.ts`, others in tests. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** This process, as one that writes packages. */
  readonly owner: Owner;
  readonly disk: Disk;
  /** Where runs leave what the next one need not find out again; absent where there is no place for it. */
  readonly memory?: Memory;
  /** Reads the standard input to its end; absent where there is none. */
  readonly stdin?: () => Promise<string>;
  /** Where to ask; absent when nobody is there. */
  readonly terminal?: Terminal;
  /** Aborted when the user interrupts: the command then ends soon with exit code 130, and nothing is half done. */
  readonly interrupt: AbortSignal;
  /** Milliseconds that only ever grow. */
  now(): number;
}

export interface Memory {
  /** Absolute; need not be there yet. Whatever is in it may be deleted. */
  readonly folder: string;
  /** Tells this program from every other: what another one left is of no use. */
  readonly program: string;
}

export interface Output {
  /** Whether it takes colours. */
  readonly color: boolean;
  write(text: string): void;
}

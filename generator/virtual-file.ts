/** A file that is to be, with a path relative to its package: `src/client.ts`. Forward slashes on every machine. */
export interface VirtualFile {
  readonly path: string;
  readonly text: string;
}

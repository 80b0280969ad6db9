/** As `new URL` would: what a path cannot hold is percent-encoded, slashes stay. */
export function encodePath(path: string): string {
  return new URL(`https://path.example/${path.replaceAll('\\', '%5C').replaceAll('?', '%3F').replaceAll('#', '%23')}`).pathname.slice(1);
}

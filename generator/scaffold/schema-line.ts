import { posix } from 'node:path';

/** Where the editors' schema is in this package. */
const SCHEMA = 'generator/spec/tapwright.schema.json';

/** Where this program is, seen from the project. */
export type Installed =
  | { readonly kind: 'node_modules' }
  /** The project is this program's own repository. */
  | { readonly kind: 'itself' }
  /** In an archive, as Yarn's PnP keeps it: editors cannot read files of it. */
  | { readonly kind: 'archive' };

/**
 * The first line of a spec, by which editors complete and explain it: the schema of the program that the project has
 * installed, and so of the right version. `specFolder` is relative to the project: `specs`.
 */
export function schemaLine(installed: Installed, version: string, specFolder: string): string {
  return `# yaml-language-server: $schema=${schemaPath(installed, version, specFolder)}\n`;
}

function schemaPath({ kind }: Installed, version: string, specFolder: string): string {
  if (kind === 'archive') return `https://unpkg.com/tapwright@${version}/${SCHEMA}`;
  return posix.join(posix.relative(specFolder, '.'), kind === 'itself' ? '' : 'node_modules/tapwright', SCHEMA);
}

import { readFileSync } from 'node:fs';

/** The version of tapwright, as its package.json says: the folder above this one, in `generator/` as in `dist/`. */
export const version: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}

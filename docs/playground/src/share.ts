import { deflateSync, inflateSync, strFromU8, strToU8, zipSync } from 'fflate';
import type { VirtualFile } from '../../../generator/virtual-file.js';

/** A spec as the fragment of an address: it stays in the browser, no server sees it. */
export function toFragment(spec: string): string {
  const bytes = deflateSync(strToU8(spec), { level: 9 });
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `#spec=${btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The spec of a fragment; undefined where it has none that can be read. */
export function fromFragment(fragment: string): string | undefined {
  const encoded = /^#spec=([\w-]+)$/.exec(fragment)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const text = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return strFromU8(inflateSync(Uint8Array.from(text, (sign) => sign.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

/** The files of a package as a zip, in a folder of its name, with the spec beside it. */
export function zipped(name: string, files: readonly VirtualFile[], spec: string): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [`generated/${name}/${path}`, strToU8(text)] as const);
  const zip = zipSync(Object.fromEntries([...entries, [`specs/${name}.yaml`, strToU8(spec)] as const]), { mtime: '1980-01-02T00:00:00' });
  return new Uint8Array(zip);
}

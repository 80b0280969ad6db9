import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

// What the generator takes from `node:crypto`, in a browser: hashes, which `crypto.subtle` makes only in promises.

export function createHash(algorithm: 'sha256'): Hash {
  if (algorithm !== 'sha256') throw new Error(`no ${String(algorithm)} here`);
  return new Hash();
}

class Hash {
  readonly #hash = sha256.create();

  update(data: string | Uint8Array, encoding: 'utf8' | 'latin1' = 'utf8'): this {
    this.#hash.update(typeof data !== 'string' ? data : encoding === 'utf8' ? new TextEncoder().encode(data) : latin1(data));
    return this;
  }

  digest(_: 'hex'): string {
    return bytesToHex(this.#hash.digest());
  }
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

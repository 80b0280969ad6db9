// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import zlib from 'node:zlib';
import { damaged, Failure, MAX_BODY_BYTES, Parts } from './fetch.ts';

/** Takes off the content codings of a body, the last one first. One that is not known stays, as with `fetch`. */
export async function unpack(bytes: Uint8Array, codings: string): Promise<Uint8Array> {
  let unpacked = bytes;
  for (const coding of codings.toLowerCase().split(',').reverse()) unpacked = await takeOff(coding.trim(), unpacked);
  return unpacked;
}

function takeOff(coding: string, bytes: Uint8Array): Uint8Array | Promise<Uint8Array> {
  if (coding === 'gzip' || coding === 'x-gzip') return run(zlib.gunzip, bytes);
  if (coding === 'br') return run(zlib.brotliDecompress, bytes);
  // "deflate" is zlib's format, but not everybody writes its two bytes before
  if (coding === 'deflate') return run(((bytes[0] ?? 0) & 15) === 8 ? zlib.inflate : zlib.inflateRaw, bytes);
  return coding === 'zstd' && 'zstdDecompress' in zlib ? unpackFrames(zlib.zstdDecompress as Unpack, bytes) : bytes;
}

type Unpack = (bytes: Uint8Array, options: object, done: (error: Error | null, result: Buffer) => void) => void;

/** Unpacks a body to its end mark. Zeros after it are padding; anything else is damage. */
async function run(unpackOne: Unpack, bytes: Uint8Array): Promise<Uint8Array> {
  const { buffer, engine } = await new Promise<Unpacked>((resolve, reject) => {
    unpackOne(bytes, { maxOutputLength: MAX_BODY_BYTES, info: true }, (error, result: unknown) => {
      if (error === null) resolve(result as Unpacked);
      else if (Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE')
        reject(new Failure('body_too_large', 'the answer is larger than 64 MiB'));
      else reject(damaged(error));
    });
  });
  if (bytes.subarray(engine.bytesWritten).some((byte) => byte !== 0)) throw damaged();
  return buffer;
}

interface Unpacked {
  readonly buffer: Buffer;
  /** How many of the bytes it took. */
  readonly engine: { readonly bytesWritten: number };
}

/** Frames of Zstandard, one by one: some releases of Node stop after the first, or take one that is cut off for whole. */
async function unpackFrames(unpackOne: Unpack, bytes: Uint8Array): Promise<Uint8Array> {
  const parts = new Parts();
  for (let at = 0; at < bytes.length;) {
    const end = endOfFrame(bytes, at);
    if (!isSkippable(bytes, at)) parts.add(await run(unpackOne, bytes.subarray(at, end)));
    at = end;
  }
  if (bytes.length === 0) throw damaged();
  return parts.whole();
}

/** Where a frame ends (RFC 8878): after its last block and, where it has one, its checksum. */
function endOfFrame(bytes: Uint8Array, start: number): number {
  const number = (at: number, size: number): number => {
    if (at + size > bytes.length) throw damaged();
    return bytes.subarray(at, at + size).reduceRight((value, byte) => value * 256 + byte, 0);
  };
  if (isSkippable(bytes, start)) return end(start + 8 + number(start + 4, 4));
  const descriptor = number(start + 4, 1);
  const single = (descriptor >> 5) & 1;
  const size = descriptor >> 6 === 0 ? single : 2 ** (descriptor >> 6);
  let at = start + 5 + (1 - single) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + size;
  for (let last = 0; last === 0;) {
    const block = number(at, 3);
    last = block & 1;
    at += 3 + (((block >> 1) & 3) === 1 ? 1 : block >> 3);
  }
  return end(at + ((descriptor >> 2) & 1) * 4);

  function end(at: number): number {
    if (at > bytes.length) throw damaged();
    return at;
  }
}

function isSkippable(bytes: Uint8Array, at: number): boolean {
  return (
    ((bytes[at] ?? 0) & 0xf0) === 0x50 && bytes[at + 1] === 0x2a && bytes[at + 2] === 0x4d && bytes[at + 3] === 0x18
  );
}

// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SyncError } from './destination.ts';
import { digestOf } from './joined-state.ts';
import { flush, openToAppend } from './own-file.ts';

const FOLDER = '_sync_units';

/** What units of split reads have written to a folder: a file for each batch, `_sync_units/<run>/<table>/<name>.jsonl`. */
export class FilePieces {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Lets a file be written that nobody else writes, and tells its name in the folder. */
  async put(
    run: string,
    table: string,
    format: string,
    write: (path: string) => Promise<unknown>,
  ): Promise<readonly string[]> {
    const name = `${placeOf(run, table)}/${randomUUID()}.${format}`;
    const path = join(this.#folder, name);
    await this.#refuseLinks();
    await mkdir(dirname(path), { recursive: true }).catch(refuse);
    await write(path);
    return [name];
  }

  /** The path of a piece. */
  pathOf(name: string): string {
    if (!/^_sync_units\/[\w-]+\/[^/\\\0]+\/[\da-f-]+\.\w+$/.test(name) || name.includes('/../'))
      throw new SyncError('state', `${name}: this is no file of a unit`);
    return join(this.#folder, name);
  }

  /** Adds what pieces hold to a file, which is on the disk when this resolves, and returns how many bytes they are. */
  async copy(names: readonly string[], to: string): Promise<number> {
    const file = await openToAppend(to);
    let bytes = 0;
    try {
      for (const name of names) {
        for await (const chunk of createReadStream(this.pathOf(name)) as AsyncIterable<Uint8Array>) {
          await file.appendFile(chunk);
          bytes += chunk.length;
        }
      }
      await flush(file.fd);
      return bytes;
    } catch (error) {
      return refuse(error);
    } finally {
      await file.close();
    }
  }

  /** Removes the pieces of a run. */
  async drop(run: string, table: string): Promise<void> {
    await this.#refuseLinks();
    const place = join(this.#folder, placeOf(run, table));
    await rm(place, { recursive: true, force: true }).catch(refuse);
    for (const folder of [dirname(place), join(this.#folder, FOLDER)]) await rmdir(folder).catch(() => undefined); // there are others in it
  }

  async #refuseLinks(): Promise<void> {
    const found = await lstat(join(this.#folder, FOLDER)).catch(() => undefined);
    if (found !== undefined && !found.isDirectory())
      throw new SyncError('destination', `${join(this.#folder, FOLDER)} is no folder`);
  }
}

function placeOf(run: string, table: string): string {
  return `${FOLDER}/${digestOf([run])}/${table}`;
}

function refuse(error: unknown): never {
  throw error instanceof SyncError
    ? error
    : new SyncError('destination', error instanceof Error ? error.message : String(error));
}

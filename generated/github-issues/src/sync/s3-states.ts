// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { randomUUID } from 'node:crypto';
import { clearInterval, setInterval } from 'node:timers';
import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { isObject, parseJsonText } from './json-file.ts';
import type { FileColumns } from './parquet-rows.ts';
import type { S3Bucket, Upload } from './s3-bucket.ts';

/** A run that says nothing for so long is over [ms]. */
const LEASE = 60_000;

const NAME = '_sync_states.json';

/** Where a table stands, and in which files. */
export interface Entry {
  /** Null before the first rows: the entry then only says that the folder is ours. */
  readonly saved: SavedState | null;
  readonly format: string;
  /** The folders of its rows: its own, and those of its lists. */
  readonly folders: readonly string[];
  /** Files of this run and later ones count. */
  readonly from: number;
  /** How many files of its own there are. */
  readonly files: number;
  /** The run in which a read began that replaces all rows; its files count when it is complete. */
  readonly next?: number | undefined;
  /** The columns of its files, by table, where these have types. */
  readonly columns?: FileColumns | undefined;
  /** The same of those that are to replace them. */
  readonly nextColumns?: FileColumns | undefined;
  /** Files that are to be seen: at once, or when that read is complete. */
  readonly pending: readonly Upload[];
}

/**
 * The states of all tables, in one object. It is only ever exchanged for the version that was read before: of two runs, one
 * writes it. Each run takes it with a number of its own; files have that number in their names, so that two runs never write
 * the same one, and a run that was taken for dead sees that its number is an old one when it next writes.
 */
export class States {
  readonly entries: Map<string, Entry>;
  readonly #bucket: S3Bucket;
  readonly #id = randomUUID();
  #run: number;
  #holder: Holder | undefined;
  #tag: string | undefined;
  #saves: number;
  #isHeld = false;
  /** Whether another run has taken it. */
  #isLost = false;
  #writing: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(bucket: S3Bucket, tag: string | undefined, { run, saves, holder, entries }: Content) {
    this.#bucket = bucket;
    this.#tag = tag;
    this.#run = run;
    this.#saves = saves;
    this.#holder = holder;
    this.entries = entries;
  }

  static async open(bucket: S3Bucket): Promise<States> {
    const found = await bucket.get(NAME);
    return new States(
      bucket,
      found?.tag,
      found === undefined
        ? { run: 0, saves: 0, holder: undefined, entries: new Map() }
        : contentOf(found.text, `${bucket.shown}, ${NAME}`),
    );
  }

  /** The number of this run. */
  get run(): number {
    return this.#run;
  }

  /** Keeps other runs out until the end of this one. */
  async hold(): Promise<void> {
    if (this.#isHeld) return;
    if (this.#holder !== undefined && this.#holder.until > Date.now()) throw this.#lockedUntil(this.#holder.until);
    this.#run++;
    this.#isHeld = true;
    await this.#write();
    const text = this.#text();
    const isIgnored = (await this.#bucket.exchange(NAME, `${text} `, undefined)) !== undefined;
    if (isIgnored)
      throw new SyncError(
        'destination',
        `${this.#bucket.shown}: this store writes an object that is there although it was told not to (If-None-Match). Two runs could not be kept apart`,
      );
    this.#timer = setInterval(() => void this.#write().catch(() => undefined), LEASE / 3); // the next batch says it
    this.#timer.unref();
  }

  async save(name: string, entry: Entry): Promise<void> {
    this.entries.set(name, entry);
    await this.#write();
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (!this.#isHeld || this.#isLost) return;
    this.#isHeld = false;
    await this.#write();
  }

  #write(): Promise<void> {
    const next = this.#writing.then(() => this.#exchange());
    this.#writing = next.catch(() => undefined); // whoever waits for it is told
    return next;
  }

  async #exchange(): Promise<void> {
    this.#holder = this.#isHeld ? { id: this.#id, until: Date.now() + LEASE } : undefined;
    this.#saves++;
    const text = this.#text();
    let tag = this.#isLost ? undefined : await this.#bucket.exchange(NAME, text, this.#tag);
    if (tag === undefined && !this.#isLost) {
      const found = await this.#bucket.get(NAME); // an earlier one may have come, though its answer did not
      const isOurs = found !== undefined && contentOf(found.text, NAME).holder?.id === this.#id;
      tag = isOurs ? await this.#bucket.exchange(NAME, text, found.tag) : undefined;
    }
    this.#isLost = tag === undefined;
    if (tag === undefined)
      throw new SyncError(
        'locked',
        `${this.#bucket.shown}: another run of this connector has begun to write here; nothing of this batch counts`,
      );
    this.#tag = tag;
  }

  #text(): string {
    const { id, until } = this.#holder ?? {};
    const content = {
      version: 1,
      connector: 'github-issues',
      run: this.#run,
      saves: this.#saves,
      holder: id,
      until,
      tables: Object.fromEntries(this.entries),
    };
    return `${JSON.stringify(content)}\n`;
  }

  #lockedUntil(until: number): SyncError {
    const end = new Date(until).toISOString();
    return new SyncError(
      'locked',
      `${this.#bucket.shown}: another run of this connector writes here; one that was killed keeps others out until ${end}. Nothing was read, nothing written`,
    );
  }
}

interface Holder {
  readonly id: string;
  /** By the clock of whoever wrote it [ms since 1970]. Clocks that differ let a run in too early: one of the two then ends with an error. */
  readonly until: number;
}

interface Content {
  readonly run: number;
  readonly saves: number;
  readonly holder: Holder | undefined;
  readonly entries: Map<string, Entry>;
}

function contentOf(text: string, where: string): Content {
  const content = parseJsonText(text, where, 'state');
  const { connector, run, saves, holder, until, tables } = isObject(content) ? content : {};
  if (typeof connector === 'string' && connector !== 'github-issues') {
    throw new SyncError('foreign', `${where}: the folder is that of the connector ${connector}; give each its own`);
  }
  if (connector === undefined || !isCount(run) || !isCount(saves) || !isObject(tables)) throw damaged(where);
  return {
    run,
    saves,
    holder: typeof holder === 'string' && typeof until === 'number' ? { id: holder, until } : undefined,
    entries: new Map(Object.entries(tables).map(([name, entry]) => [name, entryOf(name, entry, `${where}, ${name}`)])),
  };
}

/** No name in it leads to another folder than that of its table. */
function entryOf(name: string, entry: unknown, where: string): Entry {
  const { saved, format, folders, from, files, next, columns, nextColumns, pending } = isObject(entry) ? entry : {};
  const isOurs = (folder: unknown): folder is string =>
    typeof folder === 'string' && (folder === name || folder.startsWith(`${name}__`)) && !folder.includes('/');
  if (!Array.isArray(folders) || !folders.every(isOurs) || !Array.isArray(pending) || typeof format !== 'string')
    throw damaged(where);
  if (!isCount(from) || !isCount(files) || !(next === undefined || isCount(next))) throw damaged(where);
  if (!isColumns(columns) || !isColumns(nextColumns)) throw damaged(where);
  const uploads = pending.map((upload) => uploadOf(upload, folders, where));
  return {
    saved: saved === null ? null : checkSaved(saved, where),
    format,
    folders,
    from,
    files,
    next,
    columns,
    nextColumns,
    pending: uploads,
  };
}

function uploadOf(upload: unknown, folders: readonly string[], where: string): Upload {
  const { name, id, parts } = isObject(upload) ? upload : {};
  const isText = (value: unknown): value is string => typeof value === 'string';
  if (!isText(name) || !isText(id) || !Array.isArray(parts) || !parts.every(isText)) throw damaged(where);
  if (!folders.some((folder) => name.startsWith(`${folder}/`)) || name.split('/').length > 2) throw damaged(where);
  return { name, id, parts };
}

function isColumns(value: unknown): value is FileColumns | undefined {
  const isText = (type: unknown): boolean => typeof type === 'string';
  return (
    value === undefined ||
    (isObject(value) && Object.values(value).every((types) => isObject(types) && Object.values(types).every(isText)))
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function damaged(where: string): SyncError {
  return new SyncError('state', `${where}: this is not a saved state; nothing was read, nothing written`);
}

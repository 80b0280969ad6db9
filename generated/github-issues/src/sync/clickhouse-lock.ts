// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { clearInterval, setInterval } from 'node:timers';
import { SyncError } from './destination.ts';
import type { ClickhouseServer } from './clickhouse-server.ts';

/** A run that says nothing for so long is over [ms]. */
const LEASE = 60_000;

/**
 * Keeps other runs of this connector from a database. ClickHouse has no locks, but makes a table of one name only once: a
 * run makes `_sync_lock_<connector>_<n>`, whose comment says until when it holds [ms since 1970, by the clock of the server].
 * It is renewed for as long as the run lasts, and dropped at its end; what a killed run leaves ends by itself.
 */
export class ClickhouseLock {
  readonly #server: ClickhouseServer;
  #name: string | undefined;
  #renewed = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(server: ClickhouseServer) {
    this.#server = server;
  }

  /** Takes it, or makes sure that it is still held. */
  async hold(): Promise<void> {
    if (this.#name !== undefined) {
      if (performance.now() - this.#renewed > LEASE / 3) await this.#renew(this.#name);
      return;
    }
    const others = await this.#all();
    const now = await this.#now();
    const holder = others.find(({ until }) => until > now);
    if (holder !== undefined) throw lockedUntil(holder.until);
    const name = `${PREFIX}${Math.max(0, ...others.map(({ number }) => number)) + 1}`;
    this.#renewed = performance.now();
    await this.#server
      .run(
        `CREATE TABLE ${this.#server.at(name)} (none UInt8) ENGINE = MergeTree ORDER BY tuple() COMMENT '${now + LEASE}'`,
      )
      .catch((error: unknown) => {
        throw /already exists/i.test(String(error)) ? lockedUntil(now + LEASE) : error;
      });
    this.#name = name;
    const rival = (await this.#all()).find((other) => other.name !== name && other.until > now);
    if (rival !== undefined) {
      await this.release();
      throw lockedUntil(rival.until);
    }
    for (const { name: ended } of others) await this.#server.run(`DROP TABLE IF EXISTS ${this.#server.at(ended)}`);
    this.#timer = setInterval(() => void this.#renew(name).catch(() => undefined), LEASE / 3); // the next write says it
    this.#timer.unref();
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#name !== undefined) await this.#server.run(`DROP TABLE IF EXISTS ${this.#server.at(this.#name)}`);
    this.#name = undefined;
  }

  async #renew(name: string): Promise<void> {
    const until = (await this.#now()) + LEASE;
    await this.#server.run(`ALTER TABLE ${this.#server.at(name)} MODIFY COMMENT '${until}'`);
    this.#renewed = performance.now();
  }

  async #now(): Promise<number> {
    return Number((await this.#server.query('SELECT toUnixTimestamp64Milli(now64(3)) AS now'))[0]?.['now']);
  }

  async #all(): Promise<readonly Lock[]> {
    const found = await this.#server.query(
      'SELECT name, comment FROM system.tables WHERE database = {p1:String} AND startsWith(name, {p2:String})',
      [this.#server.database, PREFIX],
    );
    return found
      .map((row) => ({
        name: String(row['name']),
        number: Number(String(row['name']).slice(PREFIX.length)),
        until: Number(row['comment']),
      }))
      .filter(({ number }) => Number.isSafeInteger(number));
  }
}

interface Lock {
  readonly name: string;
  readonly number: number;
  readonly until: number;
}

const PREFIX = `_sync_lock_${'github-issues'}_`;

function lockedUntil(until: number): SyncError {
  const end = new Date(until).toISOString();
  return new SyncError(
    'locked',
    `another run of this connector writes to this database; one that was killed keeps it until ${end}. Nothing was read, nothing written`,
  );
}

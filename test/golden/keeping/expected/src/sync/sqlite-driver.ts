// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { loadDriver, SyncError } from './destination.ts';

/** What is used of a driver: `node:sqlite`, `libsql` and `better-sqlite3` have it in common. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: readonly unknown[]): { readonly changes: number | bigint };
    all(...values: readonly unknown[]): readonly unknown[];
  };
  close(): unknown;
}

type Opens = new (path: string) => SqliteDatabase;

/** Opens a database with the first driver that is there: that of Node.js itself, which it has from 22.13 on, or a package. */
export async function openDriver(path: string): Promise<SqliteDatabase> {
  const own = await loadDriver<{ readonly DatabaseSync: Opens }>('node:sqlite', 'Writing to SQLite').catch(
    () => undefined,
  );
  if (own !== undefined) return new own.DatabaseSync(path);
  for (const name of ['libsql', 'better-sqlite3']) {
    const Database = await loadDriver<Opens>(name, 'Writing to SQLite').catch(passOver);
    if (Database !== undefined) return openWith(Database, path, name);
  }
  throw new SyncError(
    'driver',
    'Writing to SQLite needs Node.js 22.13 or newer, or the package libsql. Install it with: npm install libsql',
  );
}

/** A driver that is not installed is not used; whatever else is wrong with it is said. */
function passOver(error: unknown): undefined {
  if (error instanceof SyncError) return undefined;
  throw error;
}

function openWith(Database: Opens, path: string, name: string): SqliteDatabase {
  try {
    return new Database(path);
  } catch (error) {
    if (!(error instanceof Error && /bindings file/.test(error.message))) throw error;
    const why = 'npm 11.19 and newer do not run the scripts that fetch or compile it';
    const way = `npm install-scripts approve ${name} && npm rebuild ${name}, or without a compiler: npm uninstall ${name} && npm install libsql`;
    throw new SyncError('driver', `${name} is installed without its binary: ${why}. Get it with: ${way}`);
  }
}

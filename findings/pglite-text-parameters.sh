#!/usr/bin/env bash
# PGlite stores "[object Object]" in a text column where the driver `pg` stores JSON.
#
# Versions   @electric-sql/pglite 0.5.14 with pglite-socket 0.2.17, pg 8.23.1 (npm), Node.js 20 or newer. One engine: pg speaks to the
#            PGlite that is asked directly, too.
# Expected   the same query with the same parameters writes the same row; an object has no text, so JSON or an error.
# Seen       insert into t(note) values ($1), note text:
#                              pg                PGlite
#            { a: 1 }          {"a":1}           [object Object]
#            ['x', 'y,z']      {"x","y,z"}       x,y,z
#            bytes of "hi"     hi                104,105
#            No error from either. In jsonb and text[] columns both do the same.
# Matters    PGlite is the Postgres of many test suites and of browsers. Code that stores nested values of an API in text columns passes
#            its tests with other rows than it makes in production; data that an app keeps in PGlite is lost for good.
# Here       the emitted Postgres destination writes nested values as JSON text, by COPY: no driver chooses.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --legacy-peer-deps @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 pg@8.23.1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

const db = await PGlite.create();
await db.exec('create table t(id serial, by_whom text, note text, nested jsonb, words text[])');
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0 });
await server.start();
const client = new pg.Client({ host: '127.0.0.1', port: Number(server.getServerConn().split(':').at(-1)), user: 'postgres', database: 'postgres' });
await client.connect();

const notes = [{ a: 1 }, ['x', 'y,z'], new TextEncoder().encode('hi')];
const seen = {};
for (const [name, driver] of Object.entries({ pg: client, pglite: db })) {
  for (const note of notes) {
    await driver.query('insert into t(by_whom, note, nested, words) values ($1, $2, $3, $4)', [name, note, { a: [1] }, ['x', 'y,z']]);
  }
  const { rows } = await db.query('select note, nested::text, words::text from t where by_whom = $1 order by id', [name]);
  seen[name] = rows.map((row) => row.note);
  assert.ok(rows.every((row) => row.nested === '{"a": [1]}' && row.words === '{x,"y,z"}'));
}
await client.end();
await server.stop();
await db.close();
console.log(seen);
assert.deepEqual(seen, {
  pg: ['{"a":1}', '{"x","y,z"}', 'hi'],
  pglite: ['[object Object]', 'x,y,z', '104,105'],
});
JS
node see.mjs

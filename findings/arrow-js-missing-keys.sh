#!/usr/bin/env bash
# Apache Arrow for JavaScript: a key that a record lacks is stored as NaN, an empty text or false, not as null.
#
# Versions   apache-arrow 21.2.0 (npm), pyarrow 26.0.1, Node.js 20 or newer, Python 3.10 or newer
# Expected   tableFromJSON([{ id, price, note, paid }, { id }]): three nulls in the second row, as every reader of JSON Lines makes
#            (pyarrow.json is asked for the same two rows).
# Seen       price NaN, note "", paid false, and all of them valid, so that Python reads them as values. A null that is written out
#            is null. A missing Date or bigint throws a TypeError about BigInt that names no column.
# Matters    many APIs leave out what is empty. A table made of such pages says "not paid" of bills nobody asked about, counts texts
#            that are not there, and averages to NaN; nothing is logged.
# Here       a nullable field that is missing reads as null in the records of a package, so tableFromJSON is right about it. Only
#            fields declared `optional` stay missing: docs/records.md says so.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund apache-arrow@21.2.0
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install pyarrow==26.0.1

cat > write.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tableFromJSON, tableToIPC } from 'apache-arrow';

const rows = [
  { id: 'a', price: 2.5, note: 'x', paid: true },
  { id: 'b' },
  { id: 'c', price: null, note: null, paid: null },
];
writeFileSync('rows.arrow', tableToIPC(tableFromJSON(rows), 'file'));
writeFileSync('rows.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
for (const value of [new Date(0), 5n]) {
  assert.throws(() => tableFromJSON([{ id: 'a', value }, { id: 'b' }]), { name: 'TypeError', message: /BigInt/ });
}
console.log('a missing Date or bigint: TypeError');
JS
node write.mjs

cat > read.py <<'PY'
import math
import pyarrow.ipc, pyarrow.json

arrow = pyarrow.ipc.open_file('rows.arrow').read_all().to_pylist()
lines = pyarrow.json.read_json('rows.jsonl').to_pylist()
print('by apache-arrow, read by pyarrow:', *arrow, sep='\n  ')
print('as JSON Lines, read by pyarrow:', *lines, sep='\n  ')
assert lines[1] == {'id': 'b', 'price': None, 'note': None, 'paid': None}
assert arrow[2] == {'id': 'c', 'price': None, 'note': None, 'paid': None}
assert math.isnan(arrow[1]['price']) and arrow[1]['note'] == '' and arrow[1]['paid'] is False
PY
python/bin/python read.py

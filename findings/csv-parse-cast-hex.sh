#!/usr/bin/env bash
# csv-parse with `cast: true`: every text of hexadecimal digits behind 0x is the number 0.
#
# Versions   csv-parse 7.0.3, papaparse 5.7.1 (npm), Node.js 20 or newer
# Expected   `cast` makes numbers of what is written as numbers. An address or a hash like 0xdeadbeef is none, and stays a text; or it is
#            3735928559, as JavaScript's Number() has it.
# Seen       0, for 0xdeadbeef, for 0x1F, for 0b11 and for an address of forty digits. Number() says that it is one, and parseFloat, which stops
#            at the x, gives the value. "0xg" stays a text. Of two ids of 17 digits one number is left. papaparse with dynamicTyping has all
#            of these as texts.
# Matters    addresses of wallets, hashes of transactions, ids of devices: the column is full of zeros, and merged by it, one row is left.
#            With another export, whose ids have no 0x, the same code is right.
# Here       a package reads CSV as texts and converts by the type that the field declares.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund csv-parse@7.0.3 papaparse@5.7.1

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';

const ids = ['0x52908400098527886E0F7030069857D2E4169EE7', '0xdeadbeef', '0x1F', '0b11', '0xg', '12345678901234567', '12345678901234568'];
const csv = ['id', ...ids].join('\n');
const seen = {
  'csv-parse': parse(csv, { columns: true, cast: true }).map((row) => row.id),
  papaparse: Papa.parse(csv, { header: true, dynamicTyping: true }).data.map((row) => row.id),
};
console.log(seen);
assert.deepEqual(seen, { 'csv-parse': [0, 0, 0, 0, '0xg', 12345678901234568, 12345678901234568], papaparse: ids });
JS
node see.mjs

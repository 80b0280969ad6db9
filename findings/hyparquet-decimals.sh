#!/usr/bin/env bash
# Prices from a Parquet file, read by hyparquet: 19.99 is 19.990000000000002.
#
# Versions   duckdb 2.0.1 (PyPI) writes, hyparquet 1.31.5 (npm) reads, pyarrow 26.0.1 reads beside it
# Expected   DECIMAL(10,2) becomes a number in JavaScript; 19.99 is one, so it is 19.99. Rounding begins at 16 digits.
# Seen       the whole number behind the decimal is multiplied by 0.01, and the product is not the nearest double: of the 10,000 prices
#            from 0.00 to 99.99 more than a thousand differ from the number that is written like them. pyarrow has all of them.
# Matters    `row.price === 19.99` fails, a Set or a join on prices misses, JSON sent on has seventeen digits, and a second copy of the
#            data differs from the first in every tenth row. Sums of cents are off by less than anyone looks at.
# Here       `decimal` fields are texts in the records of a package, as sent; docs/destinations.md says how Parquet has them.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund hyparquet@1.31.5
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install duckdb==2.0.1 pyarrow==26.0.1

python/bin/python - <<'PY'
import decimal, duckdb, pyarrow.parquet
duckdb.sql("copy (select i as cents, (i / 100)::decimal(10,2) as price from range(10000) t(i) order by i) to 'prices.parquet'")
rows = pyarrow.parquet.read_table('prices.parquet').to_pylist()
wrong = [row for row in rows if row['price'] != decimal.Decimal(row['cents']).scaleb(-2)]
print('pyarrow:', len(wrong), 'of', len(rows), 'differ')
assert (len(wrong), len(rows)) == (0, 10000)
PY

cat > read.mjs <<'JS'
import assert from 'node:assert/strict';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

const rows = await parquetReadObjects({ file: await asyncBufferFromFile('prices.parquet') });
const wrong = rows.filter(({ cents, price }) => price !== Number(`${cents}e-2`));
console.log('hyparquet:', wrong.length, 'of', rows.length, 'differ, such as', wrong.find(({ cents }) => cents === 1999n));
assert.equal(rows.length, 10_000);
assert.ok(wrong.length > 1000, `only ${wrong.length} differ`);
assert.equal(rows[1999].price, 19.990000000000002);
JS
node read.mjs

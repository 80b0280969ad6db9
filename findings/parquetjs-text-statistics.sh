#!/usr/bin/env bash
# Parquet written by JavaScript, read by DuckDB: a filter does not find rows whose text begins with an emoji.
#
# Versions   @dsnp/parquetjs 1.8.9 and hyparquet-writer 0.17.0 (npm), duckdb 2.0.1, pyarrow 26.0.1, polars 2.1.0 (PyPI)
# Expected   `where name = '😀'` finds the row that `select *` shows.
# Seen       from the file of parquetjs DuckDB returns no row, and one from that of hyparquet-writer. parquetjs takes the smallest and
#            the largest text by JavaScript's order, which is by UTF-16 units: U+FF5E is behind U+1F600 there. Parquet orders bytes of
#            UTF-8, where it is before. The stored maximum is then too small, and DuckDB passes the row group over.
#            The same file is a trap for some readers only: pyarrow and polars find the row.
# Matters    a lookup by name, a join or `delete … where` that trusts such a file misses rows, while a count over it is right.
# Here       Parquet files are written by DuckDB, whose order is that of the format.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.9 hyparquet-writer@0.17.0
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install duckdb==2.0.1 pyarrow==26.0.1 polars==2.1.0

cat > write.mjs <<'JS'
import parquetjs from '@dsnp/parquetjs';
import { parquetWriteFile } from 'hyparquet-writer';

const names = ['a', '\u{FF5E}', '\u{1F600}'];
const writer = await parquetjs.ParquetWriter.openFile(new parquetjs.ParquetSchema({ name: { type: 'UTF8' } }), 'parquetjs.parquet');
for (const name of names) await writer.appendRow({ name });
await writer.close();
parquetWriteFile({ filename: 'hyparquet.parquet', columnData: [{ name: 'name', data: names, type: 'STRING' }] });
JS
node write.mjs

cat > read.py <<'PY'
import duckdb, polars, pyarrow.parquet

def found(file):
    all_rows = duckdb.sql(f"select count(*) from '{file}'").fetchall()[0][0]
    maximum = duckdb.sql(f"select stats_max_value from parquet_metadata('{file}')").fetchall()[0][0]
    rows = {
        'duckdb': duckdb.sql(f"select count(*) from '{file}' where name = '\U0001F600'").fetchall()[0][0],
        'pyarrow': pyarrow.parquet.read_table(file, filters=[('name', '=', '\U0001F600')]).num_rows,
        'polars': polars.scan_parquet(file).filter(polars.col('name') == '\U0001F600').collect().height,
    }
    print(f'{file}: {all_rows} rows, maximum {maximum!r}; where name = U+1F600: {rows}')
    return rows

assert found('hyparquet.parquet') == {'duckdb': 1, 'pyarrow': 1, 'polars': 1}
assert found('parquetjs.parquet') == {'duckdb': 0, 'pyarrow': 1, 'polars': 1}
PY
python/bin/python read.py

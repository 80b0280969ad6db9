#!/usr/bin/env bash
# A JavaScript Date in a Parquet file is an instant for pyarrow, and a time without a zone for DuckDB and polars.
#
# Versions   hyparquet-writer 0.17.0 and @dsnp/parquetjs 1.8.9 (npm), duckdb 2.0.1, pyarrow 26.0.1, polars 2.1.0 (PyPI)
# Expected   Date is an instant, so every reader shows an instant: TIMESTAMP WITH TIME ZONE, timestamp[ms, tz=UTC].
# Seen       both writers name the type in the old way only (ConvertedType TIMESTAMP_MILLIS), which the format says is in UTC.
#            pyarrow reads UTC; DuckDB reads TIMESTAMP, polars a Datetime without a zone. Compared with an instant, DuckDB then takes
#            the column as local time: with the session in Berlin, noon UTC of 1 July is 10:00 UTC. In UTC, as on most servers,
#            nothing is seen.
# Matters    the same query over the same file finds other rows on a laptop than on a server; "newer than the last run" skips or
#            repeats hours; and a table that DuckDB makes of it says to everyone else that there is no zone.
# Here       `datetime` is TIMESTAMPTZ in the DuckDB that writes our Parquet files, and they say isAdjustedToUTC.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.9 hyparquet-writer@0.17.0
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install duckdb==2.0.1 pyarrow==26.0.1 polars==2.1.0 pytz==2026.1.post1

cat > write.mjs <<'JS'
import parquetjs from '@dsnp/parquetjs';
import { parquetWriteFile } from 'hyparquet-writer';

const noon = new Date('2024-07-01T12:00:00Z');
parquetWriteFile({ filename: 'hyparquet.parquet', columnData: [{ name: 'moment', data: [noon] }] });
const writer = await parquetjs.ParquetWriter.openFile(new parquetjs.ParquetSchema({ moment: { type: 'TIMESTAMP_MILLIS' } }), 'parquetjs.parquet');
await writer.appendRow({ moment: noon });
await writer.close();
JS
node write.mjs

cat > read.py <<'PY'
import duckdb, polars, pyarrow.parquet

duckdb.sql("set timezone = 'Europe/Berlin'")
for file in ('hyparquet.parquet', 'parquetjs.parquet'):
    seen = {
        'pyarrow': str(pyarrow.parquet.read_schema(file).field('moment').type),
        'polars': str(polars.read_parquet(file).schema['moment']),
        'duckdb': str(duckdb.sql(f"select moment from '{file}'").types[0]),
        'duckdb, as an instant': duckdb.sql(f"select epoch_ms(moment::timestamptz) from '{file}'").fetchall()[0][0],
        'is noon UTC': duckdb.sql(f"select moment = timestamptz '2024-07-01 12:00:00+00' from '{file}'").fetchall()[0][0],
    }
    print(file, seen)
    assert seen == {
        'pyarrow': 'timestamp[ms, tz=UTC]',
        'polars': "Datetime(time_unit='ms', time_zone=None)",
        'duckdb': 'TIMESTAMP',
        'duckdb, as an instant': 1719835200000 - 2 * 3600 * 1000,
        'is noon UTC': False,
    }, seen
PY
python/bin/python read.py

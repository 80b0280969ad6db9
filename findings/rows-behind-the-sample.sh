#!/usr/bin/env bash
# Types guessed from the first rows: behind them 1.9 is 1 in polars and DataFusion, 2 in DuckDB; keys that come later are gone in two of them.
#
# Versions   polars 2.1.0, duckdb 2.0.1, datafusion 55.0.0, pyarrow 26.0.1 (PyPI); Python 3.10 or newer
# Expected   readers look at so many rows (polars 100, DataFusion 1,000, DuckDB 20,480) to guess types, and stop where a later row does not
#            fit: each of them does for a text in a column of numbers. A key that comes later is a column with nulls before it, or an error.
# Seen       30,000 records {"qty": 1} and then {"qty": 1.9}: polars.from_dicts has 1 for it, also DataFrame(…, strict=True) and read_database
#            from a cursor; DataFusion's read_json has 1, DuckDB's 2. No error, no warning. pyarrow.json has 1.9, polars.read_ndjson stops.
#            {"qty": 1, "note": "x"} at the end: no column `note` in polars, read_ndjson too, and in DataFusion. DuckDB stops, pyarrow has it.
# Matters    amounts are whole until the first that is not, and fields that are seldom filled are left out until then. It comes after the first
#            hundred, and sums are wrong by less than a unit a row. The same rows in another order are right.
# Do         give the types (`schema=`, `columns=`), or let all rows be read for them: infer_schema_length=None, sample_size=-1.
# Here       our tables and files of Parquet have the types of the spec, whatever the first rows are. In JSON Lines a `number` is as it was
#            sent, 1 or 1.9: whoever reads them gives the types.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install --no-compile polars==2.1.0 duckdb==2.0.1 datafusion==55.0.0 pyarrow==26.0.1

cat > see.py <<'PY'
import json, sqlite3
import datafusion, duckdb, polars, pyarrow.json

whole = [{'qty': 1}] * 30_000
fraction, late = whole + [{'qty': 1.9}], whole + [{'qty': 1, 'note': 'x'}]
word = whole + [{'qty': 'seven'}]
for name, rows in {'fraction': fraction, 'late': late, 'word': word}.items():
    with open(f'{name}.json', 'w') as file:
        file.writelines(json.dumps(row) + '\n' for row in rows)

connection = sqlite3.connect(':memory:')
connection.execute('create table t (qty)')
connection.executemany('insert into t values (?)', [(row['qty'],) for row in fraction])

def odd(read):
    """The one row that is not like the others, or else any of them."""
    try:
        frame = read()
    except Exception:
        return 'stops'
    rows = frame.rows(named=True) if isinstance(frame, polars.DataFrame) else frame.to_pylist()
    return max(rows, key=lambda row: (row['qty'], row.get('note') is not None))

def duck(name, options=''):
    return odd(lambda: duckdb.sql(f"from read_json('{name}.json'{options})").to_arrow_table())

seen = {
    'polars.from_dicts': [odd(lambda: polars.from_dicts(rows)) for rows in (fraction, late, word)],
    'polars.DataFrame, strict': [odd(lambda: polars.DataFrame(rows, strict=True)) for rows in (fraction, late, word)],
    'polars.from_dicts, all rows': [odd(lambda: polars.from_dicts(rows, infer_schema_length=None)) for rows in (fraction, late)],
    'polars.read_database': [odd(lambda: polars.read_database('select qty from t order by rowid', connection))],
    'polars.read_ndjson': [odd(lambda: polars.read_ndjson(f'{name}.json')) for name in ('fraction', 'late', 'word')],
    'duckdb read_json': [duck('fraction'), duck('late'), duck('word')],
    'duckdb read_json, all rows': [duck('fraction', ', sample_size=-1'), duck('late', ', sample_size=-1')],
    'datafusion read_json': [odd(lambda: datafusion.SessionContext().read_json(f'{name}.json').to_arrow_table()) for name in ('fraction', 'late', 'word')],
    'pyarrow.json': [odd(lambda: pyarrow.json.read_json(f'{name}.json')) for name in ('fraction', 'late', 'word')],
}
for name, rows in seen.items():
    print(f'{name:28}', *rows, sep='  ')
right = [{'qty': 1.9}, {'qty': 1, 'note': 'x'}]
assert seen == {
    'polars.from_dicts': [{'qty': 1}, {'qty': 1}, 'stops'],
    'polars.DataFrame, strict': [{'qty': 1}, {'qty': 1}, 'stops'],
    'polars.from_dicts, all rows': right,
    'polars.read_database': [{'qty': 1}],
    'polars.read_ndjson': ['stops', {'qty': 1}, 'stops'],
    'duckdb read_json': [{'qty': 2}, 'stops', 'stops'],
    'duckdb read_json, all rows': right,
    'datafusion read_json': [{'qty': 1}, {'qty': 1}, 'stops'],
    'pyarrow.json': [*right, 'stops'],
}, 'changed'
PY
python/bin/python see.py

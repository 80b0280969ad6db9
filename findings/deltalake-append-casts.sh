#!/usr/bin/env bash
# deltalake appends what does not fit the table: 1.9 is 1, 19.999 is 20.00, and epoch seconds are a time on 1 January 1970.
#
# Versions   deltalake 1.6.6, pyarrow 26.0.1 (PyPI), Python 3.10 or newer
# Expected   Delta tables enforce their schema: what has other types is refused (SchemaMismatchError), unless schema_mode says otherwise.
#            A cast that loses something is refused in any case, as pyarrow's own does.
# Seen       write_deltalake(mode='append') casts, without a word: the double 1.9 in an int column is 1, 19.999 and "1.119" in decimal(10,2) are
#            20.00 and 1.12, "12" and true in an int column 12 and 1. The integer 1704067200 in a timestamp column is taken for microseconds:
#            1970-01-01 00:28:24. decimal(10,3) for decimal(10,2) is refused, and so is a value that int has no room for.
# Matters    an API changes a field from 1 to 1.9, or from ISO 8601 to epochs, and the load goes on. The history is right, what is new is
#            wrong, and what was cut is nowhere.
# Do         compare pa.Schema of the batch with that of the table before the append.
# Here       tapwright writes no Delta tables; its own files of Parquet have what the spec declares, and refuse what does not fit.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install --no-compile deltalake==1.6.6 pyarrow==26.0.1

cat > see.py <<'PY'
import datetime, decimal
import pyarrow
from deltalake import DeltaTable, write_deltalake

instant = pyarrow.timestamp('us', tz='UTC')
price = pyarrow.decimal128(10, 2)
good = {
    'qty': pyarrow.array([1], pyarrow.int32()),
    'price': pyarrow.array([decimal.Decimal('1.10')], price),
    'at': pyarrow.array([datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)], instant),
}

def append(name, column, **options):
    table = f'table-{append.tables}'
    append.tables += 1
    write_deltalake(table, pyarrow.table(good))
    try:
        write_deltalake(table, pyarrow.table({**good, name: column}), mode='append', **options)
        rows = DeltaTable(table).to_pyarrow_table().column(name).cast(pyarrow.string() if name == 'at' else good[name].type).to_pylist()
        rows.remove(good[name].cast(pyarrow.string()).to_pylist()[0] if name == 'at' else good[name].to_pylist()[0])
        seen = str(rows[0])
    except Exception as error:
        seen = f'{type(error).__name__}: {error}'
    print(f'{name} {good[name].type}, appended {column.type} {column[0]}: {seen}')
    return seen

append.tables = 0
assert append('qty', pyarrow.array([1.9])) == '1'
assert append('qty', pyarrow.array([1.9]), schema_mode='merge') != '1.9'
assert append('qty', pyarrow.array(['12'])) == '12'
assert append('price', pyarrow.array([19.999])) == '20.00'
assert append('price', pyarrow.array(['1.119'])) == '1.12'
assert append('at', pyarrow.array([1704067200])).startswith('1970-01-01 00:28:24')
assert 'Cannot cast' in append('price', pyarrow.array([decimal.Decimal('1.119')], pyarrow.decimal128(10, 3)))
assert "Can't cast" in append('qty', pyarrow.array([3_000_000_000]))
try:
    pyarrow.array([1.9]).cast(pyarrow.int32())
    raise SystemExit('changed: pyarrow casts 1.9 to an int')
except pyarrow.ArrowInvalid as error:
    print('pyarrow:', error)
PY
python/bin/python see.py

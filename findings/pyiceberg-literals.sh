#!/usr/bin/env bash
# PyIceberg rounds the number of a filter in text to the type of the column: `seconds > 1.5` leaves 2 out, `== 1.5` finds and deletes it.
#
# Versions   pyiceberg 0.12.0, pyarrow 26.0.1 (PyPI), Python 3.10 or newer
# Expected   `seconds > 1.5` over the whole numbers 1, 2, 3 is 2 and 3, as in SQL and in pyarrow, and `seconds == 1.5` is nothing. If not, the
#            filter is refused: a decimal column does refuse 19.995 where it has two digits.
# Seen       1.5 becomes 2 before it is compared: `> 1.5` is 3 alone, `<= 1.5` is 1 and 2, `== 1.5` finds 2, and delete("seconds == 1.5")
#            removes that row. The same filter as an object, GreaterThan('seconds', 1.5), is refused with a TypeError.
# Matters    a watermark from time.time() or from milliseconds / 1000 has a fraction. Where it is .5 or more, what came in the second after
#            is left out, by every second run. overwrite() with such a filter leaves 2 in the table and writes it again.
# Do         write filters as objects, or round in Python, down for >.
# Here       tapwright writes no Iceberg tables, and its cursors are compared as the type that the spec declares.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install --no-compile 'pyiceberg[sql-sqlite,pyarrow]==0.12.0' pyarrow==26.0.1

cat > see.py <<'PY'
import decimal, os
import pyarrow, pyarrow.compute
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.expressions import GreaterThan

catalog = SqlCatalog('c', uri=f'sqlite:///{os.getcwd()}/catalog.db', warehouse=f'file://{os.getcwd()}/warehouse')
catalog.create_namespace('n')
rows = pyarrow.table({
    'seconds': pyarrow.array([1, 2, 3], pyarrow.int64()),
    'price': pyarrow.array([decimal.Decimal('19.99')] * 3, pyarrow.decimal128(10, 2)),
})
table = catalog.create_table('n.t', schema=rows.schema)
table.append(rows)

def scan(query):
    try:
        seen = sorted(table.scan(query).to_arrow()['seconds'].to_pylist())
    except (TypeError, ValueError) as error:
        seen = str(error)
    print(f'{query!s:18} {seen}')
    return seen

assert rows.filter(pyarrow.compute.field('seconds') > 1.5)['seconds'].to_pylist() == [2, 3]
assert scan('seconds > 1.5') == [3]
assert scan(GreaterThan('seconds', 1.5)) == 'Cannot convert DoubleLiteral into long'
assert scan('seconds >= 1.5') == [2, 3]
assert scan('seconds > 1.4') == [2, 3]
assert scan('seconds <= 1.5') == [1, 2]
assert scan('seconds == 1.5') == [2]
assert scan('price == 19.99') == [1, 2, 3]
assert scan('price > 19.985') == 'Could not convert 19.985 into a decimal(10, 2)'
table.overwrite(rows.filter(pyarrow.compute.field('seconds') > 1.5), overwrite_filter='seconds > 1.5')
print('after overwrite(rows after 1.5, "seconds > 1.5"):', sorted(table.scan().to_arrow()['seconds'].to_pylist()))
assert sorted(table.scan().to_arrow()['seconds'].to_pylist()) == [1, 2, 2, 3]
table.delete('seconds == 1.5')
print('after delete("seconds == 1.5"):', sorted(table.scan().to_arrow()['seconds'].to_pylist()))
assert sorted(table.scan().to_arrow()['seconds'].to_pylist()) == [1, 3]
PY
python/bin/python see.py

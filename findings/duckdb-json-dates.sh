#!/usr/bin/env bash
# DuckDB's read_json makes dates of texts like 01-02-2024, and takes the day first in one row and the month first in the next.
#
# Versions   duckdb 2.0.1, pyarrow 26.0.1 (PyPI); Python 3.10 or newer
# Expected   `dateformat` of read_json is "iso" by default: 2024-02-01 is a DATE, other texts stay texts. Where a reader does guess an order
#            of day and month, it has one for a column.
# Seen       ["01-02-2024", "01-13-2024"] is a column of type DATE with 1 February and 13 January: each row is read by the first order that
#            it fits. The codes "10-11-12" and "1-2-24" are 2010-11-12 and 2001-02-24. With slashes the same texts stay texts. A UUID of capitals
#            is written back in small letters. Saying dateformat='%m-%d-%Y' helps; so does naming the column VARCHAR.
#            read_csv has one order for the file; pyarrow.json leaves each of these texts alone.
# Matters    American dates up to the twelfth of a month are other days, the rest are right, and all of them are valid: no load fails, and a
#            look at the end of the month finds nothing. Part numbers come back as dates.
# Do         name the columns: read_json(file, columns = {day: 'VARCHAR'}).
# Here       a `date` is read by the format of the spec, and the DuckDB that we write to guesses nothing. In JSON Lines it is as it was sent:
#            who reads such a folder with read_json names its columns.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install duckdb==2.0.1 pyarrow==26.0.1

cat > see.py <<'PY'
import json
import duckdb, pyarrow.json

def see(texts, options='', reader='read_json'):
    with open('rows', 'w') as file:
        if reader == 'read_csv':
            file.writelines(line + '\n' for line in ['a', *texts])
        else:
            file.writelines(json.dumps({'a': text}) + '\n' for text in texts)
    relation = duckdb.sql(f"from {reader}('rows'{options})")
    seen = (str(relation.types[0]), [str(row[0]) for row in relation.fetchall()])
    print(f'{reader}{options}: {texts} -> {seen[0]} {seen[1]}')
    if reader == 'read_json':
        arrow = pyarrow.json.read_json('rows').column('a').to_pylist()
        assert arrow == texts, arrow
    return seen

days = ['01-02-2024', '01-13-2024']
assert see(days) == ('DATE', ['2024-02-01', '2024-01-13'])
assert see(days, ", dateformat='%m-%d-%Y'") == ('DATE', ['2024-01-02', '2024-01-13'])
assert see(days, ", columns={a: 'VARCHAR'}") == ('VARCHAR', days)
assert see(days, reader='read_csv') == ('DATE', ['2024-01-02', '2024-01-13'])
assert see(['01/02/2024', '01/13/2024']) == ('VARCHAR', ['01/02/2024', '01/13/2024'])
assert see(['10-11-12', '1-2-24']) == ('DATE', ['2010-11-12', '2001-02-24'])
assert see(['6F9619FF-8B86-D011-B42D-00C04FC964FF']) == ('UUID', ['6f9619ff-8b86-d011-b42d-00c04fc964ff'])
PY
python/bin/python see.py

#!/usr/bin/env bash
# Singer target-csv: when a stream's schema grows in the middle of a run, the rows written before stand under the wrong names.
#
# Versions   meltanolabs-target-csv 0.5.0 (singer-sdk 0.54.9), Python 3.10 or newer
# Expected   Singer lets a tap send a new SCHEMA message for a stream at any time. A file target starts a new file, or writes the
#            first rows again with the new header.
# Seen       one file: the header of the last schema, above rows that were written for the first one. The price of product 1 is read
#            as its name; exit code 0, no warning. Nested objects are Python text ({'a': 1}), which no JSON parser reads. A property
#            that the schema does not list, which Singer allows, ends the target with ValueError and leaves a header without rows.
# Matters    taps that discover fields as they read (document stores, spreadsheets, custom fields) send such schemas on an ordinary day.
# Here       an emitted tap sends one SCHEMA a stream and run, with every declared field in it.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install meltanolabs-target-csv==0.5.0 singer-sdk==0.54.9

cat > grows.jsonl <<'JSON'
{"type":"SCHEMA","stream":"products","schema":{"properties":{"id":{"type":"integer"},"price":{"type":"number"},"size":{"type":"object"}}},"key_properties":["id"]}
{"type":"RECORD","stream":"products","record":{"id":1,"price":1999,"size":{"w":2}}}
{"type":"SCHEMA","stream":"products","schema":{"properties":{"id":{"type":"integer"},"name":{"type":"string"},"price":{"type":"number"}}},"key_properties":["id"]}
{"type":"RECORD","stream":"products","record":{"id":2,"name":"lamp","price":500}}
JSON
mkdir grows more
(cd grows && ../python/bin/target-csv < ../grows.jsonl 2> log) || { echo 'changed: the target ends with an error'; cat grows/log; exit 1; }
echo 'products.csv:'
cat grows/products.csv

# A property that is not in the schema.
head -1 grows.jsonl > more.jsonl
echo '{"type":"RECORD","stream":"products","record":{"id":1,"price":1999,"colour":"red"}}' >> more.jsonl
status=0
(cd more && ../python/bin/target-csv < ../more.jsonl 2> log) || status=$?
echo "with one property more: exit $status, $(tail -1 more/log)"

python/bin/python - "$status" <<'PY'
import csv, sys
rows = list(csv.DictReader(open('grows/products.csv', newline='')))
assert rows == [
    {'id': '1', 'name': '1999', 'price': "{'w': 2}"},
    {'id': '2', 'name': 'lamp', 'price': '500'},
], rows
assert sys.argv[1] != '0'
assert len(list(csv.DictReader(open('more/products.csv', newline='')))) == 0
PY

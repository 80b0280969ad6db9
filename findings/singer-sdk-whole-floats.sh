#!/usr/bin/env bash
# A Singer target made with the SDK stops at 1.0 in an integer field, which JSON Schema calls an integer.
#
# Versions   singer-sdk 0.54.9 with jsonschema 4.26.0, in meltanolabs-target-csv 0.5.0; Python 3.10 or newer
# Expected   {"type": "integer"} takes 1.0: since draft 6 an integer is "any number with a zero fractional part", and jsonschema, which the
#            SDK validates with, agrees. Taps in Python hand such numbers on as they read them: json.dumps(json.loads("1.0")) is "1.0".
# Seen       the SDK reads fractions as Decimal, to keep their digits, and jsonschema takes no Decimal for an integer:
#            "InvalidRecord … Decimal('1.0') is not of type 'integer'", exit code 1, no row of the batch written. 1e3 is refused as well.
# Matters    APIs of languages with one kind of number, spreadsheets and pandas write whole numbers as 1.0. One such record ends the
#            load of the stream, on the day it comes; the same tap into an older target goes through.
# Here       an emitted tap writes the integer it has checked: 1.0 goes out as 1.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install meltanolabs-target-csv==0.5.0 singer-sdk==0.54.9 jsonschema==4.26.0

python/bin/python - <<'PY'
import json, jsonschema
jsonschema.Draft7Validator({'type': 'integer'}).validate(json.loads('1.0'))
assert json.dumps(json.loads('1.0')) == '1.0'
print('jsonschema takes 1.0 for an integer, json.dumps writes it as 1.0')
PY

for number in 1 1.0 1e3; do
  mkdir "out-$number"
  status=0
  (
    cd "out-$number"
    ../python/bin/target-csv 2> log <<JSON
{"type":"SCHEMA","stream":"things","schema":{"properties":{"id":{"type":"integer"}}},"key_properties":["id"]}
{"type":"RECORD","stream":"things","record":{"id":$number}}
JSON
  ) || status=$?
  rows=$(($(wc -l < "out-$number/things.csv") - 1))
  echo "$number: exit $status, $rows rows$(grep -o "InvalidRecord: .*" "out-$number/log" | tail -1 | sed 's/^/, /')"
  expected='1 0'
  if [ "$number" = 1 ]; then expected='0 1'; fi
  [ "$status $rows" = "$expected" ] || { echo "changed: expected $expected" >&2; exit 1; }
done

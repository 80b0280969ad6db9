#!/usr/bin/env bash
# Airbyte CDK: `schema_normalization: Default` writes Python's spelling into text fields, and reads more as numbers than JSON does.
#
# Versions   airbyte-cdk 7.39.1, Python 3.10 to 3.13
# Expected   casting to the declared type: true in a string field becomes "true", an object becomes its JSON, a null in a list stays
#            null; the text "1_000" is no integer and is left as it is, with the warning that other texts get.
# Seen       "True"; "{'a': 1, 'b': None}", which no JSON parser reads; "None" as a text of the list; 1000; 1.9 in an integer field
#            is 1. In number fields the texts "nan" and "1e400" become nan and inf, which JSON cannot hold, and
#            "9007199254740993" becomes 9007199254740992. None of these is logged.
# Matters    the switch stands in a good part of the published low-code connectors. A consumer that compares with "true", parses the
#            text as JSON or joins on the number gets nothing, or something else. Another engine that reads the same manifest and
#            casts as its own language does stores other values.
# Here       an import keeps the declared types and gives no value Python's spelling: docs/how-to/from-airbyte.md says what differs.
set -euo pipefail
python3 -c 'import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info < (3, 14))' 2>/dev/null || { echo 'This needs Python 3.10 to 3.13 with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install airbyte-cdk==7.39.1

cat > see.py <<'PY'
import math
from airbyte_cdk.sources.utils.transform import TransformConfig, TypeTransformer

transformer = TypeTransformer(TransformConfig.DefaultSchemaNormalization)

def cast(declared, value):
    record = {'field': value}
    sent = repr(value)
    transformer.transform(record, {'type': 'object', 'properties': {'field': declared}})
    print(f'{declared!s:52} {sent:22} -> {record["field"]!r}')
    return record['field']

def nullable(name):
    return {'type': ['null', name]}

assert cast(nullable('string'), True) == 'True'
assert cast(nullable('string'), {'a': 1, 'b': None}) == "{'a': 1, 'b': None}"
assert cast({'type': 'array', 'items': {'type': 'string'}}, ['x', None]) == ['x', 'None']
assert cast(nullable('integer'), '1_000') == 1000
assert cast(nullable('integer'), '1e3') == '1e3'
assert cast(nullable('integer'), 1.9) == 1
assert math.isnan(cast(nullable('number'), 'nan'))
assert cast(nullable('number'), '1e400') == math.inf
assert repr(cast(nullable('number'), '9007199254740993')) == '9007199254740992.0'
PY
python/bin/python see.py

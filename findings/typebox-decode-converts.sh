#!/usr/bin/env bash
# TypeBox 1.x: Value.Decode hands over other values than the API sent, where 0.34 refused them.
#
# Versions   @sinclair/typebox 0.34.52 (the old name), typebox 1.4.3, Node.js 20 or newer
# Expected   a decoder checks: 1.9 is no Integer, null is no String, '' is no Number. A new major may change names, not that.
# Seen       0.34: Value.Decode throws for each of them.
#            1.4: Value.Decode({ id: 1.9, name: null, price: '' }) gives { id: 1, name: "null", price: 0 }, and nothing is thrown.
#            The compiled form of the same schema, Compile(T).Decode, throws. Value.Parse has gone the other way: 0.34 cuts 1.9 to 1,
#            1.4 throws.
# Matters    "decode at the edge" is how TypeScript connectors guard what they store. After the upgrade a missing price is 0, a missing
#            name is the text "null", and ids lose what stands behind the point. Which of four calls is written decides.
# Here       emitted decoders have no conversion: each of the three values is an error that names the record and the field.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @sinclair/typebox@0.34.52 typebox@1.4.3

cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import * as old from '@sinclair/typebox';
import * as oldValue from '@sinclair/typebox/value';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';

const record = { id: 1.9, name: null, price: '' };
const schema = (T) => T.Object({ id: T.Integer(), name: T.String(), price: T.Number() });
const outcome = (call) => {
  try {
    return JSON.stringify(call());
  } catch {
    return 'throws';
  }
};
const seen = {
  '0.34 Value.Decode': outcome(() => oldValue.Value.Decode(schema(old.Type), record)),
  '1.4 Value.Decode': outcome(() => Value.Decode(schema(Type), record)),
  '1.4 Compile().Decode': outcome(() => Compile(schema(Type)).Decode(record)),
  '0.34 Value.Parse(Integer, 1.9)': outcome(() => oldValue.Value.Parse(old.Type.Integer(), 1.9)),
  '1.4 Value.Parse(Integer, 1.9)': outcome(() => Value.Parse(Type.Integer(), 1.9)),
};
console.log('sent:', JSON.stringify(record));
console.log(seen);
assert.deepEqual(seen, {
  '0.34 Value.Decode': 'throws',
  '1.4 Value.Decode': '{"id":1,"name":"null","price":0}',
  '1.4 Compile().Decode': 'throws',
  '0.34 Value.Parse(Integer, 1.9)': '1',
  '1.4 Value.Parse(Integer, 1.9)': 'throws',
});
JS
node see.mjs

#!/usr/bin/env bash
# TypeScript 7: a key of an object that has the name of its class becomes `_a`, where the class has a private method.
#
# Versions   typescript 7.0.2, typescript 6.0.3, Node.js 20 or newer
# Expected   a major that is a port of the same compiler writes the same JavaScript for a class of eight lines; keys are never renamed.
# Seen       `class Bucket { #at() { return { Bucket: 'sales' } } }` with target es2022 is written by 7.0 as `return { _a: 'sales' }`, with
#            `_a = Bucket` behind the class. No error, and the declarations still say `Bucket`. 6.0 writes the key. With target esnext 7.0 does, too.
# Matters    classes are called after what they send: a class Bucket that sends { Bucket, Key } to S3, an Order that posts { Order: … }. The
#            request lacks its field, and tests that run the sources (vitest, tsx, Node's own type stripping) pass.
# Here       the class of the bucket has another name than the parameter. Keys of requests that a spec has are the spec's; those of classes
#            end in Resource or Client.
set -euo pipefail
command -v npm >/dev/null || { echo 'This needs Node.js 20 or newer with npm.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund typescript-7@npm:typescript@7.0.2 typescript-6@npm:typescript@6.0.3

cat > bucket.ts <<'TS'
export class Bucket {
  at(): { readonly Bucket: string } {
    return this.#at();
  }
  #at(): { readonly Bucket: string } {
    return { Bucket: 'sales' };
  }
}
TS
cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
const seen = {};
for (const version of ['6', '7']) {
  for (const target of ['es2022', 'esnext']) {
    const out = `out-${version}-${target}`;
    execFileSync(process.execPath, [`node_modules/typescript-${version}/bin/tsc`, 'bucket.ts', '--ignoreConfig', '--target', target, '--module', 'esnext', '--outDir', out], { stdio: 'inherit' });
    const { Bucket } = await import(`./${out}/bucket.js`);
    seen[`${version}.0, ${target}`] = JSON.stringify(new Bucket().at());
  }
}
console.log(seen);
assert.deepEqual(seen, {
  '6.0, es2022': '{"Bucket":"sales"}',
  '6.0, esnext': '{"Bucket":"sales"}',
  '7.0, es2022': '{"_a":"sales"}',
  '7.0, esnext': '{"Bucket":"sales"}',
});
JS
node see.mjs

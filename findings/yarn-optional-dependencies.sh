#!/usr/bin/env bash
# Yarn: an optional dependency that the registry does not have fails the whole install; npm and pnpm leave it out.
#
# Versions   @yarnpkg/cli-dist 4.18.1, npm 11.21.2, pnpm 12.21.0
# Expected   "optional" covers resolving, too: a package that cannot be found is left out by each of them, with a warning at most.
# Seen       npm and pnpm exit with 0. Yarn exits with 1 in its resolution step: YN0082 for a version that is not there, YN0035 for a
#            name that is not there.
# Matters    libraries bring parts for single systems as optional dependencies (vite 8.4 has one for Windows). Behind a registry that
#            mirrors or allows only some packages, a project that npm and pnpm install cannot be installed by Yarn on any system.
# Here       the tutorial is followed with Yarn under an older vite: test/tools/tutorial/managers.ts.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir tools && echo '{ "private": true }' > tools/package.json
npm install --prefix tools --no-audit --no-fund --loglevel=error @yarnpkg/cli-dist@4.18.1 npm@11.21.2 pnpm@12.21.0 > /dev/null
bin="$work/tools/node_modules/.bin"

for manager in npm pnpm yarn; do
  mkdir -p "$manager/inner"
  echo '{ "name": "outer", "private": true, "dependencies": { "inner": "file:./inner" } }' > "$manager/package.json"
  echo '{ "name": "inner", "version": "1.0.0", "optionalDependencies": { "is-number": "99.0.0" } }' > "$manager/inner/package.json"
done
printf 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\n' > yarn/.yarnrc.yml
touch yarn/yarn.lock

(cd npm && "$bin/npm" install --no-audit --no-fund --loglevel=error)
(cd pnpm && "$bin/pnpm" install)
if (cd yarn && "$bin/yarn" install | tee said); then echo 'Yarn left it out' >&2; exit 1; fi
grep -q 'YN0082.*is-number@npm:99.0.0: No candidates found' yarn/said

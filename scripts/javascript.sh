#!/bin/sh
# Checks the types (TypeScript reads them from the comments), what the templates hand to their components, and the manner of the front end's JavaScript, and that the one
# file of others in it is the published one. node and npm come with .venv; what they run is fetched once, in the versions
# and with the hashes of scripts/javascript/.
set -eu
tools=scripts/javascript
PATH="$PWD/.venv/bin:$PATH"

skip() {
  echo "JavaScript is not checked: $1" >&2
  [ "${CI:-}" != true ] || exit 1 # where a skip would hide what is broken
  exit 0
}

command -v npm >/dev/null 2>&1 || skip "no npm on this machine"
if ! cmp -s "$tools/package-lock.json" "$tools/node_modules/fetched.json"; then
  npm ci --silent --prefix "$tools" || skip "npm cannot fetch its tools; is there a network?"
  cp "$tools/package-lock.json" "$tools/node_modules/fetched.json"
fi
cmp "$tools/node_modules/htm/preact/standalone.module.js" lawtrack/notebook/front/vendor/preact.js
"$tools/node_modules/.bin/tsc" --project lawtrack/notebook/front/tsconfig.json
python scripts/front_templates.py "$tools/node_modules/.bin/tsc"
"$tools/node_modules/.bin/oxlint" --quiet --config "$tools/oxlint.json" --ignore-pattern '**/vendor/**' lawtrack/notebook lawtrack/formats/web/static tests/notebook

#!/bin/sh
# Runs a command on the newest Node, whose binary comes with a package of the npm registry, into a cache folder.
# Ends with 77, "cannot be tested here", when it is not to be had.
#
#   sh test/newest-node.sh npm run test:fast
set -eu

cache=${NODE_TEST_CACHE:-$HOME/.cache/policydoc-node}
mkdir -p "$cache"
# A package.json of its own keeps npm from climbing up into this project.
echo '{"private":true}' > "$cache/package.json"
if ! (cd "$cache" && npm install --no-save --no-audit --no-fund --loglevel=error node@latest); then
  echo "skipped: cannot be tested here, for the newest Node cannot be installed from the npm registry" >&2
  exit 77
fi
PATH="$cache/node_modules/node/bin:$PATH"
echo "Node $(node --version)"
exec "$@"

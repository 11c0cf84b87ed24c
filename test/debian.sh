#!/bin/sh
# Sees to the programs that tests drive, as Debian packages: sh test/debian.sh chromium neovim …
# What is there already is left alone. Ends with 77, "cannot be tested here", when one is missing and not to be had.
set -eu

missing=""
for package; do
  case $package in
    chromium) there=${CHROMIUM_PATH:-/usr/bin/chromium} ;;
    firefox-esr) there=${FIREFOX_PATH:-/usr/bin/firefox-esr} ;;
    neovim) there=${NVIM_PATH:-nvim} ;;
    libreoffice-writer-nogui) there=soffice ;;
    poppler-utils) there=pdftotext ;;
    fonts-noto-cjk) there=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ;;
    *) there=$package ;;
  esac
  [ -r "$there" ] || command -v "$there" > /dev/null || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 "$@"; }
# shellcheck disable=SC2086
if apt update && apt install -y --no-install-recommends $missing; then exit 0; fi
echo "skipped: cannot be tested here, for these cannot be installed:$missing" >&2
exit 77

#!/bin/sh
# Installs what the browser and office tests need where it may; says what will be skipped where it may not.
set -eu
has() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }
may_install() { has apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

missing=""
has chromium chromium-browser google-chrome google-chrome-stable || missing="$missing chromium"
[ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ] || missing="$missing fonts-noto-cjk fontconfig"
has pdftotext || missing="$missing poppler-utils"
has soffice libreoffice || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
/usr/bin/python3 -c "import uno" 2>/dev/null || missing="$missing python3-uno"
if [ -n "$missing" ]; then
  if may_install; then
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing ||
      echo "Not installed:$missing. Tests that need them are skipped." >&2
  else
    echo "Missing and not to be installed without root:$missing. Tests that need them are skipped." >&2
  fi
fi
mkdir -p .make
touch .make/system

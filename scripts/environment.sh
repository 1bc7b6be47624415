#!/bin/sh
# Makes the virtual environment .venv: `lab` with what the workbench needs, `dev` with what the tests need as well.
set -eu
wanted=$1
python=${PYTHON:-python3}

may_install() { command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "lawtrack needs Python 3.11 or newer; name one with: make PYTHON=/usr/bin/python3.12 ..." >&2
  exit 1
}
if ! [ -x .venv/bin/python ]; then
  if ! "$python" -m venv .venv 2>/dev/null; then # Debian keeps venv in a package of its own
    rm -rf .venv
    may_install || { echo "python3-venv is missing; install it first: apt-get install python3-venv" >&2; exit 1; }
    as_root apt-get update -qq
    as_root apt-get install -y -qq python3-venv
    "$python" -m venv .venv
  fi
fi
.venv/bin/python -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1'
# The versions of requirements/*.txt, so that every machine has the same; UNLOCKED=1 takes the newest that fit instead.
if [ -n "${UNLOCKED:-}" ]; then
  if [ "$wanted" = dev ]; then
    .venv/bin/python -m pip install -q --disable-pip-version-check -e '.[lab]' --group dev --group docs
  else
    .venv/bin/python -m pip install -q --disable-pip-version-check -e '.[lab]'
  fi
else
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "requirements/$wanted.txt"
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps -e .
fi
mkdir -p .make
touch ".make/$wanted" .make/lab

#!/bin/sh
# Writes requirements/*.txt: every package of an installation with its version and hashes, for every system and Python.
set -eu
for set in lab dev; do
  case $set in lab) packages="--extra lab" ;; dev) packages="--all-extras --group dev --group docs" ;; esac
  # shellcheck disable=SC2086  # a list of options
  .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
    --upgrade $packages pyproject.toml -o "requirements/$set.txt"
done

#!/bin/sh
# Prints the folder in which tests put what they throw away: memory, where there is enough of it and programs may run there,
# because a third of the time of a test that saves is waiting for the disk. Else the usual one.
set -eu

usual=${TMPDIR:-/tmp}
memory=/dev/shm
free=$(df -Pk "$memory" 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ "${free:-0}" -lt 4000000 ] || [ ! -w "$memory" ]; then
  echo "$usual"
  exit
fi
# what is planted to be run by mistake must be able to run, or the tests that nothing runs it could not fail
probe=$(mktemp "$memory/lawtrack-XXXXXX")
trap 'rm -f "$probe"' EXIT
printf '#!/bin/sh\nexit 0\n' >"$probe"
chmod +x "$probe"
if "$probe" 2>/dev/null; then echo "$memory"; else echo "$usual"; fi

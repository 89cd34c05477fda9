#!/usr/bin/env bash
# Do the scripts say what they should, on the right stream, and leave alone what is there? Installs and builds nothing.
set -euo pipefail
source_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

failures=0
# expect NAME WANTED FOUND
expect() {
  [[ $2 == "$3" ]] && return
  printf 'FAILED %s\n  wanted: %q\n  found:  %q\n' "$1" "$2" "$3"
  failures=$((failures + 1))
}
# inScripts CODE: runs the code with the scripts' functions, their logs kept away from the source tree.
inScripts() { bash -c "set -euo pipefail; . '$source_root/scripts/common.sh'; logs='$scratch/logs'; $1" 2>"$scratch/stderr"; }

# A dpkg that knows three packages, one of them removed, one providing another.
mkdir "$scratch/bin"
cat > "$scratch/bin/dpkg-query" <<'FAKE'
printf 'installed there \ninstalled provider provided (= 1.0), other\nconfig-files removed \n'
FAKE
# An apt that could install only 'known', and never does.
cat > "$scratch/bin/apt-get" <<'FAKE'
[[ $* == *--simulate* ]] || exit 1
for argument; do case $argument in known | -* | install) ;; *) exit 100 ;; esac done
FAKE
chmod +x "$scratch"/bin/*
fake_path="PATH=$scratch/bin:\$PATH"

expect 'only what is missing is named' $'her\nremoved\nunknown|gone' \
  "$(inScripts "$fake_path; missingPackages there her provided other removed 'unknown|there' 'unknown|gone'")"
expect 'of alternatives the first that apt knows' 'known' \
  "$(inScripts "$fake_path; chooseNames 'strange|known'; echo \"\${names[*]}\"")"
expect 'a package that apt does not know' 'strange|odd' \
  "$(inScripts "$fake_path; chooseNames known 'strange|odd' || echo \$unknown")"

expect 'nothing is asked of apt when all is there' '' "$(inScripts "$fake_path; apt-get() { echo called; }; installPackages there provided")"
status=0
inScripts "$fake_path; findRoot() { return 1; }; installPackages there 'strange|known'; echo went on" >"$scratch/stdout" || status=$?
expect 'without root: exit code' 1 "$status"
expect 'without root: stdout' '' "$(<"$scratch/stdout")"
expect 'without root: the line to run' '  apt-get update && apt-get install -y --no-install-recommends known' "$(tail -n 1 "$scratch/stderr")"

status=0
inScripts 'quietly "Doing it" bash -c "echo the reason; exit 3"; echo went on' >"$scratch/stdout" || status=$?
expect 'a failing step: exit code' 3 "$status"
expect 'a failing step: stdout' '' "$(<"$scratch/stdout")"
expect 'a failing step: its output' 'the reason' "$(tail -n 1 "$scratch/stderr")"
expect 'a step that works: stdout' '' "$(inScripts 'quietly "Doing it" echo much')"
expect 'a step that works: stderr' 'Doing it … done (0 s)' "$(sed 's/([0-9]* s)/(0 s)/' "$scratch/stderr")"
inScripts 'quietly "Doing it" echo "ninja: no work to do."'
expect 'nothing to do: not a word' '' "$(<"$scratch/stderr")"

jobs=$(inScripts buildJobs)
expect 'at least one job, at most one a core' yes "$( ((jobs >= 1 && jobs <= $(nproc))) && echo yes || echo "$jobs")"

status=0
env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$source_root/run.sh" >"$scratch/stdout" 2>"$scratch/stderr" || status=$?
expect 'no display: exit code' 1 "$status"
expect 'no display: stdout' '' "$(<"$scratch/stdout")"
expect 'no display: names the command line' 1 "$(grep -c './run.sh list' "$scratch/stderr")"

exit $((failures > 0))

# What run.sh, test.sh and .ci/run share: messages, quiet steps with a log, building a preset. Sourced, never run.
#
# Standard output belongs to the program that is built: everything here speaks on standard error.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/logs
. "$root/scripts/packages.sh"

say() { echo "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# Output that means that nothing was to be done: no reason to speak.
idle_output='^ninja: |Re-checking globbed directories'

# quietly TITLE COMMAND…: one line while it runs, its output only if it fails, nothing at all if nothing was to be done.
quietly() {
  local title=$1 log start=$SECONDS status=0
  shift
  log=$logs/${title// /-}.log
  mkdir -p "$logs"
  "$@" 2>&1 | tee "$log" | showProgress "$title" || status=$?
  if ((status)); then
    say "failed. The end of $log:"
    tail -n 60 "$log" >&2
    exit "$status"
  fi
  if grep -qvE "$idle_output" "$log"; then
    say "done ($((SECONDS - start)) s)"
  fi
}

# The title at the first sign of work; behind it, where there is a terminal to show it on, Ninja's '[12/345]' in place.
showProgress() {
  local title=$1 line begun=''
  while IFS= read -r line; do
    if [[ ! $begun && ! $line =~ $idle_output ]]; then
      printf '%s … ' "$title" >&2
      begun=yes
    fi
    if [[ $begun && -t 2 && $line =~ ^\[[0-9]+/[0-9]+\] ]]; then
      printf '\r%s %s … ' "$title" "${BASH_REMATCH[0]}" >&2
    fi
  done
}

# As many compilers at once as there are cores, but no more than memory allows: one for each 1.5 GiB.
buildJobs() {
  local cores available limit jobs
  cores=$(nproc)
  available=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo)
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
  if [[ $limit != max ]] && ((limit / 1024 < available)); then
    available=$((limit / 1024))
  fi
  jobs=$((available / (1536 * 1024)))
  ((jobs < cores)) || jobs=$cores
  ((jobs > 0)) || jobs=1
  echo "$jobs"
}

# buildPreset NAME: configures where that is needed, then builds.
buildPreset() {
  local preset=$1 folder=$root/build/$1
  # Ninja itself notices changed CMake files, but not changed presets.
  if [[ ! -f $folder/build.ninja || ! -f $folder/.configured || $root/CMakePresets.json -nt $folder/.configured ]]; then
    quietly "Configuring $preset" cmake -S "$root" --preset "$preset"
    touch "$folder/.configured"
  fi
  quietly "Building $preset" ninja -C "$folder" -j "$(buildJobs)"
}

# Qt and the compilers want a UTF-8 locale; a bare machine has none set.
useUtf8() {
  [[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8
}

#!/usr/bin/env bash
# Installs what Threadmart needs, builds it and runs it; a second call only runs it.
#   ./run.sh                   the window
#   ./run.sh list              what there is to run; see README.md for the other commands
set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/scripts/common.sh"
useUtf8

if (($# == 0)) && [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]]; then
  say 'There is no display here to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is set).'
  say 'The same from the command line: ./run.sh list, then ./run.sh run SCENARIO and ./run.sh export; ./run.sh --help says more.'
  exit 1
fi

packages=("${packages_to_build[@]}")
[[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]] && packages+=(qt6-wayland)
installPackages "${packages[@]}"
buildPreset release
exec "$root/build/release/threadmart" "$@"

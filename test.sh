#!/usr/bin/env bash
# Installs what Threadmart and its tests need, builds both and runs every test.
#   ./test.sh                  all tests
#   ./test.sh -R Gil           arguments go to ctest: here, only the tests with Gil in their name
set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/scripts/common.sh"
useUtf8

installPackages "${packages_to_build[@]}" "${packages_to_test[@]}"
buildPreset dev
cd "$root"
exec ctest --preset dev "$@"

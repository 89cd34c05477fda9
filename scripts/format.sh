#!/usr/bin/env bash
# Are all C++ files formatted by .clang-format? With --fix it formats them.
set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
installPackages "${packages_to_lint[@]}"

how=(--dry-run -Werror)
[[ ${1:-} == --fix ]] && how=(-i)
cd "$root"
find core ui app tests -name '*.cpp' -print0 -o -name '*.h' -print0 | xargs -0 clang-format "${how[@]}"

#!/usr/bin/env bash
# clang-tidy over core, ui and app by the rules of .clang-tidy; any finding fails.
#   scripts/tidy.sh            everything
#   scripts/tidy.sh core/gil   only files whose path contains one of the given words
set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
useUtf8
installPackages "${packages_to_build[@]}" "${packages_to_lint[@]}"

# A folder of its own: clang does not read the precompiled headers that GCC writes.
folder=$root/build/tidy
quietly 'Configuring tidy' cmake -S "$root" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DTHREADMART_TESTS=OFF \
  -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_CXX_COMPILER_LAUNCHER=

words=$(IFS='|' && echo "$*")
mapfile -t files < <(cd "$root" && find core ui app -name '*.cpp' | grep -E "${words:-.}" | sort)
((${#files[@]})) || fail "No source file has '$words' in its path."
say "clang-tidy over ${#files[@]} files"
cd "$root"
printf '%s\0' "${files[@]}" |
  xargs -0 -n 1 -P "$(buildJobs)" clang-tidy -p "$folder" --quiet 2> >(grep -vE '^[0-9]+ warnings? generated' >&2)
say 'clang-tidy: nothing found'

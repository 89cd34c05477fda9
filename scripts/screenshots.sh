#!/usr/bin/env bash
# Makes the pictures of docs/images anew, each from a run on this machine: every shop, light and dark, and the window.
#   scripts/screenshots.sh [PROGRAM]      PROGRAM: build/release/threadmart unless given
set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

program=${1:-$root/build/release/threadmart}
[[ -x $program ]] || { echo "screenshots: $program is not there: build it with ./run.sh list" >&2; exit 1; }
images=$root/docs/images
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
mkdir -p "$images"

# name | scenario | how it is run | words of the shop
shops=(
  'one-till|avocado|--executor sequential|shop'
  'one-scanner|gil-mixed|--executor threads-gil|shop'
  'free-tills|second-till|--executor threads|shop'
  'trolleys|pool-map|--executor thread-pool|both'
  'scanner-pool|pool-map|--executor thread-pool-gil|shop'
  'walls|power|--executor process-pool|both'
  'pop-up-tills|uploads|--executor process-per-task --tasks 48|shop'
  'ticket-board|event-loop|--executor event-loop|shop'
  'tickets|small-tasks|--executor futures-processes --tasks 12|shop'
  'stock-sheet|race|--executor threads|shop'
  'crowd|uploads|--executor threads --tasks 1000|shop'
)

for shop in "${shops[@]}"; do
  IFS='|' read -r name scenario how words <<<"$shop"
  # shellcheck disable=SC2086
  "$program" run "$scenario" $how --save "$runs/$name.json.gz" >/dev/null
  for theme in light dark; do
    "$program" export "$runs/$name.json.gz" --view shop --words "$words" --theme "$theme" --size 960x540 \
      -o "$images/shop-$name-$theme.png"
  done
  echo "shop-$name"
done

"$program" run gil-cpu --executor threads-gil --save "$runs/window.json.gz" >/dev/null
"$program" export "$runs/window.json.gz" --view window --size 1440x900 -o "$images/window.png"
"$program" export "$runs/window.json.gz" --view window --size 1440x900 --theme dark -o "$images/window-dark.png"
echo window

#!/usr/bin/env bash
# Does a clean clone work on a bare Debian 12, with nothing installed by hand? Needs root and debootstrap.
#   scripts/check_fresh.sh FOLDER [COMMAND…]
# FOLDER keeps the bare system and the downloaded packages for the next time. Without commands it tries what the README promises.
set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# In namespaces of its own: mounts and processes of the bare system end with this script, whatever happens.
if [[ ${1:-} != --inside ]]; then
  (($#)) || fail 'Usage: scripts/check_fresh.sh FOLDER [COMMAND…]'
  ((EUID == 0)) || fail 'This needs root: it makes a bare system and changes into it.'
  exec unshare --mount --pid --ipc --uts --fork --kill-child "$0" --inside "$@"
fi
shift
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
commands=("$@")
if ((${#commands[@]} == 0)); then
  commands=('./run.sh list' './run.sh run three-urls --executor threads-gil --log' './test.sh'
    './run.sh list')
fi

bare=$folder/bare.tar system=$folder/system
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p' \
  /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1 || true)
# shellcheck disable=SC2317
makeBareSystem() {
  rm -rf --one-file-system "$system"
  debootstrap --variant=minbase bookworm "$system" "${mirror:-http://deb.debian.org/debian}"
  tar -C "$system" -cf "$bare.part" . && mv "$bare.part" "$bare"
}
if [[ ! -f $bare ]]; then quietly 'Making a bare system' makeBareSystem; fi

rm -rf --one-file-system "$system"
mkdir -p "$system" "$folder/downloads/partial"
tar -C "$system" -xf "$bare"
cp /etc/resolv.conf "$system/etc/resolv.conf"
git clone -q --no-hardlinks "$root" "$system/root/threadmart"

mount -t proc proc "$system/proc"
mount -t sysfs -o ro sysfs "$system/sys"
mount --bind /dev "$system/dev"
mount -t tmpfs -o mode=1777 tmpfs "$system/dev/shm"
mount --bind "$folder/downloads" "$system/var/cache/apt/archives"  # saves the network, hides nothing: none of it is installed

status=0
for command in "${commands[@]}"; do
  say "=== $command"
  start=$SECONDS
  ended='exit 0'
  # No terminal, no display, no locale: as bare as a machine can be.
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb chroot "$system" /bin/bash -c "cd /root/threadmart && $command" \
    </dev/null || { ended="exit $?" && status=1; }
  results+=("$(printf '%-10s %4d s  %s' "$ended" $((SECONDS - start)) "$command")")
done
say '=== on a bare Debian 12'
printf '%s\n' "${results[@]}" >&2
exit "$status"

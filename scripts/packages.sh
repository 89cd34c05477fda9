# Which Debian packages Threadmart needs, and how they get onto the machine. Sourced by run.sh, test.sh and .ci/run.
#
# 'a|b': either will do; the first that apt knows is installed. The names are those of Debian 12 and Ubuntu 24.04.
# shellcheck shell=bash disable=SC2034

packages_to_build=(
  g++ cmake ninja-build ccache 'pkg-config|pkgconf'
  qt6-base-dev libqt6opengl6-dev 'qt6-charts-dev|libqt6charts6-dev' 'qt6-svg-dev|libqt6svg6-dev'  # the window and the pictures
  fonts-inter            # the one font of the window and of every picture
  nlohmann-json3-dev     # scenarios
  libsimdjson-dev        # reading traces
  libcli11-dev           # the command line
  libgmp-dev             # number ** number
  'libcurl4-openssl-dev|libcurl4-gnutls-dev' ca-certificates  # fetching from other hosts
  libssl-dev             # digests
  libevent-dev           # the built-in server
  zlib1g-dev             # .json.gz
)
packages_to_test=(
  libgtest-dev libgmock-dev libbenchmark-dev
  python3 python3-jsonschema  # the reference for digests and GIL figures; the scenarios against their schema
  librsvg2-bin poppler-utils  # looking at exported SVG and PDF
)
packages_to_lint=(clang-format clang-tidy)

# Prints those of the given packages that are not installed, one a line, alternatives as given.
missingPackages() {
  local installed wanted name
  installed=" $(dpkg-query --show --showformat='${db:Status-Status}=${Package} ' 2>/dev/null) "
  for wanted in "$@"; do
    for name in ${wanted//|/ }; do
      [[ $installed == *" installed=$name "* ]] && continue 2
    done
    echo "$wanted"
  done
}

# Prints the first of the alternatives 'a|b' that apt could install; fails if it knows none of them.
firstKnownPackage() {
  local name
  for name in ${1//|/ }; do
    if [[ $(LC_ALL=C apt-cache policy "$name" 2>/dev/null) == *'Candidate: '[!\(]* ]]; then
      echo "$name"
      return
    fi
  done
  return 1
}

# Sets `as_root` to what must stand before a command that needs root; fails if there is nothing that would do.
findRoot() {
  as_root=()
  ((EUID == 0)) && return
  as_root=(sudo)
  command -v sudo >/dev/null || return 1
  # With a terminal sudo may ask for the password itself; without one it has to do without.
  sudo -n true 2>/dev/null || [[ -t 2 ]]
}

aptGet() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y "$@" </dev/null
}

# Installs whichever of the given packages are missing. Takes no time, and no network, if none is.
installPackages() {
  command -v dpkg-query >/dev/null || return 0  # not Debian: CMake will say what it misses
  local missing wanted names=() as_root
  mapfile -t missing < <(missingPackages "$@")
  ((${#missing[@]})) || return 0

  if ! findRoot; then
    say "These packages are missing, and installing them needs root or sudo. Run this, then start again:"
    for wanted in "${missing[@]}"; do
      names+=("$(firstKnownPackage "$wanted" || echo "${wanted%%|*}")")
    done
    fail "  apt-get update && apt-get install -y --no-install-recommends ${names[*]}"
  fi
  for wanted in "${missing[@]}"; do
    if ! firstKnownPackage "$wanted" >/dev/null; then
      quietly 'Reading the package lists' aptGet update
      break
    fi
  done
  for wanted in "${missing[@]}"; do
    names+=("$(firstKnownPackage "$wanted")") || fail "apt knows no package called ${wanted//|/ or }."
  done
  say "Installing from the distribution's packages: ${names[*]}"
  quietly 'Installing' installNow "${names[@]}"
}

# Package lists that are too old name files that are gone from the mirror: then once more with new lists.
installNow() {
  aptGet install --no-install-recommends "$@" ||
    { aptGet update && aptGet install --no-install-recommends "$@"; }
}

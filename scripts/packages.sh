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
  xvfb xauth openbox xdotool x11-utils  # using the real window as a person does
  dbus at-spi2-core python3-gi gir1.2-atspi-2.0  # reading it as a screen reader does
)
packages_to_lint=(clang-format clang-tidy)

# Prints those of the given packages that are not installed, one a line, alternatives as given. A package that provides
# another one under its own name counts as both.
missingPackages() {
  local installed wanted name
  installed=" $(dpkg-query --show --showformat='${db:Status-Status} ${Package} ${Provides}\n' 2>/dev/null |
    sed -n 's/^installed //p' | tr ',\n' '  ') "
  for wanted in "$@"; do
    for name in ${wanted//|/ }; do
      [[ $installed == *" $name "* ]] && continue 2
    done
    echo "$wanted"
  done
}

installable() { apt-get -qq --simulate install --no-install-recommends "$@" >/dev/null 2>&1; }

# Sets `names` to what apt can install for the given packages: of alternatives the first that it knows. Fails, and sets
# `unknown`, where it knows none.
chooseNames() {
  local wanted name
  unknown=''
  names=("${@%%|*}")
  installable "${names[@]}" && return  # the rule; asking for each alone takes its time
  names=()
  for wanted in "$@"; do
    for name in ${wanted//|/ }; do
      installable "$name" && names+=("$name") && continue 2
    done
    unknown=$wanted
    return 1
  done
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
  local missing names unknown as_root
  mapfile -t missing < <(missingPackages "$@")
  ((${#missing[@]})) || return 0

  if ! findRoot; then
    say "These packages are missing, and installing them needs root or sudo. Run this as root, then start again:"
    chooseNames "${missing[@]}" || names=("${missing[@]%%|*}")
    fail "  apt-get update && apt-get install -y --no-install-recommends ${names[*]}"
  fi
  if ! chooseNames "${missing[@]}"; then
    quietly 'Reading the package lists' aptGet update
    chooseNames "${missing[@]}" || fail "apt knows no package called ${unknown//|/ or }."
  fi
  say "Installing from the distribution's packages: ${names[*]}"
  quietly 'Installing' installNow "${names[@]}"
}

# Package lists that are too old name files that are gone from the mirror: then once more with new lists.
installNow() {
  aptGet install --no-install-recommends "$@" ||
    { aptGet update && aptGet install --no-install-recommends "$@"; }
}

# Sourced by deploy/run and deploy/test: installs what is missing on a Debian 12 that has Swift.
#
# Exits with 69 and a sentence where something cannot be had.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$(basename "$0"): $*"
  exit 69
}

# The Debian packages that have a file missing, of "file package" pairs.
missing_packages() {
  while read -r file package; do
    compgen -G "$file" >/dev/null || printf '%s ' "$package"
  done <<'LIST'
/usr/include/zmq.h libzmq3-dev
/usr/include/sqlite3.h libsqlite3-dev
/usr/lib/*/libcurl.so.4 libcurl4
/usr/bin/curl curl
/usr/bin/python3 python3
/usr/lib/python3*/ensurepip python3-venv
LIST
}

prepare() {
  command -v swift >/dev/null || die "there is no swift here; install Swift 6.3 from swift.org"
  local packages
  packages=$(missing_packages)
  [ -z "$packages" ] && return
  say "installing $packages"
  local sudo=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "install these as root: apt-get install $packages"
    sudo=sudo
  fi
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -qq || die "apt-get update failed"
  # shellcheck disable=SC2086
  $sudo apt-get install -y -qq --no-install-recommends $packages >/dev/null ||
    die "apt-get could not install $packages"
}

# What programs in other languages need that the tests run; without it those tests are skipped.
prepare_strangers() {
  local venv=.build/strangers
  [ -x $venv/bin/python3 ] && $venv/bin/python3 -c 'import zmq, cloudevents' 2>/dev/null && return
  say "installing pyzmq and cloudevents in $venv"
  if ! { python3 -m venv $venv && $venv/bin/pip install -q pyzmq cloudevents; } >/dev/null 2>&1; then
    rm -rf $venv
    say "they cannot be had; what needs them is skipped"
  fi
}

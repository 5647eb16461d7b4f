# Sourced by ./run and ./test: sees to everything a fresh checkout needs, once, and says what it does.
# shellcheck shell=bash

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state="$root/.setup"
mkdir -p "$state"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# The SDK needs no ICU then, which a bare machine lacks; the program itself is built so.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

say() { printf 'bordermap: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# One set-up of a checkout at a time; the lock is let go of before the program starts.
lock_setup() {
  exec 8>"$state/lock"
  if ! flock -n 8; then say "another ./run or ./test is setting up this checkout; waiting for it"; flock 8; fi
}
unlock_setup() { exec 8>&-; }

check_dotnet() {
  command -v dotnet >/dev/null 2>&1 || die "the .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again."
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || die "the .NET SDK 10 is missing (found: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd, -)). Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again."
}

has_postgis() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }
has_chromium() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; }

# need WHAT...: names of Debian packages for what is missing of: node postgis chromium gdal rsvg
missing_packages() {
  local want
  for want in "$@"; do
    case $want in
      node) { command -v node && command -v npm; } >/dev/null 2>&1 || echo nodejs npm ;;
      postgis) has_postgis || echo postgresql-postgis ;;
      chromium) has_chromium || echo chromium fonts-noto-core ;;
      gdal) command -v ogrinfo >/dev/null 2>&1 || echo gdal-bin ;;
      rsvg) command -v rsvg-convert >/dev/null 2>&1 || echo librsvg2-bin ;;
    esac
  done
}

# Debian before 12 has no package postgresql-postgis: take the newest numbered one.
resolve_packages() {
  local name
  for name in "$@"; do
    if [ "$name" = postgresql-postgis ] && ! apt-cache show postgresql-postgis >/dev/null 2>&1; then
      name=$(apt-cache pkgnames postgresql- | grep -E '^postgresql-[0-9]+-postgis-3$' | sort -V | tail -n 1)
      [ -n "$name" ] || die "no package with PostGIS is known to apt here. Install PostgreSQL with PostGIS 3 and run this again."
    fi
    echo "$name"
  done
}

install_packages() {
  local log="$state/apt.log"
  # Debian would start a cluster of its own on port 5432; BorderMap keeps a private one.
  if [ ! -e /etc/postgresql-common/createcluster.conf ] && [ ! -d /etc/postgresql-common/createcluster.d ]; then mkdir -p /etc/postgresql-common/createcluster.d; fi
  if [ -d /etc/postgresql-common/createcluster.d ] && ! compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; then
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/bordermap.conf
  fi
  say "fetching the list of packages"
  apt-get update -qq >"$log" 2>&1 || { tail -n 5 "$log" >&2; die "apt-get update failed (whole log: $log)"; }
  local names
  mapfile -t names < <(resolve_packages "$@")
  say "installing ${names[*]} (a few minutes the first time)"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >>"$log" 2>&1 || { tail -n 15 "$log" >&2; die "apt-get install failed (whole log: $log)"; }
}

# ensure_programs WHAT...: installs what is missing, asks, or says what to type.
ensure_programs() {
  local missing
  mapfile -t missing < <(missing_packages "$@" | tr ' ' '\n')
  [ "${#missing[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null 2>&1 || die "missing: ${missing[*]} (names of Debian packages). Install them with your system's package manager and run this again."
  if [ "$(id -u)" -ne 0 ]; then
    say "missing: ${missing[*]}. Type:"
    say "  sudo mkdir -p /etc/postgresql-common/createcluster.d && echo 'create_main_cluster = false' | sudo tee /etc/postgresql-common/createcluster.d/bordermap.conf"
    die "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}"
  fi
  if [ -t 0 ]; then
    local answer
    read -r -p "bordermap: missing: ${missing[*]}. Install with apt now? [Y/n] " answer
    case $answer in [nN]*) die "nothing was installed" ;; esac
  fi
  install_packages "${missing[@]}"
  mapfile -t missing < <(missing_packages "$@" | tr ' ' '\n')
  [ "${#missing[@]}" -eq 0 ] || die "still missing after the installation: ${missing[*]} (log: $state/apt.log)"
}

# The files below the paths, without what a build makes.
files() { (cd "$root" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -print | LC_ALL=C sort); }

# stamp NAME PATH...: remembers the files as they are now; called before the work, so that what changes meanwhile counts as changed.
stamp() { local name=$1; shift; files "$@" >"$state/$name.new"; }
keep_stamp() { mv "$state/$1.new" "$state/$1"; }

# newer NAME PATH...: whether a file below the paths came, went or changed since the stamp.
newer() {
  local stamp="$state/$1"; shift
  [ -e "$stamp" ] || return 0
  [ -n "$(cd "$root" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -newer "$stamp" -print -quit)" ] && return 0
  ! files "$@" | cmp -s - "$stamp"
}

# quietly WORDS COMMAND...: runs it with its output kept; shows the output only if it fails.
quietly() {
  local words=$1 log began=$SECONDS; shift
  log="$state/$(printf '%s' "$words" | tr -cs 'a-zA-Z0-9' '-').log"
  say "$words ..."
  if ! "$@" >"$log" 2>&1; then tail -n 40 "$log" >&2; die "$words failed (whole log: $log)"; fi
  say "$words: $((SECONDS - began)) s"
}

# front_end [--with-tools]: Leaflet in wwwroot/lib; with tools also what checks the JavaScript.
front_end() {
  local name=npm omit=(--omit=dev) inputs=(package.json package-lock.json libman.json build/libman.mjs)
  if [ "${1:-}" = --with-tools ]; then name=npm-tools; omit=(); fi
  if newer "$name" "${inputs[@]}" || [ ! -d "$root/node_modules" ] || [ ! -d "$root/wwwroot/lib" ]; then
    stamp "$name" "${inputs[@]}"
    quietly "front-end libraries" bash -c 'cd "$1" && shift && npm ci --no-audit --no-fund --ignore-scripts "$@" && node build/libman.mjs' _ "$root" "${omit[@]}"
    keep_stamp "$name"
    # Either installation serves ./run; only the whole one serves ./test.
    if [ "$name" = npm ]; then rm -f "$state/npm-tools"; else cp -p "$state/npm-tools" "$state/npm"; fi
  fi
}

sources=(src data wwwroot Directory.Build.props Directory.Packages.props global.json)

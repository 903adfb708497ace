# What every script of this folder needs; sourced, never run.
# shellcheck shell=bash disable=SC2034

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$repository" || exit

export GRIDMAP_DATA="${GRIDMAP_DATA:-$repository/.gridmap}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing that was started here outlives the script: no build node, no compiler server.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

gridmap="$repository/src/GridMap.Server/bin/publish/gridmap"
simulator="$repository/src/GridMap.Simulator/bin/Release/net10.0/gridmap-simulator"
stamps="$repository/.gridmap/stamps"

say() { printf '▸ %s\n' "$*"; }

fail() {
  printf '✗ %s\n' "$@" >&2
  exit 1
}

# quietly COMMAND…: its output is shown only when it fails.
quietly() {
  local output
  output=$(mktemp)
  if ! "$@" >"$output" 2>&1; then
    cat "$output" >&2
    rm -f "$output"
    return 1
  fi
  rm -f "$output"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# One hash over the content of all files git would see under the given paths.
hash_of() {
  local file
  git ls-files -z --cached --others --exclude-standard -- "$@" |
    while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
    xargs -0 -r sha256sum | sha256sum | cut -d ' ' -f 1
}

# done_before NAME HASH: this step already ran on exactly this input.
done_before() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }

mark_done() {
  mkdir -p "$stamps"
  printf '%s' "$2" >"$stamps/$1"
}

# pgRouting is what walks are compared with, in tests and benchmarks: of the PostgreSQL that is there, or of the one that will be.
pgrouting_package() {
  local initdb major
  for initdb in /usr/lib/postgresql/*/bin/initdb; do
    major=${initdb#/usr/lib/postgresql/}
    [ ! -x "$initdb" ] || { echo "postgresql-${major%%/*}-pgrouting" && return; }
  done
  apt-cache depends postgresql 2>/dev/null | sed -n 's/^ *Depends: *\(postgresql-[0-9]*\)$/\1-pgrouting/p'
}

#!/usr/bin/env bash
# A primary and a standby on this one machine, to try out what docs/OPERATIONS.md says of replicas. All of it lies in one folder: data, logs, and the
# sockets, which are the only way in. On real machines the same four steps are taken on each of them.
set -euo pipefail

usage() {
  cat >&2 <<'TEXT'
usage: build/deploy/replicas.sh start FOLDER     makes primary and standby where there are none, starts both, prints the setting for BorderMap
       build/deploy/replicas.sh status FOLDER    says which of them is what, and how far the standby is behind
       build/deploy/replicas.sh promote FOLDER   ends the primary at once, as a crash would, and lets the standby take over
       build/deploy/replicas.sh rewind FOLDER    makes the server that ended the standby of the other
       build/deploy/replicas.sh stop FOLDER      ends both
TEXT
  exit 2
}

[[ $# == 2 ]] || usage
command=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
bin=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort -V | tail -n 1)/bin
[[ -x $bin/pg_ctl ]] || bin=$(dirname "$(command -v pg_ctl)") || { echo "PostgreSQL's server is not installed" >&2; exit 1; }

# PostgreSQL refuses to be run by root: then it is run as postgres, and root may connect as that role.
as() { if [[ $EUID == 0 ]]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi; }
owner=$([[ $EUID == 0 ]] && echo postgres || id -un)
ask() { as "$bin/psql" -XAtq -h "$folder/$1" -U "$owner" -d postgres -c "$2"; }
runs() { as "$bin/pg_ctl" status -D "$folder/$1/data" >/dev/null 2>&1; }
is_primary() { [[ $(ask "$1" 'select pg_is_in_recovery()') == f ]]; }
start() { runs "$1" || as "$bin/pg_ctl" start -D "$folder/$1/data" -w -s -l "$folder/$1/log"; }
from() { echo "host=$folder/$1 user=$owner application_name=$2"; }

primary() {
  for name in one two; do if runs $name && is_primary $name; then echo $name; return; fi; done
  echo "no primary runs in $folder" >&2
  return 1
}

make_primary() {
  as "$bin/initdb" -D "$folder/one/data" -U "$owner" -E UTF8 --locale=C.UTF-8 --auth=peer >/dev/null
  cat >>"$folder/one/data/postgresql.conf" <<TEXT
listen_addresses = ''
unix_socket_directories = '$folder/one'
max_connections = 210
wal_log_hints = on
wal_keep_size = 512MB
hot_standby_feedback = on
log_min_error_statement = panic
log_error_verbosity = terse
TEXT
  printf 'here %s %s\nhere root %s\n' "$owner" "$owner" "$owner" >>"$folder/one/data/pg_ident.conf"
  printf 'local all all peer map=here\nlocal replication all peer map=here\n' >"$folder/one/data/pg_hba.conf"
  start one
  ask one 'create database bordermap'
}

is_here() { echo "unix_socket_directories = '$folder/$1'" >>"$folder/$1/data/postgresql.conf"; }

make_standby() {
  as "$bin/pg_basebackup" -d "$(from one two)" -D "$folder/two/data" -R -X stream -c fast
  is_here two
  start two
}

case $command in
  start)
    as test -x "$folder" || chmod o+x "$folder"
    for name in one two; do
      mkdir -p "$folder/$name"
      chmod 700 "$folder/$name"
      if [[ $EUID == 0 ]]; then chown postgres "$folder/$name"; fi
    done
    if [[ -e $folder/one/data ]]; then start one; else make_primary; fi
    if [[ -e $folder/two/data ]]; then start two; else make_standby; fi
    echo "BORDERMAP_DATABASE=Host=$folder/one,$folder/two;Username=$owner;Database=bordermap"
    ;;
  status)
    for name in one two; do
      if ! runs $name; then echo "$name: ended"
      elif is_primary $name; then echo "$name: primary, synchronous_standby_names='$(ask $name 'show synchronous_standby_names')'"
      else echo "$name: standby, $(ask $name 'select pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())') bytes received and not yet shown"; fi
    done
    ;;
  promote)
    old=$(primary)
    new=$([[ $old == one ]] && echo two || echo one)
    runs $new || { echo "$new does not run: there is nobody to take over" >&2; exit 1; }
    as "$bin/pg_ctl" stop -D "$folder/$old/data" -m immediate -w -s
    as "$bin/pg_ctl" promote -D "$folder/$new/data" -w -s
    echo "$new is the primary; $old can be made its standby: build/deploy/replicas.sh rewind $folder"
    ;;
  rewind)
    new=$(primary)
    old=$([[ $new == one ]] && echo two || echo one)
    if runs $old; then echo "$old runs: there is nothing to put back" >&2; exit 1; fi
    # Before its first checkpoint it still seems to be on the other's timeline, and there seems to be nothing to rewind.
    ask "$new" checkpoint
    as "$bin/pg_rewind" -D "$folder/$old/data" --source-server="$(from "$new" "$old") dbname=postgres" -R </dev/null >"$folder/$old/rewind.log" 2>&1
    is_here $old
    start $old
    ;;
  stop)
    for name in one two; do if runs $name; then as "$bin/pg_ctl" stop -D "$folder/$name/data" -m fast -w -s; fi; done
    ;;
  *) usage ;;
esac

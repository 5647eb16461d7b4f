#!/usr/bin/env bash
# The first start of the database in compose.replicas.yaml: the role that a standby streams as, and the way in for it.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$(cut -d: -f5 /run/secrets/standby-pgpass)" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role replicator replication login password :'password';
SQL
echo 'host replication replicator samenet scram-sha-256' >>"$PGDATA/pg_hba.conf"

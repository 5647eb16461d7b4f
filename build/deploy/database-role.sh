#!/usr/bin/env bash
# The first start of the database in compose.yaml: what BorderMap's own role needs, so that the program never is a superuser.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$(head -n 1 /run/secrets/pgpass | cut -d: -f5)" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create extension if not exists postgis;
create extension if not exists pg_trgm;
create role bordermap login password :'password';
create role bordermap_public nologin;
grant bordermap_public to bordermap;
create schema bordermap authorization bordermap;
SQL

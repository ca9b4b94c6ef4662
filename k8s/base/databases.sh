#!/bin/bash
# One database and one role per service: each owns its own and may connect to no other.
set -euo pipefail
for name in auth directory appointment chat ai records; do
  variable="DB_PASSWORD_${name^^}"
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$name" -v password="${!variable:?is not set}" <<'SQL'
    create role :"name" login password :'password';
    create database :"name" owner :"name";
    revoke all on database :"name" from public;
SQL
done

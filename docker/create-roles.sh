#!/bin/bash
# Runs once, when the database is made: the owner of the tables, and the role the application works as.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set owner_password="$REGULARS_OWNER_PASSWORD" --set app_password="$REGULARS_APP_PASSWORD" <<'SQL'
create role regulars_owner login password :'owner_password';
create role regulars_app login password :'app_password';
create database regulars owner regulars_owner;
SQL

#!/bin/sh
# Once, in an empty data folder: the application's role and database, and Temporal's role, which makes its databases itself.
set -eu
psql --set=ON_ERROR_STOP=1 --no-psqlrc --username=postgres --dbname=postgres <<'SQL'
\getenv laureate LAUREATE_DB_PASSWORD
\getenv temporal TEMPORAL_DB_PASSWORD
create role laureate login password :'laureate';
create database laureate owner laureate;
revoke all on database laureate from public;
create role temporal login createdb password :'temporal';
SQL

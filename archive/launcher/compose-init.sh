#!/bin/sh
# Run once by the database service, over its empty database: the two logins and their rights.
set -e

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
    --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-archive}" <<'SQL'
-- Nothing of the passwords goes into the log.
\o /dev/null
\getenv archive_password ARCHIVE_DB_PASSWORD
\getenv site_password ARCHIVE_SITE_DB_PASSWORD
SELECT set_config('launcher.archive_password', :'archive_password', false);
SELECT set_config('launcher.site_password', :'site_password', false);
\set folder `echo "${ARCHIVE_SQL:-/archive}"`
\set roles :folder /roles.sql
\set rights :folder /rights.sql
\i :roles
\i :rights
SQL

-- The two logins of the archive. Run by a superuser, as often as one likes: the launcher and the
-- compose file's database service both read this file. The passwords come as settings of the
-- session, so that they never stand in a file or a command line.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'archive') THEN
        CREATE ROLE archive LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'archive_site') THEN
        CREATE ROLE archive_site LOGIN;
    END IF;
    -- The desk's login owns the database and nothing beyond it.
    EXECUTE format(
        'ALTER ROLE archive LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L',
        current_setting('launcher.archive_password'));
    -- The site's login reads the edition. What it may read is granted by `manage.py grant_site`.
    EXECUTE format(
        'ALTER ROLE archive_site LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION '
        'NOBYPASSRLS PASSWORD %L',
        current_setting('launcher.site_password'));
END
$$;

-- Everybody may enter every other database by default, and there make temporary tables and large objects.
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;

-- Belt and braces: the rights are what protects; these make a mistake in public code loud and short.
ALTER ROLE archive_site SET default_transaction_read_only = on;
ALTER ROLE archive_site SET statement_timeout = '10s';
ALTER ROLE archive_site SET lock_timeout = '2s';
ALTER ROLE archive_site SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE archive_site SET search_path = site, edition;

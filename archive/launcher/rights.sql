-- What only a superuser can settle inside a database: run in the archive's own, and by the tests in
-- the template that their databases are copied from.
DO $$
DECLARE
    risky regprocedure;
BEGIN
    IF current_database() <> 'template1' THEN
        EXECUTE format('ALTER DATABASE %I OWNER TO archive', current_database());
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO archive, archive_site', current_database());

    -- Large objects, advisory locks and logical messages are rights that everybody has by default:
    -- with them a reader's login could write to the disk, or hold up the desk.
    FOR risky IN
        SELECT p.oid::regprocedure FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_get', 'lo_open',
                             'lo_unlink', 'lo_truncate', 'lo_truncate64', 'lo_lseek', 'lo_lseek64',
                             'lo_tell', 'lo_tell64', 'lo_close', 'loread', 'lowrite', 'lo_import',
                             'lo_export', 'pg_notify', 'pg_logical_emit_message')
               OR p.proname LIKE 'pg\_advisory%' OR p.proname LIKE 'pg\_try\_advisory%')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', risky);
        IF risky::text NOT LIKE 'lo\_import%' AND risky::text NOT LIKE 'lo\_export%' THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO archive', risky);
        END IF;
    END LOOP;
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO archive;

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['btree_gin', 'pg_trgm'] LOOP
        IF EXISTS (SELECT FROM pg_available_extensions WHERE name = wanted) THEN
            EXECUTE format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA public', wanted);
        END IF;
    END LOOP;
END
$$;

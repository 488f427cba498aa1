-- What the tests may do beyond the archive: make databases, and read as the site inside a test's own
-- transaction. Run in the tests' server only.
ALTER ROLE archive CREATEDB;
GRANT CONNECT ON DATABASE postgres TO archive; -- where Django stands while it makes a database

DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE 'GRANT archive_site TO archive WITH INHERIT FALSE, SET TRUE';
    ELSE
        GRANT archive_site TO archive;
    END IF;
END
$$;

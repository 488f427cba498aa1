"""The site's login tries everything; what it may do is exactly the list in site_rights.txt.

What no grant can take away from a login, and what it therefore may learn or do by a hole in the
public code, is written down here too: the names of tables, columns and functions, how many rows a
table roughly has (`pg_class.reltuples`) and how large it is; a change of its own password; LISTEN and
NOTIFY. The planner's statistics (`pg_stats`) show it samples of the ledger only. The view of the open
records is no security barrier (that would forbid its indexes), so somebody who can run SQL of their own
may get at a record that has closed through an error message of a cast; public code cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db import Error

from archive.edition.rights import READABLE

ALLOWED = Path(__file__).with_name("site_rights.txt")
OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg\\_t%%'"
TABLE_RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN")
COLUMN_RIGHTS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
HELD = {
    "database": "SELECT 'this', p FROM unnest(ARRAY['CONNECT', 'CREATE', 'TEMP']) p"
    " WHERE has_database_privilege(current_database(), p)",
    "schema": "SELECT n.nspname, p FROM pg_namespace n, unnest(ARRAY['USAGE', 'CREATE']) p"
    f" WHERE {OURS} AND has_schema_privilege(n.oid, p)",
    "sequence": "SELECT n.nspname || '.' || c.relname, p FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['USAGE', 'SELECT', 'UPDATE']) p"
    f" WHERE c.relkind = 'S' AND {OURS} AND has_sequence_privilege(c.oid, p)",
    # without the schema's USAGE a function cannot be named, so it cannot be called
    "function": "SELECT p.oid::regprocedure::text, 'EXECUTE' FROM pg_proc p"
    " JOIN pg_namespace n ON n.oid = p.pronamespace"
    f" WHERE {OURS} AND has_function_privilege(p.oid, 'EXECUTE') AND has_schema_privilege(n.oid, 'USAGE')",
    "role": "SELECT rolname, 'MEMBER' FROM pg_roles"
    " WHERE rolname <> current_user AND pg_has_role(oid, 'MEMBER')",
    "login": "SELECT 'itself', v.name FROM pg_roles r, LATERAL (VALUES ('SUPERUSER', rolsuper),"
    " ('CREATEDB', rolcreatedb), ('CREATEROLE', rolcreaterole), ('REPLICATION', rolreplication),"
    " ('BYPASSRLS', rolbypassrls)) AS v (name, has) WHERE rolname = current_user AND has",
    "owner": "SELECT n.nspname || '.' || c.relname, 'OWNS' FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)",
    "setting": "SELECT name, p FROM pg_settings, unnest(ARRAY['SET', 'ALTER SYSTEM']) p"
    " WHERE context IN ('superuser', 'superuser-backend', 'postmaster', 'sighup')"
    " AND has_parameter_privilege(name, p)",
    "large object": "SELECT oid::text, 'EXISTS' FROM pg_largeobject_metadata",
    "foreign server": "SELECT srvname::text, 'USAGE' FROM pg_foreign_server"
    " WHERE has_server_privilege(oid, 'USAGE')",
    "dangerous function": "SELECT p.oid::regprocedure::text, 'EXECUTE' FROM pg_proc p"
    " WHERE pronamespace = 'pg_catalog'::regnamespace AND has_function_privilege(oid, 'EXECUTE')"
    " AND (proname ~ '^(lo_|loread|lowrite|pg_(try_)?advisory|pg_read_|pg_ls_|pg_stat_file|pg_notify"
    "|pg_logical_emit|pg_switch_|pg_promote|pg_reload|pg_rotate|pg_backup|pg_log_backend|pg_stat_reset"
    "|pg_current_logfile|pg_hba|pg_show_all_file|pg_ident_)'"
    " OR proname IN ('pg_create_restore_point', 'pg_replication_origin_create'))",
}  # fmt: skip
TRIED = (
    "CREATE SCHEMA mine", "CREATE TABLE edition.mine (a int)", "CREATE TABLE public.mine (a int)",
    "CREATE TEMP TABLE mine (a int)", "CREATE VIEW edition.mine AS SELECT 1", "CREATE SEQUENCE edition.mine",
    "CREATE FUNCTION edition.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE TYPE edition.mine AS ENUM ('a')", "CREATE EXTENSION dblink", "CREATE EXTENSION file_fdw",
    "CREATE ROLE mine", "CREATE DATABASE mine", "CREATE PUBLICATION mine FOR ALL TABLES",
    "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION edition.refuse()",
    "ALTER ROLE archive PASSWORD 'mine'", "ALTER ROLE archive SET search_path = mine",
    "ALTER DATABASE postgres SET search_path = mine", "ALTER SYSTEM SET log_statement = 'all'",
    "ALTER DEFAULT PRIVILEGES FOR ROLE archive GRANT SELECT ON TABLES TO PUBLIC",
    "ALTER TABLE edition.record DISABLE TRIGGER USER", "ALTER TABLE edition.record OWNER TO archive_site",
    "ALTER TABLE edition.ledger DISABLE TRIGGER USER", "ALTER ROLE archive_site SUPERUSER",
    "GRANT archive TO archive_site", "GRANT SELECT ON edition.link TO archive_site",
    "SET ROLE archive", "SET SESSION AUTHORIZATION archive", "SET session_replication_role = replica",
    "SELECT set_config('session_replication_role', 'replica', false)",
    "COPY edition.record TO '/tmp/mine'", "COPY edition.record TO PROGRAM 'cat'",
    "COPY (SELECT 1) TO PROGRAM 'cat'", "COPY edition.record FROM PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/hostname')", "SELECT pg_ls_dir('.')", "SELECT pg_reload_conf()",
    "SELECT lo_create(0)", "SELECT lo_from_bytea(0, 'a')", "SELECT lo_import('/etc/hostname')",
    "SELECT pg_advisory_lock(1)", "SELECT pg_try_advisory_xact_lock(518769)", "SELECT pg_notify('a', 'b')",
    "SELECT edition.linked_of('0')", "SELECT edition.facets_of('0', '{}')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'archive'",
    "SELECT * FROM site.record FOR UPDATE", "SELECT * FROM edition.ledger FOR KEY SHARE",
    "SELECT document FROM edition.record",
    "DO $$ BEGIN LOCK TABLE site.record IN ROW EXCLUSIVE MODE; END $$",
    "DO $$ BEGIN LOCK TABLE edition.ledger IN SHARE MODE; END $$",
    "SELECT pg_create_physical_replication_slot('mine')", "SELECT pg_drop_replication_slot('mine')",
    "SELECT pg_create_logical_replication_slot('mine', 'pgoutput')",
    "SELECT pg_clear_relation_stats('edition', 'record')", "SELECT pg_stat_reset()",
    "REINDEX TABLE edition.record", "CHECKPOINT",
    "REFRESH MATERIALIZED VIEW edition.record", "COMMENT ON TABLE edition.record IS 'mine'",
    "SELECT rolpassword FROM pg_authid", "SELECT * FROM pg_statistic", "SELECT * FROM pg_largeobject",
    "SELECT * FROM pg_user_mapping", "SELECT * FROM pg_subscription", "SELECT * FROM pg_hba_file_rules",
    "DO $$ BEGIN EXECUTE 'SELECT 1 FROM edition.link'; END $$",
    "SELECT query_to_xml('SELECT * FROM edition.link', true, true, '')",
    "SELECT table_to_xml('edition.link', true, true, '')", "SELECT database_to_xml(true, true, '')",
    "SELECT currval(pg_get_serial_sequence('edition.link', 'id'))",
)  # fmt: skip
REFUSED = re.compile("denied|must be|Only roles|only superuser|no privileges|must have|libxml", re.IGNORECASE)


def refusal(site: Any, statement: str) -> str:
    """The database's answer to a statement it refuses; "" where it does not."""
    try:
        site.execute(statement)
    except Error as error:
        return str(error)
    return ""


def held(site: Any) -> Iterator[str]:
    """Every right the site's login has on anything that is not PostgreSQL's own."""
    for what, query in HELD.items():
        site.execute(query)
        yield from (f"{what} {name}: {right}" for name, right in site.fetchall())
    site.execute(
        "SELECT n.nspname || '.' || c.relname, p FROM pg_class c JOIN pg_namespace n"
        " ON n.oid = c.relnamespace, unnest(%s::text[]) p WHERE c.relkind IN ('r','v','m','p','f')"
        f" AND {OURS} AND has_table_privilege(c.oid, p)",
        [[right for right in TABLE_RIGHTS if right != "MAINTAIN" or version(site) >= 17]],
    )
    tables = {f"{name}: {right}" for name, right in site.fetchall()}
    yield from (f"table {each}" for each in tables)
    site.execute(
        "SELECT n.nspname || '.' || c.relname, a.attname, p FROM pg_class c JOIN pg_namespace n"
        " ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
        f", unnest(%s::text[]) p WHERE c.relkind IN ('r','v','m','p','f') AND {OURS}"
        " AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, p)",
        [list(COLUMN_RIGHTS)],
    )
    for table, column, right in site.fetchall():
        if f"{table}: {right}" not in tables:
            yield f"column {table}.{column}: {right}"


def version(site: Any) -> int:
    site.execute("SELECT current_setting('server_version_num')::int / 10000")
    return site.fetchone()[0]


def test_the_sites_login_holds_exactly_the_rights_on_the_list(site: Any):
    listed = {line for line in ALLOWED.read_text().splitlines() if line and not line.startswith("#")}
    found = set(held(site))
    assert not found - listed, (
        "The site's login may do more than tests/safety/site_rights.txt allows: "
        f"{sorted(found - listed)}. Take it away in archive/edition/rights.py, or say why on the list."
    )
    assert not listed - found, (
        f"The site's login may no longer do {sorted(listed - found)}: run grant_site, or shorten the list."
    )


def test_every_table_and_column_outside_the_edition_is_denied(
    site: Any, desk_sql: Any, figure: Callable[[str, str], None]
):
    desk_sql.execute(
        "SELECT n.nspname, c.relname, c.relkind, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c"
        " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid"
        f" WHERE c.relkind IN ('r','v','m','p','f','S') AND {OURS} AND a.attnum > 0 AND NOT a.attisdropped"
        " GROUP BY 1, 2, 3"
    )
    open_to_it, tried, surprises = set(), 0, []
    for schema, table, kind, columns in desk_sql.fetchall():
        name = f'"{schema}"."{table}"'
        for statement in attempts(name, kind, columns):
            tried += 1
            if not refusal(site, statement):
                surprises.append(statement)
                open_to_it.add(f"{schema}.{table}")
    allowed = {
        f'SELECT "{column}" FROM "{schema}"."{table}" LIMIT 1'
        for schema, table in READABLE
        for column in columns_of(desk_sql, schema, table)
    } | {f'SELECT count(*) FROM "{schema}"."{table}"' for schema, table in READABLE}
    assert set(surprises) <= allowed, sorted(set(surprises) - allowed)
    figure("rights", f"{tried} statements on tables, columns and sequences tried; {len(surprises)} allowed, "
           f"all of them reads of {', '.join(sorted(open_to_it))}")  # fmt: skip


def columns_of(desk_sql: Any, schema: str, table: str) -> list[str]:
    desk_sql.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = %s AND table_name = %s",
        [schema, table],
    )
    return [name for (name,) in desk_sql.fetchall()]


def attempts(name: str, kind: str, columns: list[str]) -> Iterator[str]:
    """What to try on one table or sequence."""
    if kind == "S":
        yield from (
            f"SELECT last_value FROM {name}",
            f"SELECT nextval('{name}')",
            f"SELECT setval('{name}', 9)",
        )
        return
    yield f"SELECT count(*) FROM {name}"
    for column in columns:
        yield f'SELECT "{column}" FROM {name} LIMIT 1'
        yield f'UPDATE {name} SET "{column}" = NULL WHERE false'
        yield f'INSERT INTO {name} ("{column}") SELECT NULL WHERE false'
    yield f"DELETE FROM {name} WHERE false"
    yield f"TRUNCATE {name}"
    yield f"CREATE TRIGGER mine BEFORE INSERT ON {name} EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    yield f"CREATE RULE mine AS ON INSERT TO {name} DO NOTHING"
    yield f"ALTER TABLE {name} ADD COLUMN mine int"
    yield f"DROP TABLE {name}"
    yield f"DO $$ BEGIN LOCK TABLE {name} IN ACCESS EXCLUSIVE MODE; END $$"
    yield f"COPY {name} FROM STDIN"


def test_nothing_else_it_tries_succeeds(site: Any, figure: Callable[[str, str], None]):
    answers = {statement: refusal(site, statement) for statement in TRIED}
    done = [statement for statement, answer in answers.items() if not answer]
    assert done == [], f"the site's login could do: {done}"
    elsewhere = [(each, answer) for each, answer in answers.items() if not REFUSED.search(answer)]
    assert elsewhere == [], f"refused, but not for want of a right, so nothing is shown by it: {elsewhere}"
    figure("rights, beyond tables", f"{len(TRIED)} statements tried, 0 allowed")


def test_the_view_of_the_open_records_has_the_tables_columns(desk_sql: Any):
    table = columns_of(desk_sql, "edition", "record")
    assert sorted(columns_of(desk_sql, "site", "record")) == sorted(table), (
        "A column is public once the view says so: make the view anew in a migration."
    )


def test_the_planners_statistics_show_only_the_ledger(site: Any):
    site.execute(
        "SELECT DISTINCT schemaname || '.' || tablename FROM pg_stats WHERE schemaname !~ '^pg_|^info'"
    )
    assert {name for (name,) in site.fetchall()} <= {"edition.ledger"}


def test_what_others_ask_the_database_is_hidden_from_it(site: Any, desk_sql: Any):
    desk_sql.execute("SELECT 'whisper'")
    site.execute("SELECT query FROM pg_stat_activity WHERE usename <> current_user")
    assert not [query for (query,) in site.fetchall() if query and "whisper" in query]

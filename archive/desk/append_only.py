"""Tables whose rows the database neither changes nor forgets."""

from __future__ import annotations

import pgtrigger


def only_grows(*, may_go: pgtrigger.Q | None = None) -> list[pgtrigger.Trigger]:
    """The triggers of such a table; rows of which `may_go` holds can be deleted: samples."""
    stay = ~may_go if may_go else None
    return [
        pgtrigger.Protect(name="stands_as_written", operation=pgtrigger.Update),
        pgtrigger.Protect(name="is_never_deleted", operation=pgtrigger.Delete, condition=stay),
        pgtrigger.Trigger(
            name="is_never_emptied",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="RAISE EXCEPTION 'these rows are only added to';",
        ),
    ]

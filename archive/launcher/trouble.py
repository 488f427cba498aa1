"""What stops a start, in one sentence that says what to do."""

import errno


class Trouble(Exception):
    """A start that cannot go on; its text is all that the person at the keyboard sees."""


def of_the_disk(error: OSError) -> Trouble:
    """The sentence for a folder or disk that does not let us write."""
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(f"The disk is full{where}: free some space and start again.")
    if error.errno == errno.EROFS:
        return Trouble(f"The disk is read-only{where}: set ARCHIVE_VAR to a folder that can be written.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return Trouble(
            f"This account may not write here{where}: start as the owner of the folder, "
            "or set ARCHIVE_VAR to a folder of your own."
        )
    return Trouble(f"The system said: {error.strerror or error}{where}.")

"""The same browsers as at the desk."""

from tests.desk.conftest import _static_files_need_not_be_collected, ada, ben

__all__ = ["_static_files_need_not_be_collected", "ada", "ben"]

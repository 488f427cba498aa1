"""The desk's admin site: Django's own, under our name and our style sheet."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class DeskSite(admin.AdminSite):
    """Plain Django admin at /desk/."""

    site_title = _("Desk")
    index_title = _("What would you like to do?")
    enable_nav_sidebar = True

    @property
    def site_header(self) -> str:  # type: ignore[override]
        return settings.ARCHIVE_NAME

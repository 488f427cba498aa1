from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.module_loading import autodiscover_modules


class DeskConfig(AppConfig):
    name = "archive.desk"
    verbose_name = "Review"

    def ready(self) -> None:
        autodiscover_modules("renderings", "checks")


class DeskAdminConfig(AdminConfig):
    default_site = "archive.desk.site.DeskSite"

from django.apps import AppConfig


class EditionConfig(AppConfig):
    name = "archive.edition"
    verbose_name = "Edition"

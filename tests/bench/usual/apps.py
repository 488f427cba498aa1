from django.apps import AppConfig


class UsualConfig(AppConfig):
    name = "tests.bench.usual"

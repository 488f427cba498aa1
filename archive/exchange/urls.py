"""The addresses of feeds and dumps: each stands beside the list that it carries."""

from django.urls import URLPattern, path, register_converter

import archive.edition.in_paths  # noqa: F401 - <language:…>, <plural:…>
from archive.exchange.dumps import Dump
from archive.exchange.feeds import Feed
from archive.exchange.formats import DumpInPath, FeedInPath

register_converter(FeedInPath, "feed")
register_converter(DumpInPath, "dump")

urlpatterns: list[URLPattern] = [
    path("<language:language>/feed.<feed:form>", Feed.as_view(), name="feed"),
    path("<language:language>/<plural:plural>/feed.<feed:form>", Feed.as_view(), name="feed-of"),
    path("dump.<dump:form>", Dump.as_view(), name="dump"),
    path("<plural:plural>/dump.<dump:form>", Dump.as_view(), name="dump-of"),
]

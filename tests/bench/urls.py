"""The archive's own addresses, and those of the contenders."""

from django.urls import path

from archive.urls import urlpatterns as archive_urls
from tests.bench import bare
from tests.bench.usual.views import Statements

urlpatterns = [
    path("bare/statements/", bare.first_page),
    path("bare/filtered/", bare.filtered),
    path("bare/statements/<str:identifier>/", bare.detail),
    path("usual/statements/", Statements.as_view({"get": "list"})),
    path("usual/statements/<str:identifier>/", Statements.as_view({"get": "retrieve"})),
    *archive_urls,
]

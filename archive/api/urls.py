"""The addresses below /api/."""

from django.urls import URLPattern, path, re_path

from archive.api.docs import DocsPage
from archive.api.files import SchemaFile
from archive.api.passages import PassageDetail, PassageList, PassagesOf
from archive.api.search import Search
from archive.api.views import Nothing, RecordDetail, RecordList, Root
from archive.edition.shapes import SHAPES

lists = [
    path(f"v1/{shape.plural}/", RecordList.as_view(shape=shape), name=f"api-{shape.plural}")
    for shape in SHAPES.values()
]
records = [
    path(
        f"v1/{shape.plural}/<str:identifier>/",
        RecordDetail.as_view(shape=shape, plural=shape.plural),
        name=f"api-{shape.kind}",
    )
    for shape in SHAPES.values()
]
urlpatterns: list[URLPattern] = [
    path("v1/", Root.as_view(), name="api"),
    *lists,
    *records,
    path("v1/passages/", PassageList.as_view(), name="api-passages"),
    path("v1/passages/<str:identifier>/", PassageDetail.as_view(), name="api-passage"),
    path("v1/testimonies/<str:identifier>/passages/", PassagesOf.as_view(), name="api-passages-of"),
    path("v1/search/", Search.as_view(), name="api-search"),
    path("v1/schema/", SchemaFile.as_view(), name="api-schema"),
    path("v1/docs/", DocsPage.as_view(), name="api-docs"),
    re_path("", Nothing.as_view()),
]

"""The addresses of the pages. The language stands first in all of them."""

from django.urls import path

import archive.edition.in_paths  # noqa: F401 - <language:…>, <plural:…>, <tag:…>
from archive.pages.captions import captions, passage, passage_in_best_language
from archive.pages.connections.view import connections
from archive.pages.details import detail, in_best_language
from archive.pages.figures import figures
from archive.pages.files import public_file
from archive.pages.home import about, home, root
from archive.pages.lists import listing
from archive.pages.map.view import map_page
from archive.pages.search import search
from archive.pages.suggest import suggest
from archive.pages.timeline.view import timeline

urlpatterns = [
    path("", root, name="root"),
    path("<language:language>/", home, name="home"),
    path("<language:language>/about/", about, name="about"),
    path("<language:language>/search/", search, name="search"),
    path("<language:language>/search/suggest", suggest, name="suggest"),
    path("<language:language>/map/", map_page, name="map"),
    path("<language:language>/figures/", figures, name="figures"),
    path("<language:language>/timeline/", timeline, name="timeline"),
    path("<language:language>/passages/<str:identifier>", passage, name="passage"),
    path("<language:language>/testimonies/<str:identifier>/captions.<tag:tag>.vtt", captions),
    path("<language:language>/<plural:plural>/", listing, name="list"),
    path(
        "<language:language>/<plural:plural>/<str:identifier>/connections/", connections, name="connections"
    ),
    path("<language:language>/<plural:plural>/<str:identifier>", detail, name="detail"),
    path("<language:language>/<plural:plural>/<str:identifier>/", detail),
    path("<language:language>/<plural:plural>/<str:identifier>/<path:words>", detail),
    path("files/<str:name>", public_file, name="file"),
    path("passages/<str:identifier>", passage_in_best_language),
    path("<plural:plural>/<str:identifier>", in_best_language, name="permanent"),
]

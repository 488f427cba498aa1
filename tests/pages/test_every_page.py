import re

import pytest
from django.conf import settings
from django.test import Client

from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from tests.pages.recordings import heard, portrayed

pytestmark = pytest.mark.django_db
MODULE = re.compile(r'<script(?: type="module")? src="/static/js/[a-z]+\.js"(?: defer)?></script>')


def addresses() -> list[str]:
    """Every page of the small world, below its language."""
    records = [record.path for record in Record.public.all()]
    lists = [f"{shape.plural}/" for shape in SHAPES.values()]
    authorities = Record.public.of_kind("person", "organisation")
    connected = [f"{SHAPES[each.kind].plural}/{each.pk}/connections/" for each in authorities]
    return [
        "",
        "about/",
        "search/",
        "search/?q=graves",
        "map/",
        "figures/",
        "timeline/",
        "timeline/?in=2025",
        *lists,
        *records,
        *connected,
    ]


@pytest.fixture
def whole_world(world, told) -> None:
    """All that the small world tells, with a recording and a portrait."""
    heard(world, told)
    portrayed(world, told.brother)


def test_every_page_opens_in_every_language_within_three_queries(
    whole_world, client: Client, django_assert_max_num_queries
):
    for language, _name in settings.LANGUAGES:
        for path in addresses():
            with django_assert_max_num_queries(3, using="public"):
                answer = client.get(f"/{language}/{path}")
            assert answer.status_code == 200, path
            assert f'<html lang="{language}"' in answer.content.decode()


def test_no_page_sets_a_cookie_or_needs_more_than_this_server(whole_world, client: Client):
    for path in addresses():
        answer = client.get(f"/en/{path}")
        page = answer.content.decode()
        assert not answer.cookies, path
        assert "Cookie" not in answer.get("Vary", "")
        assert "style=" not in page
        scripts = re.findall(r"<script[^>]*>.*?</script>", page, re.DOTALL)
        assert all(MODULE.fullmatch(each) for each in scripts), path
        assert len(scripts) == len(set(scripts)) <= 3, path  # calendar, recording, suggestions
        assert "<style" not in page
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', page)
        own = (
            "/static/",
            "/files/",
            "/en/",
            "http://127.0.0.1:8000/",
            "https://archive.example/",
        )
        assert all(address.startswith(own) for address in loaded), path


def test_a_cookie_that_somebody_sends_changes_nothing(world, client: Client):
    plain = client.get("/en/").content
    client.cookies["desk"] = "somebodysession"
    assert client.get("/en/").content == plain

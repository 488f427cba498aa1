import re

import pytest

from archive.edition.shapes import SHAPES
from tests.api.conftest import Ask

pytestmark = pytest.mark.django_db


def test_the_documentation_shows_every_kind_and_every_link_on_it_leads_somewhere(ask: Ask, settings):
    page = ask("docs/").content.decode()
    for shape in SHAPES.values():
        assert f'id="{shape.plural}"' in page
    assert 'id="passages"' in page
    links = set(re.findall(rf'href="{settings.ARCHIVE_URL}(/api/[^"]*)"', page))
    assert len(links) > 80
    for link in links:
        assert ask(link.replace("&amp;", "&")).status_code == 200, link


def test_the_documentation_needs_no_script_no_cookie_and_nobody_else(ask: Ask):
    answer = ask("docs/")
    page = answer.content.decode()
    assert "<script" not in page
    assert " style=" not in page
    assert re.findall(r'(?:src|<link[^>]*href)="https?:', page) == []
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies

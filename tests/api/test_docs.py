import re

import pytest
from django.conf import settings

from archive.edition.shapes import SHAPES
from tests.api.conftest import Ask, ids
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def test_the_documentation_shows_every_kind_and_every_link_on_it_leads_somewhere(ask: Ask):
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


def test_every_address_that_the_manual_asks_with_curl_answers(told: Told, ask: Ask):
    """docs/api.md, with the identifiers that its own examples would find."""
    account, brother, prisoners = (each.identifier for each in (told.account, told.brother, told.prisoners))
    known = {"TESTIMONY": account, "VICTIM": brother, "GROUP": prisoners}
    known["PASSAGE"] = ids(ask("passages/", {"testimony": account}))[0]
    manual = (settings.BASE_DIR / "docs" / "api.md").read_text(encoding="utf-8")
    asked = re.findall(r'curl -sL? "\$API/([^"]*)"', manual)
    assert len(asked) > 15
    for address in asked:
        filled = re.sub(r"\$([A-Z]+)", lambda found: known[found[1]], address)
        answer = ask(f"/api/v1/{filled}")
        if answer.status_code == 308:
            answer = ask(answer.headers["Location"])
        assert answer.status_code == 200, address

"""What testimonies bring of their own: passages, captions, files, and what may go out in one way only."""

from __future__ import annotations

import pytest

from archive.core.identifiers import new_identifier
from archive.edition.models import Record
from testimonies.models import Derivative, Passage, Testimony
from tests.safety.canary.conftest import ALL
from tests.safety.hiding import Hidden
from tests.safety.routes import with_query
from tests.safety.sweeping import Sweep

pytestmark = pytest.mark.xdist_group("canary")  # one process builds the archive and walks through it
RANGES = ("bytes=0-", "bytes=5-9", "bytes=-7", "bytes=0-3,9-12", "bytes=99999999-")
MINE = {"language": "fa", "warning": "torture", "turn": "answer", "limit": "1", "count": "1", "after": "x"}


def every_testimony() -> list[str]:
    return list(Testimony.objects.values_list("identifier", flat=True).order_by("pk"))


def test_passages_of_every_testimony_public_or_not(hidden: Hidden, sweep: Sweep):
    for identifier in every_testimony():
        address = with_query("/api/v1/passages/", testimony=identifier)
        sweep.ask(address)
        sweep.ask(f"/api/v1/testimonies/{identifier}/passages/")
        for name, value in MINE.items():
            sweep.ask(f"{address}&{name}={value}")
    for identifier in Passage.objects.values_list("identifier", flat=True):
        sweep.ask(f"/api/v1/passages/{identifier}/")
        sweep.ask(f"/en/passages/{identifier}")
        sweep.ask(f"/passages/{identifier}")
    assert sweep.hits == []


def test_a_hidden_passage_is_answered_like_one_that_never_was(hidden: Hidden, sweep: Sweep):
    public = {
        each["id"] for record in Record.public.of_kind("testimony") for each in record.facts["passages"]
    }
    told = [
        f"{address}: {identifier}"
        for identifier in Passage.objects.exclude(identifier__in=public).values_list("identifier", flat=True)
        for address in ("/api/v1/passages/{}/", "/en/passages/{}")
        if sweep.tells_apart(address.format, identifier, new_identifier())
    ]
    assert public
    assert told == []
    assert sweep.hits == []


def test_captions_in_every_language_of_every_testimony(hidden: Hidden, sweep: Sweep):
    recordings = [*Derivative.objects.values_list("media__identifier", "media__testimony__identifier")]
    for recording, of in recordings:
        for identifier in every_testimony() if ALL else filter(None, [of]):
            for tag in ("en", "fa", "fr"):
                address = f"/en/testimonies/{identifier}/captions.{tag}.vtt"
                sweep.ask(address)
                sweep.ask(with_query(address, recording=recording))
    assert sweep.statuses[200]
    assert sweep.hits == []


def test_every_file_of_both_vaults_whole_and_in_part(hidden: Hidden, sweep: Sweep):
    names = [*hidden.files["public"], *hidden.files["hidden"]]
    assert hidden.files["public"]
    assert hidden.files["hidden"]
    for name in names:
        answers = [sweep.ask(f"/files/{name}"), sweep.ask(f"/files/{name}", "HEAD")]
        answers += [sweep.ask(f"/files/{name}", HTTP_RANGE=each) for each in RANGES]
        answers.append(sweep.ask(f"/files/{name}", HTTP_IF_NONE_MATCH="*"))
        public = name in hidden.files["public"]
        assert all((each.status_code == 404) != public for each in answers), name
    for digest in Derivative.objects.values_list("sha256", flat=True):
        sweep.ask(f"/files/{digest}")
    assert sweep.hits == []


def test_a_hidden_file_is_answered_like_one_that_never_was(hidden: Hidden, sweep: Sweep):
    nothing = "f" * 32 + ".mp3"
    told = [each for each in hidden.files["hidden"] if sweep.tells_apart("/files/{}".format, each, nothing)]
    assert told == []


def test_what_was_agreed_to_for_one_way_is_found_there(hidden: Hidden, sweep: Sweep):
    """And, by every other test here, nowhere else."""
    words = {each for each in hidden.canaries.ways if each.startswith(hidden.canaries.beginning)}
    found = {hidden.canaries.places[each] for each in sweep.found_in_its_way}
    assert {hidden.canaries.ways[each] for each in words} == {"api", "pages"}
    missing = {hidden.canaries.places[each] for each in words} - found  # a page shows one language of several
    missing -= {"agreed for the pages testimonies.Media.alternative"}  # of pictures; this one is a recording
    assert not missing, f"the sweep looked past: {missing}"

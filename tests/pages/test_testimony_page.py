import pytest
from django.test import Client

from archive.desk import review
from archive.desk.changes import change
from archive.edition.models import Record
from archive.edition.vocabulary import ContentWarning
from archive.pages.kinds.testimony import shown_as
from archive.pages.shown.passages import clock, pieces
from archive.pages.shown.warnings import MEANINGS, warned
from tests.pages.reader import Page, Reader
from tests.pages.recordings import heard
from tests.witnesses import Told, agrees, withhold

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(told: Told, reader: Reader) -> Page:
    """The account's page."""
    return reader.reads(told.account)


def shown(told: Told, reader: Reader, show: str) -> Page:
    return reader.opens(Record.objects.get(pk=told.account.identifier).path, show=show)


def test_warnings_stand_before_everything_else_in_words_and_with_what_they_mean(page):
    (care,) = page.all("section.care")
    assert "Torture It tells how people were tortured." in care
    assert "Killing It tells how people were killed." in care
    assert page.source.index('section class="care"') < page.source.index("Told by")
    assert page.source.index('section class="care"') < page.source.index('class="passages')
    ways = {Page.of(each): each.get("href") for each in page.elements("section.care")[0].iter("a")}
    assert ways == {"Read on": "#testimony", "Leave": "/en/"}
    assert page.tree.get_element_by_id("testimony") is not None


def test_every_warning_has_a_meaning():
    assert set(MEANINGS) == set(ContentWarning)
    assert [each.code for each in warned(["killing", "torture"])] == ["torture", "killing"]


def test_a_passage_with_a_warning_is_closed_and_can_be_skipped(page):
    (closed,) = page.elements("details.closed")
    assert closed.get("open") is None
    assert "They beat my brother" in Page.of(closed)
    warning = closed.getprevious()
    assert Page.of(warning) == "Content warning: Torture Skip to the next passage"
    passages = [each.get("id") for each in page.elements("li.passage")]
    assert next(warning.iter("a")).get("href") == f"#{passages[3]}"


def test_the_way_out_is_what_a_keyboard_reaches_first_and_asks_nothing_before(page):
    first = page.tree.xpath("//a | //button | //input | //summary")[0]
    assert Page.of(first) == "Leave quickly"
    assert first.get("href") == "https://www.wikipedia.org/"
    assert "noreferrer" in first.get("rel")
    assert "history will still show" in page
    assert not page.tree.xpath("//link[contains(@rel, 'preconnect') or contains(@rel, 'dns-prefetch')]")
    assert page.tree.xpath("//meta[@http-equiv='x-dns-prefetch-control'][@content='off']")


def test_its_description_begins_with_the_warnings(page):
    (description,) = page.tree.xpath("//meta[@name='description']/@content")
    assert description.startswith("Content warning: Torture, Killing.")


def test_it_says_who_when_and_how_it_was_agreed(page):
    facts = page.all("dl.facts")[0]
    assert "Told by Witness K. not the real name" in facts
    assert "Given May 2025" in facts
    assert "with the consent of the witness, under another name" in facts
    assert "Research, on request · Courts and investigations · Press and broadcasting" in facts


def test_a_witness_without_a_name_is_called_so(told, world, reader):
    with change(told.account, by=world.ada) as account:
        agrees(account, "web", name_use="witness")
    page = reader.reads(told.account)
    facts = page.all("dl.facts")[0]
    assert "A witness who is not named here" in facts
    assert "with the consent of the witness, without a name" in facts
    assert set(page.all("span.passage-who")) == {"Question", "Witness"}
    assert "Any other use has to be agreed with the witness." in page


def test_questions_and_answers_are_told_apart_in_words(page):
    assert page.all("span.passage-who") == ["Question", "Witness K.", "Witness K."]
    assert len(page.elements("li.passage-question")) == 1


def test_withheld_places_are_marked_with_the_reason_and_not_with_their_length(page, told, world, reader):
    marks = page.all("span.withheld") + page.all("p.withheld")
    assert marks == [
        "[withheld: It could endanger a place]",
        "Something that was said here is withheld: It could identify somebody else.",
    ]
    before = page.source
    with change(told.account, by=world.ada) as account:
        passage = account.passages.get(position=1)
        passage.withholdings.all().delete()
        withhold(passage, "lived in Mill Street", "در خیابان آسیاب زندگی")
    after = reader.reads(told.account)
    assert after.all("span.withheld") == page.all("span.withheld")
    assert "Mill" not in before + after.source


def test_a_changed_name_says_so(page):
    assert "Officer B. (name changed)" in page
    assert "Parnak" not in page.source


def test_a_name_is_said_to_be_changed_aloud_once_and_afterwards_to_those_who_cannot_see():
    def name(text: str, mark: str) -> dict[str, str]:
        return {"kind": "pseudonym", "text": text, "because": "", "mark": mark}

    words = {"kind": "words", "text": " and ", "because": "", "mark": ""}
    found = pieces([name("B.", "1"), words, name("B.", "1"), words, name("C.", "2"), name("", "3")])
    assert [each.first for each in found] == [True, False, False, False, True, False]
    assert found[-1].why == "It is being checked"


def test_the_languages_to_read_are_chosen_by_the_address(told, reader):
    assert Reader("en").reads(told.account).all("div.passage-text") != []
    original = shown(told, reader, "original")
    persian = shown(told, reader, "fa")
    both = shown(told, reader, "both")
    found = [("At night." in each, "شب بود" in each) for each in (original, persian, both)]
    assert found == [(True, False), (False, True), (True, True)]
    texts = [(p.get("lang"), p.get("dir")) for p in both.tree.xpath("//div[@class='passage-text']/p[@lang]")]
    assert texts[:2] == [("en", "ltr"), ("fa", "rtl")]
    (current,) = both.tree.xpath("//nav[@class='shown-as']//a[@aria-current]")
    assert Page.of(current) == "English and Persian"
    assert "Persian · Translated by a person: N. Vahl" in both


def test_without_a_choice_a_reader_is_shown_what_can_be_read(told):
    assert Reader("fa").reads(told.account).elements("ol.passages-2")
    assert Reader("en").reads(told.account).elements("ol.passages-1")
    assert shown_as("nonsense", "fa", []).languages == ("fa",)
    assert shown_as("", "fa", ["en", "fr"]).languages == ("fa", "en")
    assert shown_as("both-fr", "fa", ["en", "fr"]).languages == ("fa", "fr")


def test_a_gap_in_a_translation_is_said(told, world, reader):
    with change(told.account, by=world.ada) as account:
        account.passages.get(position=0).translations.all().delete()
    page = shown(told, reader, "fa")
    assert "When did they come?" in page
    assert page.all("p.translation-by").count("This passage has no translation here.") == 1


def test_every_passage_has_an_address_and_can_be_cited(told, settings):
    settings.ARCHIVE_URL = "https://archive.example"
    record = Record.objects.get(pk=told.account.identifier)
    shown = Reader().reads(told.account)
    passage = record.facts["passages"][1]["id"]
    place = shown.tree.get_element_by_id(f"p-{passage}")
    assert place.xpath(f".//a[@href='#p-{passage}']")
    (cite,) = [Page.of(each) for each in place.xpath(".//p[@class='citation']")]
    assert cite.startswith("Witness K.: testimony “They came at night” May 2025 Passage " + passage)
    assert f"https://archive.example/en/testimonies/{record.pk}#p-{passage}" in cite
    assert record.digest in cite


def test_it_leads_to_whom_and_what_it_speaks_of(page, told, world):
    links = page.attributes("a", "href")
    for record in (told.brother, told.prisoners, world.hearing, world.graves, told.drawn):
        assert any(record.identifier in href for href in links), record


def test_the_recording_waits_to_be_started_and_has_captions(told, world, reader):
    media = heard(world, told)
    page = reader.reads(told.account)
    (player,) = page.elements("audio")
    assert (player.get("preload"), player.get("autoplay")) == ("none", None)
    assert next(player.iter("source")).get("src") == "/files/heardheardheard.wav"
    tracks = [(each.get("srclang"), each.get("src")) for each in player.iter("track")]
    base = f"/en/testimonies/{told.account.identifier}/captions"
    assert tracks == [("en", f"{base}.en.vtt"), ("fa", f"{base}.fa.vtt")]
    assert page.all("a.passage-time") == ["At 0:00", "At 0:04", "At 0:12"]
    assert page.elements("li.passage")[1].get("data-recording") == media.identifier
    assert page.elements("li.passage")[1].get("data-start") == "4000"
    assert "The recording holds everything that the warnings above name" in page
    (citation, *_rest) = page.elements("li.passage")[1].xpath(".//p[@class='citation']")
    assert "at 0:04 of the recording" in Page.of(citation)


def test_times_are_written_as_readers_write_them():
    assert [clock(ms) for ms in (0, 12_500, 65_000, 3_725_000)] == ["0:00", "0:12", "1:05", "1:02:05"]


def test_lists_show_warnings_before_anybody_opens_a_testimony(told, world, reader):
    page = reader.opens("testimonies/")
    assert page.all("p.row-warnings") == ["Content warning: Torture, Killing"]
    for path in ("", "search/?q=night", Record.objects.get(pk=world.hearing.identifier).path):
        assert "Content warning: Torture, Killing" in Page(reader.client.get(f"/en/{path}")), path
    assert "They beat" not in page


def test_testimonies_are_chosen_and_left_out_by_warning_language_and_event(told, world, reader):
    def titles(**asked: str) -> list[str]:
        return reader.opens("testimonies/", **asked).all("p.row-title")

    assert sorted(titles()) == ["The yard", "They came at night"]
    assert titles(warning="torture") == ["They came at night"]
    assert titles(without="torture") == ["The yard"]
    assert titles(without="any") == ["The yard"]
    assert len(titles(without="suicide")) == 2
    assert titles(event=world.hearing.identifier) == ["They came at night"]
    assert len(titles(language="fa")) == 2
    assert len(titles(warning="nonsense", without="\0")) == 2
    chosen = reader.opens("testimonies/").tree.xpath("//a[contains(@href, 'event=')]/@href")
    assert chosen == [f"/en/testimonies/?event={world.hearing.identifier}"]


def test_what_is_withdrawn_is_gone_and_only_that_is_said(told, world, client: Client):
    path = f"/en/{Record.objects.get(pk=told.account.identifier).path}"
    review.withdraw(told.account, by=world.ada, why="She asked.")
    answer = client.get(path)
    said = Page(answer).text.lower()
    assert answer.status_code == 410
    assert "has been withdrawn" in said
    for word in ("night", "witness k", "torture", "killing", "testimony was"):
        assert word not in said


def test_what_is_embargoed_or_not_agreed_is_as_unknown_as_what_never_was(told, client: Client):
    for hidden in (told.embargoed, told.untold):
        assert client.get(f"/en/testimonies/{hidden.identifier}").status_code == 404


def test_the_page_costs_three_queries_however_long_it_is(told, client: Client, django_assert_max_num_queries):
    path = f"/en/{Record.objects.get(pk=told.account.identifier).path}"
    with django_assert_max_num_queries(3, using="public"):
        assert client.get(path).status_code == 200
    assert "passages" not in Record.objects.get(pk=told.account.identifier).document

import pytest
from django.test import Client
from django.urls import reverse

from archive.desk.models import Deed, Difference
from archive.desk.review import Refused
from archive.edition.models import Record
from events.actions import new_version
from events.models import ClaimAnchor, Source, StatementAnchor
from tests.universe import ARTICLE, Universe

pytestmark = pytest.mark.django_db


def take_in(world: Universe, text: str):
    return new_version(
        world.article,
        text=text,
        blocks=[],
        original=text.encode(),
        by=world.ada,
        why="The paper corrected it.",
    )


def test_what_is_still_found_is_anchored_in_the_new_version_too(world: Universe):
    newer = take_in(world, "Corrected.\n\n" + ARTICLE.replace("sixty", "ninety"))
    assert (newer.carried, newer.lost) == (2, 1)
    again = StatementAnchor.objects.get(statement=world.quote, source=newer.source)
    assert newer.source.text[again.start : again.end] == world.quote.text


def test_what_is_not_found_any_more_stays_where_it_was_and_is_flagged(world: Universe):
    newer = take_in(world, ARTICLE.replace("sixty", "ninety"))
    lost = ClaimAnchor.objects.get(claim=world.other_figure)
    assert (lost.source, lost.lost_in) == (world.article, newer.source)


def test_words_that_stand_twice_in_the_same_surroundings_are_flagged_not_guessed(world: Universe):
    newer = take_in(world, f"{ARTICLE}\n\n{ARTICLE}")
    assert newer.lost
    assert newer.carried + newer.lost == 3


def test_a_new_version_takes_nothing_from_the_public_and_adds_nothing_unapproved(world: Universe):
    before = Record.public.get(pk=world.quote.identifier)
    take_in(world, "Corrected.\n\n" + ARTICLE)
    after = Record.public.get(pk=world.quote.identifier)
    assert (before.document, before.linked) == (after.document, after.linked)
    assert Difference.objects.filter(pk=world.quote.identifier).exists()


def test_the_version_before_stays_and_the_audit_says_why(world: Universe):
    newer = take_in(world, "Corrected.").source
    world.article.refresh_from_db()
    assert world.article.text == ARTICLE
    assert newer.previous == world.article
    assert newer.rights == world.article.rights
    assert Deed.objects.get(act="version").why == "The paper corrected it."


def test_the_same_text_is_no_new_version(world: Universe):
    with pytest.raises(Refused, match="same"):
        take_in(world, ARTICLE)
    assert Source.objects.count() == 1


def test_a_version_has_one_next_version(world: Universe):
    take_in(world, "Corrected.")
    with pytest.raises(Refused, match="newer"):
        take_in(world, "Corrected otherwise.")


def test_lost_words_wait_on_the_first_page_and_lead_to_their_records(ada: Client, world: Universe):
    take_in(world, ARTICLE.replace("sixty", "ninety"))
    at = reverse("admin:events_claim_changelist") + "?places=lost"
    assert at in ada.get(reverse("admin:index")).content.decode()
    assert [each.pk for each in ada.get(at).context["cl"].result_list] == [world.other_figure.pk]

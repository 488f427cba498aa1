"""Finding words in French, in Arabic and in texts of two languages: forms, accents, articles, marks."""

import pytest

from archive.core.identifiers import new_identifier
from archive.edition.actions import publish
from archive.edition.models import Record
from archive.edition.rendering import Rendering
from archive.edition.search.finding import find
from archive.edition.search.query import Asked

pytestmark = pytest.mark.django_db

NOTES = {
    "fr": "Les prisonnières de l’hôpital furent arrêtées ; l’évêque d’Éloyan écrivit cœur et garçon.",
    "ar": "اعتُقِلَ المُعَلِّمون في المدرسةِ القديمة، وكتبت إلى الوزارة رسالةٌ عن الإفراج.",
    "en": "The guards spoke of la liberté and of حرية at the gate.",
}


@pytest.fixture
def noted() -> str:
    identifier = new_identifier()
    document = {
        "id": identifier, "sample": False, "labels": {"en": "Karsava"}, "alternative_labels": {},
        "scope_note": NOTES,
    }  # fmt: skip
    publish(Rendering("topic", document))
    return identifier


def finds(words: str, *, exact: bool = False) -> bool:
    records = Record.on_pages.values_list("id", "kind")
    return bool(find(Asked.of(words, exact=exact), records, output="web", size=20).rows)


@pytest.mark.parametrize(
    "words",
    [
        "prisonnière", "prisonnier", "arrêtée", "arrêter", "hopital", "HÔPITAL", "l'hôpital", "eveque",
        "l’évêque", "d'Eloyan", "coeur", "cœur", "garcon", "“prisonnières de l’hôpital”",
        "“prisonnieres de l'hopital”",
    ],
)  # fmt: skip
def test_french_is_found_in_other_forms_without_accents_and_with_articles(noted, words):
    assert finds(words)


@pytest.mark.parametrize(
    "words",
    [
        "اعتقل", "المعلمون", "معلمون", "المعلمين", "مدرسة", "المدرسه", "للمدرسة", "القديمة", "والوزارة",
        "وزارة", "رســالة", "الافراج", "إفراج", "“في المدرسة القديمة”",
    ],
)  # fmt: skip
def test_arabic_is_found_with_and_without_marks_articles_and_lengthening(noted, words):
    assert finds(words)


@pytest.mark.parametrize("words", ["liberté guards", "حرية gate", "الحرية guards", "liberte المدرسة évêque"])
def test_one_question_may_be_of_several_languages(noted, words):
    assert finds(words)


@pytest.mark.parametrize("words", ["prison-zzz", "hôpitaux zzz", "محكمة", "évêché guards محكمة"])
def test_what_does_not_stand_there_is_not_found(noted, words):
    assert not finds(words)


def test_exactly_as_written_takes_no_other_form(noted):
    assert finds("prisonnières", exact=True)
    assert not finds("prisonnier", exact=True)
    assert finds("المعلمون", exact=True)
    assert not finds("معلمين", exact=True)

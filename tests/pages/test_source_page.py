import pytest

from archive.core.spans import Span
from archive.edition.models import Record
from archive.pages.shown.marks import Mark, stretches

pytestmark = pytest.mark.django_db


def test_everything_that_stands_in_it_is_marked_and_numbered(lanterns, reader):
    page = reader.reads(lanterns.text)
    assert len(page.elements("li.found-one")) == 8
    assert page.all("a.note-number") == ["1", "2", "3", "4", "5", "6", "7", "8"]
    names = page.attributes("span", "id")
    assert f"at-{lanterns.brother.identifier}" in names
    assert len(names) == len(set(names))


def test_a_claim_inside_a_statement_is_marked_as_both(lanterns, reader):
    page = reader.reads(lanterns.text)
    both = [words for words, kinds in zip(page.all("mark"), page.attributes("mark", "class"), strict=True)
            if kinds == "of-claim of-statement"]  # fmt: skip
    assert both == ["graves at four hundred"]


def test_the_text_stands_there_word_for_word(lanterns, reader):
    page = reader.reads(lanterns.text)
    for number in page.elements("sup"):
        number.drop_tree()
    assert " ".join(page.all("div.reading")).split() == lanterns.text.text.split()


def test_a_source_of_which_only_excerpts_may_be_shown_has_no_text_here(world, reader):
    page = reader.reads(world.article)
    assert "Short excerpts around a quotation may be shown" in page
    assert not page.elements("div.reading")
    assert "We counted four hundred graves" in page
    assert "spoke of" not in page


def test_a_place_that_the_text_does_not_have_any_more_is_not_marked(lanterns, reader):
    record = Record.objects.get(pk=lanterns.brother.identifier)
    Record.objects.filter(pk=record.pk).update(linked=record.linked.replace('"start": ', '"start": 1'))
    page = reader.reads(lanterns.text)
    assert lanterns.brother.text not in page.all("mark")
    assert len(page.elements("li.found-one")) == 8


def mark(start: int, end: int, kind: str = "statement") -> Mark:
    return Mark(Span(start, end), f"at-{start}", start, kind)


def test_marks_that_cross_are_cut_at_every_edge():
    cut = stretches("abcdefgh", Span(0, 8), [mark(1, 5), mark(3, 7, "claim")])
    assert [(each.words, each.kinds) for each in cut] == [
        ("a", ""),
        ("bc", "of-statement"),
        ("de", "of-claim of-statement"),
        ("fg", "of-claim"),
        ("h", ""),
    ]
    assert [len(each.begins) for each in cut] == [0, 1, 1, 0, 0]
    assert [len(each.ends) for each in cut] == [0, 0, 1, 1, 0]


def test_a_mark_over_two_paragraphs_begins_once_and_ends_once():
    long = mark(2, 6)
    first, second = stretches("abcdefgh", Span(0, 4), [long]), stretches("abcdefgh", Span(4, 8), [long])
    assert sum(len(each.begins) for each in first + second) == 1
    assert sum(len(each.ends) for each in first + second) == 1

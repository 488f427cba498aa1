import pytest

from archive.desk.changes import change
from archive.edition.models import Record
from archive.pages import lists
from events.models import Claim
from testimonies.models import ClaimSubject, Victim, VictimGroup
from tests.pages.reader import Page, Reader
from tests.pages.recordings import portrayed
from tests.universe import Universe

pytestmark = pytest.mark.django_db


def claimed(world: Universe, about: dict, name: str, value: str, who: str, **facts: object) -> Claim:
    """A public claim about a victim or a group."""
    made = Claim.objects.create(
        property=name, about={"en": name}, value=value, asserter_as_stated=who, **facts
    )
    ClaimSubject.objects.create(claim=made, **about)
    world.publish(made)
    return made


def named(world: Universe, english: str, persian: str, year: int = 1988) -> Victim:
    """A public victim."""
    made = Victim.objects.create(years=[year])
    for language, text in (("en", english), ("fa", persian)):
        made.names.create(text=text, language=language, preferred=True)
    world.publish(made)
    return made


def offered(page: Page, facet: str) -> list[str]:
    """The choices of one facet with their counts."""
    return [Page.of(each) for each in page.tree.xpath(f"//section[h2/@id='facet-{facet}']//li")]


def names(page: Page) -> list[str]:
    return page.all("p.remembered-name")


def test_a_victim_is_named_in_every_script(told, reader):
    page = reader.reads(told.brother)
    assert page.all("h1") == ["Omid Selan"]
    assert "امید سلان" in page.all("ul.names")[0]
    assert Reader("fa").reads(told.brother).all("h1") == ["امید سلان"]


def test_what_sources_say_stands_by_property_with_who_says_so(told, world, reader):
    claimed(world, {"victim": told.brother}, "death", "of an illness", "the prison office")
    claimed(world, {"victim": told.brother}, "age", "nineteen", "his sister", low=19, high=19,
            preferred=True, preferred_because={"en": "The school says the same."})  # fmt: skip
    page = reader.reads(told.brother)
    death = next(each for each in page.all("section.compared") if each.startswith("Death"))
    assert "These do not say the same." in death
    assert "of an illness according to the prison office" in death
    assert "beaten in the yard according to Witness K. in the testimony They came at night" in death
    assert "Preferred by the curators. The school says the same." in page
    assert "The archive does not say which is so." in page


def test_relations_are_told_from_both_sides(told, world, reader):
    with change(told.brother, by=world.ada) as brother:
        brother.relations.create(other=named(world, "Mira Selan", "میرا سلان"), relation="parent")
    world.publish(told.brother)
    assert reader.reads(told.brother).all("li.present") == [
        "Tara Selan Brother or sister",
        "Mira Selan Parent",
    ]
    assert reader.reads(told.sister).all("li.present") == ["Omid Selan Brother or sister"]
    mother = Victim.objects.get(names__text="Mira Selan")
    assert reader.reads(mother).all("li.present") == ["Omid Selan Child"]


def test_a_victims_page_leads_to_testimonies_events_groups_and_years(told, world, reader):
    page = reader.reads(told.brother)
    links = page.attributes("a", "href")
    for record in (told.account, world.hearing, told.prisoners, world.amaly):
        assert any(record.identifier in href for href in links), record
    assert "/en/victims/?year=1987" in links
    assert "Content warning: Torture, Killing" in page


def test_a_portrait_has_words_for_those_who_cannot_see_it_and_its_credit(told, world, reader):
    portrayed(world, told.brother)
    page = reader.reads(told.brother)
    (image,) = page.elements("img")
    assert (image.get("src"), image.get("alt")) == ("/files/facefaceface.png", "A young man at a window")
    assert "Picture: The family" in page


def test_where_nothing_is_claimed_the_page_says_what_there_is_instead(told, reader):
    assert "No claim about this is published yet." in reader.reads(told.sister)


def test_a_group_shows_figures_that_disagree_and_the_names_that_are_known(told, world, reader):
    group = {"group": told.prisoners}
    claimed(world, group, "killed", "forty", "a guard", low=40, high=40)
    claimed(world, group, "killed", "more than two hundred", "the families", low=200)
    page = reader.reads(told.prisoners)
    (compared,) = page.all("section.compared")
    assert "These do not say the same." in compared
    assert "forty according to a guard" in compared
    assert names(page) == ["Omid Selan"]
    assert "They came at night" in page


def test_claims_say_whom_they_are_about_and_lead_to_the_testimony(told, world, reader):
    other = claimed(world, {"victim": told.brother}, "death", "of an illness", "the prison office")
    page = reader.reads(told.drawn)
    assert "About Omid Selan" in page.all("dl.facts")[0]
    assert "They came at night" in page
    assert any(other.identifier in href for href in page.attributes("a", "href"))
    group = claimed(world, {"group": told.prisoners}, "killed", "forty", "a guard", low=40, high=40)
    assert "About The prisoners of Port Amaly" in reader.reads(group).all("dl.facts")[0]


def test_the_memorial_list_is_narrowed_by_name_year_place_and_group(told, world, reader):
    assert names(reader.opens("victims/")) == ["Omid Selan", "Tara Selan"]
    found = reader.opens("victims/", q="تارا")
    assert found.all("p.row-title") == ["Tara Selan"]
    assert found.all("mark") == ["تارا"]
    assert names(reader.opens("victims/", year="1987")) == ["Omid Selan"]
    assert names(reader.opens("victims/", place=world.amaly.identifier)) == ["Omid Selan", "Tara Selan"]
    assert names(reader.opens("victims/", victim_group=told.prisoners.identifier)) == ["Omid Selan"]
    assert len(names(reader.opens("victims/", year="'--"))) == 2
    empty = reader.opens("victims/", year="1500")
    assert "Nothing here holds all of that." in empty
    assert "Year 1500 remove" in empty.all("ul.chosen")[0]


def test_the_years_and_places_to_choose_are_those_of_some_victim(told, world, reader):
    page = reader.opens("victims/")
    assert offered(page, "year") == ["1987 1", "1988 1"]
    assert offered(page, "place") == ["Port Amaly 2"]
    assert offered(Reader("fa").opens("victims/"), "year") == ["۱۹۸۷ ۱", "۱۹۸۸ ۱"]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ["Aram", "Golnar", "Hamid", "Parviz", "Cyrus", "Vahid", "Ziba"]),
        ("fa", ["آرام", "پرویز", "چالان", "زیبا", "گلنار", "وحید", "همید"]),
        ("ar", ["آرام", "پرویز", "چالان", "زیبا", "گلنار", "همید", "وحید"]),
    ],
)
def test_names_follow_the_readers_own_alphabet(world, language, order):
    for english, persian in (
        ("Vahid", "وحید"), ("Golnar", "گلنار"), ("Parviz", "پرویز"), ("Ziba", "زیبا"), ("Cyrus", "چالان"),
        ("Hamid", "همید"), ("Aram", "آرام"),
    ):  # fmt: skip
        victim = named(world, english, persian)
        if language == "ar":
            with change(victim, by=world.ada) as changed:
                changed.names.create(text=persian, language="ar", preferred=True)
            world.publish(victim)
    found = names(Reader(language).opens("victims/"))
    assert found == (sorted(order) if language == "en" else order)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_pages_of_the_memorial_list_lead_on_and_back(
    world, language, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(lists, "NAMES_ON_A_PAGE", 2)
    for english, persian in (("A", "پ"), ("B", "گ"), ("C", "ا"), ("D", "چ"), ("E", "ی")):
        named(world, english, persian)
    reader = Reader(language)
    page, seen = reader.opens("victims/"), []
    while True:
        seen.append(names(page))
        onward = page.tree.xpath("//a[@rel='next']/@href")
        if not onward:
            break
        with django_assert_max_num_queries(3, using="public"):
            page = Page(reader.client.get(onward[0]))
    assert [name for each in seen for name in each] == (
        list("ABCDE") if language == "en" else ["ا", "پ", "چ", "گ", "ی"]
    )
    back = Page(reader.client.get(page.tree.xpath("//a[@rel='prev']/@href")[0]))
    assert names(back) == seen[-2]


def test_events_places_and_topics_lead_to_whom_it_was_done(told, world, reader):
    for record in (world.hearing, world.amaly):
        assert names(reader.reads(record)) == ["Omid Selan", "Tara Selan"]
    assert "They came at night" in reader.reads(world.graves)
    assert "The prisoners of Port Amaly" in reader.reads(world.hearing)


def test_the_first_page_and_the_search_know_testimonies_and_names(told, reader):
    home = reader.opens()
    assert {"Testimonies", "In memory"} <= set(home.all("h2"))
    found = reader.opens("search/", q="selan")
    assert {"Omid Selan", "Tara Selan"} <= set(found.all("p.row-title"))


def test_a_part_of_a_group_is_listed_with_the_whole(told, world, reader):
    women = VictimGroup.objects.create(names={"en": "The women of the north wing"}, part_of=told.prisoners)
    world.publish(women)
    assert "The women of the north wing" in reader.reads(told.prisoners)
    assert "Part of The prisoners of Port Amaly" in reader.reads(women)
    assert Record.objects.get(pk=women.identifier).path.startswith("victim-groups/")

"""The event an article tells of: where, when and by whom it was held."""

import pytest

from tests.ingest.test_engine import Found


def event(text):
    found = Found(text)
    fields = found.of("event")[0].fields
    return fields | {"hosts": [found.name(key) for key in fields["hosts"]]}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("TARN, May 4 (Agency) – Thousands marched for the missing.", "TARN"),
        ("(Tarn, 4 May 2019) – The League held a meeting.", "Tarn"),
        ("A conference on the killings in Varsan was held on Thursday at the Palais in Geneva.", "Geneva"),
        ("A meeting was held at the Town Hall of the 5th district of Tarn on Monday.", "Tarn"),
        ("Saturday, July 16, 2022: Thousands rallied in Tarn two days after the verdict.", "Tarn"),
        ("The faces of the dead were shown. The Varsanian embassy protested in Varsan.", ""),
    ],
)
def test_the_city(text, city):
    assert [found.fields["city"] for found in Found(text).of("event")][:1] in ([city], [])
    assert city == "" or event(text)["city"] == city


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The town held a session on Tuesday, amid the marking of the killings of July 1994.", "on Tuesday"),
        ("Some four hundred gathered at the harbour on Sunday morning.", "on Sunday morning"),
        ("TARN, May 4 (Agency) – The League held a meeting in the capital.", "May 4"),
    ],
)
def test_the_date(text, date):
    assert event(text)["date_stated"] == date


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "A conference was held on Thursday in Tarn by the Open Registers Network and the Women’s Forum.",
            ["Open Registers Network", "Women’s Forum"],
        ),
        (
            "A meeting in Tarn was hosted by the Mayors for Varsan Committee and the French Jurists’ Circle.",
            ["Mayors for Varsan Committee", "French Jurists’ Circle"],
        ),
        ("The League of Archivists held a conference in Tarn.", ["League of Archivists"]),
        (
            "At the meeting spoke Ana Brandt of the Mayors’ Committee for Isqara, co-host of the event.",
            ["Mayors’ Committee for Isqara"],
        ),
    ],
)
def test_the_hosts(text, hosts):
    assert event(text)["hosts"] == hosts


def test_figures_said_in_passing_are_no_claims():
    found = Found("Two brothers brought three tents. At least 40 prisoners died, and six prisoners escaped.")
    assert [each.fields["value_stated"] for each in found.of("claim")] == ["At least 40", "six"]


def test_demands_in_a_row_are_each_their_own():
    found = Found(
        "The experts demanded that the ministry open its files, and that the Council name a judge. "
        "Ana Brandt called on parliament to ratify the treaty and on the ministry to publish it."
    )
    assert [each.fields["act"] for each in found.of("demand")] == [
        "open its files",
        "name a judge",
        "ratify the treaty",
        "publish it",
    ]

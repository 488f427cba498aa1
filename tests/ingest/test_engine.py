"""What the engine proposes: whose words, who was there, what is claimed and asked."""

import pytest

from archive.ingest.engine import propose
from archive.ingest.reading import read_text


class Found:
    """The proposals of a text, to be asked by kind."""

    def __init__(self, text):
        self.reading = read_text(text)
        self.all = propose(self.reading)
        self.by_key = {each.key: each for each in self.all}

    def of(self, kind):
        return [each for each in self.all if each.kind == kind]

    def words(self, proposed):
        return " … ".join(span.of(self.reading.text) for span in proposed.spans)

    def name(self, key):
        fields = self.by_key[key].fields if key else {}
        return fields.get("name") or fields.get("words") or ""

    def said(self, kind="quotation"):
        return [
            (self.name(each.fields["speaker"]), self.words(each))
            for each in self.of("statement")
            if each.fields["statement_kind"] == kind
        ]


@pytest.mark.parametrize(
    "text",
    [
        "“We want the truth,” said Mira Tolen.",
        "“We want the truth,” Mira Tolen said.",
        "Mira Tolen said: “We want the truth.”",
        "Mira Tolen told reporters, “We want the truth.”",
        '"We want the truth," said Mira Tolen, a lawyer.',
        "«We want the truth», Mira Tolen added.",
        "„We want the truth“, said Mira Tolen.",
        "‘We want the truth,’ said Mira Tolen.",
        "”We want the truth“, said Mira Tolen.",
        "According to Mira Tolen, “We want the truth.”",
        "We want the truth,” said Mira Tolen.",
        "Mira Tolen said: “We want the truth.",
        "“We want the truth, said Mira Tolen.",
        "Mira Tolen spoke next. “We want the truth.”",
        "Mira Tolen thanked the city. She said: “We want the truth.”",
    ],
)
def test_a_quotation_finds_its_words_and_its_speaker(text):
    (speaker, words), *more = Found(text).said()
    assert speaker == "Mira Tolen"
    assert words.rstrip(".") == "We want the truth"
    assert not more


def test_an_attribution_in_the_middle_parts_one_statement_in_two_spans():
    found = Found("“I counted them,” Mira Tolen said, “until I had no fingers left.”")
    assert found.said() == [("Mira Tolen", "I counted them … until I had no fingers left.")]


def test_a_quotation_over_paragraphs_is_one_statement():
    found = Found("Mira Tolen rose. “The law is clear.\n\n“It has been clear since the war,” she said.")
    assert found.said() == [("Mira Tolen", "The law is clear. … It has been clear since the war")]


def test_a_quotation_that_runs_over_a_heading_leaves_the_heading_out():
    found = Found(
        "“The law has been clear to all of us since the end of the war in the valley.\n\nA heading here\n\n"
        "It will be clear tomorrow,” said Mira Tolen."
    )
    assert found.said() == [
        (
            "Mira Tolen",
            "The law has been clear to all of us since the end of the war in the valley."
            " … It will be clear tomorrow",
        )
    ]


def test_two_missing_marks_are_not_taken_for_one_long_quotation():
    found = Found(
        "Mira Tolen noted the envoy, Ana Brandt, said in her report, “Nobody was asked.\n\n"
        "The town has changed since.\n\nNobody will forget this,” said Tolen."
    )
    assert found.said("reading") == [("Ana Brandt", "Nobody was asked.")]
    assert found.said() == [("Mira Tolen", "Nobody will forget this")]
    mended = [each.fields["mended"] for each in found.of("statement") if each.fields["mended"]]
    assert mended == ["closing mark missing", "opening mark missing"]


def test_a_quotation_within_a_quotation_has_its_own_speaker():
    found = Found("“A guard told her: ‘Count yourself lucky,’ and she counted,” said Mira Tolen.")
    outer, inner = found.of("statement")
    assert found.name(inner.fields["speaker"]) == "A guard"
    assert inner.fields["within"] == outer.key


@pytest.mark.parametrize(
    "text",
    [
        "The state put them on its “terrorist” list and the town said nothing of it.",
        "The exhibition “Faces of the Valley” opened in Tarn on Monday.",
        "They carried banners reading “No more lies in this country” through the town.",
        "Her book, “The Long Road to the Sea”, was read by many.",
        "The “pacification”, as the generals called it, lasted a year.",
    ],
)
def test_names_slogans_and_scare_quotes_are_no_statements(text):
    assert Found(text).said() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mira Tolen noted that the files had been burned.", "the files had been burned"),
        ("The files had been burned by the army, Mira Tolen said.", "The files had been burned by the army"),
        ("According to Mira Tolen, the files had been burned.", "the files had been burned"),
        ("Mira Tolen urged the council to open the files.", "the council to open the files"),
        ("Mira Tolen called for an inquiry into the fire.", "an inquiry into the fire"),
    ],
)
def test_reported_speech_is_a_paraphrase(text, words):
    assert Found(text).said("paraphrase") == [("Mira Tolen", words)]


def test_a_list_of_speakers_in_either_order_of_office_and_name():
    found = Found(
        "Speakers included former Foreign Minister Bernard Alder; former Secretary of State for Health "
        "and Human Rights, Rama Yorke; former Prime Minister of Vardania Sid Ahmed Gazal; Ingrid Bell; "
        "and other human rights activists."
    )
    people = {p.fields["name"] or p.fields["words"]: p.fields for p in found.of("person")}
    assert people["Bernard Alder"]["role"] == "former Foreign Minister"
    assert people["Rama Yorke"]["role"] == "former Secretary of State for Health and Human Rights"
    assert people["Sid Ahmed Gazal"]["role"] == "former Prime Minister of Vardania"
    assert people["Ingrid Bell"]["at_event"]
    assert people["other human rights activists"]["unnamed"]


def test_an_interview_gives_its_answers():
    found = Found(
        "Interview with Mira Tolen\n\nMira Tolen has defended families for twenty years in this town.\n\n"
        "Q: Are you afraid?\n\nA: No. I was once.\n\nQ: And now?\n\nA: Now I am tired."
    )
    assert found.said() == [("Mira Tolen", "No. I was once."), ("Mira Tolen", "Now I am tired.")]


def test_the_event_keeps_its_date_as_stated_and_its_hosts():
    found = Found(
        "On November 28, Mira Tolen, president of the National Council of Vardania (NCV), spoke at a "
        "conference in Tarn hosted by the Committee for Human Rights in Vardania (CHRV) and the Union of "
        "Mayors of Karsava. She joined via video conference. There was also an exhibition."
    )
    event, part = found.of("event")
    assert event.fields["date_stated"] == "On November 28"
    assert event.fields["date_edtf"] == "XXXX-11-28"
    assert event.fields["city"] == "Tarn"
    hosts = [found.name(key) for key in event.fields["hosts"]]
    assert hosts == ["Committee for Human Rights in Vardania", "Union of Mayors of Karsava"]
    assert part.fields["part_of"] == event.key
    (tolen,) = found.of("person")
    assert tolen.fields["role"] == "president of the National Council of Vardania (NCV)"
    assert tolen.fields["mode"] == "video"


def test_claims_keep_their_words_and_who_asserts_them():
    found = Found(
        "The massacre took 30,000 political prisoners. Mira Tolen said that more than 200 women wept."
    )
    claims = [(c.fields["value_stated"], c.fields["counts"]) for c in found.of("claim")]
    assert claims == [("30,000", "political prisoners"), ("more than 200", "women")]
    first, second = found.of("claim")
    assert first.fields["asserted_by"] == ""
    assert found.name(second.fields["asserted_by"]) == "Mira Tolen"
    assert (second.fields["value_low"], second.fields["value_high"]) == (200, None)


def test_demands_name_who_is_asked_and_for_what():
    found = Found(
        "Mira Tolen called on the government of Vardania to open the files without delay, and on the "
        "Security Council to set up an inquiry. “The Council must act before the winter,” she said."
    )
    demands = [(d.fields["addressee_words"], d.fields["act"]) for d in found.of("demand")]
    assert demands == [
        ("the government of Vardania", "open the files without delay"),
        ("the Security Council", "set up an inquiry"),
        ("The Council", "act before the winter"),
    ]
    assert {found.name(d.fields["made_by"]) for d in found.of("demand")} == {"Mira Tolen"}


def test_broken_hashtags_are_topics():
    found = Found("They spoke of #Arab Spring and #Justice.\n\n#TruthNow # Vardania")
    labels = [t.fields["label"] for t in found.of("topic") if t.fields["source"] == "hashtag"]
    assert labels == ["Arab Spring", "Justice", "Truth Now", "Vardania"]


def test_somebody_described_first_and_named_later_is_one_person():
    found = Found(
        "GENEVA – The camps must close, a UN expert warned today.\n\n“Enough is enough,” said Mira Tolen, "
        "the UN Special Rapporteur on camps. “They must close now,” the expert added."
    )
    assert {found.name(s.fields["speaker"]) for s in found.of("statement")} == {"Mira Tolen"}

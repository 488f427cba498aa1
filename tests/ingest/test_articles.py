"""Labels of the articles stand in their texts, and the troubles of real reports are covered."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2] / "archive" / "ingest" / "articles"
LABELS = sorted(path for path in HERE.rglob("*.json") if path.parent.name != "second")  # its form is its own
SECOND = sorted((HERE / "second").glob("*.json"))
INLINE = {"a", "abbr", "b", "cite", "em", "i", "q", "small", "span", "strong"}
KINDS = {"conference", "hearing", "exhibition", "protest", "panel", "ceremony", "trial", "other"}
MODES = {"in person", "video", "telephone", "written", "unknown"}

# Each must occur in at least this many of the English articles outside the hold-out set.
TROUBLES = dict.fromkeys(
    [
        "angled-marks",
        "apostrophes",
        "attribution-previous-sentence",
        "british-single-marks",
        "broken-hashtags",
        "cited-documents",
        "colon-quote",
        "curly-marks",
        "date-full",
        "date-range",
        "date-weekday-only",
        "date-without-year",
        "demand-addressee",
        "figures-contradicting",
        "figures-range",
        "figures-spelled",
        "figures-vague",
        "hard-wrapped",
        "hashtags",
        "headings",
        "late-introduction",
        "line-per-paragraph",
        "long-title",
        "low-marks",
        "name-particles",
        "page-furniture",
        "quote-in-quote",
        "quote-never-closed",
        "quote-never-opened",
        "quote-over-paragraphs-bare",
        "quote-over-paragraphs-reopened",
        "reading",
        "reported-speech",
        "said-after",
        "said-before",
        "said-middle",
        "same-surname",
        "scare-quotes",
        "speaker-by-pronoun",
        "speaker-by-surname",
        "speaker-by-title",
        "speaker-list",
        "straight-marks",
        "title-in-quotes",
        "unnamed",
        "video-or-phone",
    ],
    2,
) | {"mixed-marks": 1, "interview": 1}


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style")
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def read(label):
    plain, page = label.with_suffix(".txt"), label.with_suffix(".html")
    if plain.exists():
        return plain.read_text(encoding="utf-8")
    words = Words()
    words.feed(page.read_text(encoding="utf-8"))
    return "".join(words.parts)


def collapse(text):
    return " ".join(text.split())


def squeeze(text):
    return re.sub(r"[\s#_\-\u200c]+", "", text.casefold())


def exact_pieces(labels):
    """Words that must stand in the text to the letter."""
    for statement in labels["statements"]:
        for piece in re.split(r" … | ¶ ", statement["text"]):
            yield statement["kind"], piece
    for demand in labels["demands"]:
        yield "demand", demand["act"]
    for person in labels["people"]:
        yield "person", person["name"]


def loose_pieces(labels):
    """Words that must stand in the text, in whatever case."""
    yield "date", labels["event"]["date"]
    yield "city", labels["event"]["city"]
    for host in labels["event"]["hosts"]:
        yield "host", host
    for person in labels["people"]:
        yield "role", person["role"]
    for words in labels["unnamed"]:
        yield "unnamed", words
    for words in labels["documents"]:
        yield "document", words
    for statement in labels["statements"]:
        yield "speaker", statement["speaker"]
        yield "reader", statement.get("read_by", "")
    for claim in labels["claims"]:
        for key in ("value", "counts", "asserted_by"):
            yield f"claim {key}", claim[key]
    for demand in labels["demands"]:
        for key in ("addressee", "made_by"):
            yield f"demand {key}", demand[key]


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_labels_stand_in_their_article(label):
    labels, text = json.loads(label.read_text(encoding="utf-8")), collapse(read(label))
    folded, squeezed = text.casefold(), squeeze(text)
    missing = [piece for piece in exact_pieces(labels) if not piece[1] or piece[1] not in text]
    missing += [piece for piece in loose_pieces(labels) if piece[1].casefold() not in folded]
    missing += [("topic", t) for t in labels["topics"] if not t or squeeze(t) not in squeezed]
    assert not missing


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_labels_have_the_agreed_form(label):
    labels = json.loads(label.read_text(encoding="utf-8"))
    assert set(labels) == {
        "language", "event", "people", "unnamed", "statements", "claims", "demands", "topics",
        "documents", "troubles",
    }  # fmt: skip
    assert set(labels["event"]) == {"date", "city", "hosts", "kind"}
    assert labels["event"]["kind"] in KINDS
    for person in labels["people"]:
        assert set(person) == {"name", "role", "mode", "at_event"}
        assert person["mode"] in MODES
    for statement in labels["statements"]:
        wanted = {"kind", "speaker", "text"}
        if statement["kind"] == "reading":
            wanted.add("read_by")
        assert set(statement) == wanted
        assert statement["kind"] in {"quotation", "paraphrase", "reading"}
    for claim in labels["claims"]:
        assert set(claim) == {"value", "counts", "asserted_by"}
    for demand in labels["demands"]:
        assert set(demand) == {"addressee", "act", "made_by"}
    assert labels["troubles"] == sorted(set(labels["troubles"]))
    assert set(labels["troubles"]) <= set(TROUBLES)
    length = len(read(label).split())
    assert (250 if labels["language"] == "en" else 200) <= length <= 700


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_visible_troubles_are_visible(label):
    troubles = set(json.loads(label.read_text(encoding="utf-8"))["troubles"])
    text = read(label)
    for trouble, sign in {
        "straight-marks": r'"',
        "curly-marks": r"[“”]",
        "british-single-marks": r"(^|\s)[‘']\w",
        "angled-marks": r"[«»]",
        "low-marks": r"„",
        "hashtags": r"#\w",
        "broken-hashtags": r"# \w|#[\s.,]|\w#\w|#\w+['@-]",
        "apostrophes": r"\w['’]",
    }.items():
        if trouble in troubles:
            assert re.search(sign, text), trouble
    if "hard-wrapped" in troubles:
        lines = text.splitlines()
        assert max(map(len, lines)) <= 80
        assert sum(len(line) >= 60 for line in lines) > 15
    if "line-per-paragraph" in troubles:
        assert "\n\n" not in text


@pytest.mark.parametrize("label", SECOND, ids=lambda path: path.stem)
def test_words_of_the_second_pass_stand_in_their_article(label):
    labels, text = json.loads(label.read_text(encoding="utf-8")), collapse(read(label))
    said = [*exact_pieces(labels), *(("optional", words) for words in labels.get("optional", []))]
    assert not [piece for piece in said if not piece[1] or piece[1] not in text]


def test_every_article_has_labels_and_every_label_an_article():
    texts = {path.with_suffix("") for path in HERE.rglob("*") if path.suffix in (".txt", ".html")}
    assert texts == {path.with_suffix("") for path in [*LABELS, *SECOND]}


def test_every_trouble_is_covered():
    seen = Counter()
    for label in HERE.glob("*.json"):
        labels = json.loads(label.read_text(encoding="utf-8"))
        if labels["language"] == "en":
            seen.update(labels["troubles"])
    thin = {name: seen[name] for name, least in TROUBLES.items() if seen[name] < least}
    assert not thin

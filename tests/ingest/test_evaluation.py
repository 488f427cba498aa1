"""The evaluation counts what is found, missed and made up."""

import json
from pathlib import Path

from archive.ingest.evaluation import Article, articles_in, scores_of
from archive.ingest.likeness import overlap, same_claim, same_document, same_label, same_name
from archive.ingest.scores import total

TEXT = "“We want the truth,” said Mira Tolen.\n\n“Nobody came,” said Ana Brandt in Tarn."
LABELS = {
    "language": "en",
    "event": {"date": "", "city": "Tarn", "hosts": [], "kind": "other"},
    "people": [{"name": "Mira Tolen", "role": "", "mode": "unknown", "at_event": True}],
    "statements": [
        {"kind": "quotation", "speaker": "Mira Tolen", "text": "We want the truth"},
        {"kind": "quotation", "speaker": "Mira Tolen", "text": "Something that nobody said"},
    ],
    "claims": [],
    "demands": [],
    "topics": [],
    "documents": [],
}


def test_right_missed_and_wrong_are_counted_apart():
    scores = scores_of(Article("example", TEXT.encode(), LABELS))
    quotations = scores["quotations"]
    assert quotations.right == 1
    assert quotations.missed == ["Something that nobody said"]
    assert quotations.false == ["Nobody came"]
    assert (quotations.precision, quotations.recall) == (0.5, 0.5)
    assert scores["people"].false == ["Ana Brandt"]
    assert scores["place"].right == 1
    assert scores["claims"].precision is None


def test_articles_are_added_up():
    one = scores_of(Article("example", TEXT.encode(), LABELS))
    assert total([one, one])["quotations"].right == 2


def test_a_label_file_without_its_text_is_left_out(tmp_path: Path):
    (tmp_path / "real.labels").write_text(json.dumps(LABELS | {"source": "report.txt"}))
    assert list(articles_in(tmp_path, real=tmp_path / "missing")) == []
    (tmp_path / "report.txt").write_text(TEXT)
    assert [article.name for article in articles_in(tmp_path, real=tmp_path)] == ["real"]


def test_likeness_of_wordings():
    assert overlap("We want the truth.", "we want the truth") == 1
    assert overlap("", "words") == 0
    assert same_name("Tolen", "Mira Tolen")
    assert not same_name("Mira", "Mira Tolen")
    assert same_label("ArabSpring", "Arab Spring")
    assert same_claim(("more than 200", "women"), ("200", "women"))
    assert same_document("her report", "report")

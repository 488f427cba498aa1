"""The reading of an article: its words kept, the page around it dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.ingest.reading import Unreadable, read, read_text

WRAPPED = """\
PORT AMALY, March 14 (Meridian Wire) - A former prison guard told a
court on Thursday that trucks had left Fort Dremmen on nine nights in
1987, loaded with inmates who were never seen again by their fam-
ilies.

Nothing else was said.
"""
PAGE = """\
<html><head><title>Site</title></head><body><nav>Home | About us</nav>
<article><h1>Council hears families</h1><p>By Jo Doe</p>
<p>The council met on Monday in Tarn and heard from <q>mothers</q> who lost their sons in the war.</p>
<h2>More pressure</h2><p>Share this</p>
<p>She urged the government to open the files, and the meeting ended after hours of debate.</p>
<ul><li>Open the files of the ministry</li></ul>
<p>#OpenTheFiles #Tarn</p></article><footer>© 2020 Site</footer></body></html>
"""


def blocks(reading, kind):
    return [reading.text[block.start : block.end] for block in reading.blocks if block.kind == kind]


def test_hard_line_breaks_inside_a_paragraph_are_joined_and_hyphens_kept():
    reading = read_text(WRAPPED)
    assert len(reading.blocks) == 2
    assert "told a court on Thursday" in reading.text
    assert "fam-ilies" in reading.text


def test_each_line_is_a_paragraph_where_lines_are_long():
    reading = read_text(("A long sentence that goes on and on. " * 8 + "\n") * 3)
    assert len(blocks(reading, "paragraph")) == 3


def test_headings_title_and_bylines_are_told_from_paragraphs():
    long = "The council met on Monday in Tarn and heard from mothers who had lost their sons."
    reading = read_text(f"Council hears families\n\nBy Jo Doe\n\n{long}\n\nMore pressure\n\n{long}")
    assert reading.title == "Council hears families"
    assert blocks(reading, "byline") == ["By Jo Doe"]
    assert blocks(reading, "heading") == ["More pressure"]


def test_page_furniture_is_dropped_and_shown():
    reading = read_text("The council met on Monday.\n\nShare this\n\nRead more: The king\n\nIt ended late.")
    assert reading.text == "The council met on Monday.\n\nIt ended late."
    assert reading.dropped == ("Share this", "Read more: The king")


def test_prose_that_begins_like_furniture_stays():
    words = "Related families from the village of Tarn told the court what they had seen that night in May."
    assert words in read_text(f"{words}\n\nThe court rose.").text


def test_a_web_page_gives_its_article_alone():
    reading = read(PAGE.encode())
    assert reading.title == "Council hears families"
    assert "Home" not in reading.text
    assert "© 2020" not in reading.text
    assert blocks(reading, "heading") == ["More pressure"]
    assert "“mothers”" in reading.text
    assert reading.hashtags == ("#OpenTheFiles", "#Tarn")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_old_encodings_are_read(encoding):
    text = "“We want the truth,” said Zoé Tolén in the café. " * 4
    assert read(text.encode(encoding)).text == text.strip()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the law was on her side and that it would stay.", "en"),
        ("La ministre a dit que les lois sont dans le livre et que cela est pour tous.", "fr"),
        ("وزیر گفت که این قانون برای همه است و باید اجرا شود.", "fa"),
        ("قال الوزير إن هذا القانون في مصلحة الجميع وعلى الدولة أن تطبقه.", "ar"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text, language):
    assert read_text(text).language == language


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "Paste the article"),
        (b"  \n ", "Paste the article"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"\x89PNG\r\n", "image"),
        (b"abc\x00\x00\x01def", "not text"),
        (b"a" * (5 * 1024 * 1024 + 1), "5 MB"),
        (b"<html><body><nav>Home</nav></body></html>", "article"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data, advice):
    with pytest.raises(Unreadable, match=advice):
        read(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        reading = read(data)
    except Unreadable:
        return
    for block in reading.blocks:
        assert reading.text[block.start : block.end].strip()


@given(st.lists(st.text("abc ,.’“”\xad\n", min_size=1, max_size=60), min_size=1, max_size=5))
def test_no_word_is_changed(paragraphs):
    text = "\n\n".join(paragraphs)
    try:
        reading = read_text(text)
    except Unreadable:
        return
    kept = [word for part in (reading.text, *reading.dropped) for word in part.split()]
    assert sorted("".join(kept)) == sorted("".join(text.replace("\xad", "").split()))

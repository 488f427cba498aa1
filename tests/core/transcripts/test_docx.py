import struct

import pytest

from archive.core.transcripts import NotATranscript, Transcript, read
from tests.core.transcripts import documents
from tests.core.transcripts.documents import body, package, paragraphs, run, table


def said(data: bytes) -> list[tuple[str, str]]:
    return [(cue.speaker, cue.text) for cue in read(data).passages]


def told(transcript: Transcript) -> str:
    return " ".join(trouble.sentence for trouble in transcript.troubles)


def test_paragraphs_with_marks_are_turns():
    transcript = read(
        paragraphs("Interview in Karsava", "", "س: کجا بودید؟", "ج: خانه.", "و باغ."), filename="a.docx"
    )
    assert (transcript.form, transcript.encoding) == ("docx", "utf-8")
    assert [(cue.speaker, cue.text, cue.line) for cue in transcript.passages] == [
        ("", "Interview in Karsava", 1),
        ("س", "کجا بودید؟", 3),
        ("ج", "خانه.\nو باغ.", 4),
    ]


def test_bold_names_are_speakers():
    def turn(name: str, words: str) -> list[tuple[str, bool]]:
        return [(name, True), (words, False)]

    data = paragraphs(
        turn("Anna Doe", " Where?"), turn("Ben", "\tHome."), turn("Anna Doe:", " When?"), turn("Ben ", "Now.")
    )
    assert said(data) == [("Anna Doe", "Where?"), ("Ben", "Home."), ("Anna Doe", "When?"), ("Ben", "Now.")]


def test_a_bold_word_in_a_sentence_is_no_speaker():
    data = paragraphs([("never", True), (" did they ask", False)], [("Nobody", True), (" came", False)])
    assert "".join(text for _, text in said(data)).replace("\n", "") == "never did they askNobody came"


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        ([("Time", "Speaker", "Text")], True),
        ([("زمان", "گوینده", "متن")], True),
        ([("Temps", "Locuteur", "Texte")], True),
        ([], False),
    ],
)
def test_tables_with_columns_are_read_by_them(rows: list[tuple[str, ...]], headed: bool):
    rows = [
        *rows,
        ("00:00:01", "Q", "Where?"),
        ("00:00:05 - 00:00:07", "A", "Home."),
        ("00:00:09", "Q", "When?"),
    ]
    transcript = read(table(*rows))
    assert [(cue.speaker, cue.start_ms, cue.end_ms, cue.text) for cue in transcript.passages] == [
        ("Q", 1000, None, "Where?"),
        ("A", 5000, 7000, "Home."),
        ("Q", 9000, None, "When?"),
    ]
    assert ("first row was read as headings" in told(transcript)) is headed


def test_marks_in_a_tables_words_count_where_it_has_no_column_for_them():
    assert said(table(("00:00:01", "Q: Where?"), ("00:00:05", "A: Home."))) == [
        ("Q", "Where?"),
        ("A", "Home."),
    ]


def test_a_time_that_cannot_be_read_stays_in_the_words_of_its_row():
    transcript = read(table(("Time", "Speaker", "Text"), ("00:00:xx", "Q", "Where?")))
    assert transcript.passages[0].text == "00:00:xx\nWhere?"
    assert "“00:00:xx” cannot be read" in told(transcript)


def test_two_columns_of_words_are_kept_and_told():
    transcript = read(table(("Speaker", "Original", "Translation"), ("Q", "کجا؟", "Where?")))
    assert transcript.passages[0].text == "کجا؟\nWhere?"
    assert "2 columns of words" in told(transcript)


def test_another_table_is_read_cell_by_cell():
    assert "\n".join(text for _, text in said(table(("one", "two words here"), ("three", "four")))) == (
        "one\ntwo words here\nthree\nfour"
    )


def test_deleted_text_does_not_come_in_and_inserted_text_does():
    data = body(
        f"<w:p>{run('A: We ')}<w:del w:author='x'><w:r><w:delText>SECRET</w:delText></w:r></w:del>"
        f"<w:ins w:author='x'>{run('waited')}</w:ins><w:moveFrom>{run('SECRET')}</w:moveFrom>"
        f"<w:moveTo>{run(' long')}</w:moveTo></w:p>"
    )
    transcript = read(data)
    assert [(cue.speaker, cue.text) for cue in transcript.passages] == [("A", "We waited long")]
    assert "2 tracked deletions were left out" in told(transcript)
    assert "2 tracked insertions were taken in" in told(transcript)
    assert "SECRET" not in repr(transcript)


def test_a_deleted_end_of_paragraph_joins_two():
    mark = "<w:pPr><w:rPr><w:del w:author='x'/></w:rPr></w:pPr>"
    assert said(body(f"<w:p>{mark}{run('A: We ')}</w:p><w:p>{run('waited.')}</w:p>")) == [("A", "We waited.")]
    assert said(body(f"<w:p>{mark}{run('A: We waited')}</w:p>")) == [("A", "We waited")]


def test_words_in_every_corner_of_a_document_come_in():
    data = body(
        f"<w:sdt><w:sdtContent><w:p>{run('A: control')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('link')}</w:hyperlink><w:smartTag>{run(' tag')}</w:smartTag>"
        f"<w:fldSimple w:instr='PAGE'>{run(' field')}</w:fldSimple>"
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"
        f"<w:p><w:r><w:txbxContent><w:p>{run('box')}</w:p></w:txbxContent></w:r>{run('around')}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('cell')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('nested')}</w:p></w:tc></w:tr>"
        "</w:tbl></w:tc></w:tr></w:tbl>"
    )
    assert "\n".join(text for _, text in said(data)) == (
        "control\nlink tag fielda\tb\nc\u2011d\nbox\naround\ncell\nnested"
    )


def test_alternatives_of_a_drawing_are_read_once():
    data = body(
        "<w:p><w:r><AlternateContent><Choice><w:txbxContent><w:p>"
        + run("once")
        + "</w:p></w:txbxContent></Choice>"
        "<Fallback><w:txbxContent><w:p>"
        + run("once")
        + "</w:p></w:txbxContent></Fallback></AlternateContent></w:r></w:p>"
    )
    assert said(data) == [("", "once")]


@pytest.mark.parametrize(
    ("properties", "words"), [("<w:vanish/>", "hidden text"), ("<w:strike/>", "struck through")]
)
def test_hidden_and_struck_words_come_in_and_are_told(properties: str, words: str):
    transcript = read(body(f"<w:p>{run('A: yes', properties)}</w:p>"))
    assert transcript.passages[0].text == "yes"
    assert words in told(transcript)


def test_a_property_that_is_switched_off_is_none():
    assert "hidden" not in told(read(body("<w:p>" + run("A: yes", "<w:vanish w:val='0'/>") + "</w:p>")))


@pytest.mark.parametrize("name", ["comments", "footnotes", "endnotes", "header1", "footer2"])
def test_words_beside_the_document_are_told_and_not_shown(name: str):
    part = f'<w:x xmlns:w="{documents.WORD}"><w:p>{run("ASIDE")}</w:p></w:x>'
    transcript = read(body(f"<w:p>{run('A: yes')}</w:p>", **{f"word__{name}_xml": part}))
    assert "(5 signs)" in told(transcript)
    assert "ASIDE" not in repr(transcript)


def test_subtitles_pasted_into_a_document_are_read_as_such():
    transcript = read(
        paragraphs(
            "1",
            "00:00:01,000 --> 00:00:02,000",
            "س: کجا؟",
            "",
            "2",
            "00:00:02,000 --> 00:00:03,000",
            "ج: خانه",
        )
    )
    assert transcript.form == "docx"
    assert [(cue.speaker, cue.start_ms, cue.text) for cue in transcript.passages] == [
        ("س", 1000, "کجا؟"),
        ("ج", 2000, "خانه"),
    ]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("before", [ENTITIES, OUTSIDE, "<!DOCTYPE x>"])
def test_a_document_with_entities_of_its_own_is_refused(before: str):
    with pytest.raises(NotATranscript, match="entities"):
        read(body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>" if "ENTITY" in before else "<w:p/>", before=before))


def test_a_bomb_is_not_unpacked():
    with pytest.raises(NotATranscript, match="far more than a transcript"):
        read(body("<w:p>" + run("A: yes") + "</w:p>", word__media__a_xml=b"\0" * 5_000_000))
    with pytest.raises(NotATranscript, match="far more than a transcript"):
        read(package({f"word/{number}.xml": "" for number in range(6000)}))


def test_a_part_that_is_larger_than_it_says_is_refused():
    data = bytearray(body("<w:p>" + run("A: " + "yes " * 5000) + "</w:p>"))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"_rels/.rels"))
    struct.pack_into("<L", data, at + 24, 100)
    with pytest.raises(NotATranscript, match="damaged"):
        read(bytes(data))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word/document.xml": "x", "word/vbaProject.bin": "x"}, "macros"),
        ({"word/document.xml": "x", "[Content_Types].xml": "application/x.macroEnabled.main+xml"}, "macros"),
        ({"xl/workbook.xml": "x"}, "Excel"),
        ({"content.xml": "x"}, "OpenDocument"),
        ({"a.txt": "x"}, "archive of other files"),
        ({"word/document.xml": "<w:document"}, "damaged"),
        ({"word/document.xml": ""}, "damaged"),
    ],
)
def test_what_is_no_document_of_words_is_refused(parts: dict[str, str | bytes], words: str):
    with pytest.raises(NotATranscript, match=words):
        read(package(parts))


def test_a_password_is_asked_to_be_taken_away():
    data = bytearray(body(f"<w:p>{run('A: yes')}</w:p>"))
    for start in (b"PK\x01\x02", b"PK\x03\x04"):
        at = data.find(start)
        data[at + (8 if start == b"PK\x01\x02" else 6)] |= 1
    with pytest.raises(NotATranscript, match="password"):
        read(bytes(data))


def test_deep_nesting_does_no_harm():
    xml = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    with pytest.raises(NotATranscript):
        read(body(xml))

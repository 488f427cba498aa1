from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shamir_mnemonic import combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from archive.core.sealing import seal
from archive.core.sealing.opening import CannotOpen, open_sealed, unlocked
from archive.core.sealing.passphrases import LEAST
from archive.core.sealing.shares import key_from_shares, shares, trouble_with
from tests.core.sealing.keyring import OURS, SECOND

PAPERS = shares(OURS.file, OURS.passphrase)
AGAIN = shares(OURS.file, OURS.passphrase)


def recovered(papers: list[str] | tuple[str, ...]) -> str:
    return key_from_shares(papers, passphrase="a new one", label="recovered", cost=LEAST)


def with_word(paper: str, place: int, word: str) -> str:
    words = paper.split()
    words[place - 1] = word
    return " ".join(words)


@pytest.mark.parametrize("papers", [*permutations(PAPERS, 2), *permutations(PAPERS, 3)])
def test_any_two_papers_of_three_bring_the_key_back(papers: tuple[str, ...]):
    sealed = seal(b"Mahnaz", [OURS.public])
    assert open_sealed(sealed, recovered(papers), "a new one") == b"Mahnaz"


def test_the_old_passphrase_does_not_open_the_new_file():
    with pytest.raises(CannotOpen, match="not the passphrase"):
        unlocked(recovered(PAPERS), OURS.passphrase)


@pytest.mark.parametrize("paper", PAPERS)
def test_one_paper_alone_does_not(paper: str):
    with pytest.raises(CannotOpen, match=r"1 of the 2 shares that are needed: add 1 more\."):
        recovered([paper])


def test_other_numbers_of_papers():
    papers = shares(OURS.file, OURS.passphrase, of=5, needed=3)
    assert len(set(papers)) == 5
    for three in combinations(papers, 3):
        assert unlocked(recovered(three), "a new one").public == OURS.public
    for two in combinations(papers, 2):
        with pytest.raises(CannotOpen, match="2 of the 3 shares"):
            recovered(two)


@pytest.mark.parametrize(("of", "needed"), [(3, 1), (1, 1), (2, 3), (17, 2), (3, 0), (3, -1)])
def test_numbers_that_make_no_sense_are_refused(of: int, needed: int):
    with pytest.raises(CannotOpen, match="at least 2 and at most all"):
        shares(OURS.file, OURS.passphrase, of=of, needed=needed)


def test_papers_are_made_with_the_passphrase_only():
    with pytest.raises(CannotOpen, match="not the passphrase"):
        shares(OURS.file, "wrong")


def test_the_papers_are_of_an_open_standard_and_need_no_passphrase():
    assert combine_mnemonics(PAPERS[:2]) == unlocked(OURS.file, OURS.passphrase).raw()


def test_papers_of_the_same_key_made_twice_do_not_mix():
    with pytest.raises(CannotOpen, match="different sets"):
        recovered([PAPERS[0], AGAIN[1]])


def test_papers_of_two_keys_do_not_mix():
    with pytest.raises(CannotOpen, match="different sets"):
        recovered([PAPERS[0], shares(SECOND.file, SECOND.passphrase)[1]])


def test_papers_of_two_sets_that_look_like_one_do_not_mix(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shamir_mnemonic.shamir._random_identifier", lambda: 77)
    one, other = shares(OURS.file, OURS.passphrase), shares(SECOND.file, SECOND.passphrase)
    with pytest.raises(CannotOpen, match="do not belong together"):
        recovered([one[0], other[1]])
    with pytest.raises(CannotOpen, match="do not belong together"):
        recovered([one[0], one[1], other[2]])


def test_the_same_paper_twice_is_one():
    with pytest.raises(CannotOpen, match="given twice"):
        recovered([PAPERS[0], PAPERS[0]])


def test_no_paper_is_no_key():
    with pytest.raises(CannotOpen, match="no share to read"):
        recovered([])


def test_papers_may_be_typed_as_they_are_printed():
    def printed(paper: str) -> str:
        return "\n".join(f"{place:2}. {word.upper()}" for place, word in enumerate(paper.split(), start=1))

    assert unlocked(recovered([printed(paper) for paper in PAPERS]), "a new one").public == OURS.public


@pytest.mark.parametrize("word", ["acadmic", "mahnaz", "کتاب"])
def test_a_word_that_is_none_of_the_list_is_told_by_its_place(word: str):
    with pytest.raises(CannotOpen, match="Share 2: word 12 is mistyped") as refused:
        recovered([PAPERS[0], with_word(PAPERS[1], 12, word)])
    assert word not in str(refused.value)
    assert refused.value.__context__ is None


def test_a_paper_can_be_looked_at_alone():
    assert trouble_with(PAPERS[0], 1) == ""
    assert trouble_with(with_word(PAPERS[0], 5, "acadmic"), 3).startswith("Share 3: word 5 is mistyped")


@pytest.mark.parametrize("place", [1, 2, 3, 4, 20, 33])
def test_a_wrong_word_of_the_list_is_told_by_its_place_and_the_right_one_is_not(place: int):
    right = PAPERS[0].split()[place - 1]
    wrong = next(word for word in WORDLIST if word != right)
    with pytest.raises(CannotOpen) as refused:
        recovered([with_word(PAPERS[0], place, wrong), PAPERS[1]])
    assert str(refused.value) == f"Share 1: word {place} is not the one on the paper; compare it."


def test_two_words_that_changed_places_are_noticed():
    words = PAPERS[0].split()
    at = next(at for at in range(6, 30) if words[at] != words[at + 1])
    words[at], words[at + 1] = words[at + 1], words[at]
    with pytest.raises(CannotOpen, match="two have changed places"):
        recovered([" ".join(words), PAPERS[1]])


@pytest.mark.parametrize("paper", ["", PAPERS[0].rsplit(" ", 1)[0], PAPERS[0] + " academic", PAPERS[0] * 2])
def test_words_too_few_or_too_many_are_counted(paper: str):
    with pytest.raises(CannotOpen, match=r"Share 1 has \d+ words instead of 33|Share 1: word 33 is mistyped"):
        recovered([paper, PAPERS[1]])


def test_papers_of_something_shorter_are_not_taken():
    (short,) = generate_mnemonics(1, [(2, 3)], bytes(16))
    with pytest.raises(CannotOpen, match="20 words instead of 33"):
        recovered(short)


@given(st.lists(st.text(max_size=60) | st.sampled_from(PAPERS), max_size=3))
def test_whatever_is_typed_gives_the_key_or_one_sentence(papers: list[str]):
    if len(papers) >= 2 and set(papers) <= set(PAPERS) and len(set(papers)) == len(papers):
        assert unlocked(recovered(papers), "a new one").public == OURS.public
        return
    with pytest.raises(CannotOpen, match=r"^[^\n]+\.$"):
        recovered(papers)

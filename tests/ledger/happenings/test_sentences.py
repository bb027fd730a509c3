"""The clause of a text that tells something."""

import pytest

from onrecord.ledger.happenings.sentences import LONGEST_CLAUSE, Sentences


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("He left. Rebels shelled the port on Monday.", "shelled", "Rebels shelled the port on Monday"),
        ("On Monday, rebels shelled the port, killing two.", "shelled", "rebels shelled the port"),
        ("Gen. A. Roca shelled the port.", "shelled", "Gen. A. Roca shelled the port"),
        ("Some 60,000 people marched.", "marched", "Some 60,000 people marched"),
        ("Police held a man, Jan Ek, in Oslo on Monday.", "held", "Police held a man, Jan Ek, in Oslo on Monday"),
        ("“We shelled nobody,” he said.", "shelled", "We shelled nobody"),
        ("A headline\n\nRebels shelled it", "shelled", "Rebels shelled it"),
    ],
)  # fmt: skip
def test_a_clause_ends_at_the_next_edge(text: str, told: str, expected: str) -> None:
    sentences = Sentences(text)
    start = text.index(told)

    low, high = sentences.clause([(start, start + len(told))], sentences.around(start))

    assert text[low:high] == expected


def test_of_a_very_long_clause_its_parts_are_left() -> None:
    text = "word " * 100 + "shelled " + "word " * 100
    start = text.index("shelled")

    low, high = Sentences(text).clause([(start, start + 7)], (0, len(text)))

    assert text[low:high] == "shelled"
    assert high - low <= LONGEST_CLAUSE


def test_every_place_has_a_sentence() -> None:
    text = "One.\n\nTwo said\nso. Three"
    sentences = Sentences(text)

    found = [text[slice(*sentences.around(place))].strip() for place in range(len(text))]

    assert list(dict.fromkeys(found)) == ["One.", "Two said\nso.", "Three"]

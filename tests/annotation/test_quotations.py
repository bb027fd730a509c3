"""Quotation marks as people set them."""

import pytest

from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.annotation.quotations import find_quotations

CASES = {
    "straight": ('"We will," he said, "not yield."', ['"We will,"', '"not yield."']),
    "curly": ("“We will,” he said.", ["“We will,”"]),
    "guillemets": ("«Nous voilà», a-t-elle dit.", ["«Nous voilà»"]),
    "German guillemets": ("»Wir warten«, sagte er.", ["»Wir warten«"]),
    "low marks": ("„Wir warten“, sagte er.", ["„Wir warten“"]),
    "Swedish": ("”Vi väntar”, sade hon.", ["”Vi väntar”"]),
    "doubled single marks": ("``We wait,'' he said.", ["``We wait,''"]),
    "British": ("'We won't,' she said. 'It's over.'", ["'We won't,'", "'It's over.'"]),
    "British curly": ("‘We won’t,’ she said.", ["‘We won’t,’"]),
    "possessive inside": ("'The ministers' decision is final,' he said.", ["'The ministers' decision is final,'"]),
    "possessives only": ("The ministers' plan and the traders' fears.", []),
    "elisions": ("The '90s and rock 'n' roll, 'twas long ago.", []),
    "inches": ('A 6\'2" man and a 5" pipe.', []),
    "a bullet": ("» Read more about the talks", []),
    "spaced marks": ('He said: " We wait " and left.', ['" We wait "']),
    "dashes": ('They left--"for good"--at noon.', ['"for good"']),
    "brackets": ('("We wait") is all he said.', ['"We wait"']),
    "three paragraphs": ('"One.\n\n"Two.\n\n"Three," he said.', ['"One.…"Two.…"Three,"']),
    "not reopened": ('He said: "One.\n\nTwo.\n\nThree." It rained.\n\nFour.', ['"One.…Two.…Three."']),
    "not closed": ('He said: "One.\n\nTwo.\n\nShe said "three" twice.', ['"One.', '"three"']),
    "reopened British": ("‘One.\n‘Two,’ he said.", ["‘One.…‘Two,’"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_outer_quotations(text: str, expected: list[str]) -> None:
    found = find_quotations(text, find_paragraphs(text))
    assert ["…".join(text[a:b] for a, b in quote.pieces) for quote in found if quote.depth == 0] == expected


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He said ‘no’ to us,” she said.", "‘no’"),
        ("‘He said “no” to us,’ she said.", "“no”"),
        ("\"He said 'no' to us,\" she said.", "'no'"),
        ("«He said “no” to us», she said.", "“no”"),
    ],
)
def test_a_quotation_in_a_quotation_is_one_deeper(text: str, inner: str) -> None:
    found = {text[quote.start : quote.end]: quote.depth for quote in find_quotations(text, find_paragraphs(text))}
    assert found[inner] == 1


def test_an_unclosed_mark_costs_only_its_own_paragraph() -> None:
    text = '"We wait, he said.\n\nShe said "no" twice.'
    found = find_quotations(text, find_paragraphs(text))
    assert [(text[quote.start : quote.end], quote.closed) for quote in found] == [
        ('"We wait, he said.', False),
        ('"no"', True),
    ]


def test_a_hard_wrapped_text_has_one_paragraph_a_block() -> None:
    line = "The delegation left the city on Monday after two days of talks that\n"
    text = line * 4 + "\n" + line * 3
    assert len(find_paragraphs(text)) == 2


def test_a_line_is_a_paragraph_otherwise() -> None:
    assert len(find_paragraphs("One line.\nAnother line.\r\n\r\nA third.\u2028A fourth.")) == 4

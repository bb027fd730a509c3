"""Documents rewritten to look like news from elsewhere, their annotations moved along.

PolNeAR is United States election news in seven house styles. So that the model does not lean on its names, its
quotation marks and its blank lines, a share of the documents is changed anew in every epoch: names of the whole
world, other quotation marks, lines joined or set apart, headlines in capitals, editors' brackets, verb before source.
"""

import random
import re
from collections.abc import Callable
from typing import Final

from onrecord.annotation.models.attribution.words import Quote, quote_states
from training import worldnames as names
from training.data import ROLES, Attribution, Document, Spans

Edit = tuple[int, int, str]

_NAME: Final = re.compile(r"\b[A-Z][\w]+(?:-[A-Z]\w+)*\b|\bU\.S\.|\bU\.K\.")
_MARKS: Final = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "single": ("‘", "’"),
    "plain single": ("'", "'"),
    "doubled": ("''", "''"),
    "tex": ("``", "''"),
    "angle": ("«", "»"),
    "low": ("„", "“"),
}
_INSERTS: Final = (
    "[de-facto]",
    "[sic]",
    "[the]",
    "[president]",
    "[government]",
    "(sic)",
    "[our]",
    "[who]",
    "[...]",
    "[in the region]",
)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’']?\s+|\n\s*")
_PRONOUNS: Final = frozenset(
    ["he", "she", "it", "they", "i", "we", "you", "who", "which", "his", "her", "their", "its", "that"]
)
_TURNED: Final = frozenset(
    [
        "said",
        "says",
        "added",
        "adds",
        "wrote",
        "writes",
        "explained",
        "noted",
        "notes",
        "argued",
        "warned",
        "insisted",
        "asked",
        "replied",
        "continued",
    ]
)


class Augmenter:
    """Rewrites a share of the documents given to it, and cuts a share of those to a few sentences."""

    def __init__(self, share: float, cut: float) -> None:
        self.share = share
        self.cut = cut

    def __call__(self, document: Document, rng: random.Random) -> Document:
        """The document, or a rewritten one with its annotations."""
        if rng.random() >= self.share:
            return document
        steps: list[tuple[float, Callable[[Document, random.Random], Document]]] = [
            (0.3, turn_attributions),
            (0.65, swap_names),
            (0.45, change_marks),
            (0.35, change_lines),
            (0.2, change_headline),
            (0.15, insert_brackets),
            (self.cut, cut_out),
        ]
        for chance, step in steps:
            if rng.random() < chance:
                document = step(document, rng)
        return document


def rewrite(document: Document, edits: list[Edit]) -> Document:
    """Apply replacements that do not overlap, and move every span with its text.

    A span that begins or ends inside a replaced passage keeps the replacement; one that becomes empty is dropped.
    """
    edits = sorted(edits)
    parts: list[str] = []
    opens = list(range(len(document.text) + 1))
    closes = list(range(len(document.text) + 1))
    last = shift = 0
    for start, end, new in edits:
        for position in range(last, start):
            opens[position] = position + shift
            closes[position + 1] = position + 1 + shift
        parts += [document.text[last:start], new]
        began = start + shift
        for position in range(start, end):
            opens[position] = began
            closes[position + 1] = began + len(new)
        shift += len(new) - (end - start)
        last = end
    for position in range(last, len(document.text)):
        opens[position] = position + shift
        closes[position + 1] = position + 1 + shift
    parts.append(document.text[last:])

    def moved(spans: Spans) -> Spans:
        return [(opens[a], closes[b]) for a, b in spans if closes[b] > opens[a]]

    attributions = [Attribution(moved(a.source), moved(a.cue), moved(a.content)) for a in document.attributions]
    return Document(document.name, "".join(parts), attributions)


def swap_names(document: Document, rng: random.Random) -> Document:
    """Give people, places, peoples, chambers and outlets other names, the same ones throughout a text."""
    chosen: dict[str, str] = {}
    edits = []
    for match in _NAME.finditer(document.text):
        form = match.group().removesuffix("'s")
        if form not in chosen:
            chosen[form] = _other_name(form, rng)
        if chosen[form] != form:
            edits.append((match.start(), match.start() + len(form), chosen[form]))
    return rewrite(document, edits)


def _other_name(form: str, rng: random.Random) -> str:
    low = form.lower()
    if low in names.GIVEN_IN_USE:
        return rng.choice(names.GIVEN)
    if low in names.US_PEOPLE:
        return rng.choice(names.FAMILY)
    if low in names.US_PLACES or form in ("U.S.", "U.K."):
        return rng.choice(names.PLACES)
    if low in names.US_PEOPLES or low.rstrip("s") in ("american", "republican", "democrat"):
        return rng.choice(names.PEOPLES) + ("s" if low.endswith("s") else "")
    if low in names.US_BODIES:
        return rng.choice(names.BODIES)
    if low in names.US_AGENCIES:
        return rng.choice(names.AGENCIES)
    return form


def change_marks(document: Document, rng: random.Random) -> Document:
    """Set the double quotation marks of a text in another style."""
    states = quote_states(document.text)
    kinds = list(_MARKS)
    opening, closing = _MARKS[rng.choices(kinds, weights=[5, 5, 4, 2, 1, 1, 1, 1])[0]]
    edits: list[Edit] = []
    position = 0
    while position < len(document.text):
        state = states[position]
        if state in (Quote.OPEN, Quote.CLOSE):
            width = 2 if document.text[position : position + 2] in ("''", "``", "’’") else 1
            edits.append((position, position + width, opening if state == Quote.OPEN else closing))
            position += width
            continue
        if (
            opening in "‘'"
            and document.text[position] in "‘’"
            and state == Quote.INSIDE
            and not _apostrophe(document.text, position)
        ):
            edits.append((position, position + 1, "“" if document.text[position] == "‘" else "”"))
        position += 1
    return rewrite(document, edits)


def _apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isalpha() and (text[at + 1 : at + 2].isalpha() or text[at - 1] == "s")


def change_lines(document: Document, rng: random.Random) -> Document:
    """Break paragraphs by one line or three, or run a text's paragraphs together."""
    new = rng.choices(["\n", "\n\n\n", " ", "\r\n", "\n\t", "\n    "], weights=[5, 1, 2, 1, 1, 1])[0]
    edits = []
    for index, match in enumerate(re.finditer(r"[ \t]*\n\s*", document.text)):
        if match.end() < len(document.text):
            edits.append((match.start(), match.end(), "\n" if index == 0 and new == " " else new))
    return rewrite(document, edits)


def change_headline(document: Document, rng: random.Random) -> Document:
    """Set a text's first line in capitals or in small letters, or take away its stop."""
    end = document.text.find("\n")
    if not 0 < end < 300:
        return document
    line = document.text[:end]
    kind = rng.randrange(3)
    if kind == 2:
        return rewrite(document, [(end - 1, end, "")]) if line.endswith(".") else document
    cased = line.upper() if kind == 0 else line.lower()
    return (
        rewrite(document, [(0, end, cased)])
        if len(cased) != len(line)
        else Document(document.name, cased + document.text[end:], document.attributions)
    )


def insert_brackets(document: Document, rng: random.Random) -> Document:
    """Put editors' brackets between words of some contents."""
    edits: list[Edit] = []
    for attribution in document.attributions:
        for start, end in attribution.content:
            gaps = [start + m.start() for m in re.finditer(r"(?<=\w) (?=\w)", document.text[start:end])]
            if gaps and rng.random() < 0.15:
                place = rng.choice(gaps)
                edits.append((place, place, " " + rng.choice(_INSERTS)))
    return rewrite(document, list({edit[0]: edit for edit in edits}.values()))


def cut_out(document: Document, rng: random.Random) -> Document:
    """Keep only a few sentences around an attribution, often without capital and full stop.

    At run time the content of an attribution is read again by itself, for attributions within it.
    """
    if not document.attributions:
        return document
    chosen = rng.choice(document.attributions)
    spans = [*chosen.source, *chosen.cue, *chosen.content]
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(document.text)), len(document.text)]
    start = max(end for end in ends if end <= min(spans)[0])
    end = min(end for end in ends if end >= max(b for _, b in spans))
    for _ in range(rng.randrange(3)):
        end = min((each for each in ends if each > end), default=end)
    kept = [
        Attribution(*([(a - start, b - start) for a, b in each.role(role)] for role in ROLES))
        for each in document.attributions
        if all(start <= a and b <= end for role in ROLES for a, b in each.role(role))
    ]
    text = document.text[start:end].rstrip()
    if rng.random() < 0.7:
        text = text.removesuffix(".")
    if rng.random() < 0.5:
        text = text[:1].lower() + text[1:]
    return Document(document.name, text, kept)


def turn_attributions(document: Document, rng: random.Random) -> Document:
    """Write `said Stein` for `Stein said` after a content, as much of the press does; the length stays the same."""
    text = document.text
    shared: dict[tuple[int, int], int] = {}
    for attribution in document.attributions:
        for span in attribution.source:
            shared[span] = shared.get(span, 0) + 1
    turned = []
    for attribution in document.attributions:
        if (
            len(attribution.source) == 1
            and len(attribution.cue) == 1
            and shared[attribution.source[0]] == 1
            and rng.random() < 0.4
        ):
            (a, b), (c, d) = attribution.source[0], attribution.cue[0]
            source, cue = text[a:b], text[c:d]
            follows = any(0 <= a - end <= 3 for _, end in attribution.content)
            if follows and text[b:c] == " " and cue in _TURNED and source.split()[0].lower() not in _PRONOUNS:
                text = text[:a] + cue + " " + source + text[d:]
                attribution = Attribution([(a + len(cue) + 1, d)], [(a, a + len(cue))], attribution.content)
        turned.append(attribution)
    return Document(document.name, text, turned)

"""Credits: the agencies and outlets to which a document says it owes its words, or a statement its being known.

`KYIV, 2 May (Reuters) -`, `By Maria Stein, AFP`, `TASS reported that …`, `he told the BBC`, `with material from dpa`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.codebooks.outlets import load_outlets, outlet_names
from onrecord.codebooks.registry.names import NameIndex, cut_words
from onrecord.record import Participant, Record, Span, Statement, cut

Manner = Literal["dateline", "byline", "material", "source", "told", "quoted"]

# Longer lines are paragraphs, not headlines or bylines.
LONGEST_BYLINE = 140
LINE = re.compile(r"^.+$", re.MULTILINE)
# `MOSCOW, 3 March (TASS) -`, `(Reuters) —`, `MOSCOW, March 3. /TASS/.`
DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n()/]{0,80}?)?[ \t]*"
    r"(?:\((?P<name>[^\n()/]{2,60})\)[.,]?[ \t]*[-–—:]|/(?P<slashed>[^\n()/]{2,60})/)",
    re.MULTILINE,
)
BYLINE = re.compile(r"^(?:by|from|source|©|\(c\))\b[ \t:]*|[ \t]+(?:staff|newsroom)$", re.IGNORECASE)
MATERIAL = re.compile(
    r"\bwith (?:\w+ )?(?:material|reporting|inputs?|information|files|agencies) (?:from|by)\b[^.\n]{1,120}"
    r"|\b(?:additional )?reporting by\b[^.\n]{1,120}|\bsources?:[^.\n]{1,80}$",
    re.IGNORECASE | re.MULTILINE,
)
CONTRIBUTED = re.compile(r"\bcontributed to this report\b")
# What leads to an outlet that carried a statement, up to a few words before its name.
CARRIED = re.compile(
    r"\b(?:(?P<told>told|interview(?:ed)? (?:with|by|to|for)|speaking (?:to|with)|spoke (?:to|with)|remarks to)"
    r"|(?:quoted|cited|carried|published|broadcast|aired|reported|seen|obtained) (?:by|on|in)"
    r"|according to)\s+(?=\S)",
    re.IGNORECASE,
)
# What may stand beside an outlet's name where the outlet itself is meant, not somebody of it.
BESIDE = frozenset(
    "the a an and news agency agencies wire service newspaper daily weekly magazine broadcaster channel station "
    "website site outlet television tv radio state official run owned private independent public national local portal "
    "press reporter reporters correspondent correspondents journalists photographer report reports".split()
)
MOST_BESIDE = 6
LONGEST_SENTENCE = 1000

SENTENCE_END = re.compile(r"[.!?][”\"’»]?(?:\s+|$)|\n")


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that is credited, by the name that stands for all its names, and the words that do.

    `statement` is the one whose being known is owed to it; None where all the document's text is, or, for `material`,
    some of it. `words` is None where the document's metadata credit it.
    """

    outlet: str
    manner: Manner
    words: Span | None = None
    statement: str | None = None


def find_credits(record: Record, outlets: Iterable[str] = ()) -> tuple[Credit, ...]:
    """The credits of a document, then of its statements, each outlet once for each; none to the document's own outlet.

    `outlets` are names to know beside those of the codebooks, such as a ledger's own outlets.
    """
    names = _names(tuple(sorted(set(outlets))))
    document = record.document
    own = canonical_outlet(document.outlet)
    found = [*_of_authors(document.authors, names), *_of_text(document.text, names), *_of_statements(record, names)]
    first: dict[tuple[str, str | None], Credit] = {}
    for each in found:
        if each.outlet != own:
            first.setdefault((each.outlet, each.statement), each)
    return tuple(first.values())


def canonical_outlet(name: str | None) -> str | None:
    """The name that stands for all of an outlet's; the name itself where the codebooks do not have it."""
    if name is None:
        return None
    known = outlet_names().get(cut_words(name))
    return known[0] if known else name


@lru_cache(maxsize=8)
def _names(outlets: tuple[str, ...]) -> NameIndex[str]:
    if not outlets:
        return outlet_names()
    known = ((name, outlet.name) for outlet in load_outlets() for name in outlet.names)
    return NameIndex([*known, *((name, canonical_outlet(name) or name) for name in outlets)], cased=True)


def _of_authors(authors: Iterable[str], names: NameIndex[str]) -> Iterator[Credit]:
    for author in authors:
        for outlet in _outlets_in(author, names):
            yield Credit(outlet, "byline")


def _of_text(text: str, names: NameIndex[str]) -> Iterator[Credit]:
    head = _head(text)
    for match in DATELINE.finditer(head):
        named = "name" if match["name"] else "slashed"
        outlet = next(_outlets_in(match[named], names), None) or _unknown_agency(match["place"], match[named])
        if outlet:
            yield Credit(outlet, "dateline", cut(text, *match.span(named)))
    for line in LINE.finditer(head):
        for outlet in _outlets_of_byline(line[0].strip(), names):
            yield Credit(outlet, "byline", cut(text, line.start(), line.end()))
    for start, end in _material(text):
        for outlet in _outlets_in(text[start:end], names):
            yield Credit(outlet, "material", cut(text, start, end))


def _material(text: str) -> Iterator[tuple[int, int]]:
    """Where a text tells from whom it has some of its material."""
    for match in MATERIAL.finditer(text):
        yield match.span()
    for match in CONTRIBUTED.finditer(text):
        before = re.split(r"[.\n]\s*", text[max(match.start() - LONGEST_BYLINE, 0) : match.start()])[-1]
        yield match.start() - len(before), match.end()


def _head(text: str) -> str:
    """Headline, byline and the like, and the first paragraph; a dateline behind them is of something quoted."""
    for line in LINE.finditer(text):
        if len(line[0]) > LONGEST_BYLINE:
            return text[: line.end()]
    return text


def _unknown_agency(place: str | None, name: str) -> str | None:
    """An agency that no list has, by its place behind a dateline's town: `LA PAZ, 22 August (Cordillera Press) —`."""
    town = (place or "").split(",")[0].strip()
    is_named = all(word.text[:1].isupper() for word in cut_words(name))
    return name.strip() if town.isupper() and len(town) > 2 and is_named else None


def _outlets_of_byline(line: str, names: NameIndex[str]) -> Iterator[str]:
    """`By Reuters`, `Reuters Staff`, `By Maria Stein, AFP`; a sentence that begins with an outlet is no byline."""
    if len(line) > LONGEST_BYLINE:
        return
    bare = BYLINE.sub("", line).strip(" .|")
    whole = names.get(cut_words(bare))
    if whole:
        yield whole[0]
    elif BYLINE.match(line) and not line.endswith((".", "?", "!")):
        yield from _outlets_in(bare, names)


def _of_statements(record: Record, names: NameIndex[str]) -> Iterator[Credit]:
    """What each statement owes, and what it owes as part of another: TASS reported that the minister had said …"""
    text = record.document.text
    media = {each.id: each.name for each in record.entities if each.type == "media"}
    named = {each.entity for each in record.mentions if each.form == "name"}
    media = {entity: name for entity, name in media.items() if entity in named}
    own = {each.id: tuple(_of_statement(text, each, names, media)) for each in record.statements}
    outer = {each.id: each.within for each in record.statements}
    for statement in record.statements:
        yield from own[statement.id]
        within, passed = statement.within, {statement.id}
        while within is not None and within not in passed:
            for credit in own[within]:
                yield Credit(credit.outlet, credit.manner, credit.words, statement.id)
            passed.add(within)
            within = outer[within]


def _of_statement(text: str, statement: Statement, names: NameIndex[str], media: dict[str, str]) -> Iterator[Credit]:
    for manner, participant in (("source", statement.source), ("told", statement.addressee)):
        outlet = _outlet_of(participant, names, media)
        if participant is not None and outlet is not None:
            yield Credit(outlet, "source" if manner == "source" else "told", participant.spans[0], statement.id)
    start, end = _sentences_around(text, statement)
    contents = [(span.start, span.end) for span in statement.content.spans]
    for match in CARRIED.finditer(text, start, end):
        if any(first <= match.start() < last for first, last in contents):
            continue
        named = _named_next(text, match.end(), end, names)
        if named is not None:
            words = cut(text, match.start(), named[1])
            yield Credit(named[0], "told" if match["told"] else "quoted", words, statement.id)


def _outlet_of(participant: Participant | None, names: NameIndex[str], media: dict[str, str]) -> str | None:
    """The outlet that a role's words name: `Russia's state news agency TASS`, not `the editor of Le Monde`."""
    if participant is None:
        return None
    words = cut_words(" ".join(span.text for span in participant.spans))
    found = next(names.find(words), None)
    if found is None:
        return media.get(participant.entity or "")
    beside = words[: found.first] + words[found.last :]
    is_outlet = all(word.folded in BESIDE or word.text[:1].isupper() for word in beside)
    return found.values[0] if is_outlet and len(beside) <= MOST_BESIDE else None


def _sentences_around(text: str, statement: Statement) -> tuple[int, int]:
    """From the first to the last sentence that the statement has a part in."""
    parts = [*statement.content.spans, *(statement.cue.spans if statement.cue else ())]
    start = min(span.start for span in parts)
    end = max(span.end for span in parts)
    line = max(text.rfind("\n", 0, start) + 1, start - LONGEST_SENTENCE)
    ends = [match.end() for match in SENTENCE_END.finditer(text, line, start)]
    after = SENTENCE_END.search(text, end)
    return ends[-1] if ends else line, after.start() if after else len(text)


def _named_next(text: str, start: int, end: int, names: NameIndex[str]) -> tuple[str, int] | None:
    """The outlet named right here, behind no more than words such as `the state news agency`, and its end."""
    words = cut_words(text, start, min(end, start + LONGEST_BYLINE))
    found = next(names.find(words), None)
    if found is None or found.first > MOST_BESIDE:
        return None
    if any(word.folded not in BESIDE and not word.text[:1].isupper() for word in words[: found.first]):
        return None
    return found.values[0], words[found.last - 1].end


def _outlets_in(text: str, names: NameIndex[str]) -> Iterator[str]:
    for found in names.find(cut_words(text)):
        yield found.values[0]

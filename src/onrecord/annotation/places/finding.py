"""Finds the places of a document: names, how each is used, which place each one is."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.annotation.entities import Actors
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.places import words
from onrecord.annotation.places.candidates import Candidate, candidates_of
from onrecord.annotation.places.choosing import Asked, Context, choose
from onrecord.annotation.places.names import Name, find_names
from onrecord.annotation.places.people import Bearers
from onrecord.annotation.places.uses import Use, is_behind, use_of
from onrecord.annotation.readable import find_datelines
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.gazetteer import Gazetteer
from onrecord.codebooks.nouns import load_given_names, load_nouns
from onrecord.codebooks.registry import Registry, fold
from onrecord.record import Place, cut_all

# Between a name and the name of what it lies in: `Bam, Iran`, `Gao in Mali`, `X, in northern Y`, `the X region of Y`.
CONTAINER = re.compile(r"\s*,\s*|\s*,?\s+(?:in|of)\s+(?:the\s+)?(?:(?:\w+[ -])?(?:north|south|east|west|centr)\w*\s+)?")
# `X, in Y's Z province`: Z says it, and Y says it of Z.
OWNED = re.compile(r"['’]s\s+")
INSIDE = tuple("in at near outside around inside across along through throughout off within into".split())
# A city that is known before anybody of its name is.
FAMOUS = 500_000
CERTAIN = (
    "in",
    "at",
    "near",
    "outside",
    "around",
    "inside",
    "from",
    "to",
    "towards",
    "toward",
    "into",
    "off",
    "of",
    "by",
)


class PlaceFinder:
    """Finds places against a gazetteer and the registry's countries."""

    def __init__(self, gazetteer: Gazetteer, registry: Registry) -> None:
        self._gazetteer = gazetteer
        self._registry = registry

    @property
    def versions(self) -> dict[str, str]:
        """The version of the gazetteer, for the record's coder."""
        return {"gazetteer": self._gazetteer.version}

    def find(
        self, text: str, paragraphs: Sequence[Bounds], sentences: Sequence[Sentence], actors: Actors
    ) -> tuple[Place, ...]:
        """The places of a document in text order."""
        return find_places(text, paragraphs, sentences, actors, self._gazetteer, self._registry)


def find_places(
    text: str,
    paragraphs: Sequence[Bounds],
    sentences: Sequence[Sentence],
    actors: Actors,
    gazetteer: Gazetteer,
    registry: Registry,
) -> tuple[Place, ...]:
    """The places of a document in text order: where the text says that something is, comes from, goes to or is done.

    What stands for a state or a government, for somebody or a body of that name, or for another word, is none.
    """
    names = find_names(text, gazetteer, registry)
    containers = dict(_containers(text, names))
    lines = find_datelines(text, paragraphs)
    bearers = Bearers(text, actors)
    asked: list[Asked] = []
    index_of: dict[int, int] = {}
    for number, (name, where) in enumerate(zip(names, _in_sentences(names, sentences), strict=True)):
        if where is None:
            continue
        sentence, first, last = where
        in_line = any(start <= name.start < end and "(" not in text[start : name.start] for start, end in lines)
        use = Use.LOCATES if in_line else use_of(sentences[sentence], first, last, acts=name.acts)
        ordinary = _is_ordinary(name)
        if not _is_place_name(text, name, sentences[sentence], first, last, use, in_line=in_line, ordinary=ordinary):
            use = Use.ACTS
        elif not in_line:
            is_inside = _stands_inside(sentences[sentence], first, last)
            if bearers.bears(name, is_inside=is_inside):
                use = Use.ACTS
        index_of[number] = len(asked)
        asked.append(Asked(name, use, sentence, _candidates(name, in_line=in_line), is_ordinary=ordinary))
    asked = _with_containers(asked, index_of, containers)
    kept = [one for one in asked if one.use is not Use.ACTS]
    places = {id(one): number for number, one in enumerate(kept)}
    kept = [
        Asked(
            one.name,
            one.use,
            one.sentence,
            one.candidates,
            places.get(id(asked[one.container])) if one.container is not None else None,
            one.is_ordinary,
        )
        for one in kept
    ]
    chosen = choose(kept, _context(asked, actors))
    found = [(one.name, candidate) for one, candidate in zip(kept, chosen, strict=True) if candidate is not None]
    return tuple(_place(number, text, name, candidate) for number, (name, candidate) in enumerate(found, 1))


def _candidates(name: Name, *, in_line: bool) -> tuple[Candidate, ...]:
    """What a name may mean; in a dateline the town of a country's name, as reports are written in towns: `DJIBOUTI`."""
    found = tuple(candidates_of(name))
    towns = tuple(
        each for each in found if each.feature == "PPLC" and name.state and each.country == name.state.country
    )
    return towns if in_line and towns else found


def _place(number: int, text: str, name: Name, candidate: Candidate) -> Place:
    is_pin = candidate.kind == "point" and candidate.at is not None
    lat, lon = candidate.at if is_pin and candidate.at else (None, None)
    return Place(
        id=f"p{number}",
        spans=cut_all(text, [(name.start, name.end)]),
        name=candidate.name,
        country=candidate.country,
        lat=lat,
        lon=lon,
        geonames=candidate.geonames,
        feature=candidate.feature,
        kind=candidate.kind,
        precision_km=candidate.precision_km,
        iso=candidate.iso,
        near=candidate.near,
    )


def _in_sentences(names: Sequence[Name], sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int] | None]:
    """For each name its sentence and words[first:last] there; None for one that no sentence holds whole."""
    number = 0
    for name in names:
        while number < len(sentences) and sentences[number].end <= name.start:
            number += 1
        if number == len(sentences):
            yield None
            continue
        own = sentences[number].words
        inside = [index for index, word in enumerate(own) if word.start < name.end and name.start < word.end]
        yield (number, inside[0], inside[-1] + 1) if inside else None


def _containers(text: str, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """(a name, the name behind it that says where it lies), by their numbers."""
    for number, (name, following) in enumerate(pairwise(names)):
        between = text[name.end : following.start]
        if CONTAINER.fullmatch(between):
            target = number + 1
            if number + 2 < len(names) and OWNED.fullmatch(text[following.end : names[number + 2].start]):
                target = number + 2
            inner = candidates_of(name)
            if any(outer.contains(each) for outer in candidates_of(names[target]) for each in inner):
                yield number, target
        elif OWNED.fullmatch(between):
            yield number + 1, number


def _with_containers(asked: Sequence[Asked], index_of: dict[int, int], containers: dict[int, int]) -> list[Asked]:
    """The names, each told its container; one that says where a place lies is a place."""
    found = list(asked)
    for inner, outer in containers.items():
        if inner not in index_of or outer not in index_of:
            continue
        own, other = index_of[inner], index_of[outer]
        if found[own].use is Use.ACTS:
            continue
        one = found[own]
        found[own] = Asked(one.name, one.use, one.sentence, one.candidates, other, one.is_ordinary)
        behind = found[other]
        if outer > inner and behind.use is Use.ACTS:
            found[other] = Asked(
                behind.name, Use.NAMED, behind.sentence, behind.candidates, behind.container, behind.is_ordinary
            )
    return found


def _context(asked: Sequence[Asked], actors: Actors) -> Context:
    """What the actors of a document, and the states that it names, tell of where it plays."""
    context = Context()
    named = {mention.id: mention for mention in actors.mentions}
    for entity in actors.entities:
        if entity.country is None:
            continue
        for mention in entity.mentions:
            if named[mention].form == "name":
                context.tell(entity.country, _key(" ".join(span.text for span in named[mention].spans)))
    for one in asked:
        state = one.name.state
        if state is not None:
            for code in filter(None, (state.country, state.fold)):
                context.tell(code, one.name.key, one.sentence)
    return context


def _key(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


def _is_ordinary(name: Name) -> bool:
    """Whether one word of a name is mostly another word, or what somebody is called."""
    if " " in name.key or name.state is not None or name.area is not None:
        return False
    if name.key in words.ORDINARY:
        return True
    is_famous = any(each.is_own and each.town.population >= FAMOUS for each in name.towns)
    return not is_famous and (name.key in load_nouns() or name.key in load_given_names())


def _stands_inside(sentence: Sentence, first: int, last: int) -> bool:
    """Whether something is said to be in what the words name: `in Lincoln`, not `in the Clinton advertisement`."""
    return is_behind(sentence, first, INSIDE) and sentence.words[last - 1].dep not in (
        "compound",
        "nmod",
        "amod",
        "poss",
    )


def _is_place_name(
    text: str, name: Name, sentence: Sentence, first: int, last: int, use: Use, *, in_line: bool, ordinary: bool
) -> bool:
    """Whether the words are a name at all, and no part of a longer one."""
    own = sentence.words[first:last]
    if name.key in words.NEVER:
        return False
    if in_line:
        return True
    if text[name.end : name.end + 1] == ":" and first == 0:
        # `WALLACE: …`, who speaks, or which government does.
        return False
    is_known = name.state is not None or name.area is not None or name.towns or name.divisions
    if not is_known and (first == 0 or not own[0].tag.startswith("NNP") or name.key in words.ORDINARY):
        # `Joint river talks`.
        return False
    if not any(word.tag.startswith("NNP") for word in own):
        # A tagger takes an unknown name for another word; a preposition tells it from one.
        return use is Use.LOCATES and first != 0 and is_behind(sentence, first, CERTAIN)
    if ordinary and not is_behind(sentence, first, CERTAIN):
        return text[name.end : name.end + 1] == "," and use is not Use.ACTS
    return not (
        _is_after_name(text, name, sentence, first) or _is_before_name(text, name, sentence, last, ordinary=ordinary)
    )


def _is_after_name(text: str, name: Name, sentence: Sentence, first: int) -> bool:
    """Whether a capital in front makes it somebody's or something's longer name: `Jack London`, `Lord Cambridge`."""
    if first == 0:
        return False
    before = sentence.words[first - 1]
    if text[before.end : name.start].strip(" ") or before.end < name.start - 1:
        return False
    return before.tag.startswith("NNP") and before.text[:1].isupper() and before.lemma not in words.DIRECTIONS


def _is_before_name(text: str, name: Name, sentence: Sentence, last: int, *, ordinary: bool) -> bool:
    """Whether a capital behind does: `Paris Hilton`, `the London Evening Post`; not `Goma Airport`."""
    if last >= len(sentence.words):
        return False
    behind = sentence.words[last]
    if behind.text.lower().strip(".") in words.NEVER:
        # `Arrived in Sierra Leone Tuesday`.
        return False
    if text[name.end : behind.start] != " " or not behind.tag.startswith("NNP") or not behind.text[:1].isupper():
        return False
    rest = [word for word in sentence.words[last:] if word.tag.startswith("NNP")]
    final = behind
    for one, following in pairwise(rest):
        if text[one.end : following.start] != " ":
            break
        final = following
    return ordinary or final.text.lower() not in words.NAMED_FACILITIES

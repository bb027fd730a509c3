"""Every attribution's act: the cue's where it tells one, else what the content performs, else a plain assertion."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.annotation.acts.clause import NEGATIONS, NOBODY, has_infinitive
from onrecord.annotation.acts.content import Said, act_of_content, act_of_name
from onrecord.annotation.acts.cue import NEUTRAL, act_of_cue, cue_words, knows
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.entities import Actors
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.acts import ActCues, load_act_cues

# Cues that say what somebody calls somebody or something.
NAMING = frozenset(
    "brand call characterise characterize declare depict describe dub identify label name paint portray term".split()
)


def find_acts(
    text: str,
    quotations: Sequence[Quote],
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    actors: Actors,
) -> tuple[str | None, ...]:
    """The act of each attribution, in their order; None where it performs none that the list has."""
    lexicon = load_act_cues()
    quoted = sorted(piece for quote in quotations if quote.closed for piece in quote.pieces)
    starts = [sentence.start for sentence in sentences]
    named: dict[str, set[int]] = {}
    for mention in actors.mentions:
        if mention.entity:
            named.setdefault(mention.entity, set()).add(mention.spans[0].start)
    acts = []
    for number, attribution in enumerate(attributions):
        own = named.get(actors.sources.get(number, ""), set())
        cued = cue_words(attribution, _over(sentences, starts, attribution.cue))
        labelled = not any(char.isalnum() for start, end in attribution.cue for char in text[start:end])
        said = Said(
            text, attribution.content, _over(sentences, starts, attribution.content), own, quoted, lexicon, labelled
        )
        acts.append(_act(text, attribution, cued, said, lexicon))
    return tuple(acts)


def _act(
    text: str, attribution: Attribution, cued: Sequence[tuple[Sentence, int]], said: Said, lexicon: ActCues
) -> str | None:
    frames = _frames(said)
    if said.labelled:
        return act_of_content(said) or NEUTRAL
    act = act_of_cue(cued, frames, lexicon, by_nobody=_is_nobody(text, attribution))
    performed = act_of_content(said) if act in (NEUTRAL, "warn") else None
    if act == NEUTRAL and any(sentence.words[index].lemma in NAMING for sentence, index in cued):
        return act_of_name(said) or NEUTRAL
    if act == "warn":
        return "threaten" if performed == "threaten" else "warn"
    if act == NEUTRAL and performed:
        # `suggested that they should leave`, `asked that they leave`: the same duty, put more softly by its cue.
        softer = act_of_cue(cued, frames | {"deontic"}, lexicon, by_nobody=False) if performed == "demand" else act
        return softer if softer != NEUTRAL else performed
    if act is None and not knows(cued, frames, lexicon):
        return performed
    return act


def _is_nobody(text: str, attribution: Attribution) -> bool:
    """Whether a source is one of those who do not: `nobody`, `neither side`, `few experts`."""
    words = text[slice(*attribution.source[0])].lower().split() if attribution.source else []
    return bool(words) and words[0] in NOBODY


def _frames(said: Said) -> frozenset[str]:
    """The shape of a content: `to leave` and `Tehran to leave` are infinitives, a noun phrase is an object."""
    for sentence in said.sentences:
        inside = [index for index, word in enumerate(sentence.words) if said.holds(word.start)]
        if not inside:
            continue
        top = [i for i in inside if sentence.words[i].head == i or sentence.words[i].head not in set(inside)]
        words = sentence.words
        verbs = [i for i in top if words[i].is_verb]
        opening = [words[i] for i in inside[:2] if words[i].text.lower() not in NEGATIONS]
        if opening[:1] and opening[0].tag == "TO":
            return frozenset({"infinitive", "to"})
        if verbs and all(has_infinitive(sentence, i) for i in verbs):
            return frozenset({"infinitive"})
        if words[inside[0]].tag == "VBG":
            return frozenset({"gerund"})
        return frozenset() if verbs else frozenset({"object"})
    return frozenset()


def _over(sentences: Sequence[Sentence], starts: Sequence[int], pieces: Sequence[Bounds]) -> list[Sentence]:
    """The sentences that share a character with any of the pieces, in text order."""
    found: dict[int, Sentence] = {}
    for start, end in pieces:
        first = max(0, bisect_right(starts, start) - 1)
        for index in range(first, bisect_left(starts, end)):
            if sentences[index].end > start:
                found[index] = sentences[index]
    return [found[index] for index in sorted(found)]

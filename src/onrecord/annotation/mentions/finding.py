"""Finds the words that name, describe or point to actors."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotation.actors import ActorResolver, Identity
from onrecord.annotation.mentions.clues import Wording, clues, look_up
from onrecord.annotation.mentions.draft import Found
from onrecord.annotation.mentions.judging import Judge, judge_pronoun
from onrecord.annotation.mentions.parts import find_parts, is_only_a_place
from onrecord.annotation.mentions.phrases import Phrase, find_lists, find_phrases, is_relative
from onrecord.annotation.models import ActorModels
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.readable import find_datelines
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.nouns import load_nouns


def find_mentions(
    text: str,
    paragraphs: Sequence[Bounds],
    sentences: Sequence[Sentence],
    sources: Sequence[Bounds],
    resolver: ActorResolver,
    models: ActorModels,
    date: str | None,
) -> list[Found]:
    """What may be mentions of actors in a text, in text order, an enclosing one before those within it.

    `sources` are the places of attributions' sources: somebody is more likely there than elsewhere.
    """
    phrases = _with_names(sentences, list(find_phrases(text, sentences)))
    speaking = _speaking(phrases, sources)
    wordings = [look_up(text, sentences[each.sentence], each, resolver.registry) for each in phrases]
    asked = [index for index, each in enumerate(phrases) if each.form != "pronoun"]
    heads = [sentences[phrases[i].sentence].words[phrases[i].head].start for i in asked]
    rows = [clues(sentences[phrases[i].sentence], phrases[i], wordings[i]) for i in asked]
    chances = dict(zip(asked, models.kinds.read(*models.vectors.of(text, heads), rows), strict=True))
    judge = Judge(text, resolver, date)
    found: list[Found] = []
    for index, (phrase, wording) in enumerate(zip(phrases, wordings, strict=True)):
        sentence, is_source = sentences[phrase.sentence], index in speaking
        if phrase.form == "pronoun":
            relative = is_relative(sentence, phrase.head)
            if not relative or is_source:
                found.append(judge_pronoun(phrase, sentence.words[phrase.head], is_relative=relative))
            continue
        rated = [float(chance) for chance in chances[index]]
        judged = judge.judge(sentence, phrase, wording, rated, is_source=is_source)
        if judged is not None:
            found.append(judged)
    taken = {(each.phrase.sentence, each.phrase.head) for each in found}
    for phrase, members in find_lists(text, sentences):
        if all((phrase.sentence, member) in taken for member in members):
            found.append(Found(phrase, Wording(), "group", Identity(), "many", None, members=members, actor=0.0))
    for number, sentence in enumerate(sentences):
        found += find_parts(number, sentence, text, taken, resolver)
    lines = find_datelines(text, paragraphs)
    kept = [
        each
        for each in found
        if not is_only_a_place(sentences[each.phrase.sentence], each, text)
        and not _is_where_it_was_written(each, lines, text)
    ]
    return sorted(kept, key=lambda each: (each.start, -each.end, bool(each.members)))


def _is_where_it_was_written(found: Found, lines: Sequence[Bounds], text: str) -> bool:
    """Whether a mention is the place of a dateline; the agency in its brackets is none."""
    return any(start <= found.start < end and "(" not in text[start : found.start] for start, end in lines)


def _with_names(sentences: Sequence[Sentence], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, lone words among them that are names elsewhere made names too.

    A tagger takes an unknown name at the head of a line (`Kvantaliani: Mostly weather.`) for a noun.
    """
    known = {
        word.text.lower()
        for each in phrases
        if each.form == "name"
        for word in sentences[each.sentence].words[each.first : each.last]
        if word.tag.startswith("NNP")
    }

    def is_name(phrase: Phrase) -> bool:
        head = sentences[phrase.sentence].words[phrase.head]
        folded = head.text.lower()
        lone = phrase.last - phrase.first == 1 and head.text[:1].isupper()
        return lone and phrase.form == "nominal" and folded in known and folded not in load_nouns()

    return [replace(each, form="name") if is_name(each) else each for each in phrases]


def _speaking(phrases: Sequence[Phrase], sources: Sequence[Bounds]) -> set[int]:
    """The phrases that are sources: for each source the one that is most like it."""
    found = set()
    for start, end in sources:
        near = [index for index, each in enumerate(phrases) if each.start < end and start < each.end]
        rated = [(likeness((phrases[index].start, phrases[index].end), (start, end)), -index) for index in near]
        if rated:
            found.add(-max(rated)[1])
    return found


def likeness(one: Bounds, other: Bounds) -> float:
    """What share of the characters of two stretches is common to both."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))

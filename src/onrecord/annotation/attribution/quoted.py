"""Direct attributions: whose words stand in quotation marks.

The marks give the content, so the search starts from them and looks for a cue beside: after the quotation (`"…," he
said`), before it (`he said: "…"`), a dash or a lead-in (`"…" — Minister X`, `Minister X:`). What has no cue of its own
is looked at in `continued.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotation.attribution.draft import Attribution
from onrecord.annotation.attribution.page import Page
from onrecord.annotation.attribution.phrases import noun_phrase, source_of, source_stretch, verb_group
from onrecord.annotation.attribution.utterances import (
    ABBREVIATION,
    ENDS_UTTERANCE,
    SENTENCE_END,
    is_utterance,
    opens_sentence,
)
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence

# How far from a quotation its cue can stand, in characters: a source with a long apposition fits.
REACH = 260
DASH_SOURCE = re.compile(r"\s*(?P<cue>—|–|--|-)\s*(?P<source>[^\W\d_][^\n\r.:;]{2,120}?)\s*\.?\s*$")
LEAD_IN = re.compile(r"\s*(?:(?:And|But|Also|Then)\s+)?(?:[Ff]rom\s+)?(?P<source>[^\s:][^:]{0,98}[^\s:])\s*")
FINITE = ("VBD", "VBZ", "VBP")


def find_quoted(page: Page) -> list[Attribution]:
    """The attributions of the outer quotations that have a cue, one for the two halves of `"…," he said, "…"`."""
    found: list[Attribution] = []
    for quote in page.outer:
        own = _attribute(page, quote)
        if own is not None and found and own.cue == found[-1].cue:
            found[-1] = replace(found[-1], content=(*found[-1].content, *own.content))
        elif own is not None:
            found.append(own)
    return found


def _attribute(page: Page, quote: Quote) -> Attribution | None:
    """The attribution of one quotation by a cue of its own."""
    after = _region_after(page, quote)
    if _may_be_followed(page.text, quote):
        found = _by_verb(page, after, quote, backwards=False) or _by_dash(page, quote)
        if found is not None:
            return found
    before = _region_before(page, quote)
    return _by_verb(page, before, quote, backwards=True)


def _may_be_followed(text: str, quote: Quote) -> bool:
    """Whether a cue after the quotation can belong to it: it ends in punctuation, inside the marks or just behind."""
    last = text[quote.pieces[-1][0] : quote.end]
    if re.search(r"(?<!\.)\.\W*$", last) and re.match(r"\s+[^\W\d_]", text[quote.end : quote.end + 4]):
        return not text[quote.end :].lstrip()[0].isupper()  # a full stop inside the marks: a new sentence begins
    ends = ENDS_UTTERANCE.search(last) is not None
    return ends or re.match(r"\s*[,—–-]", text[quote.end : quote.end + 4]) is not None or quote.start == 0


def _region_after(page: Page, quote: Quote) -> Bounds:
    """From the quotation's end to the end of that sentence, the next quotation or the paragraph."""
    limit = min(page.paragraph_at(quote.end - 1)[1], page.next_mark(quote.end) or len(page.text), quote.end + REACH)
    for match in SENTENCE_END.finditer(page.text, quote.end, limit):
        if not ABBREVIATION.search(page.text, max(quote.end, match.start() - 6), match.end()):
            return quote.end, match.end()
    return quote.end, limit


def _region_before(page: Page, quote: Quote) -> Bounds:
    """From the start of the sentence (or the end of the quotation before) to the quotation.

    Where a paragraph opens with the quotation, the last sentence before it counts if it ends in a colon.
    """
    text = page.text
    begin, end = page.paragraph_at(quote.start)[0], quote.start
    if not text[begin:end].strip():
        previous = page.paragraph_before(begin)
        if previous is None or not text[previous[0] : previous[1]].rstrip().endswith(":"):
            return quote.start, quote.start
        begin, end = previous[0], previous[0] + len(text[previous[0] : previous[1]].rstrip())
    begin = max(begin, end - REACH, page.last_mark(end))
    if text[begin:end].rstrip().endswith((".", "?", "!")):
        return end, end  # that sentence is over; what follows is not its content
    for match in SENTENCE_END.finditer(text, begin, end):
        if (
            not ABBREVIATION.search(text, max(begin, match.start() - 6), match.end())
            and text[match.end() : end].strip()
        ):
            begin = match.end()
    return begin, end


def _by_verb(page: Page, region: Bounds, quote: Quote, *, backwards: bool) -> Attribution | None:
    """`he said` in the stretch of text beside a quotation."""
    candidates = list(_cue_verbs(page, region, quote, backwards=backwards))
    if not candidates:
        return None
    sentence, verb = candidates[-1] if backwards else candidates[0]
    if backwards and not _leads_up(page.text, sentence.words[verb].end, quote.start):
        return None
    source = _source_beside(page, sentence, verb, region, backwards=backwards)
    group = [index for index in verb_group(sentence, verb) if region[0] <= sentence.words[index].start < region[1]]
    words = sentence.words
    cue = (words[group[0]].start, words[group[-1]].end)
    if not backwards and not _follows_at_once(page.text, region[0], min(cue[0], source[0]) if source else cue[0]):
        return None
    return Attribution((source,) if source else (), (cue,), quote.pieces)


def _follows_at_once(text: str, start: int, found: int) -> bool:
    """Whether nothing but marks and an adverb or two stands between a quotation and its attribution."""
    between = text[start:found]
    return len(re.findall(r"\w+", between)) <= 2 and (not between[:1].isalnum())


def _leads_up(text: str, verb_end: int, quote_start: int) -> bool:
    """Whether what stands between a verb and the quotation lets the quotation be its content."""
    between = text[verb_end:quote_start].strip()
    return between in ("", ",", ":", "that") or between.endswith((",", ":")) or len(between.split()) <= 8


def _cue_verbs(page: Page, region: Bounds, quote: Quote, *, backwards: bool) -> Iterator[tuple[Sentence, int]]:
    for sentence in page.sentences_over(*region):
        for index, word in enumerate(sentence.words):
            inside = region[0] <= word.start and word.end <= region[1]
            if not inside or not word.is_verb or word.dep in ("aux", "auxpass"):
                continue
            if "quote" not in page.cues.verbs.get(word.lemma, frozenset()):
                continue
            elsewhere = word.dep == "relcl" or word.tag == "VB" or _has_clause_after(sentence, index, region[1])
            if (not backwards and elsewhere) or (backwards and not is_utterance(page.text, quote)):
                continue
            yield sentence, index


def _has_clause_after(sentence: Sentence, verb: int, limit: int) -> bool:
    """Whether a verb governs a clause behind it, before `limit`: then the quotation before it is not its content."""
    clause = sentence.child(verb, "ccomp")
    return clause is not None and sentence.words[verb].end < sentence.words[clause].start < limit


def _source_beside(page: Page, sentence: Sentence, verb: int, region: Bounds, *, backwards: bool) -> Bounds | None:
    """Who does the verb, within the stretch beside the quotation where the parse led astray."""
    words = sentence.words

    def within(indices: list[int]) -> list[int]:
        return [index for index in indices if region[0] <= words[index].start < region[1]]

    named = source_of(sentence, verb)
    if backwards:
        return source_stretch(sentence, named) if named else None
    named = within(named)
    if not named:
        named = within(_nominal_after(sentence, verb) or _nominal_before(sentence, verb, region))
    return source_stretch(sentence, named) if named else None


def _nominal_after(sentence: Sentence, verb: int) -> list[int]:
    """The noun phrase behind an inverted verb: `…," said Maria Stein`."""
    words = sentence.words
    for index in range(verb + 1, min(verb + 6, len(words))):
        if words[index].text in {",", ".", ";"}:
            break
        if words[index].is_nominal and words[index].tag not in ("DT", "CD"):
            phrase = noun_phrase(sentence, _head_of_run(sentence, index))
            return [i for i in phrase if i > verb]
    return []


def _head_of_run(sentence: Sentence, index: int) -> int:
    """The head of the compound that a noun stands in."""
    words = sentence.words
    while words[index].dep in ("compound", "amod", "poss", "nmod", "nummod") and words[index].head > index:
        index = words[index].head
    return index


def _nominal_before(sentence: Sentence, verb: int, region: Bounds) -> list[int]:
    words = sentence.words
    for index in range(verb - 1, -1, -1):
        if words[index].start < region[0]:
            break
        if words[index].is_nominal and words[index].tag not in ("DT", "CD"):
            return [i for i in noun_phrase(sentence, _head_of_run(sentence, index)) if i < verb]
    return []


def _by_dash(page: Page, quote: Quote) -> Attribution | None:
    """`"…" — Minister X`, on the quotation's line or the next one."""
    end = page.paragraph_at(quote.end - 1)[1]
    following = page.paragraph_after(end)
    if following is not None and not page.text[quote.end : end].strip():
        end = following[1]
    match = DASH_SOURCE.fullmatch(page.text, quote.end, end)
    if match is None or len(match["source"].split()) > 14 or not match["source"][0].isupper():
        return None
    if not is_utterance(page.text, quote) or not opens_sentence(page.text, quote):
        return None
    return Attribution((match.span("source"),), (match.span("cue"),), quote.pieces)


def find_colon_source(page: Page, quote: Quote) -> Attribution | None:
    """The attribution of a quotation that a colon leads up to."""
    return _by_colon(page, _region_before(page, quote), quote)


def _by_colon(page: Page, region: Bounds, quote: Quote) -> Attribution | None:
    """`Minister X: "…"`, `And from Chairwoman Y:`, `He played down the losses: "…"`."""
    before = page.text[region[0] : region[1]].rstrip()
    if not before.endswith(":") or not is_utterance(page.text, quote):
        return None
    colon = region[0] + len(before) - 1
    for sentence in reversed(page.sentences_over(region[0], colon)):
        reply = _by_reply(page, sentence, colon, quote)
        if reply is not None:
            return reply
        verbs = (i for i, word in enumerate(sentence.words) if word.dep in ("ROOT", "conj") and word.end <= colon)
        verb = next((i for i in verbs if sentence.words[i].tag in FINITE), None)
        if verb is not None:
            named = source_of(sentence, verb)
            source = source_stretch(sentence, named) if named else None
            words = [sentence.words[index] for index in verb_group(sentence, verb)]
            return Attribution((source,) if source else (), ((words[0].start, words[-1].end),), quote.pieces)
    match = LEAD_IN.fullmatch(page.text, region[0], colon)
    if match is None:
        return None
    return Attribution((match.span("source"),), ((colon, colon + 1),), quote.pieces)


def _by_reply(page: Page, sentence: Sentence, colon: int, quote: Quote) -> Attribution | None:
    """`Her advice: "…"`, `The government's answer was short: "…"`: the cue runs from the noun to the colon."""
    for index, word in enumerate(sentence.words):
        owner = sentence.child(index, "poss")
        if word.end <= colon and owner is not None and "copula" in page.cues.nouns.get(word.lemma, frozenset()):
            named = [i for i in noun_phrase(sentence, owner) if sentence.words[i].tag != "POS"]
            source = source_stretch(sentence, named)
            return Attribution((source,) if source else (), ((word.start, colon + 1),), quote.pieces)
    return None

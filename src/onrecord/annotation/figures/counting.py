"""What a quantity counts, and which quantities count nothing that matters."""

from collections.abc import Sequence

from onrecord.annotation.figures.quantities import LARGE, Quantity, QuantityReader
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.figures import load_quantity_words
from onrecord.codebooks.nouns import NO_SENSES, load_nouns

# What may stand between a number and the noun that it counts.
# How far behind a number its noun may end.
FARTHEST = 16
BETWEEN = ("JJ", "NN", "VBG", "VBN", "POS", "CD", "RB", "HYPH", "``", "''")
DEFINITE = frozenset({"the", "these", "those", "both", "its", "their", "all"})
EMPTY = frozenset("be have do say give make take".split())
SMALL = 10
YEARS = (1500, 2100)
DASHES = frozenset({"-", "–", "—"})


def counted_by(sentence: Sentence, quantity: Quantity, taken: frozenset[int]) -> int | None:
    """The word for what a quantity counts: the noun behind it, or the verb that says what they do or suffer."""
    words = sentence.words
    noun = _noun_behind(sentence, quantity.end, taken, is_money=quantity.unit is not None and quantity.unit != "%")
    if noun is not None and words[noun].text[0].isalnum():
        return noun
    if quantity.unit is not None:
        return _noun_before(sentence, quantity.start)
    return _verb_of(sentence, quantity) if quantity.end <= len(words) else None


def matters(sentence: Sentence, quantity: Quantity, counted: int | None, taken: frozenset[int]) -> bool:
    """Whether a quantity is one of people, things, money, votes or events, and no date, age, score or name."""
    words, nouns = sentence.words, load_quantity_words().nouns
    inside = range(quantity.start, quantity.end)
    if any(index in taken for index in inside):
        return False
    before = words[quantity.start - 1] if quantity.start else None
    after = words[quantity.end] if quantity.end < len(words) else None
    if quantity.unit is not None:
        return not (counted is not None and words[counted].lemma == "point")
    if after is not None and _is_compound(sentence, quantity):
        return False
    if before is not None and (_is_name(sentence, quantity) or before.text[0].isdigit()):
        return False
    if after is not None and (after.lemma in nouns["time"] or after.text[0].isdigit()):
        return False
    if counted is None:
        return (quantity.is_digits and quantity.value >= LARGE and "," in words[quantity.end - 1].text) or (
            quantity.is_modified and quantity.value > SMALL
        )
    return _is_counted(sentence, quantity, counted)


def _is_counted(sentence: Sentence, quantity: Quantity, counted: int) -> bool:
    """Whether what a plain number counts matters: no length, no year, none of `the two sides`, no mere `one`."""
    words, nouns = sentence.words, load_quantity_words().nouns
    noun = words[counted]
    if noun.lemma in nouns["time"] | nouns["idle"] or (quantity.value % 1 and not quantity.is_vague):
        return False
    is_word = not quantity.is_digits and not quantity.is_modified and not quantity.is_vague
    if is_word and quantity.value == 2 and noun.lemma in nouns["pair"]:
        return not quantity.start or words[quantity.start - 1].text.lower() not in DEFINITE
    if is_word and quantity.value == 1:
        return _counts_one(sentence, quantity, counted)
    is_year = quantity.is_digits and YEARS[0] <= quantity.value <= YEARS[1] and "," not in words[quantity.end - 1].text
    return not (is_year and noun.tag in ("NN", "NNP", "VB", "VBD", "VBN"))


def _noun_behind(sentence: Sentence, index: int, taken: frozenset[int], *, is_money: bool) -> int | None:
    """The head of the noun phrase behind a number, also behind `of the`, for money `in`."""
    words, casualty = sentence.words, load_quantity_words().nouns["casualty"]
    at = index
    if at < len(words) and words[at].text.lower() in (("of", "in") if is_money else ("of",)):
        has_in = words[at].text.lower() == "in"
        at += 1
        while at < len(words) and words[at].tag in ("DT", "PRP$", "PDT"):
            if has_in:
                return None
            at += 1
        if at < len(words) and words[at].tag == "PRP" and not has_in:
            return at
    found = None
    while at < min(len(words), index + FARTHEST) and at not in taken and words[at].tag.startswith(BETWEEN):
        word = words[at]
        if word.tag.startswith("NN") and at + 1 < len(words) and words[at + 1].tag == "HYPH":
            at += 2  # `law-abiding citizens`
        elif word.tag.startswith("NN"):
            if found is not None and words[at - 1].tag == "NNS" and word.tag.startswith("NNP"):
                break
            found = at
        elif found is not None and (word.tag in ("VBN", "VBG", "RB") or word.tag.startswith("JJ")):
            break
        elif found is None and word.text.lower() in casualty and not _is_noun_next(sentence, at):
            return at
        elif word.tag == "RB" and found is None and at == index:
            return None
        at += 1
    return found


def _is_noun_next(sentence: Sentence, index: int) -> bool:
    return index + 1 < len(sentence.words) and sentence.words[index + 1].tag.startswith("NN")


def _noun_before(sentence: Sentence, index: int) -> int | None:
    """`a fine of $5 million`, `a pipeline of 40 km`."""
    words = sentence.words
    if index >= 2 and words[index - 1].text.lower() == "of" and words[index - 2].tag.startswith("NN"):
        return index - 2
    return None


def _verb_of(sentence: Sentence, quantity: Quantity) -> int | None:
    """`three were killed`, `wounded 30`, `thousands have left`."""
    words = sentence.words
    if quantity.end < len(words) and words[quantity.end].text == ",":
        return None
    for index in range(quantity.end - 1, quantity.start - 1, -1):
        word = words[index]
        if quantity.start <= word.head < quantity.end:
            continue
        head = words[word.head]
        if word.dep in ("nsubj", "nsubjpass", "dobj", "nummod", "npadvmod") and head.is_verb:
            return word.head if head.lemma not in EMPTY else None
        return None
    return None


def _is_compound(sentence: Sentence, quantity: Quantity) -> bool:
    """`30-day`, `19-year-old`, `3-1`, and `15-member`, which say what something is like."""
    words = sentence.words
    at = quantity.end
    if words[at].text in DASHES and at + 1 < len(words):
        return words[at].start == words[at - 1].end
    return (
        bool(quantity.start)
        and words[quantity.start - 1].text in DASHES
        and (words[quantity.start - 1].end == words[quantity.start].start)
    )


def _is_name(sentence: Sentence, quantity: Quantity) -> bool:
    """`Resolution 2799`, `France 24`, `article 78`, `aged 34`, `, 61,`."""
    words, numbered = sentence.words, load_quantity_words().nouns["numbered"]
    first = quantity.start
    before = words[first - 1]
    after = words[quantity.end] if quantity.end < len(words) else None
    if quantity.is_modified:
        return False
    if before.lemma.lower() in numbered or before.lemma in ("age", "aged") or before.text in ("#", "№"):
        return True
    if before.tag in ("NNP", "NNPS") and words[first].head == first - 1:
        return True
    if words[first].text.istitle() and after is not None and after.tag.startswith("NNP"):
        return True  # the village of `Two Keys`
    is_between = before.text == "," and (after is None or after.text in (",", ".", ";"))
    return is_between and quantity.is_digits and quantity.value < 120


def _counts_one(sentence: Sentence, quantity: Quantity, counted: int) -> bool:
    """`one company`, but not `one of them`, `no one`, `the one`, `one another`."""
    words = sentence.words
    before = words[quantity.start - 1] if quantity.start else None
    if before is not None and before.tag in ("DT", "PRP$", "JJ", "WDT"):
        return False
    usual = load_nouns().get(words[counted].lemma, NO_SENSES).usual
    return (
        words[counted].tag.startswith("NN")
        # Of one view or one thing the text only speaks; one soldier or one company is counted.
        and (usual in ("p", "g") or words[counted].tag == "NNP")
        and counted > quantity.start
        and all(word.text.lower() != "of" for word in words[quantity.end : counted])
        and words[quantity.start].tag == "CD"
    )


def shared_noun(sentence: Sentence, earlier: Sequence[tuple[Quantity, int | None]], quantity: Quantity) -> int | None:
    """The noun that a tally's second number shares: `68 votes to 21`, `9 tonnes to 7`."""
    if not earlier:
        return None
    before, noun = earlier[-1]
    words = sentence.words
    if noun is None or not words[noun].tag.startswith("NN"):
        return None
    between = [word.text.lower() for word in words[max(before.end, noun + 1) : quantity.start]]
    return noun if between in (["to"], ["against"], ["and"], [",", "with"]) else None


def voted(reader: QuantityReader, quantity: Quantity) -> int | None:
    """The `vote` of which a number without a noun is a tally's first: `lost the vote by 112 to 89`."""
    words = reader.words
    if quantity.end >= len(words) or words[quantity.end].text.lower() not in ("to", "against"):
        return None
    other = reader.read(quantity.end + 1)
    if other is None or other.unit or quantity.unit or other.value > quantity.value:
        return None
    return next((k for k in range(quantity.start - 1, -1, -1) if words[k].lemma == "vote"), None)

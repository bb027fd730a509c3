"""Where utterances and sentences begin and end: whether a quotation is speech, or only words set apart in marks."""

import re

from onrecord.annotation.quotations import Quote

ENDS_UTTERANCE = re.compile(r"[,.?!…—–-]\W*$")
SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|Prof|St|Jr|Sr|No|U\.S|U\.N|U\.K|[A-Z])\.$")


def is_utterance(text: str, quote: Quote) -> bool:
    """Whether a quotation reads as something said rather than as words set apart: it ends as a sentence or a clause."""
    inside = text[quote.start : quote.end].strip("\"“”„«»‹›‘’'` ")
    return len(inside.split()) >= 2 and (
        ENDS_UTTERANCE.search(text[quote.start : quote.end]) is not None or len(inside.split()) > 8
    )


def opens_sentence(text: str, quote: Quote) -> bool:
    """Whether nothing of its sentence stands before a quotation."""
    before = text[max(0, quote.start - 3) : quote.start].rstrip()
    return not before or before[-1] in '.?!:"”'

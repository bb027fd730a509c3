"""What brat has to be told of our annotations: its types, their roles and values, and how they look.

The layout is that of https://brat.nlplab.org/configuration.html: a type's name has letters, digits, hyphens and
underscores; a role marked `?` is filled once at most, `*` any number of times.
"""

from collections.abc import Iterable
from typing import get_args

from onrecord.codebooks import load_acts
from onrecord.codebooks.events import MODES, TYPES
from onrecord.codebooks.terms import load_matters
from onrecord.record import Bound, MentionForm, Quotation, Status

ENTITY_TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "country": "Country",
    "polity": "Polity",
    "armed-force": "Armed-force",
    "international-organisation": "International-organisation",
    "party": "Party",
    "media": "Media",
    "group": "Group",
}
# `Words` fill a role and are no mention; a `Mention` is one of nobody who is known.
OTHER_TYPES = ("Mention", "Words", "Time", "Place", "Figure")
VERDICTS = ("confirm", "correct", "add", "comment")

COLOURS = {"Statement": "#cfe8ff", "Term": "#e3d5f5", "Time": "#e5f5d5", "Place": "#d5f0e8", "Figure": "#f5edc8"}
EVENT_COLOUR = "#ffdccc"


def type_name(entity_type: str | None) -> str:
    """brat's type for a mention of an entity of a type; `Mention` for other types, and where it is not known."""
    return ENTITY_TYPES.get(entity_type or "", "Mention")


def attribute_value(words: str) -> str:
    """A value as brat can hold it, without spaces: `term-of-office`."""
    return "-".join(words.split())


def annotation_conf() -> str:
    """The types of annotation, in brat's four sections."""
    modes = sorted({mode for of_type in MODES.values() for mode in of_type})
    roles = "Actor*:<ENTITY>, Recipient*:<ENTITY>, Time?:Time, Place?:Place, Voice?:Statement, Within?:<EVENT>"
    return "\n".join([
        "[entities]", "", *ENTITY_TYPES.values(), *OTHER_TYPES, "",
        "[relations]", "",
        "Refers\tArg1:<ENTITY>, Arg2:<ENTITY>",
        "Counts\tArg1:Figure, Arg2:<ENTITY>",
        "Voice\tArg1:Figure, Arg2:Statement",
        "Coreference\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive",
        "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "",
        "[events]", "",
        "Statement\tSource?:<ENTITY>, Cue?:<ENTITY>, Addressee?:<ENTITY>, Time?:Time, Within?:Statement",
        "Term\tSubject?:<ENTITY>, Time:Time, Voice?:Statement",
        *(f"{name}\t{roles}" for name in TYPES), "",
        "[attributes]", "",
        _attribute("Quotation", "Statement", get_args(Quotation)),
        _attribute("Act", "Statement", load_acts()),
        _attribute("Status", "<EVENT>", get_args(Status)),
        _attribute("Mode", "<EVENT>", modes),
        "Subordinate\tArg:<EVENT>",
        _attribute("Bound", "Term", get_args(Bound)),
        _attribute("Matter", "Term", load_matters()),
        _attribute("Form", "<ENTITY>", get_args(MentionForm)),
        _attribute("Reviewed", "<ANY>", VERDICTS), "",
    ])  # fmt: skip


def visual_conf() -> str:
    """How the types look: statements blue, events red; what a person reviewed has a tick."""
    colours = COLOURS | dict.fromkeys(TYPES, EVENT_COLOUR)
    return "\n".join([
        "[labels]", "",
        "[drawing]", "",
        "SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken",
        "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
        "ATTRIBUTE_DEFAULT\tglyph:*",
        "Reviewed\tglyph:✓",
        *(f"{name}\tbgColor:{colour}" for name, colour in colours.items()), "",
    ])  # fmt: skip


def _attribute(name: str, of: str, values: Iterable[str]) -> str:
    return f"{name}\tArg:{of}, Value:{'|'.join(attribute_value(each) for each in values)}"

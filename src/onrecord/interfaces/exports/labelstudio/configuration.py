"""The labelling configuration: which labels, values and relations the tasks use."""

from collections.abc import Iterable
from typing import get_args
from xml.sax.saxutils import quoteattr

from onrecord.codebooks import load_acts
from onrecord.codebooks.events import MODES, TYPES
from onrecord.codebooks.terms import load_matters
from onrecord.record import Bound, Quotation, Status

COLOURS = {
    "content": "#4c9be8", "cue": "#7a6fd0", "source": "#2f9e69", "addressee": "#8fbf3f",
    "event": "#d9534f", "actor": "#2f9e69", "recipient": "#8fbf3f",
    "term": "#a45fc4", "subject": "#2f9e69", "time": "#6aa84f", "place": "#3fa7a0", "figure": "#c9a227",
    "counted": "#b08d57", "mention": "#999999",
}  # fmt: skip
LABELS = tuple(COLOURS)
RELATIONS = (
    "continues", "source", "cue", "addressee", "actor", "recipient", "subject", "counts", "time", "place", "voice",
    "within", "refers",
)  # fmt: skip


def choices() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The closed values by name: the label of the regions that have them, and what they may be.

    `status` and `mode` are an event's; a term's status has a name of its own, as Label Studio ties a set of choices to
    one label.
    """
    modes = sorted({mode for of_type in MODES.values() for mode in of_type})
    return {
        "quotation": ("content", get_args(Quotation)),
        "act": ("content", tuple(load_acts())),
        "type": ("event", TYPES),
        "mode": ("event", tuple(modes)),
        "status": ("event", get_args(Status)),
        "matter": ("term", tuple(load_matters())),
        "bound": ("term", get_args(Bound)),
        "term-status": ("term", get_args(Status)),
    }


def configuration() -> str:
    """The configuration as XML, to be pasted under Settings, Labeling Interface."""
    labels = (f'<Label value="{label}" background="{COLOURS[label]}"/>' for label in LABELS)
    relations = (f'<Relation value="{relation}"/>' for relation in RELATIONS)
    values = (line for name, (label, told) in choices().items() for line in _choices(name, label, told))
    return "\n".join([
        "<View>",
        '  <Labels name="label" toName="text">', *(f"    {each}" for each in labels), "  </Labels>",
        '  <Text name="text" value="$text" granularity="symbol"/>',
        *values,
        '  <TextArea name="edtf" toName="text" perRegion="true" whenTagName="label" whenLabelValue="time"'
        ' placeholder="EDTF" maxSubmissions="1"/>',
        '  <TextArea name="name" toName="text" perRegion="true" placeholder="name" maxSubmissions="1"/>',
        "  <Relations>", *(f"    {each}" for each in relations), "  </Relations>",
        "</View>", "",
    ])  # fmt: skip


def _choices(name: str, label: str, values: Iterable[str]) -> Iterable[str]:
    yield (
        f'  <Choices name="{name}" toName="text" choice="single" showInline="true" perRegion="true"'
        f' whenTagName="label" whenLabelValue="{label}">'
    )
    for value in values:
        yield f"    <Choice value={quoteattr(value)}/>"
    yield "  </Choices>"

"""One change between two revisions of a document, as a fact-checker wants it told."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from onrecord.record import Spans

What = Literal[
    "denial", "attribution", "quotation", "statement", "source", "cue", "negation", "figure", "status", "actor",
    "recipient", "event", "hedge", "headline", "name", "place", "time", "passage",
]  # fmt: skip
How = Literal["removed", "added", "altered", "softened", "hardened", "paraphrased", "quoted", "moved"]

SENTENCES: dict[tuple[What, How], str] = {
    ("denial", "removed"): "A denial was removed",
    ("attribution", "removed"): "A claim now stands as the document's own words",
    ("negation", "removed"): "A negation was removed",
    ("quotation", "removed"): "A quotation was removed",
    ("quotation", "altered"): "The words of a quotation were altered",
    ("source", "altered"): "Who is said to have said it was altered",
    ("figure", "altered"): "A number was altered",
    ("headline", "altered"): "The headline was altered",
    ("hedge", "removed"): "A hedge was removed",
    ("actor", "altered"): "Who did it was altered",
    ("status", "altered"): "What became of it was altered",
    ("cue", "softened"): "A cue was softened",
    ("cue", "hardened"): "A cue was hardened",
    ("cue", "altered"): "A cue was altered",
    ("recipient", "altered"): "To whom it was done was altered",
    ("quotation", "paraphrased"): "A quotation became a paraphrase",
    ("statement", "quoted"): "A paraphrase became a quotation",
    ("statement", "removed"): "A statement was removed",
    ("statement", "altered"): "A statement was altered",
    ("event", "removed"): "An event was removed",
    ("event", "altered"): "An event was altered",
    ("denial", "added"): "A denial was added",
    ("negation", "added"): "A negation was added",
    ("attribution", "added"): "What the document said itself is now somebody's claim",
    ("quotation", "added"): "A quotation was added",
    ("statement", "added"): "A statement was added",
    ("event", "added"): "An event was added",
    ("hedge", "added"): "A hedge was added",
    ("name", "altered"): "A name was altered",
    ("place", "altered"): "A place was altered",
    ("time", "altered"): "A time was altered",
    ("passage", "removed"): "A passage was removed",
    ("passage", "altered"): "A passage was altered",
    ("passage", "added"): "A passage was added",
    ("passage", "moved"): "A passage was moved",
}
"""Every kind of change with the words that tell it, the weightiest first: what readers were told and no longer are,
then who vouches for it, what else was altered, what is new. The order is by judgement."""

TURNED: dict[How, How] = {"removed": "added", "added": "removed"}


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did to the record: `what` it concerns and `how` it changed, with the words of both revisions.

    `before` and `after` are words as a person reads them, None where the revision has none; `before_spans` are offsets
    into the earlier text, `after_spans` into the later one. `who` is the source of the statement concerned, `note` what
    else helps to weigh it (`taken for true → no side taken`).
    """

    what: What
    how: How
    before: str | None
    after: str | None
    before_spans: Spans = ()
    after_spans: Spans = ()
    who: str | None = None
    note: str | None = None

    @property
    def kind(self) -> str:
        """What and how in two words: `quotation removed`."""
        return f"{self.what} {self.how}"

    @property
    def weight(self) -> int:
        """The place of its kind in the order of weight, 0 the weightiest."""
        return list(SENTENCES).index((self.what, self.how))

    @property
    def line(self) -> str:
        """The change in a sentence."""
        if self.before is None or self.after is None:
            words = f"“{self.before or self.after}”"
            if self.how not in TURNED:
                words += " is no longer there" if self.after is None else " is new"
        else:
            words = f"“{self.before}” → “{self.after}”"
        aside = "; ".join(each for each in (self.who, self.note) if each)
        return f"{SENTENCES[self.what, self.how]}: {words}{f' ({aside})' if aside else ''}"

    def turned(self) -> Self:
        """The same change seen from the later revision: what was removed was added."""
        return replace(
            self,
            how=TURNED.get(self.how, self.how),
            before=self.after,
            after=self.before,
            before_spans=self.after_spans,
            after_spans=self.before_spans,
        )

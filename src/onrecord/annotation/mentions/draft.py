"""A mention as it is found, before it is known which others refer to the same."""

from dataclasses import dataclass
from typing import Literal

from onrecord.annotation.actors import Identity
from onrecord.annotation.mentions.clues import Wording
from onrecord.annotation.mentions.phrases import Phrase
from onrecord.codebooks.nouns import Gender
from onrecord.codebooks.registry import Entry, Kind
from onrecord.record import MentionForm

Number = Literal["one", "many"]
Person = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Found:
    """Words at (start, end) that may name, describe or point to an actor.

    `kind` is the record's type of what they mean, None for a pronoun or a description of a state (`the region`), which
    are mentions only where another one says what they mean. `identity` is what the registry and role words tell,
    `entry` what of the registry the name is. `actor` is the chance, 0 to 1, that it is about people or an organisation
    at all. What more it is:

    - `is_part`: within a longer phrase without being its head (`the Georgian army`'s `Georgian`);
    - `members`: a coordination, by the heads of its members: a mention only where something later means all of them;
    - `is_relative`: `who` or `which`, a mention only as a source;
    - `is_weak`: a mention only where another that is not weak means the same;
    - `is_place`: perhaps a place that only is there; a state if the text lets it act (coreference/states.py).
    """

    phrase: Phrase
    wording: Wording
    kind: Kind | None
    identity: Identity
    number: Number | None
    gender: Gender | None
    person: Person = 3
    is_part: bool = False
    actor: float = 1.0
    entry: Entry | None = None
    members: tuple[int, ...] = ()
    is_relative: bool = False
    is_place: bool = False
    is_weak: bool = False

    @property
    def start(self) -> int:
        """Where it begins, in code points."""
        return self.phrase.start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.phrase.end

    @property
    def form(self) -> MentionForm:
        """Name, nominal or pronoun."""
        return self.phrase.form

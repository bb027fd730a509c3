"""What is known of an actor."""

from dataclasses import dataclass

from onrecord.codebooks.registry import Entry, Kind


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an actor is, as far as its words, the date and the registry tell; None and empty where they do not.

    `country` is ISO 3166-1 alpha-3, PLOVER's code of an international body, or the registry's code of a polity;
    `sectors` are PLOVER's, the primary one first; `role` is the word that says what the actor is (`foreign minister`).
    """

    kind: Kind | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    entry: Entry | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known."""
        return self != Identity()

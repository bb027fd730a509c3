"""Events as rows: what a list, a timeline or a comparison of accounts needs of one, without loading its record."""

from dataclasses import dataclass

from onrecord.record import Status


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a role: the text's words, and who that is as far as it is known.

    `identity` is who it is across documents: one number, one identity, at this moment (docs/resolution.md).
    """

    words: str
    name: str | None = None
    identity: int | None = None
    registry: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A quantity told together with an event: `words` (`at least 12`), of what (`killed`), from `low` to `high`."""

    words: str
    counts: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the text is when it tells of an event without saying when or where: the days and the place told last."""

    first: str | None = None
    last: str | None = None
    place: str | None = None
    place_country: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of one document's current coding.

    `first` and `last` are the first and the last day on which it may have happened, None where the text does not tell.
    `voice` is the statement that claims it, `voices` who says so, the innermost first; both are empty where the
    document itself reports it. `words` are the text's, from `start` to `end`: the clause that tells of it.
    `scene` is None where it has a day or place of its own, or nothing is told before it.
    """

    document: str
    uri: str | None
    heading: str
    outlet: str | None
    published: str | None
    event: str
    type: str
    mode: str | None
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    first: str | None
    last: str | None
    place: str | None
    place_country: str | None
    geonames: int | None
    voice: str | None
    voices: tuple[Party, ...]
    figures: tuple[FigureRow, ...]
    trigger: str
    words: str
    start: int
    end: int
    root: bool = True
    contexts: tuple[str, ...] = ()
    scene: Scene | None = None

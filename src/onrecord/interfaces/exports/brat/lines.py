"""A record as the lines of an `.ann`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.interfaces.exports.brat.configuration import type_name
from onrecord.interfaces.exports.brat.sheet import Sheet, pieces
from onrecord.interfaces.exports.decisions import Decisions, in_words
from onrecord.record import Event, Figure, Part, Participant, Record, Spans, Statement, Term

Happening = Statement | Event | Term
Roles = Iterator[tuple[str, str | None]]


def lines_of(record: Record) -> list[str]:
    """The lines on a record: mentions and entities, times, places, statements, events, terms, figures."""
    writer = _Writer(record)
    writer.mentions()
    writer.entities()
    writer.times_and_places()
    writer.happenings()
    for figure in record.figures:
        writer.figure(figure)
    return writer.sheet.lines


class _Writer:
    """Writes the parts of one record; what it has written is known by part and id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.sheet = Sheet(record.document.text)
        self.decisions = Decisions(record)
        self.types = {entity.id: type_name(entity.type) for entity in record.entities}
        self.times = {time.id: time for time in record.times}
        self.written: dict[tuple[Part, str], str] = {}
        # Of each entity the ids of its mentions, and of words that are a mention the entity.
        self.names: dict[str, list[str]] = defaultdict(list)
        self.known: dict[tuple[tuple[int, int], ...], str | None] = {}
        self.related: set[tuple[str, str, str]] = set()

    def mentions(self) -> None:
        for mention in self.record.mentions:
            name = self.sheet.words(self.types.get(mention.entity or "", "Mention"), mention.spans)
            if name is None:
                continue
            if mention.entity is not None and name not in self.names[mention.entity]:
                self.names[mention.entity].append(name)
            self.known.setdefault(pieces(mention.spans), mention.entity)
            self.written["mentions", mention.id] = name
            self.sheet.tell(name, "Form", mention.form)
            self._decided("mentions", mention.id)

    def entities(self) -> None:
        """Who the mentions are: those of one entity are equivalent, the first has a note of what is known."""
        for entity in self.record.entities:
            names = self.names.get(entity.id)
            if not names:
                continue
            if len(names) > 1:
                self.sheet.lines.append(f"*\tCoreference {' '.join(names)}")
            self.sheet.facts(
                names[0], name=entity.name, country=entity.country, sector=entity.sector, role=entity.role,
                registry=entity.registry,
            )  # fmt: skip
            self.written["entities", entity.id] = names[0]
            self._decided("entities", entity.id)

    def times_and_places(self) -> None:
        for time in self.record.times:
            if name := self.sheet.words("Time", time.spans):
                self.written["times", time.id] = name
                self.sheet.facts(name, kind=time.kind, edtf=time.edtf, arithmetic=time.arithmetic)
                self._decided("times", time.id)
        for place in self.record.places:
            if name := self.sheet.words("Place", place.spans):
                self.written["places", place.id] = name
                self.sheet.facts(
                    name, name=place.name, kind=place.kind, country=place.country, lat=place.lat, lon=place.lon,
                    geonames=place.geonames, precision_km=place.precision_km,
                )  # fmt: skip
                self._decided("places", place.id)

    def happenings(self) -> None:
        """Statements, events and terms; each has its id before any is written, as they refer to one another."""
        of_part: tuple[tuple[Part, Iterable[Happening]], ...] = (
            ("statements", self.record.statements),
            ("events", self.record.events),
            ("terms", self.record.terms),
        )
        shown = [(part, item) for part, items in of_part for item in items if pieces(self._trigger(item))]
        for number, (part, item) in enumerate(shown, 1):
            self.written[part, item.id] = f"E{number}"
        for part, item in shown:
            match item:
                case Statement():
                    self._statement(item)
                case Event():
                    self._event(item)
                case Term():
                    self._term(item)
            self._decided(part, item.id)

    def figure(self, figure: Figure) -> None:
        """A quantity, with what it counts, who is counted and who gives it as relations."""
        if (name := self.sheet.words("Figure", figure.spans)) is None:
            return
        self.written["figures", figure.id] = name
        if figure.counts is not None:
            self._relate("Counts", name, self.sheet.words("Words", figure.counts.spans))
        self._relate("Refers", name, self.written.get(("entities", figure.entity or "")))
        self._relate("Voice", name, self.written.get(("statements", figure.voice or "")))
        exact = "yes" if figure.exact else "no"
        self.sheet.facts(name, low=figure.low, high=figure.high, exact=exact, unit=figure.unit)
        self._decided("figures", figure.id)

    def _statement(self, statement: Statement) -> None:
        def roles() -> Roles:
            yield "Source", self._participant(statement.source)
            yield "Cue", self.sheet.words("Words", statement.cue.spans) if statement.cue else None
            yield "Addressee", self._participant(statement.addressee)
            yield "Time", self.written.get(("times", statement.time or ""))
            yield "Within", self.written.get(("statements", statement.within or ""))

        name = self._happening("statements", "Statement", statement, roles())
        self.sheet.tell(name, "Quotation", statement.quotation)
        self.sheet.tell(name, "Act", statement.act)
        self.sheet.facts(name, confidence=statement.confidence)

    def _event(self, event: Event) -> None:
        def roles() -> Roles:
            for actor in event.actors:
                yield "Actor", self._participant(actor)
            for recipient in event.recipients:
                yield "Recipient", self._participant(recipient)
            yield "Time", self.written.get(("times", event.time or ""))
            yield "Place", self.written.get(("places", event.place or ""))
            yield "Voice", self.written.get(("statements", event.voice or ""))
            yield "Within", self.written.get(("events", event.within or ""))

        name = self._happening("events", event.type, event, roles())
        self.sheet.tell(name, "Status", event.status)
        self.sheet.tell(name, "Mode", event.mode)
        if not event.root:
            self.sheet.add("A", f"Subordinate {name}")
        self.sheet.facts(name, contexts=", ".join(event.contexts) or None)

    def _term(self, term: Term) -> None:
        def roles() -> Roles:
            yield "Subject", self._participant(term.subject)
            yield "Time", self.written.get(("times", term.time))
            yield "Voice", self.written.get(("statements", term.voice or ""))

        name = self._happening("terms", "Term", term, roles())
        self.sheet.tell(name, "Matter", term.matter)
        self.sheet.tell(name, "Bound", term.bound)
        self.sheet.tell(name, "Status", term.status)
        self.sheet.facts(name, edtf=term.edtf, arithmetic=term.arithmetic)

    def _happening(self, part: Part, kind: str, item: Happening, roles: Roles) -> str:
        """A line E; several that fill one role are numbered from the second on: Actor, Actor2."""
        filled: list[str] = []
        seen: dict[str, int] = defaultdict(int)
        for role, words in roles:
            if words is not None:
                seen[role] += 1
                filled.append(f" {role}{seen[role] if seen[role] > 1 else ''}:{words}")
        trigger = self.sheet.trigger(kind, self._trigger(item))
        name = self.written[part, item.id]
        self.sheet.lines.append(f"{name}\t{kind}:{trigger}{''.join(filled)}")
        return name

    def _trigger(self, item: Happening) -> Spans:
        match item:
            case Statement():
                return item.content.spans
            case Event():
                return item.trigger.spans
        return item.spans or self.times[item.time].spans

    def _participant(self, participant: Participant | None) -> str | None:
        """The words of whoever fills a role: a mention's where they are one, else words that refer to who is meant."""
        if participant is None:
            return None
        where = pieces(participant.spans)
        mentioned = self.known.get(where)
        kind = self.types.get(mentioned or "", "Mention") if where in self.known else "Words"
        name = self.sheet.words(kind, participant.spans)
        if name is not None and participant.entity != mentioned:
            self._relate("Refers", name, self.written.get(("entities", participant.entity or "")))
        return name

    def _relate(self, relation: str, one: str, other: str | None) -> None:
        if other is not None and one != other and (relation, one, other) not in self.related:
            self.related.add((relation, one, other))
            self.sheet.add("R", f"{relation} Arg1:{one} Arg2:{other}")

    def _decided(self, part: Part, item: str) -> None:
        """What people decided: an attribute with the last verdict, and a note for each."""
        reviews = self.decisions.on(part, item)
        if reviews:
            name = self.written[part, item]
            self.sheet.tell(name, "Reviewed", reviews[-1].verdict)
            for review in reviews:
                self.sheet.note(name, in_words(review))

"""iCalendar (RFC 5545): the terms, each an all-day event on the day of its bound.

What is only claimed, demanded, planned or possible is TENTATIVE, what is denied CANCELLED. The UID is made of the
document and the words that tell the term, so that a corrected date moves the entry and makes no second one. A term
without a date is left out: an event needs a day, and a to-do without one stands on every day until it is done (3.6.2).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from icalendar import Calendar, Event

from onrecord.analysis import Entry
from onrecord.errors import RecordError
from onrecord.interfaces.exports.decisions import Decisions, in_words
from onrecord.interfaces.exports.identifiers import urn, web_address
from onrecord.interfaces.exports.wording import Wording, in_line
from onrecord.interfaces.output import replacing
from onrecord.record import Document, Record, Spans, Term, bounds

PRODUCT = "-//Onrecord//Terms//EN"
VERBS = {"until": "ends", "from": "begins", "by": "due"}
# Stamps what stands in a document without a date: a stamp is wanted, and the clock would make the bytes differ.
NO_DATE = date(1970, 1, 1)
# What a text may not hold (3.3.11).
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(entries: Iterable[Entry], path: Path) -> int:
    """Writes one calendar; gives the number of its events."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    head, end = calendar.to_ical().decode().split("END:VCALENDAR")
    written = 0
    with replacing(path) as file:
        file.write(head)
        for entry in entries:
            for event in _Terms(entry.record).events():
                file.write(event.to_ical().decode())
                written += 1
        file.write(f"END:VCALENDAR{end}")
    return written


class _Terms:
    """Makes events of the terms of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.wording = Wording(record)
        self.decisions = Decisions(record)
        self.times = {each.id: each.spans for each in record.times}
        self.alike: Counter[tuple[str, ...]] = Counter()

    def events(self) -> Iterator[Event]:
        """The events, in the order of the terms."""
        for term in self.record.terms:
            if days := _days(term.edtf):
                yield self._event(term, *days)

    def _event(self, term: Term, first: date, last: date) -> Event:
        document, spans = self.record.document, self._spans(term)
        places = [f"{span.start}-{span.end}" for span in spans]
        telling = ("term", document.id, term.matter, term.bound, *places)
        self.alike[telling] += 1  # the mandates of two missions may be told by the same words
        voice = self.wording.claimants(term.voice)
        event = Event()
        event.add("uid", urn(*telling, str(self.alike[telling])))
        event.add("dtstamp", datetime.combine(_stamp(document), time(), UTC))
        event.add("dtstart", first if term.bound == "from" else last)
        event.add("summary", _clean(self._summary(term, voice)))
        event.add("description", _clean("\n".join(self._description(term, spans, voice, first == last))))
        event.add("categories", [term.matter])
        event.add("status", _status(term))
        event.add("transp", "TRANSPARENT")
        event.add("sequence", len(self.decisions.on("terms", term.id)))
        if address := web_address(document):
            event.add("url", address)
        event.add("x-onrecord-document", document.id)
        event.add("x-onrecord-spans", ";".join(places))
        event.add("x-onrecord-edtf", term.edtf)
        event.add("x-onrecord-made-by", self.decisions.made_by("terms", term.id))
        return event

    def _spans(self, term: Term) -> Spans:
        """The words that tell the term and its time, in the order of the text."""
        return tuple(sorted((*term.spans, *self.times[term.time])))

    def _summary(self, term: Term, voice: tuple[str, ...]) -> str:
        """`mandate of the mission ends, says the envoy`: a claim is told as one."""
        subject = f" of {self.wording.named(term.subject)}" if term.subject else ""
        told = f"{term.matter}{subject} {VERBS[term.bound]}{f' ({term.status})' if term.status else ''}"
        return f"{told}, says {', says '.join(voice)}" if voice else told

    def _description(self, term: Term, spans: Spans, voice: tuple[str, ...], is_day: bool) -> Iterator[str]:
        """The words, whose claim it is, where it stands, how the day comes about, and what people decided."""
        document, coder = self.record.document, self.record.coder
        which = "first" if term.bound == "from" else "last"
        yield f"Words: {in_line(spans)}"
        yield f"Claimed by: {', says '.join(voice)}" if voice else "Reported by the document itself"
        yield f"Date: {term.bound} {term.edtf}" + ("" if is_day else f", which tells no day: this is its {which}")
        if term.arithmetic:
            yield f"Reckoned: {term.arithmetic}"
        known = (document.outlet, document.published, document.title, document.uri)
        yield f"Document: {', '.join(each for each in known if each)}"
        yield f"Coded by {'a person' if self.decisions.is_added('terms', term.id) else f'{coder.name} {coder.version}'}"
        yield from (in_words(review) for review in self.decisions.on("terms", term.id))


def _days(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day of a date, one standing for the other where that end is open; None for no date."""
    try:
        first, last = bounds(edtf or "")
    except RecordError:
        return None
    if first is None or last is None:
        first = last = first or last
    return (first, last) if first and last else None


def _status(term: Term) -> str:
    if term.status == "not-happened":
        return "CANCELLED"
    return "TENTATIVE" if term.status or term.voice else "CONFIRMED"


def _stamp(document: Document) -> date:
    """The day of the document: published, else fetched."""
    days = _days(document.published) or _days(document.retrieved)
    return days[0] if days else NO_DATE


def _clean(text: str) -> str:
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)

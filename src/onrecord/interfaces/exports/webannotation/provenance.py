"""Where annotations come from, in PROV-O: the coder's run, and the people who confirmed, corrected or added."""

from typing import Any

from onrecord.interfaces.exports.decisions import Decisions
from onrecord.interfaces.exports.identifiers import urn
from onrecord.record import Part, Record, Reviewed

MOTIVATIONS = {
    "confirm": "assessing", "correct": "editing", "add": "moderating", "reject": "moderating", "comment": "commenting",
}  # fmt: skip


class Provenance:
    """Tells of the annotations of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._decisions = Decisions(record)
        coder = record.coder
        self._run = urn("run", record.document.id, coder.identity)
        self._coder = {
            "id": urn("coder", coder.identity),
            "type": ["Software", "prov:SoftwareAgent"],
            "name": f"{coder.name} {coder.version}",
        }

    def name(self, part: Part, item: str) -> str:
        """An item's URN. Of one that a person corrected it is another than what the coder made had."""
        corrected = [str(each.number) for each in self._decisions.on(part, item) if each.verdict == "correct"]
        return self._name(part, item, *corrected)

    def of(self, part: Part, item: str) -> dict[str, Any]:
        """Who made an item: the coder in its run over the document, people, or both."""
        reviews = self._decisions.on(part, item)
        people = [each for each in reviews if each.verdict in ("add", "correct")]
        told: dict[str, Any] = {}
        if people:
            creators = {each.who: _person(each) for each in people}
            told["creator"] = list(creators.values())
            told["prov:wasAttributedTo"] = [{"id": each["id"]} for each in creators.values()]
            told["created"] = people[-1].when
        if self._decisions.is_added(part, item):
            return told
        if people:
            told["prov:wasRevisionOf"] = {"id": self._name(part, item), "type": "prov:Entity"} | self._generated()
            return told | {"generator": self._coder}
        return self._generated()

    def review(self, review: Reviewed) -> dict[str, Any]:
        """A decision, as an annotation of the person's on the coder's annotation."""
        field = {"onrecord:field": review.field} if review.field else {}
        was = {"onrecord:was": review.was} if review.was is not None else {}
        body = {"type": "TextualBody", "value": review.why, "format": "text/plain"}
        return {
            "id": urn("review", self._record.document.id, str(review.number), review.who, review.when),
            "type": ["Annotation", "prov:Entity"],
            "motivation": MOTIVATIONS[review.verdict],
            "creator": _person(review),
            "created": review.when,
            "onrecord:verdict": review.verdict,
            **field,
            **was,
            **({"body": body} if review.why else {}),
            "target": self._target(review),
        }

    def _target(self, review: Reviewed) -> str | dict[str, Any]:
        """The document, or an annotation; of one that was rejected this is all that the file has."""
        if review.part == "document":
            return self._record.document.id
        name = self.name(review.part, review.item)
        if review.verdict != "reject":
            return name
        rejecting = {"type": "prov:Activity", "prov:wasAssociatedWith": {"id": _person(review)["id"]}}
        return {"id": name, "type": "prov:Entity", "prov:wasInvalidatedBy": rejecting}

    def _generated(self) -> dict[str, Any]:
        run = {
            "id": self._run, "type": "prov:Activity", "prov:used": {"id": self._record.document.id},
            "prov:wasAssociatedWith": {"id": self._coder["id"]},
        }  # fmt: skip
        return {"generator": self._coder, "prov:wasGeneratedBy": run}

    def _name(self, part: Part, item: str, *corrections: str) -> str:
        return urn("annotation", self._record.document.id, self._record.coder.identity, part, item, *corrections)


def _person(review: Reviewed) -> dict[str, Any]:
    return {"id": urn("person", review.who), "type": ["Person", "prov:Person"], "name": review.who}

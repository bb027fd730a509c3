"""A claim of its appearances."""

from itertools import groupby
from typing import Any

from onrecord.interfaces.exports.claim.collecting import NEGATING, Appearance


def claim(key: str, appearances: list[Appearance]) -> dict[str, Any]:
    """The claim as its first appearance words it; appearances in order, the statements of one document together."""
    first = appearances[0]
    works = [_work(list(told)) for _, told in groupby(appearances, key=lambda each: each["document"])]
    return _without_nothing({
        "@type": "Claim",
        "@id": key,
        "text": _text(first),
        "keywords": list(dict.fromkeys(each["act"] for each in appearances)),
        "author": _author(first),
        "datePublished": first["published"],
        # Without a date nobody knows which was the first.
        "firstAppearance": {"@type": "CreativeWork", "@id": first["document"]} if first["published"] else None,
        "appearance": works,
    })  # fmt: skip


def _text(told: Appearance) -> str:
    """The words; of what is denied with the cue, without which they say the contrary."""
    is_negated = told["act"] in NEGATING and told["cue"] is not None
    return f"{told['cue']} {told['words']}" if is_negated else str(told["words"])


def _author(told: Appearance) -> dict[str, Any] | None:
    """Whoever makes the claim; what is no person is an Organization, the only other type that an author may have."""
    if told["source"] is None:
        return None
    kind = {"person": "Person", None: None}.get(told["source_type"], "Organization")
    return _without_nothing({"@type": kind, "@id": told["identity"], "name": told["source"]})


def _work(told: list[Appearance]) -> dict[str, Any]:
    """A document, with the words in which it has the claim."""
    document = told[0]
    origin = document["origin"] if document["origin"] not in ("", document["document"]) else None
    return _without_nothing({
        "@type": "CreativeWork",
        "@id": document["document"],
        "url": document["url"],
        "onrecord:uri": document["uri"] if document["url"] is None else None,
        "name": document["title"],
        "datePublished": document["published"],
        "inLanguage": document["language"],
        "publisher": {"@type": "Organization", "name": document["outlet"]} if document["outlet"] else None,
        "author": [{"@type": "Person", "name": name} for name in document["authors"]],
        "isBasedOn": {"@id": origin} if origin else None,
        "hasPart": [_quotation(each) for each in told],
    })  # fmt: skip


def _quotation(told: Appearance) -> dict[str, Any]:
    """The exact words, where they stand, and who made the statement what it is: the coder, or people."""
    return _without_nothing({
        "@type": "Quotation",
        "text": told["words"],
        "onrecord:spans": told["spans"],
        "onrecord:quotation": told["quotation"],
        "onrecord:cue": told["cue"],
        "onrecord:confidence": told["confidence"],
        "onrecord:through": told["through"],
        "onrecord:madeBy": told["made_by"],
        "onrecord:reviews": [
            {f"onrecord:{key}": value for key, value in review.items() if value} for review in told["reviews"]
        ],
    })  # fmt: skip


def _without_nothing(value: dict[str, Any]) -> dict[str, Any]:
    """An object without the keys that have no value, as schema.org leaves out what is not known."""
    return {key: told for key, told in value.items() if told not in (None, [])}

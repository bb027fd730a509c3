"""Places: located mentions."""

from dataclasses import dataclass

from onrecord.record.spans import Spans


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place and where it lies (WGS 84 degrees), with its GeoNames id and feature code if known."""

    id: str
    spans: Spans
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    feature: str | None = None

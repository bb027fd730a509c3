"""Places: located mentions."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record.spans import Spans

PlaceKind = Literal["point", "area"]


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place and where it lies (WGS 84 degrees), with its GeoNames id and feature code if known.

    An area (a country, a region, a corridor, a sea) has no point. `precision_km` is the radius within which a point's
    town lies around it, or the radius of a circle as large as an area; of an area named after a town, whose GeoNames id
    is `near`, how far around that town it may reach. `iso` is the ISO 3166-2 code of a subdivision.
    """

    id: str
    spans: Spans
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    feature: str | None = None
    kind: PlaceKind = "point"
    precision_km: float | None = None
    iso: str | None = None
    near: int | None = None

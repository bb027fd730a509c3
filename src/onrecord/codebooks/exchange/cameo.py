"""Events, acts of speech and actors in CAMEO, as GDELT has them."""

from dataclasses import dataclass
from functools import cache

from onrecord.codebooks.exchange.lines import rows

# Verbal cooperation, material cooperation, verbal conflict, material conflict: the last root code of each, in CAMEO's
# order (GDELT Event Codebook 2.0, QuadClass).
QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
ISO_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO event code, a string since it begins with 0, with its Goldstein score (-10 to 10)."""

    code: str
    goldstein: float

    @property
    def base(self) -> str:
        """The code of the second level: `074` of `0741`; of a code of that level itself."""
        return self.code[:3]

    @property
    def root(self) -> str:
        """The code of the first level: `07` of `074`."""
        return self.code[:2]

    @property
    def quad(self) -> int:
        """The quad class, 1 to 4."""
        return next(quad for last, quad in QUADS if int(self.root) <= last)


@dataclass(frozen=True, slots=True)
class CameoActor:
    """An actor in CAMEO: the country, a body known by its own code (`UNO`), and the roles, the broadest first."""

    country: str | None = None
    group: str | None = None
    roles: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """All codes in one string, as GDELT's ActorCode: `USAGOV`; empty for who has none."""
        return "".join((self.country or "", *self.roles))


@cache
def cameo_of(what: str, mode: str | None = None, contexts: tuple[str, ...] = ()) -> Cameo | None:
    """The CAMEO code of a PLOVER type, or of an act of speech in small letters; None for what CAMEO does not code."""
    for key, its_mode, context, code, goldstein, _ in rows("cameo.tsv"):
        if key == what and its_mode in ("", mode) and (not context or context in contexts):
            return Cameo(code, float(goldstein))
    return None


@cache
def cameo_actor(country: str | None, sector: str | None) -> CameoActor:
    """Whose code it is: ISO alpha-3 or a body of PLOVER's, and a PLOVER sector. A de-facto state has no code."""
    codes = {(kind, plover): tuple(cameo.split()) for kind, plover, cameo in rows("cameo_actors.tsv")}
    role = codes.get(("sector", sector or ""), ())
    body = codes.get(("country", country or ""))
    if body == ("EUR",):
        return CameoActor("EUR", None, role)
    if body is not None:
        return CameoActor(None, "UNO" if "UNO" in body else None, tuple(dict.fromkeys((*body, *role))))
    return CameoActor(country if country and len(country) == ISO_LENGTH else None, None, role)

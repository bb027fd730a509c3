"""What is written for a country made the registry's code for it."""

import pycountry

from onrecord.codebooks.registry.entries import STATES
from onrecord.codebooks.registry.names import cut_words
from onrecord.codebooks.registry.registry import Registry

# PLOVER's codes of actors that belong to no country.
BODIES = frozenset({"EUR", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO"})
# Codes in use that ISO 3166-1 does not have: FollowTheMoney's, and the two letters of Kosovo and of everyday English.
OTHERS = {"EU": "EUR", "XK": "XKX", "UK": "GBR", "ZR": "COD", "GB-NIR": "GBR", "GB-SCT": "GBR", "GB-WLS": "GBR"}


def country_code(written: str, registry: Registry) -> str | None:
    """The code that codes, a name or another name stand for; None where that is no country or polity, or several.

    Takes ISO 3166-1 in two and three letters, ISO 3166-3 for former countries, a polity's code, PLOVER's of a body, and
    names: the registry's and ISO's.
    """
    code = written.strip().upper()
    if code in BODIES or _is_state(code, registry):
        return code
    iso = OTHERS.get(code) or _alpha_3(code)
    if iso is not None and (iso in BODIES or _is_state(iso, registry)):
        return iso
    named = registry.get(cut_words(written))
    codes = {each.entry.country for each in named if each.sense == "name" and each.entry.kind in STATES}
    if len(codes) == 1:
        return codes.pop()
    try:
        return str(pycountry.countries.lookup(written.strip()).alpha_3) if not codes else None
    except LookupError:
        return None


def _is_state(code: str, registry: Registry) -> bool:
    return code in registry.entries and registry[code].kind in STATES


def _alpha_3(code: str) -> str | None:
    """The three letters for ISO 3166-1's two, or for the code of a former country."""
    current = pycountry.countries.get(alpha_2=code)
    former = pycountry.historic_countries.get(alpha_4=code) or pycountry.historic_countries.get(alpha_2=code)
    found = current or former
    return str(found.alpha_3) if found else None

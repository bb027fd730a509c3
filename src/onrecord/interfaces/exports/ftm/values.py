"""Values as FollowTheMoney's types want them."""

import re

import pycountry

from onrecord.errors import RecordError
from onrecord.record import bounds, is_edtf_date

# Codes of polities that its list of countries has as they are, in small letters; further polities it has not.
POLITIES = frozenset({"AZ-NK", "CY-TRNC", "GE-AB", "IQ-KR", "MD-PMR", "SO-SOM", "UA-CRI", "UA-DPR", "UA-LPR", "X-SO"})
# Codes that differ from ISO 3166-1's two letters in small letters.
OTHERS = {"XKX": "xk", "EUR": "eu", "SUN": "suhh", "YUG": "yucs", "CSK": "cshh", "SCG": "csxx"}
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.+")


def country_code(code: str | None) -> str | None:
    """FollowTheMoney's code of a country or polity; None for one that it has none for, and for PLOVER's bodies."""
    if code is None:
        return None
    if code in POLITIES:
        return code.lower()
    country = pycountry.countries.get(alpha_3=code)
    return OTHERS.get(code) or (country.alpha_2.lower() if country else None)


def language_code(code: str | None) -> str | None:
    """ISO 639-3 for ISO 639-1, `eng` for `en`; None for what is neither."""
    language = pycountry.languages.get(alpha_2=(code or "")[:2])
    return language.alpha_3 if language else None


def one_date(edtf: str | None) -> str | None:
    """A year, month or day as it is, the day of a moment; None for all else, an interval too."""
    if edtf is None:
        return None
    if is_edtf_date(edtf):
        return edtf
    return edtf[:10] if MOMENT.fullmatch(edtf) and is_edtf_date(edtf[:10]) else None


def dates(edtf: str | None) -> dict[str, str]:
    """`date`; of an interval and of what is no plain date `startDate` and `endDate`; nothing where no day is known."""
    if date := one_date(edtf):
        return {"date": date}
    try:
        first, last = bounds(edtf or "")
    except RecordError:
        return {}
    ends = {"startDate": first, "endDate": last}
    return {key: value.isoformat() for key, value in ends.items() if value is not None}

"""Written values checked and made the registry's: names, dates, sectors, types, ids."""

import re
import unicodedata
from typing import cast, get_args

from onrecord.codebooks.registry.countries import country_code
from onrecord.codebooks.registry.entries import Kind, Office, precedes
from onrecord.codebooks.registry.loading import split
from onrecord.codebooks.registry.names import cut_words
from onrecord.codebooks.registry.own.complaints import WrongValue
from onrecord.codebooks.registry.registry import Registry
from onrecord.codebooks.registry.sectors import SECTORS
from onrecord.record import is_edtf_date

ID = re.compile(r"([A-Za-z][\w.-]*):(\S+)")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
OPEN = ".."


def read_text(written: str) -> str:
    """One line of text in Unicode's composed form, so that the same name is the same however it was typed."""
    text = " ".join(unicodedata.normalize("NFC", written).split())
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in text):
        raise WrongValue(f"{text!r} holds a character that is no text")
    return text


def read_name(written: str) -> str:
    """A name, by which somebody can be found in a text."""
    name = read_text(written)
    if not name:
        raise WrongValue("is missing")
    if not cut_words(name):
        raise WrongValue(f"{name!r} has no letter or digit")
    return name


def read_names(written: str) -> tuple[str, ...]:
    """Names between semicolons."""
    return tuple(dict.fromkeys(read_name(name) for name in split(written)))


def read_kind(written: str) -> Kind | None:
    """A type; spaces, capitals and a `z` in organisation do no harm."""
    kind = "-".join(written.casefold().split()).replace("organization", "organisation")
    if kind and kind not in get_args(Kind):
        raise WrongValue(f"{written!r} is no type; write one of {', '.join(get_args(Kind))}")
    return cast(Kind, kind) if kind else None


def read_date(written: str) -> str | None:
    """An EDTF date; None for an open end, which is empty or `..`."""
    if written in ("", OPEN):
        return None
    if not is_edtf_date(written):
        raise WrongValue(f"{written!r} is no date; write 2024, 2024-05 or 2024-05-02")
    return written


def read_sectors(written: str) -> tuple[str, ...]:
    """PLOVER sectors between semicolons, the primary one first."""
    sectors = tuple(dict.fromkeys(sector.upper() for sector in split(written)))
    for sector in sectors:
        if sector not in SECTORS:
            raise WrongValue(f"{sector!r} is no sector of PLOVER; write one of {' '.join(sorted(SECTORS))}")
    return sectors


def read_ids(written: str) -> tuple[tuple[str, str], ...]:
    """Ids elsewhere between semicolons, each with its scheme: `wikidata:Q42; ftm:NK-1`."""
    return tuple(dict.fromkeys(read_id(each) for each in split(written)))


def read_id(written: str) -> tuple[str, str]:
    """An id elsewhere and its scheme."""
    match = ID.fullmatch(read_text(written))
    if match is None:
        raise WrongValue(f"{written!r} is no id; write its scheme, a colon and the id, such as wikidata:Q42")
    scheme, value = match[1].lower(), match[2]
    if scheme == "wikidata" and not WIKIDATA.fullmatch(value):
        raise WrongValue(f"{value!r} is no id of Wikidata; write a Q and its number, such as wikidata:Q42")
    return scheme, value


def read_country(written: str, registry: Registry) -> str:
    """The code of a country, a polity or a body."""
    code = country_code(written, registry)
    if code is None:
        raise WrongValue(
            f"{written!r} is no country, or more than one; write the three letters of ISO 3166 (AUT), its two (AT), "
            "an English name, or a polity's code (GE-AB)"
        )
    return code


def check_term(office: Office) -> Office:
    """An office that does not end before it begins."""
    if not precedes(office.since, office.until, or_meets=True):
        raise WrongValue(f"{office.until!r} is before {office.since!r}, when the office was taken up")
    return office

"""Times: explicit dates, years, decades and periods, with their values in EDTF (ISO 8601-2, level 1).

What the words alone do not settle has no value: `9 November` without a year, `3/4/2020` (March or April?). Relative
expressions (`last Tuesday`) are not looked for yet.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from onrecord.record import Time, TimeKind, cut

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[6-9]\d\d|20\d\d|21[0-4]\d)"
GAP = r"[ \t\u00a0\u202f]+"
# A number that goes on is no year: 2,020 troops; 2020.5; 2020-strong; 20200.
NO_MORE = r"(?![\d%]|[.,:/]\d|-\w)"
START = r"(?<![\w.,:/$€£-])"

# What a bare year must stand behind to be one; `2019 people` must not.
BEFORE_YEAR = (
    r"(?:in|since|until|till|by|of|from|for|during|before|after|to|and|around|late|early|mid|between|through|throughout"
    r"|spring|summer|autumn|fall|winter|than|the|year|quarter|half)"
)


def _named(groups: str, tag: str) -> str:
    """A pattern with its group names made its own, so that it can stand twice in one expression."""
    return re.sub(r"\(\?P<(\w+)>", lambda match: f"(?P<{match[1]}{tag}>", groups)


DATE_FORMS = (
    rf"{DAY}{GAP}(?:of{GAP})?{MONTH},?{GAP}{YEAR}",
    rf"{MONTH}{GAP}{DAY},?{GAP}{YEAR}",
    r"(?P<year>1[6-9]\d\d|20\d\d|21[0-4]\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])",
    rf"{MONTH},?{GAP}(?:of{GAP})?{YEAR}",
)
DATE = "|".join(_named(form, f"_{index}") for index, form in enumerate(DATE_FORMS))
POINT = rf"(?:{DATE}|(?P<only>1[6-9]\d\d|20\d\d|21[0-4]\d))"
NUMERIC = rf"(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark){YEAR}"

RANGE = re.compile(
    rf"{START}(?:(?P<lead>[Ff]rom|[Bb]etween){GAP})?{_named(POINT, 'A')}"
    rf"(?:{GAP}(?:to|and|until|till|through){GAP}|[ \u00a0]?[–—-][ \u00a0]?){_named(POINT, 'B')}{NO_MORE}"
)
BOUND = re.compile(
    rf"{START}(?P<word>[Ss]ince|[Uu]ntil|[Tt]ill|[Uu]p to|[Ff]rom){GAP}(?:the{GAP}end{GAP}of{GAP})?{POINT}{NO_MORE}"
)
FULL = re.compile(rf"{START}(?:{DATE}){NO_MORE}")
ISO_TIME = re.compile(rf"{START}\d{{4}}-\d\d-\d\dT\d\d:\d\d\S*")
NUMBERS = re.compile(rf"{START}{NUMERIC}{NO_MORE}")
DECADE = re.compile(
    rf"{START}(?:the{GAP})?(?:(?:early|mid|late)[- ](?:to[- ]late[- ])?)?(?P<decade>1[6-9]\d0|20\d0)['’]?s\b"
)
SPAN_OF_YEARS = re.compile(rf"{START}(?P<a>1[6-9]\d\d|20\d\d)[–/-](?P<b>\d\d){NO_MORE}")
DAY_MONTH = re.compile(
    rf"{START}(?:{DAY}{GAP}(?:of{GAP})?{MONTH}|{_named(MONTH, '_m')}{GAP}{_named(DAY, '_m')})(?!{GAP}?\d)\b"
)
YEAR_ALONE = re.compile(
    rf"\b(?:{BEFORE_YEAR}{GAP}|(?:early|mid|late)-){YEAR}{NO_MORE}(?!\w)|\((?P<in_brackets>1[6-9]\d\d|20\d\d)\)",
    re.IGNORECASE,
)

Found = tuple[int, int, TimeKind, str | None]


def find_times(text: str) -> tuple[Time, ...]:
    """The explicit expressions of time in text order; where two overlap, the earlier kind in FINDERS holds."""
    taken: list[Found] = []
    covered = bytearray(len(text))
    for find in FINDERS:
        for found in find(text):
            if not any(covered[found[0] : found[1]]):
                taken.append(found)
                covered[found[0] : found[1]] = b"\1" * (found[1] - found[0])
    return tuple(
        Time(f"t{number}", (cut(text, start, end),), kind, edtf)
        for number, (start, end, kind, edtf) in enumerate(sorted(taken), 1)
    )


def _ranges(text: str) -> Iterator[Found]:
    """`from 1994 to 2020`, `2015–2018`, `between 2 May 2019 and 4 May 2019`."""
    for match in RANGE.finditer(text):
        bare = match["onlyA"] is not None and match["onlyB"] is not None
        values = _value(match, "A"), _value(match, "B")
        between = text[match.end("onlyA") : match.start("onlyB")].strip() if bare else ""
        if match["lead"] is None and not (bare and between in {"–", "—", "-", "to"}):
            continue  # `in 2014 and 2015`: two dates
        if None not in values and str(values[0]) <= str(values[1]):
            yield match.start(), match.end(), "interval", f"{values[0]}/{values[1]}"


def _bounds(text: str) -> Iterator[Found]:
    """`until 2025`, `since 9 November 2020`."""
    for match in BOUND.finditer(text):
        value = _value(match, "")
        open_ended = match["word"].lower() in ("since", "from")
        if value is not None:
            yield match.start(), match.end(), "interval", f"{value}/.." if open_ended else f"../{value}"


def _dates(text: str) -> Iterator[Found]:
    for match in FULL.finditer(text):
        yield match.start(), match.end(), "point", _value(match, "")


def _iso_times(text: str) -> Iterator[Found]:
    for match in ISO_TIME.finditer(text):
        stamp = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", match[0])
        if stamp is not None:
            yield match.start(), match.start() + stamp.end(), "point", stamp[0] if stamp[0].count(":") > 1 else None


def _numeric_dates(text: str) -> Iterator[Found]:
    """`9.11.2020` is the 9th of November; `11/9/2020` may be either, `25/9/2020` only the 25th."""
    for match in NUMBERS.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if match["mark"] == "." or first > 12:
            value = _date(year, second, first)
        elif second > 12 or first == second:
            value = _date(year, first, second)
        else:
            value = None
        yield match.start(), match.end(), "point", value


def _decades(text: str) -> Iterator[Found]:
    for match in DECADE.finditer(text):
        yield match.start(), match.end(), "interval", f"{match['decade'][:3]}X"


def _short_ranges(text: str) -> Iterator[Found]:
    """`1998–99`."""
    for match in SPAN_OF_YEARS.finditer(text):
        if int(match["b"]) > int(match["a"][2:]):
            yield match.start(), match.end(), "interval", f"{match['a']}/{match['a'][:2]}{match['b']}"


def _days_without_year(text: str) -> Iterator[Found]:
    for match in DAY_MONTH.finditer(text):
        yield match.start(), match.end(), "point", None


def _years(text: str) -> Iterator[Found]:
    for match in YEAR_ALONE.finditer(text):
        group = "year" if match["year"] else "in_brackets"
        yield match.start(group), match.end(group), "point", match[group]


FINDERS: tuple[Callable[[str], Iterator[Found]], ...] = (
    _iso_times,
    _ranges,
    _bounds,
    _dates,
    _numeric_dates,
    _short_ranges,
    _decades,
    _days_without_year,
    _years,
)


def _value(match: re.Match[str], tag: str) -> str | None:
    """The EDTF value of the date whose groups end in `tag`; None where no calendar has such a day."""
    groups = match.groupdict()
    if groups.get(f"only{tag}"):
        return str(groups[f"only{tag}"])
    for index in range(len(DATE_FORMS)):
        year, month, day = (groups.get(f"{name}_{index}{tag}") for name in ("year", "month", "day"))
        if year is not None and month is not None:
            number = int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]
            return f"{year}-{number:02}" if day is None else _date(int(year), number, int(day))
    return None


def _date(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"

"""The words that tell of time."""

from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]


def _numbered(*rows: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows, first) for word in row.split()}


MONTHS = _numbered(
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
# Names, verbs or nouns too: alone, these need words around them that make a month of them.
DOUBTFUL_MONTHS = frozenset("march april may june august jan mar jun dec".split())
MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

WEEKDAYS = _numbered(
    "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
    "sunday sun", first=0,
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
PLURAL_WEEKDAYS = frozenset(f"{name.lower()}s" for name in WEEKDAY_NAMES)

# The numbers of EDTF level 1.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

UNITS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "night": "day",
    "fortnight": "week",
}  # fmt: skip
PLURALS: dict[str, Unit] = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "months": "month",
    "years": "year", "decades": "decade", "centuries": "century", "nights": "day", "fortnights": "week",
}  # fmt: skip

NUMBERS = _numbered(
    "one", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve dozen",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
VAGUE_NUMBERS = frozenset("few several many".split())
ORDINALS = _numbered(
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
SUFFIXES = frozenset(("st", "nd", "rd", "th"))

# Between a number and its unit: `three consecutive days`, `two more years`.
BETWEEN = frozenset(
    "more further additional other consecutive straight full whole long calendar working business successive extra"
    " short gruelling turbulent difficult".split()
)

PARTS_OF_DAY = frozenset(
    "morning afternoon evening night noon midnight midday lunchtime dawn dusk nightfall sunrise sunset".split()
)
DAY_PARTS_BEHIND = PARTS_OF_DAY - frozenset("dawn dusk nightfall sunrise sunset".split())

RATES: dict[str, str] = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M",
    "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "biennially": "P2Y", "hourly": "PT1H",
}  # fmt: skip

# A day of the year: (month, day).
HOLIDAYS: dict[tuple[str, ...], tuple[int, int]] = {
    ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "'", "s", "day"): (1, 1),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("valentine", "'", "s", "day"): (2, 14),
    ("may", "day"): (5, 1),
    ("international", "women", "'", "s", "day"): (3, 8),
    ("halloween",): (10, 31),
    ("epiphany",): (1, 6),
    ("bastille", "day"): (7, 14),
    ("veterans", "day"): (11, 11),
    ("armistice", "day"): (11, 11),
    ("remembrance", "day"): (11, 11),
    ("fourth", "of", "july"): (7, 4),
}
# (which one, weekday, month).
NTH_HOLIDAYS: dict[tuple[str, ...], tuple[int, int, int]] = {
    ("labor", "day"): (1, 0, 9),
    ("memorial", "day"): (-1, 0, 5),
    ("thanksgiving", "day"): (4, 3, 11),
    ("thanksgiving",): (4, 3, 11),
}
# Days counted from western Easter Sunday.
EASTER: dict[tuple[str, ...], int] = {
    ("good", "friday"): -2,
    ("palm", "sunday"): -7,
    ("ash", "wednesday"): -46,
    ("maundy", "thursday"): -3,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("easter",): 0,
}
# Feasts that no rule of the civil calendar gives: told as times, without a value.
MOVING = frozenset("ramadan eid passover yom nowruz hanukkah diwali".split())

# Days with a year of their own, whatever the year of the text: (month, day, words behind them, their date).
KNOWN_DAYS = (
    (9, 11, frozenset("attack attacks terrorist hijackings hijackers commission bombings".split()), "2001-09-11"),
    (10, 7, frozenset("attack attacks massacre assault massacres onslaught raid".split()), "2023-10-07"),
    (1, 6, frozenset("riot riots insurrection insurrectionists capitol rioters".split()), "2021-01-06"),
)

# What a year can be the year of: `the 2020 war`.
EVENTS = frozenset(
    "war wars conflict conflicts siege invasion annexation coup election elections vote revolution uprising genocide"
    " ceasefire ceasefires cease-fire truce armistice offensive summit attack attacks massacre crisis referendum"
    " earthquake quake agreement agreements accord accords deal deals treaty pact protocol memorandum peace talks"
    " negotiations unrest protests protest riots rebellion insurgency intervention bombing bombings strike strikes"
    " operation campaign occupation withdrawal pullout takeover collapse breakup independence partition revolt mutiny"
    " putsch assassination killing killings murder kidnapping raid raids clashes fighting hostilities battle battles"
    " incursion escalation flare-up blockade embargo famine drought flood floods tsunami cyclone hurricane storm"
    " pandemic outbreak epidemic massacre pogrom pogroms deportation expulsion exodus declaration statement resolution"
    " roadmap plan census reform reforms amendment constitution crackdown demonstrations games olympics tournament"
    " handover merger split scandal explosion blast crash downing shooting shootings hijacking polls ballot"
    " inauguration conference congress armistice surrender defeat victory liberation mobilisation mobilization"
    " reunification dissolution overthrow ouster ousting downfall fire fires eruption".split()
)

# Words that end a noun phrase: none of them stands between a year and its event.
FUNCTION_WORDS = frozenset(
    "a an the and or but nor of in on at to by for with from as that which who whom whose when where while if because"
    " since until till before after during than is are was were be been being has have had do does did will would"
    " shall should can could may might must not he she it they we you i his her its their our this these those said"
    " says say told into over under about against between through within without upon near".split()
)

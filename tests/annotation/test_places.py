"""Places: which names are places, which place each is, and where an event is."""

import pytest
from tests.coded import code, places, words

from onrecord.annotation import DocumentCoder
from onrecord.annotation.models import SpacyParser
from onrecord.annotation.places import place_of
from onrecord.record import Place, Record


def named(record: Record) -> list[str]:
    return [words(place.spans) for place in record.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people died in Goma on Monday.", ["Goma"]),
        ("Washington denied the report and Baku welcomed it.", []),
        ("The president of Georgia spoke to the parliament.", []),
        ("Sudan accused Chad of sheltering rebels.", []),
        ("He left Kyiv for Warsaw on Sunday.", ["Kyiv", "Warsaw"]),
        ("Kharkiv was shelled overnight, officials said.", ["Kharkiv"]),
        ("Most of Ukraine was without power.", ["Ukraine"]),
        ("Residents of Kyiv slept in cellars.", ["Kyiv"]),
        ("A Kyiv suburb was hit.", ["Kyiv"]),
        ("The Kyiv government said nothing.", []),
        ("Officials in Tbilisi had confidence in Georgia.", ["Tbilisi"]),
        ("The road between Gao and Kidal is closed.", ["Gao", "Kidal"]),
        ("An attack on Israel killed two people.", ["Israel"]),
        ("They sold arms to Iran.", []),
        ("They travelled to Iran.", ["Iran"]),
        ("A policy toward Russia was drafted.", []),
        ("He landed at Goma International Airport.", ["Goma"]),
        ("They arrived in Sierra Leone Tuesday.", ["Sierra Leone"]),
    ],
)
def test_a_name_is_a_place_where_something_is_and_none_where_it_acts(
    coder: DocumentCoder, text: str, expected: list[str]
) -> None:
    assert named(code(coder, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton opened a shop on Saturday.",
        "Jack London spoke first. London, 61, was tired. She asked London again.",
        "The Bank of Georgia raised its rates.",
        "The Moscow Times reported it.",
        "Police closed the road on March 4.",
        "Reading the letter took a while. Nice weather helped.",
        "The Supreme Court sat. Wall Street fell.",
        "WALLACE: Let us begin.",
        "The Arizona Republic and Ohio State University agreed.",
        "Georgian farmers and Egyptian drivers met.",
    ],
)
def test_what_bears_a_places_name_is_none(coder: DocumentCoder, text: str) -> None:
    assert named(code(coder, text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire broke out in Tbilisi and Batumi, in western Georgia.", "Georgia: Georgia | GEO PCLI 614540"),
        ("Fire broke out in Atlanta and Macon, in central Georgia.", "Georgia: Georgia | USA ADM1 US-GA"),
        ("She lives in Paris, Texas, near Dallas.", "Paris: Paris | USA PPL 4717560 33.66 -95.56"),
        ("She flew from Berlin to Paris.", "Paris: Paris | FRA PPLC 2988507 48.85 2.35"),
        (
            "A boat sank off Tripoli, in Lebanon. Survivors were taken to Beirut.",
            "Tripoli: Tripoli | LBN PPL 266826 34.43 35.84",
        ),
        (
            "Militias fought in Tripoli. Ships left Benghazi for Misrata in Libya.",
            "Tripoli: Tripoli | LBY PPLC 2210247 32.89 13.19",
        ),
        ("A judge was shot in Samarra, north of Baghdad.", "Samarra: Sāmarrā’ | IRQ PPL 91597 34.20 43.89"),
        (
            "Shells hit Khankendi. The road to Stepanakert, as Armenians call the town, was dark.",
            "Stepanakert: Khankendi | AZE PPL 146970 39.82 46.75",
        ),
        ("They met in Hamilton, Ontario.", "Hamilton: Hamilton | CAN PPL 5969782 43.25 -79.85"),
        ("They live near Martakert, in Azerbaijan.", "Martakert: Martakert | AZE PPL 40.22 46.82"),
    ],
)
def test_a_place_is_the_one_that_the_document_is_about(coder: DocumentCoder, text: str, expected: str) -> None:
    assert expected in places(code(coder, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trucks stood in the Lachin Corridor, in Azerbaijan.",
            "Lachin Corridor: Lachin Corridor | AZE RGN near 147625",
        ),
        ("Shells fell in the Kharkiv region of Ukraine.", "Kharkiv region: Kharkiv region | UKR ADM1 near 706483"),
        ("A tanker was boarded in the Strait of Hormuz.", "Strait of Hormuz: Strait of Hormuz | STRT"),
        ("Nothing enters Gaza.", "Gaza: Gaza Strip | PSE RGN"),
        ("Bombs fell in the Catatumbo valley.", "Catatumbo valley: Catatumbo valley | VAL"),
        (
            "They worked in Lanao and Cotabato provinces of the Philippines.",
            "Cotabato provinces: Cotabato | PHL ADM2 PH-NCO",
        ),
        ("Fighting resumed in Darfur.", "Darfur: Darfur | SDN RGN"),
        ("The road is closed in Abkhazia.", "Abkhazia: Abkhazia | GE-AB PCL"),
        ("Rain fell in Texas.", "Texas: Texas | USA ADM1 US-TX"),
    ],
)
def test_an_area_has_no_point(coder: DocumentCoder, text: str, expected: str) -> None:
    record = code(coder, text)
    assert expected in places(record)
    place = next(each for each in record.places if f"{words(each.spans)}:" in expected)
    assert (place.kind, place.lat, place.lon) == ("area", None, None)


def test_precision_is_the_towns_or_the_areas(coder: DocumentCoder) -> None:
    record = code(coder, "They fled from Kyiv through Ukraine to the Lachin Corridor in Azerbaijan.")
    assert [place.precision_km for place in record.places] == [20.6, 438.4, 50.0, 166.0]


def test_a_place_that_the_text_does_not_settle_has_no_point(coder: DocumentCoder) -> None:
    place = code(coder, "He was seen in Springfield.").places
    assert [each.lat for each in place] in ([], [None])


def test_a_small_town_needs_the_documents_country(coder: DocumentCoder) -> None:
    assert named(code(coder, "They met in Kornidzor, in Armenia.")) == ["Kornidzor", "Armenia"]
    assert named(code(coder, "They met in Kornidzor.")) == []


def test_a_dateline_is_a_place_its_agency_none(coder: DocumentCoder) -> None:
    text = "DJIBOUTI, May 3 (London Wire) — A port was closed on Monday by the authorities."
    assert places(code(coder, text)) == ["DJIBOUTI: Djibouti | DJI PPLC 223817 11.59 43.15"]


def event_place(coder: DocumentCoder, text: str, trigger: str) -> str | None:
    places_found: tuple[Place, ...] = code(coder, text).places
    for sentence in SpacyParser().parse(text, [(0, len(text))]):
        index = next((index for index, word in enumerate(sentence.words) if word.text == trigger), None)
        if index is not None:
            place = place_of(sentence, index, places_found)
            return words(place.spans) if place else None
    raise AssertionError(trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels shelled Goma on Monday.", "shelled", "Goma"),
        ("Goma was shelled on Monday.", "shelled", "Goma"),
        ("Six people died in a Gaza airstrike.", "airstrike", "Gaza"),
        ("They held talks in Geneva on Monday.", "talks", "Geneva"),
        ("They held talks in Geneva on Monday.", "held", "Geneva"),
        ("The minister arrived in Tbilisi from Ankara.", "arrived", "Tbilisi"),
        ("The president will travel to Kigali on Friday.", "travel", "Kigali"),
        ("An attack killed six people in Lashio.", "attack", "Lashio"),
        ("Soldiers were killed near the Iraqi city of Basra.", "killed", "Basra"),
        ("Settlers in the West Bank city of Hebron burned cars.", "burned", "Hebron"),
        ("Police arrested a man who was born in Lyon.", "arrested", None),
        ("Officials in Baghdad denied the report.", "denied", None),
        ("He was arrested in Lyon after the attack in Paris.", "arrested", "Lyon"),
        ("He was arrested in Lyon after the attack in Paris.", "attack", "Paris"),
        ("The families of miners from Donetsk protested.", "protested", None),
        ("Kyiv said that a bridge in Kherson was destroyed.", "destroyed", "Kherson"),
        ("Kyiv said that a bridge in Kherson was destroyed.", "said", None),
    ],
)
def test_the_place_of_an_event_is_told_from_places_named(
    coder: DocumentCoder, text: str, trigger: str, expected: str | None
) -> None:
    assert event_place(coder, text, trigger) == expected

"""What a record says of its entities, and of whoever a statement's source is."""

import pytest
from tests.coded import code, portrait, sources, wrong

from onrecord.annotation import DocumentCoder
from onrecord.annotation.actors import ActorResolver
from onrecord.annotation.attribution import RuleFinder
from onrecord.annotation.entities import NO_ACTOR, NO_ANTECEDENT, ActorFinder
from onrecord.annotation.models import SpacyParser, load_actor_models
from onrecord.codebooks.registry import Entry, Office, load_registry

PORTRAITS = [
    # people: the fullest name without titles, the office that the text tells
    ("Governor Tomás Ferreyra spoke. Ferreyra left.", ["Tomás Ferreyra | person – GOV governor"]),
    (
        "The foreign minister of Peru, Inés Quispe, left.",
        ["Inés Quispe | person PER GOV foreign minister", "Peru | country PER – –"],
    ),
    wrong(
        "an unknown full name alone is taken for a place",
        "Mrs Okafor spoke. Adaeze Okafor left.",
        ["Adaeze Okafor | person – – –"],
    ),
    ("Former president Sela Tupou returned.", ["Sela Tupou | person – ELI former president"]),
    ("A senior official left.", ["A senior official | person – GOV senior official"]),
    wrong(
        "a deputy is one of a parliament, whosever deputy",
        "Mayor Olena Bondar left. Her deputy left.",
        ["Olena Bondar | person – GOV mayor", "Her deputy | person – GOV deputy"],
    ),
    # groups
    ("Kenya's farmers sued.", ["Kenya's farmers | group KEN AGR –", "Kenya | country KEN – –"]),
    ("Turkish-backed fighters fled.", ["Turkish-backed fighters | armed-force – UAF –", "Turkey | country TUR – –"]),
    # bodies
    ("The Georgian army left.", ["The Georgian army | armed-force GEO MIL –", "Georgia | country GEO – –"]),
    (
        "The foreign ministry in Lima waited.",
        ["The foreign ministry in Lima | organisation PER GOV –", "Peru | country PER – –"],
    ),
    # a state's body is of the country of whoever has it; a father is not
    (
        "Armenia said that its parliament would vote.",
        ["Armenia | country ARM – –", "its parliament | organisation ARM LEG –"],
    ),
    (
        "The Armenian minister, Ani Petrosyan, waited. Her father left.",
        ["Ani Petrosyan | person ARM GOV minister", "Armenia | country ARM – –", "Her father | person – CVL father"],
    ),
    ("The WHO met.", ["World Health Organization | international-organisation UNO MED –"]),
    # states: by the registry's name, without a sector
    ("Baku rejected the note.", ["Azerbaijan | country AZE – –"]),
    ("The USSR fell.", ["Soviet Union | polity SUN – –"]),
    (
        "The [de-facto] Nagorno-Karabakh authorities left.",
        [
            "The [de-facto] Nagorno-Karabakh authorities | organisation AZ-NK GOV –",
            "Nagorno-Karabakh | polity AZ-NK – –",
        ],
    ),
    # polities that no list has
    (
        "The government of Zemlan met. The army of Zemlan left.",
        [
            "The government of Zemlan | organisation – GOV –",
            "Zemlan | polity – – –",
            "The army of Zemlan | armed-force – MIL –",
        ],
    ),
    (
        "The Republic of Zemlan closed its border. The army of Zemlan left.",
        ["Republic of Zemlan | polity – – –", "The army of Zemlan | armed-force – MIL –"],
    ),
    wrong(
        "an unknown name that acts without more is taken for a person",
        "Zemlan rejected the note.",
        ["Zemlan | polity – – –"],
    ),
    wrong(
        "unrecognised republic is a role word, so the name of the state is a description",
        "The unrecognised Republic of Zemlan, which nobody recognises, rejected the note.",
        ["Republic of Zemlan | polity – – –"],
    ),
    wrong(
        "the person in apposition swallows the state",
        "The [de-facto] president of the Republic of Zemlan, Astan Koreli, left. Zemlan waits.",
        ["Astan Koreli | person – GOV president", "Republic of Zemlan | polity – – –"],
    ),
    # places are nobody
    wrong("a city as a subject is taken for a person", "The road to Goma reopened. Goma is by a lake.", []),
    wrong("an unknown place is taken for an organisation", "The bridge at Osk fell.", []),
]

SOURCES = [
    ("Baku rejected the offer.", ["Baku: Azerbaijan"]),
    ("The envoy said that talks had begun.", ["The envoy: The envoy"]),
    ("Residents, who asked not to be named, fled.", ["who: Residents"]),
    (
        "Daniel Bello and Grace Okafor said that they would resign.",
        ["Daniel Bello and Grace Okafor: Daniel Bello and Grace Okafor"],
    ),
    ("Elena Marković resigned. She blamed the council.", ["She: Elena Marković"]),
    ('"It is late," she said.', [f"she: {NO_ANTECEDENT}"]),
    ("A report said that the dam was weak.", [f"A report: {NO_ACTOR}"]),
    ("A poll showed that prices rose.", [f"A poll: {NO_ACTOR}"]),
    ("According to the survey, prices rose.", [f"the survey: {NO_ACTOR}"]),
    ("A report by the ministry said that the dam was weak.", [f"A report by the ministry: {NO_ACTOR}"]),
    ("The map shows that the road ends.", [f"The map: {NO_ACTOR}"]),
    ("44 percent said that the road was bad.", ["44 percent: 44 percent"]),
    ("It was announced that the port would close.", ["–"]),
    ("NIAMEY, Nov. 9, 2020 (Harmattan) — The ministry said that talks had begun.", ["The ministry: The ministry"]),
    ('Commissioner Adeyemi: "We will open the road."', ["Commissioner Adeyemi: Adeyemi"]),
    (
        "The mayor said: \"The governor told us, 'We will pay.'\"",
        ["The mayor: The mayor", "The governor: The governor"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PORTRAITS)
def test_an_entity_is_what_its_mentions_say(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert [portrait(each) for each in code(coder, text).entities] == expected


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_a_source_is_an_entity_or_says_why_not(coder: DocumentCoder, text: str, expected: list[str]) -> None:
    assert sources(code(coder, text)) == expected


@pytest.fixture(scope="module")
def with_own() -> DocumentCoder:
    """A coder whose registry has a minister of two years."""
    own = Entry(
        id="own:1",
        name="Ilka Vorstag",
        kind="person",
        country="AUT",
        offices=(Office("interior minister", "AUT", ("GOV",), "2015", "2019-06"),),
    )
    actors = ActorFinder(ActorResolver(load_registry().including([own])), load_actor_models())
    return DocumentCoder(SpacyParser(), RuleFinder(), actors)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2017-03-01", "Ilka Vorstag | person AUT GOV interior minister"),
        ("2020-03-01", "Ilka Vorstag | person AUT ELI –"),
        (None, "Ilka Vorstag | person AUT – –"),
    ],
)
def test_an_office_counts_on_the_day_of_publication_only(
    with_own: DocumentCoder, published: str | None, expected: str
) -> None:
    (entity,) = code(with_own, "Ilka Vorstag left on Monday. Vorstag wept.", published).entities
    assert portrait(entity) == expected
    assert entity.registry == "own:1"


def test_a_mention_of_nobody_is_kept_for_the_first_person_only(coder: DocumentCoder) -> None:
    record = code(coder, "We waited, and it rained on them.")
    assert [(mention.spans[0].text, mention.entity) for mention in record.mentions] == [("We", None)]

"""Who is one across documents: by rule, by judgement, and never by a name alone."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.conftest import Place
from tests.ledger.older_tables import APPLICATION_ID, SCRIPTS
from tests.records import Somebody, story

from onrecord.errors import LedgerError
from onrecord.ledger import EntityRow, Ledger
from onrecord.ledger.judgements import standing
from onrecord.record import Coder, Entity, Mention, Record, cut

STEIN = Somebody("Maria Stein", "AUT", "foreign minister", "GOV")
SENATOR = Somebody("John Smith", "USA", "senator", "LEG")
MINER = Somebody("John Smith", "GBR", "miner", "LAB")


def file(ledger: Ledger, *stories: Iterable[Somebody]) -> list[Record]:
    """One document a story, a week apart and each of another outlet, so that no two are one text."""
    records = [
        story(*people, published=f"2024-{number // 4 + 1:02}-{number % 4 * 7 + 1:02}", outlet=f"Outlet {number}")
        for number, people in enumerate(stories)
    ]
    for each in records:
        ledger.add(each)
    return records


def groups(ledger: Ledger) -> list[list[str]]:
    """The names of each identity's entities, in a set order."""
    return sorted(sorted(row.name for row in identity.entities) for identity in ledger.identities())


def rows(ledger: Ledger) -> dict[str, EntityRow]:
    """The entities by outlet number and name."""
    outlets = {row.id: row.outlet for row in ledger.documents()}
    return {
        f"{(outlets[row.document] or '').removeprefix('Outlet ')} {row.name}": row
        for identity in ledger.identities()
        for row in identity.entities
    }


def alone(*people: Somebody) -> list[list[Somebody]]:
    return [[each] for each in people]


ONE = [
    (STEIN, STEIN),
    (STEIN, Somebody("Dr Maria Stein", "AUT", "minister", "GOV")),
    (STEIN, Somebody("Maria Stein", "AUT")),
    (STEIN, Somebody("Maria Stein", None, "foreign minister")),
    (Somebody("Maria Stein", None, "mayor"), Somebody("Maria Stein", None, "mayor")),
    (Somebody("Volodymyr Zelenskyy", "UKR", "president"), Somebody("Vladimir Zelensky", "UKR")),
    (Somebody("Xi Jinping", registry="person:Xi Jinping"), Somebody("Mr Xi", registry="person:Xi Jinping")),
    (
        Somebody("Russia", "RUS", type="country", registry="RUS"),
        Somebody("Moscow", "RUS", type="country", registry="RUS"),
    ),
    (
        Somebody("the Interior Ministry", "AUT", type="organisation"),
        Somebody("Interior Ministry", "AUT", type="organisation"),
    ),
]


@pytest.mark.parametrize("pair", ONE, ids=[f"{one.name} / {other.name}" for one, other in ONE])
def test_two_are_linked_by_a_certain_rule(ledger: Ledger, pair: tuple[Somebody, Somebody]) -> None:
    file(ledger, *alone(*pair))
    (identity,) = ledger.identities()
    assert len(identity.entities) == 2
    assert identity.links[0].reasons


TWO = [
    (SENATOR, MINER),
    (SENATOR, Somebody("John Smith", "USA", "miner", "LAB")),  # one country, but no senator digs
    (SENATOR, Somebody("John Smith")),  # nothing known: for a person to say
    (Somebody("John Smith"), Somebody("John Smith")),
    (Somebody("John Smith", None, "soldier"), Somebody("John Smith", None, "soldier")),
    (STEIN, Somebody("Maria Stein", "DEU", "foreign minister", "GOV")),
    (STEIN, Somebody("M. Stein", "AUT", "foreign minister", "GOV")),
    (STEIN, Somebody("Anna Stein", "AUT", "foreign minister", "GOV")),
    (STEIN, Somebody("Mr Stein", "AUT", "foreign minister", "GOV")),
    (
        Somebody("George Bush", "USA", registry="person:George H. W. Bush"),
        Somebody("George Bush", "USA", registry="person:George W. Bush"),
    ),
    (
        Somebody("the Interior Ministry", "AUT", type="organisation"),
        Somebody("the Interior Ministry", "DEU", type="organisation"),
    ),
    (Somebody("Georgia", type="person"), Somebody("Georgia", "GEO", type="country")),
    (
        Somebody("the spokesman", "AUT", registry="X", is_named=False),
        Somebody("the spokesman", "AUT", registry="X", is_named=False),
    ),
]


@pytest.mark.parametrize("pair", TWO, ids=[f"{one.name} / {other.name} {other.country}" for one, other in TWO])
def test_two_are_not_linked_without_certainty(ledger: Ledger, pair: tuple[Somebody, Somebody]) -> None:
    file(ledger, *alone(*pair))
    assert len(ledger.identities()) == 2


def test_the_order_of_filing_changes_nothing(tmp_path: Path) -> None:
    records = [story(each, published=f"2024-05-0{day}", outlet=str(day)) for day, each in enumerate(PEOPLE, 1)]
    answers = []
    for name, order in (("there", records), ("back", records[::-1])):
        with Ledger.open(tmp_path / f"{name}.db", create=True) as ledger:
            for each in order:
                ledger.add(each)
            answers.append((ledger.identities(), ledger.candidates(), ledger.who("Smith")))
    assert answers[0] == answers[1]


def test_two_named_apart_in_one_document_stay_two(ledger: Ledger) -> None:
    file(ledger, [STEIN, Somebody("Maria Stein", "AUT", "minister", "GOV")])
    assert len(ledger.identities()) == 2
    (candidate,) = ledger.candidates()
    assert candidate.against == ("both named apart in one document",)


def test_who_could_be_either_of_two_is_linked_to_neither(ledger: Ledger) -> None:
    either = Somebody("John Smith", "USA")
    file(ledger, *alone(SENATOR, Somebody("John Smith", "USA", "miner", "LAB"), either, SENATOR, either))
    assert sorted(len(identity.entities) for identity in ledger.identities()) == [1, 1, 1, 2]
    against = [candidate.against for candidate in ledger.candidates()]
    assert against == [()] * 5 + [("different sectors: LEG and LAB",)]


def test_who_serves_a_body_of_no_state_is_no_stranger(ledger: Ledger) -> None:
    file(ledger, *alone(STEIN, Somebody("Maria Stein", "UNO", "envoy", "GOV")))
    (candidate,) = ledger.candidates()
    assert candidate.against == ()


REASONS = [
    (STEIN, Somebody("M. Stein", "AUT", "foreign minister", "GOV"), "same family name, same initial"),
    (STEIN, Somebody("Stein", "AUT", "foreign minister", "GOV"), "same office: foreign minister of AUT"),
    (STEIN, Somebody("Ms Stein", "AUT", "envoy", "GOV"), "same country: AUT"),
    (SENATOR, Somebody("John Smith"), "same full name"),
    (SENATOR, Somebody("Jon Smith", "USA"), "same family name, given names spelled nearly alike"),
    (
        Somebody("the IAEA", type="organisation"),
        Somebody("International Atomic Energy Agency", type="organisation"),
        "initials of the other's name",
    ),
]


@pytest.mark.parametrize(("one", "other", "reason"), REASONS, ids=[case[2] for case in REASONS])
def test_a_candidate_says_why(ledger: Ledger, one: Somebody, other: Somebody, reason: str) -> None:
    file(ledger, *alone(one, other))
    (candidate,) = ledger.candidates()
    assert reason in candidate.reasons


def test_a_candidate_says_what_speaks_against_it(ledger: Ledger) -> None:
    president = Somebody("Ana Costa", "PRT", "president", "GOV")
    ledger.add(story(president, published="2024-05-01"))
    ledger.add(story(Somebody("Ana Costa", "PRT", "ambassador", "GOV"), published="2024-05-04", outlet="The Gazette"))
    (candidate,) = ledger.candidates()
    assert candidate.against == ("offices that nobody holds at once, in one week: president and ambassador",)


def test_documents_about_the_same_others_speak_for_two(ledger: Ledger) -> None:
    dam = Somebody("the Brana Dam Company", "AUT", type="organisation")
    file(ledger, [SENATOR, dam], [Somebody("J. Smith"), dam])
    (candidate,) = ledger.candidates("Smith")
    assert "both in documents about the Brana Dam Company" in candidate.reasons


def test_a_document_that_names_the_others_country_speaks_for_two(ledger: Ledger) -> None:
    austria = Somebody("Austria", "AUT", type="country", registry="AUT")
    file(ledger, [STEIN], [Somebody("Maria Stein"), austria])
    (candidate,) = ledger.candidates()
    assert "a document of one names the other's country: AUT" in candidate.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STEIN, Somebody("Boris Falk", "AUT", "foreign minister", "GOV")),
        (STEIN, Somebody("Anna Stein", "AUT", "foreign minister", "GOV")),
        (SENATOR, MINER),
        (Somebody("Smith"), Somebody("Smith")),
        (Somebody("Boris Falk", "AUT"), Somebody("Boris Falk", "AUT", type="organisation")),
    ],
)
def test_no_candidates_where_too_little_speaks_for_them(ledger: Ledger, one: Somebody, other: Somebody) -> None:
    file(ledger, *alone(one, other))
    assert ledger.candidates() == []


def test_an_unnamed_entity_is_a_candidate_only_by_the_registry(ledger: Ledger) -> None:
    file(ledger, *alone(Somebody("Xi Jinping", registry="X"), Somebody("the president", registry="X", is_named=False)))
    (candidate,) = ledger.candidates()
    assert candidate.against == ("one of them is never named",)


def test_confirming_joins_whole_identities_and_settles_the_candidate(ledger: Ledger) -> None:
    short = Somebody("M. Stein", "AUT", "foreign minister", "GOV")
    file(ledger, *alone(STEIN, STEIN, short))
    (candidate,) = ledger.candidates()
    ledger.judge(candidate.left, candidate.right, "one", who="ana", why="the ministry's list")
    assert groups(ledger) == [["M. Stein", "Maria Stein", "Maria Stein"]]
    assert ledger.candidates() == []


def test_a_refused_candidate_is_not_offered_again(ledger: Ledger) -> None:
    file(ledger, *alone(STEIN, Somebody("M. Stein", "AUT", "envoy", "GOV")))
    (candidate,) = ledger.candidates()
    ledger.judge(candidate.left, candidate.right, "two", who="ana", why="Marta, not Maria")
    assert ledger.candidates() == []
    assert len(ledger.identities()) == 2


def test_a_refusal_separates_even_those_joined_through_a_third(ledger: Ledger) -> None:
    file(ledger, *alone(STEIN, STEIN, STEIN, STEIN))
    known = rows(ledger)
    ledger.judge(known["1 Maria Stein"], known["2 Maria Stein"], "two", who="ana", why="mother and daughter")
    assert groups(ledger) == [["Maria Stein"], ["Maria Stein"] * 3]
    assert ledger.identities()[1].entities == (rows(ledger)["2 Maria Stein"],)


def test_a_refusal_separates_what_the_registry_joins(ledger: Ledger) -> None:
    file(ledger, *alone(*(Somebody(name, registry="person:Bush") for name in ("George Bush", "Mr Bush", "Bush"))))
    known = rows(ledger)
    ledger.judge(known["0 George Bush"], known["2 Bush"], "two", who="ana", why="the father")
    assert groups(ledger) == [["Bush"], ["George Bush", "Mr Bush"]]


def test_a_refusal_outweighs_older_and_newer_confirmations(ledger: Ledger) -> None:
    file(ledger, *alone(*(Somebody(f"Maria {initial}. Stein") for initial in "ABC")))
    a, b, c = (rows(ledger)[f"{number} Maria {initial}. Stein"] for number, initial in enumerate("ABC"))
    ledger.judge(a, b, "one", who="ana", why="x")
    ledger.judge(b, c, "one", who="ana", why="y")
    ledger.judge(a, c, "two", who="bo", why="z")
    assert groups(ledger) == [["Maria A. Stein"], ["Maria B. Stein", "Maria C. Stein"]]
    assert ledger.held_back() == {1}


def test_the_last_judgement_on_a_pair_counts(ledger: Ledger) -> None:
    file(ledger, *alone(SENATOR, MINER))
    one, other = (identity.entities[0] for identity in ledger.identities())
    ledger.judge(one, other, "one", who="ana", why="he changed his work")
    assert len(ledger.identities()) == 1
    ledger.judge(other, one, "two", who="bo", why="he did not")
    assert len(ledger.identities()) == 2
    ledger.undo(2, who="bo", why="he did after all")
    assert len(ledger.identities()) == 1


def test_undoing_restores_every_answer_and_can_be_undone(ledger: Ledger) -> None:
    file(ledger, *alone(STEIN, Somebody("M. Stein", "AUT", "envoy", "GOV"), SENATOR, MINER))
    before = (ledger.identities(), ledger.candidates(), ledger.search(who="Maria Stein"))
    (candidate,) = ledger.candidates()
    ledger.judge(candidate.left, candidate.right, "one", who="ana", why="x")
    joined = ledger.identities()
    assert joined != before[0]
    ledger.undo(1, who="bo", why="a slip")
    assert (ledger.identities(), ledger.candidates(), ledger.search(who="Maria Stein")) == before
    ledger.undo(2, who="bo", why="no slip")
    assert ledger.identities() == joined
    assert [(each.verdict, each.who, each.why) for each in ledger.judgements()] == [
        ("one", "ana", "x"),
        ("undone", "bo", "a slip"),
        ("undone", "bo", "no slip"),
    ]


def test_what_cannot_be_judged_is_refused_and_nothing_written(ledger: Ledger) -> None:
    file(ledger, *alone(SENATOR, MINER))
    one, other = (identity.entities[0] for identity in ledger.identities())
    for left, right, who, why in ((one, one, "ana", "x"), (one, other, "ana", " "), (one, other, "", "x")):
        with pytest.raises(LedgerError):
            ledger.judge(left, right, "one", who=who, why=why)
    with pytest.raises(LedgerError, match="no judgement 7"):
        ledger.undo(7, who="ana", why="x")
    ledger.judge(one, other, "two", who="ana", why="x")
    ledger.undo(1, who="ana", why="x")
    with pytest.raises(LedgerError, match="undone already, by judgement 2"):
        ledger.undo(1, who="ana", why="x")
    assert len(ledger.judgements()) == 2


def test_the_list_of_judgements_only_grows(ledger: Ledger, place: Place) -> None:
    file(ledger, *alone(SENATOR, MINER))
    one, other = ledger.identities()
    ledger.judge(one, other, "two", who="ana", why="x")
    for change in ("UPDATE judgements SET why = 'y'", "DELETE FROM judgements"):
        with pytest.raises((sqlite3.DatabaseError, psycopg.Error), match="only undone"):
            place.tamper(change)


def test_judgements_outlive_a_new_coding_that_numbers_and_types_anew(ledger: Ledger) -> None:
    short = Somebody("M. Stein", "AUT", "envoy", "GOV")
    ledger.add(story(STEIN, SENATOR, published="2024-05-01"))
    ledger.add(story(short, published="2024-06-01"))
    (candidate,) = ledger.candidates()
    ledger.judge(candidate.left, candidate.right, "one", who="ana", why="x")
    ledger.add(story(STEIN, SENATOR, published="2024-05-01", version="2", first_id=7))
    assert ["M. Stein", "Maria Stein"] in groups(ledger)
    assert list(ledger.verify()) == []


def test_a_judgement_does_not_go_to_another_entity_around_the_name(ledger: Ledger) -> None:
    one, other = story(STEIN, published="2024-05-01"), story(Somebody("M. Stein", "AUT"), published="2024-06-01")
    ledger.add(one)
    ledger.add(other)
    (candidate,) = ledger.candidates()
    ledger.judge(candidate.left, candidate.right, "one", who="ana", why="x")
    office = Mention("m1", "nominal", (cut(one.document.text, 0, 16),), "n1")
    entity = Entity("n1", "the office", "organisation", mentions=("m1",))
    ledger.add(Record(one.document, Coder("stand-in", "2"), (entity,), (office,)))
    assert [problem.field for problem in ledger.verify()] == ["judgements[1]"]


def test_a_judgement_rests_while_no_coding_has_what_it_is_about(ledger: Ledger) -> None:
    ledger.add(story(STEIN, published="2024-05-01"))
    ledger.add(story(Somebody("M. Stein", "AUT", "envoy", "GOV"), published="2024-06-01"))
    (candidate,) = ledger.candidates()
    ledger.judge(candidate.left, candidate.right, "one", who="ana", why="x")
    full = story(STEIN, published="2024-05-01", version="2")
    empty = Record(full.document, full.coder)
    ledger.add(empty)
    (problem,) = ledger.verify()
    assert problem.field == "judgements[1]"
    assert "rests" in problem.message
    assert groups(ledger) == [["M. Stein"]]
    ledger.add(story(STEIN, published="2024-05-01", version="3"))
    assert list(ledger.verify()) == []
    assert groups(ledger) == [["M. Stein", "Maria Stein"]]


def test_a_search_finds_the_statements_of_one_under_all_names(ledger: Ledger) -> None:
    file(ledger, *alone(STEIN, Somebody("Dr Maria Stein", "AUT"), SENATOR, MINER))
    assert len(ledger.search(who="Maria Stein")) == 2
    assert len(ledger.search(who="Stein", since="2024-01-08")) == 1
    assert len(ledger.search("tower", who="John Smith")) == 2  # both of that name
    assert len(ledger.search(who=ledger.who("John Smith")[:1])) == 1
    assert ledger.search(who="Boris Falk") == []


WHO = [
    ("Maria Stein", ["Maria Stein"]),
    ("Stein", ["M. Stein", "Maria Stein"]),
    ("stein, maria", ["Maria Stein"]),
    ("Marie Stein", ["M. Stein"]),
    ("Anna Stein", []),
    ("person:Xi Jinping", ["Xi Jinping"]),
    ("interior ministry", ["the Interior Ministry"]),
    ("ministry", ["the Interior Ministry"]),
    ("Maria", ["Maria Stein"]),
    ("", []),
    ("?!", []),
]


@pytest.mark.parametrize(("name", "expected"), WHO, ids=[case[0] for case in WHO])
def test_who_finds_by_name(ledger: Ledger, name: str, expected: list[str]) -> None:
    ministry = Somebody("the Interior Ministry", "AUT", type="organisation")
    xi = Somebody("Xi Jinping", registry="person:Xi Jinping")
    file(ledger, *alone(STEIN, Somebody("M. Stein"), xi, ministry))
    assert sorted(identity.name for identity in ledger.who(name)) == expected


def test_an_identity_tells_its_roles_by_date(ledger: Ledger) -> None:
    file(ledger, *alone(Somebody("Maria Stein", "AUT", "envoy", "GOV"), STEIN, STEIN))
    (identity,) = ledger.identities()
    assert identity.roles == (("2024-01-01", "envoy"), ("2024-01-08", "foreign minister"))
    assert (identity.countries, identity.sectors, identity.statements) == (("AUT",), ("GOV",), 3)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE entities SET role = 'mayor'",
        "UPDATE entities SET names = '[]'",
        "UPDATE entities SET statements = 7",
        "DELETE FROM entities",
        "UPDATE statements SET entity = NULL",
    ],
)
def test_verify_names_columns_that_differ(ledger: Ledger, place: Place, tampering: str) -> None:
    file(ledger, [STEIN])
    assert list(ledger.verify()) == []
    place.tamper(tampering)
    problems = list(ledger.verify())
    assert problems
    assert {problem.field for problem in problems} <= {"entities[n1]", "statements[s1]"}


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_ledger_keeps_everything_and_gets_its_entities(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    record = story(STEIN, SENATOR)
    connection = sqlite3.connect(path, isolation_level=None)
    for script in SCRIPTS[:version]:
        connection.executescript(script)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    document = record.document
    heading = document.text.strip()
    connection.execute("INSERT INTO documents (id, heading) VALUES (?, ?)", (document.id, heading))
    coding = "INSERT INTO codings (document, coder, current, record) VALUES (?, ?, ?, ?)"
    connection.execute(coding, (document.id, "a damaged one", 0, "{"))
    connection.execute(coding, (document.id, record.coder.identity, 1, record.to_json()))
    for statement in record.statements:
        words = [" ".join(span.text for span in spans) for spans in _parts(statement)]
        folded = [each.lower() for each in words]
        connection.execute(
            "INSERT INTO statements (document, statement, source) VALUES (?, ?, ?)",
            (document.id, statement.id, folded[0]),
        )
        connection.execute("INSERT INTO statement_words (source, cue, content) VALUES (?, ?, ?)", folded)
    connection.close()
    with Ledger.open(path) as ledger:
        assert ledger.record(document.id) == record
        assert sorted(identity.name for identity in ledger.identities()) == ["John Smith", "Maria Stein"]
        assert len(ledger.search(who="Maria Stein")) == 1
        assert [problem.field for problem in ledger.verify()] == ["record"]  # the damaged one, and nothing else


def _parts(statement: object) -> list[object]:
    return [statement.source.spans, statement.cue.spans, statement.content.spans]  # type: ignore[attr-defined]


PEOPLE = [
    STEIN,
    STEIN,
    Somebody("M. Stein", "AUT"),
    SENATOR,
    MINER,
    Somebody("John Smith"),
    Somebody("J. Smith", "USA"),
]
STEPS = st.lists(
    st.tuples(st.sampled_from(["one", "two", "undo"]), st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=8
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, order=st.randoms(use_true_random=False))
def test_judgements_that_come_to_nothing_leave_no_trace(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], order: object
) -> None:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "news.db", create=True) as ledger:
        file(ledger, *alone(*PEOPLE))
        before = (ledger.identities(), ledger.candidates())
        entities = [row for identity in ledger.identities() for row in identity.entities]
        for verdict, left, right in steps:
            _step(ledger, verdict, entities[left % len(entities)], entities[right % len(entities)])
            _check_refusals(ledger)
        in_force = [each.number for each in standing(ledger.judgements())]
        order.shuffle(in_force)  # type: ignore[attr-defined]
        for number in in_force:
            ledger.undo(number, who="bo", why="z")
        assert (ledger.identities(), ledger.candidates()) == before
        assert list(ledger.verify()) == []


def _step(ledger: Ledger, verdict: str, left: EntityRow, right: EntityRow) -> None:
    if verdict != "undo":
        if left != right:
            ledger.judge(left, right, verdict, who="ana", why="x")  # type: ignore[arg-type]
        return
    undoable = standing(ledger.judgements())
    if undoable:
        ledger.undo(undoable[0].number, who="ana", why="y")


def _check_refusals(ledger: Ledger) -> None:
    """Whoever is judged two is never in one identity."""
    where = {row.address: identity.key for identity in ledger.identities() for row in identity.entities}
    last = {frozenset({each.left, each.right}): each.verdict for each in standing(ledger.judgements())}
    for pair, verdict in last.items():
        left, right = pair
        assert verdict == "one" or where[left] != where[right]


CROWD = [
    *PEOPLE,
    Somebody("Maria Stein", "AUT", "president", "GOV"),
    Somebody("Maria Stein", "AUT", "ambassador", "GOV"),
    Somebody("Maria Stein", "AUT", registry="person:Stein"),
    Somebody("Ms Stein", "AUT", registry="person:Stein"),
    Somebody("John Smith", "USA", "miner", "LAB"),
    Somebody("Smith", "USA"),
    Somebody("the Interior Ministry", "AUT", type="organisation"),
]
TEXTS = st.lists(
    st.tuples(st.lists(st.sampled_from(CROWD), min_size=1, max_size=3), st.integers(1, 28)), min_size=2, max_size=8
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS, anew=TEXTS, steps=STEPS, order=st.randoms(use_true_random=False))
def test_who_is_one_is_the_same_whatever_was_filed_first(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[tuple[list[Somebody], int]],
    anew: list[tuple[list[Somebody], int]],
    steps: list[tuple[str, int, int]],
    order: object,
) -> None:
    """`verify` resolves everybody anew and finds nothing else, after codings, recodings and judgements."""
    first = [_told(number, people, day) for number, (people, day) in enumerate(texts)]
    second = [_recoded(record, people) for record, (people, _) in zip(first, anew, strict=False)]
    answers = []
    for shuffled in (first, order.sample(first, len(first))):  # type: ignore[attr-defined]
        with Ledger.open(tmp_path_factory.mktemp("ledger") / "news.db", create=True) as ledger:
            for each in (*shuffled, *second):
                ledger.add(each)
            assert list(ledger.verify()) == []
            answers.append(ledger.identities())
            known = ledger.entities()
            for verdict, left, right in steps if known else ():
                _step(ledger, verdict, known[left % len(known)], known[right % len(known)])
            assert list(ledger.verify()) == []
    assert answers[0] == answers[1]


def _told(number: int, people: list[Somebody], day: int) -> Record:
    return story(*people, published=f"2024-05-{day:02}", outlet=f"Outlet {number}")


def _recoded(record: Record, people: list[Somebody]) -> Record:
    """Another coding of a record's text, with other facts of those who are still found in it."""
    found = [
        replace(
            entity, country=somebody.country, role=somebody.role, sector=somebody.sector, registry=somebody.registry
        )
        for entity, somebody in zip(record.entities, people, strict=False)
    ]
    kept = {entity.id for entity in found}
    mentions = tuple(mention for mention in record.mentions if mention.entity in kept)
    said = tuple(each for each in record.statements if each.source and each.source.entity in kept)
    return Record(record.document, Coder("stand-in", "2"), tuple(found), mentions, statements=said)

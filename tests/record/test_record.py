"""What a record refuses and what comes back from its JSON."""

import json

import pytest

from onrecord.errors import RecordError
from onrecord.record import Coder, Content, Cue, Document, Participant, Record, Span, Statement, cut, document_id

TEXT = "“We will wait,” the minister said."
CODER = Coder("onrecord", "0", {"attribution": "stand-in"})


def statement(**changes: object) -> Statement:
    values: dict[str, object] = {
        "id": "s1",
        "source": Participant((cut(TEXT, 16, 28),)),
        "cue": Cue((cut(TEXT, 29, 33),)),
        "content": Content((cut(TEXT, 0, 15),)),
        "quotation": "direct",
    }
    return Statement(**(values | changes))  # type: ignore[arg-type]


def record(*statements: Statement, text: str = TEXT) -> Record:
    return Record(Document(id=document_id(text), text=text), CODER, statements=statements)


def test_a_record_comes_back_from_its_json() -> None:
    made = record(statement())
    assert Record.from_json(made.to_json()) == made


def test_the_json_has_every_list_even_when_it_is_empty() -> None:
    assert [key for key, value in record().to_dict().items() if value == []] == [
        "entities", "mentions", "times", "places", "statements", "events", "terms", "figures", "reviews",
    ]  # fmt: skip


def test_the_same_record_gives_the_same_bytes() -> None:
    assert record(statement()).to_json() == record(statement()).to_json()


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(3, 3, ""), (-1, 2, "abc"), (5, 4, "x"), (0, 4, "abc")],
)
def test_a_span_must_be_as_long_as_its_words(start: int, end: int, text: str) -> None:
    with pytest.raises(RecordError):
        Span(start, end, text)


def test_a_span_that_does_not_slice_is_named_by_its_path() -> None:
    with pytest.raises(RecordError, match=r"statements\[0\]\.cue\.spans\[0\]: says 'SAID' but the text has 'said'"):
        record(statement(cue=Cue((Span(29, 33, "SAID"),))))


@pytest.mark.parametrize("field", ["within", "time"])
def test_a_reference_to_nothing_is_refused(field: str) -> None:
    with pytest.raises(RecordError, match="s9"):
        record(statement(**{field: "s9"}))


def test_two_statements_cannot_share_an_id() -> None:
    with pytest.raises(RecordError, match="share an id"):
        record(statement(), statement())


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON"),
        ("[]", "JSON object"),
        ('{"schema": "onrecord/9"}', "onrecord/9"),
        ('{"schema": "onrecord/1"}', "document: is missing"),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(line: str, complaint: str) -> None:
    with pytest.raises(RecordError, match=complaint):
        Record.from_json(line)


def test_a_value_of_the_wrong_form_is_named_by_its_path() -> None:
    data = record(statement()).to_dict()
    data["statements"][0]["quotation"] = "loud"
    with pytest.raises(RecordError, match=r"statements\[0\]\.quotation: 'loud' is none of"):
        Record.from_dict(json.loads(json.dumps(data)))


def test_unknown_keys_are_ignored_so_that_later_versions_can_add_them() -> None:
    data = record(statement()).to_dict()
    data["statements"][0]["mood"] = "calm"
    assert Record.from_dict(data) == record(statement())


def test_the_id_of_a_plain_text_is_what_sha256sum_prints() -> None:
    assert document_id("abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_two_outlets_that_print_one_text_stay_two_documents() -> None:
    assert len({document_id("abc"), document_id("abc", "Daily"), document_id("abc", "Weekly")}) == 3


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(RecordError, match="surrogate"):
        document_id("a\ud800")


def test_two_coders_with_other_models_have_other_identities() -> None:
    assert CODER.identity != Coder("onrecord", "0", {"attribution": "other"}).identity


def test_statements_less_sure_are_left_out_and_what_stood_within_them_moves_out() -> None:
    text = "Ana said that Boris said that Cleo said that it rains."
    sure = {"s1": 0.9, "s2": 0.4, "s3": 0.8, "s4": None}
    within = {"s1": None, "s2": "s1", "s3": "s2", "s4": None}
    statements = tuple(
        Statement(name, None, None, Content((cut(text, 9, 53),)), "indirect", confidence, within=within[name])
        for name, confidence in sure.items()
    )
    whole = Record(Document(id=document_id(text), text=text), Coder("hand", "1"), statements=statements)
    kept = whole.at_least(0.5)
    assert [(each.id, each.within) for each in kept.statements] == [("s1", None), ("s3", "s1"), ("s4", None)]
    assert whole.at_least(0) == whole

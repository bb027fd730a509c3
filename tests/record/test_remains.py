"""A record without some of its items."""

from typing import Any

import pytest
from tests.corrections import depot, ids, item


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ({"statements": ["s2"]}, {"statements": "s1 s3 s4 s5", "events": "e3 e4 e5", "figures": "", "terms": "x1"}),
        ({"statements": ["s1"]}, {"statements": "s2 s3 s4 s5", "terms": "", "figures": "f1"}),
        ({"events": ["e4"]}, {"events": "e1 e2 e3 e5"}),
        ({"times": ["t2"]}, {"times": "t1 t3", "terms": ""}),
        ({"mentions": ["m1"]}, {"mentions": "m2 m3 m4 m5 m6"}),
        ({"statements": ["s9"]}, {"statements": "s1 s2 s3 s4 s5"}),
    ],
)
def test_what_only_claims_or_bounds_them_goes_with_them(gone: Any, left: dict[str, str]) -> None:
    record = depot().without(gone)
    assert {part: " ".join(ids(record, part)) for part in left} == left  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gone", "name", "field", "expected"),
    [
        ({"statements": ["s3"]}, "s4", "within", None),
        ({"events": ["e4"]}, "e5", "within", None),
        ({"times": ["t1"]}, "s1", "time", None),
        ({"times": ["t3"]}, "e1", "time", None),
        ({"places": ["p1"]}, "e1", "place", None),
        ({"entities": ["n1"]}, "m1", "entity", None),
        ({"mentions": ["m1"]}, "n1", "mentions", ("m2",)),
    ],
)
def test_nothing_names_what_is_gone(gone: Any, name: str, field: str, expected: object) -> None:
    assert getattr(item(depot().without(gone), name), field) == expected


def test_the_words_of_somebody_who_is_gone_stay_in_each_role() -> None:
    record = depot().without({"entities": ["n1", "n2", "n3", "n4"]})
    filled = [each.source for each in record.statements if each.source]
    filled += [who for each in record.events for who in (*each.actors, *each.recipients)]
    assert len(filled) == 14
    assert {each.entity for each in filled} == {None}

"""Equal things put together, and when two tellings are of one event."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.clashes import clash, entry

from onrecord.analysis import Entry
from onrecord.interfaces.exports.tellings import Telling, happened, independent_outlets
from onrecord.interfaces.exports.together import sameness, together
from onrecord.interfaces.output import CannotWrite


def shelling(told: Entry) -> Telling:
    return next(each for each in happened(told) if each.event.id == "e1")


def same(told: Entry, code: str = "194") -> str:
    telling = shelling(told)
    return sameness(telling, code, telling.actors, telling.recipients, or_published=False)


def known(outlet: str = "Quay Post") -> Entry:
    return entry(clash(outlet=outlet), n1="k1", n2="k2")


def test_items_of_a_key_come_together_in_the_order_of_the_first() -> None:
    items = [("b", 1), ("a", 2), ("b", 3), ("c", 4), ("a", 5)]
    assert list(together(items)) == [[1, 3], [2, 5], [4]]


def test_what_goes_wrong_in_the_entries_is_not_taken_for_a_full_disk() -> None:
    def broken() -> Iterator[tuple[str, int]]:
        yield "a", 1
        raise RuntimeError("the ledger went away")

    with pytest.raises(RuntimeError):
        list(together(broken()))


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import onrecord.interfaces.exports.together as module

    def full(*_: object) -> None:
        raise module.sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(module, "_keep", full)
    with pytest.raises(CannotWrite, match="disk is full; set TMPDIR"):
        list(together([("a", 1)]))


def test_two_documents_tell_one_event_where_all_is_known_and_the_same() -> None:
    assert same(known("Quay Post")) == same(known("Herald"))


@pytest.mark.parametrize("people", [{"n1": "k1"}, {"n1": "k1", "n2": "k9"}, {"n1": "k9", "n2": "k2"}])
def test_others_take_part_in_another_event(people: dict[str, str]) -> None:
    assert same(known()) != same(entry(clash(outlet="Herald"), **people))


def test_another_day_place_or_type_is_another_event() -> None:
    record = clash()
    later = replace(record, times=(replace(record.times[0], edtf="2024-05-01"), *record.times[1:]))
    elsewhere = replace(record, places=(replace(record.places[0], geonames=1), record.places[1]))
    keys = {same(known()), same(known(), "193")}
    keys |= {same(entry(each, n1="k1", n2="k2")) for each in (later, elsewhere)}
    assert len(keys) == 4


def test_without_a_day_or_a_place_nothing_is_one() -> None:
    def timeless(outlet: str) -> Entry:
        record = clash(outlet=outlet)
        events = tuple(replace(each, time=None, place=None) for each in record.events)
        return entry(replace(record, events=events), n1="k1", n2="k2")

    assert same(timeless("Quay Post")) != same(timeless("Herald"))


def test_copies_count_as_the_originals_outlet() -> None:
    wire = known("Wire")
    copies = [replace(known(name), origin=wire.record.document.id) for name in ("Post", "Herald")]
    assert independent_outlets([shelling(each) for each in (*copies, wire)]) == ("Wire",)
    assert independent_outlets([shelling(each) for each in (*copies, wire, known("Gazette"))]) == ("Wire", "Gazette")


def test_one_outlet_is_one_source_however_often_it_tells_it() -> None:
    twice = [entry(clash(outlet="Post", head=head), n1="k1", n2="k2") for head in ("", "Again. ")]
    assert independent_outlets([shelling(each) for each in twice]) == ("Post",)

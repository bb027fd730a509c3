"""What a ledger keeps of a document, each compared with the one before it."""

from dataclasses import replace
from pathlib import Path

from tests.analysis.differences.revised import load
from tests.keeping import keep
from tests.records import port, record

from onrecord.analysis.differences import Recoding, compare_ledgers, recodings, revisions
from onrecord.record import Coder

FIRST = port()
SECOND = replace(FIRST, coder=Coder("stand-in", "2"), events=FIRST.events[:-1])
THIRD = replace(SECOND, coder=Coder("stand-in", "3"))
EARLIER, LATER = load("dam")
CHANGED = replace(LATER.document, modified="2031-01-01")


def test_each_coding_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    with keep(tmp_path / "news.db", FIRST, SECOND, THIRD) as ledger:
        found = list(recodings(ledger, FIRST.document.id))
    assert [(each.earlier, each.later, len(each.differences)) for each in found] == [
        ("stand-in 1", "stand-in 2", 1),
        ("stand-in 2", "stand-in 3", 0),
    ]
    assert found[0].counts() == {"events": 1}


def test_one_coding_differs_from_nothing(tmp_path: Path) -> None:
    with keep(tmp_path / "news.db", FIRST) as ledger:
        assert list(recodings(ledger, FIRST.document.id)) == []


def test_each_revision_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    with keep(tmp_path / "news.db", replace(LATER, document=CHANGED), EARLIER) as ledger:
        (line,) = ledger.revised()
        assert [row.id for row in ledger.revisions(LATER.document.id)] == line
        (found,) = revisions(ledger, line)
    assert (found.earlier.id, found.later.id) == (EARLIER.document.id, LATER.document.id)
    assert found.revision.changes[0].kind == "denial removed"


def test_two_ledgers_differ_by_what_one_has_alone_and_what_both_coded_otherwise(tmp_path: Path) -> None:
    with keep(tmp_path / "a.db", FIRST, record("Ana")) as left, keep(tmp_path / "b.db", SECOND, record("Ivo")) as right:
        found = list(compare_ledgers(left, right, ("a", "b")))
    alone = [(each[0], each[1].heading[:3]) for each in found if isinstance(each, tuple)]
    both = [each for each in found if isinstance(each, Recoding)]
    assert alone == [("a", "Ana"), ("b", "Ivo")]
    assert [(each.earlier, each.later, len(each.differences)) for each in both] == [("a", "b", 1)]

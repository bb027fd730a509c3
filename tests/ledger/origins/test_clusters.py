"""Which document others go back to."""

from itertools import combinations

from tests.ledger.origins.reports import OWN, WIRE, related, report

from onrecord.ledger.origins import Report, origins_of

TITLE, LEAD, CROWD, QUOTE, LINE = WIRE.split("\n\n")
SHORT = "\n\n".join([TITLE, LEAD, CROWD])


def go_back_to(*reports: Report) -> dict[int, int]:
    relations = [related(left, right) for left, right in combinations(reports, 2)]
    return origins_of({each.document: each.published for each in reports}, relations)


def test_copies_go_back_to_the_earliest() -> None:
    found = go_back_to(report(1, WIRE, "A", "2024-05-06"), report(2, WIRE, "B", "2024-05-04"), report(3, SHORT, "C"))
    assert found == {1: 2, 2: 2, 3: 2}


def test_a_report_of_one_s_own_goes_back_to_itself() -> None:
    assert go_back_to(report(1, WIRE), report(2, OWN)) == {1: 1, 2: 2}


def test_a_copy_that_went_out_before_the_whole_is_the_earliest_known() -> None:
    assert go_back_to(report(1, SHORT, published="2024-05-04"), report(2, WIRE, published="2024-05-05")) == {1: 1, 2: 1}


def test_a_copy_of_a_copy_goes_back_to_the_report() -> None:
    changed = SHORT.replace("because the owner had not paid", "as no one had settled").replace("blankets", "covers")
    assert go_back_to(report(1, WIRE), report(2, SHORT), report(3, changed)) == {1: 1, 2: 1, 3: 1}


def test_a_blend_of_two_reports_does_not_make_them_one() -> None:
    blend = "\n\n".join([*WIRE.split("\n\n")[:3], *OWN.split("\n\n")[3:]])
    found = go_back_to(report(1, blend), report(2, WIRE), report(3, WIRE), report(4, OWN), report(5, OWN))
    assert found[2] == found[3] != found[4] == found[5]


def test_filing_in_another_order_gives_the_same_groups() -> None:
    reports = [report(1, WIRE), report(2, SHORT), report(3, OWN), report(4, WIRE.replace(TITLE, "In brief"))]
    found, turned = go_back_to(*reports), go_back_to(*reversed(reports))
    assert {(a, b) for a in found for b in found if found[a] == found[b]} == {
        (a, b) for a in turned for b in turned if turned[a] == turned[b]
    }


def test_nothing_filed_is_nothing_found() -> None:
    assert origins_of({}, []) == {}

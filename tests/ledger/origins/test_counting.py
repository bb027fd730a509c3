"""How many independent origins a claim has."""

from itertools import combinations

from tests.ledger.origins.reports import OWN, WIRE, related, report

from onrecord.ledger.origins import Appearance, Credit, Origins, Report, count_origins

CLAIM = "No fee, no sea. That is the whole of our law, and it is an old one"
TITLE, LEAD, CROWD, QUOTE, LINE = WIRE.split("\n\n")
BRIEF = f"Short news\n\nA ferry was kept in port. {QUOTE} Buses ran in its place all through the day."


def counted(*reports: Report, statement: str | None = None) -> Origins:
    places = [
        Appearance(each.document, start, start + len(CLAIM), statement)
        for each in reports
        for start in range(len(each.text))
        if each.text.startswith(CLAIM, start)
    ]
    relations = [related(left, right) for left, right in combinations(reports, 2)]
    return count_origins(places, {each.document: each for each in reports}, relations)


def credited(document: int, text: str, outlet: str, credit: Credit) -> Report:
    return report(document, text, outlet, credits=(credit,))


def test_five_outlets_with_one_wire_text_are_one_origin() -> None:
    found = counted(*(report(number, WIRE, f"Outlet {number}") for number in range(1, 6)))
    assert str(found) == "5 outlets, 1 origin"
    assert [(each.name, each.document, len(each.appearances)) for each in found.origins] == [("Outlet 1", 1, 5)]
    assert found.origins[0].reasons == ("in one passage",)


def test_two_reporters_who_heard_the_same_words_are_two_origins() -> None:
    assert str(counted(report(1, WIRE, "Wire"), report(2, OWN, "Post"))) == "2 outlets, 2 origins"


def test_a_passage_taken_into_one_s_own_article_is_no_second_origin() -> None:
    own = f"A day without ferries\n\n{OWN.split(chr(10) * 2)[3]}\n\n{CROWD}\n\n{QUOTE}"
    assert str(counted(report(1, WIRE, "Wire"), report(2, own, "Post"))) == "2 outlets, 1 origin"


def test_what_an_article_heard_itself_and_what_it_took_are_told_apart() -> None:
    both = report(3, f"{OWN}\n\n{CROWD}\n\n{QUOTE}", "Mirror", "2024-05-06")
    found = counted(report(1, WIRE, "Wire", "2024-05-04"), report(2, OWN, "Post", "2024-05-04"), both)
    assert [{place.document for place in each.appearances} for each in found.origins] == [{1, 3}, {2, 3}]


def test_reports_credited_to_one_agency_are_one_origin_though_their_words_differ() -> None:
    dateline = Credit("TASS", "dateline")
    found = counted(credited(1, WIRE, "Wire", dateline), credited(2, OWN, "Post", dateline))
    assert [(each.name, each.reasons) for each in found.origins] == [("TASS", ("credited to TASS",))]


def test_an_agency_s_own_report_and_one_that_credits_it_are_one_origin() -> None:
    found = counted(
        report(1, WIRE, "TASS"), credited(2, OWN, "Post", Credit("TASS", "source", statement="s1")), statement="s1"
    )
    assert [each.name for each in found.origins] == ["TASS"]


def test_a_statement_s_credit_outranks_the_report_s() -> None:
    both = (Credit("Reuters", "dateline"), Credit("TASS", "source", statement="s1"))
    found = counted(report(1, WIRE, "Wire", credits=both), statement="s1")
    assert [each.name for each in found.origins] == ["TASS"]


def test_material_of_an_agency_joins_only_what_else_is_that_agency_s() -> None:
    drawing = credited(1, OWN, "Post", Credit("Agence France-Presse", "material"))
    assert [each.name for each in counted(drawing, report(2, WIRE, "Wire")).origins] == ["Post", "Wire"]
    assert [each.name for each in counted(drawing, report(2, WIRE, "AFP")).origins] == ["Agence France-Presse"]


def test_an_outlet_that_tells_it_twice_is_one_origin() -> None:
    assert str(counted(report(1, WIRE, "Post"), report(2, BRIEF, "Post"))) == "1 outlet, 1 origin"


def test_a_document_without_an_outlet_is_counted_apart() -> None:
    found = counted(report(1, WIRE, "Post"), report(2, OWN), report(3, BRIEF))
    assert str(found) == "1 outlet and 2 documents of no named outlet, 3 origins"


def test_a_credit_at_the_head_of_an_article_does_not_name_what_it_took_from_another() -> None:
    blend = credited(1, f"{OWN}\n\n{CROWD}\n\n{QUOTE}", "Mirror", Credit("TASS", "dateline"))
    found = counted(report(2, WIRE, "Wire", "2024-05-04"), blend, report(3, WIRE, "Post", "2024-05-04"))
    names = {each.name for each in found.origins if any(place.document == 2 for place in each.appearances)}
    assert names == {"Wire"}


def test_the_order_of_what_is_given_makes_no_difference() -> None:
    reports = [
        report(1, WIRE, "A", "2024-05-04"),
        report(2, OWN, "B", "2024-05-05"),
        report(3, WIRE, "C", "2024-05-06"),
    ]
    assert counted(*reports).origins == counted(*reversed(reports)).origins


def test_a_claim_that_stands_nowhere_has_no_origin() -> None:
    assert str(counted()) == "0 outlets, 0 origins"

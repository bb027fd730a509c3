"""Reports of one happening by two hands, for tests of what is copied from what."""

from onrecord.ledger.origins import Passage, Relation, Report, align, relate

WIRE = (
    "Ferry held at Tarn over unpaid fees\n\n"
    "TARN, 4 May 2024 (Northern Wire) – Port officers kept the ferry Aurora at its berth on Saturday because the owner "
    "had not paid mooring fees for two years, the harbour master of the island said.\n\n"
    "Some three hundred passengers spent the night in a sports hall and were given blankets by volunteers of the "
    "parish, while lorries with fruit queued along the breakwater as far as the lighthouse.\n\n"
    "“No fee, no sea. That is the whole of our law, and it is an old one,” harbour master Pelle Strand told "
    "reporters.\n\n"
    "The shipping line denied that it owed anything and announced that it would ask a court on the mainland to release "
    "the vessel before the holiday traffic begins at the end of the week."
)
OWN = (
    "Stranded: a night among bananas\n\n"
    "Nobody on the quay could tell Maria Lund when she would get home. She had been to a wedding, she still wore the "
    "shoes, and now a policeman stood in front of the gangway and shook his head at everyone who came.\n\n"
    "“No fee, no sea. That is the whole of our law, and it is an old one,” the harbour master, Pelle Strand, explained "
    "to a circle of microphones.\n\n"
    "By midnight the first driver had opened his trailer. If the cargo was going to rot, he reasoned, it might as well "
    "be eaten, and so three hundred people had bananas for supper and again for breakfast.\n\n"
    "Lawyers for the line are said to be on their way."
)


def report(document: int, text: str, outlet: str | None = None, published: str | None = None, **more: object) -> Report:
    """A report whose quotations are what stands in curly marks."""
    quoted = []
    start = text.find("“")
    while start >= 0:
        end = text.index("”", start) + 1
        quoted.append((start, end))
        start = text.find("“", end)
    return Report(document, text, outlet, published, tuple(quoted), **more)  # type: ignore[arg-type]


def related(left: Report, right: Report) -> Relation:
    """What two reports are to each other."""
    return relate(left, right, align(left.text, right.text))


def shown(passages: tuple[Passage, ...]) -> list[str]:
    """The passages as the left text has them."""
    return [each.left.text for each in passages]

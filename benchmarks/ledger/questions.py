"""The questions that are timed, one line each, and what they are asked about."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from random import Random

from onrecord.analysis import list_terms
from onrecord.analysis.positions import ask_positions, list_issues
from onrecord.analysis.timelines import list_happenings
from onrecord.codebooks.issues import load_issues, topic
from onrecord.ledger import Ledger
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Topics:
    """What can be asked about, taken from a sample of the documents: by chance the more, the more there is on it.

    `common` words stand in over a tenth of the documents, `usual` ones in some, `rare` ones in one of the sample.
    """

    common: Sequence[str]
    usual: Sequence[str]
    rare: Sequence[str]
    phrases: Sequence[str]
    speakers: Sequence[str]
    families: Sequence[str]
    countries: Sequence[str]
    outlets: Sequence[str]
    documents: Sequence[str]


ISSUES = load_issues()

Question = Callable[[Ledger, Topics, Random], object]

QUESTIONS: tuple[tuple[str, Question], ...] = (
    ("search: a common word", lambda ledger, on, by: ledger.search(by.choice(on.common))),
    ("search: a usual word", lambda ledger, on, by: ledger.search(by.choice(on.usual))),
    ("search: a rare word", lambda ledger, on, by: ledger.search(by.choice(on.rare))),
    ("search: two common words", lambda ledger, on, by: ledger.search(" ".join(by.sample(on.common, 2)))),
    ("search: a phrase", lambda ledger, on, by: ledger.search(f'"{by.choice(on.phrases)}"')),
    ("search: the beginning of a word", lambda ledger, on, by: ledger.search(f"{by.choice(on.usual)[:4]}*")),
    ("search: a word, since a year", lambda ledger, on, by: ledger.search(by.choice(on.common), since=year(by))),
    ("search: a word, in a year", lambda ledger, on, by: ledger.search(by.choice(on.common), **in_a_year(by))),
    ("search: a word, in an outlet", lambda ledger, on, by: ledger.search(
        by.choice(on.common), outlet=by.choice(on.outlets))),
    ("search: surest statements", lambda ledger, on, by: ledger.search(by.choice(on.usual), min_confidence=0.9)),
    ("statements of somebody", lambda ledger, on, by: ledger.search(who=by.choice(on.speakers))),
    ("statements of somebody on a topic", lambda ledger, on, by: ledger.search(
        by.choice(on.common), who=by.choice(on.speakers))),
    ("statements of a country", lambda ledger, on, by: ledger.search(who=by.choice(on.countries))),
    ("who: a full name", lambda ledger, on, by: ledger.who(by.choice(on.speakers))),
    ("who: a family name", lambda ledger, on, by: ledger.who(by.choice(on.families))),
    ("positions: somebody on an issue", lambda ledger, on, by: ask_positions(
        ledger, by.choice(on.speakers), by.choice(ISSUES))),
    ("positions: somebody on a topic of one's own", lambda ledger, on, by: ask_positions(
        ledger, by.choice(on.speakers), topic(by.choice(on.usual)))),
    ("positions: a country on an issue", lambda ledger, on, by: ask_positions(
        ledger, by.choice(on.countries), by.choice(ISSUES))),
    ("positions: on which issues somebody spoke", lambda ledger, on, by: [
        list_issues(ledger, each, ISSUES) for each in ledger.who(by.choice(on.speakers))[:1]]),
    ("disputes: the newest", lambda ledger, on, by: list_happenings(ledger, disputed=True)),
    ("disputes: of somebody", lambda ledger, on, by: list_happenings(
        ledger, who=by.choice(on.speakers), disputed=True)),
    ("disputes: of a country, in a year", lambda ledger, on, by: list_happenings(
        ledger, who=by.choice(on.countries), disputed=True, **in_a_year(by))),
    ("timeline: in a year", lambda ledger, on, by: list_happenings(ledger, **in_a_year(by))),
    ("timeline: of somebody", lambda ledger, on, by: list_happenings(ledger, who=by.choice(on.speakers))),
    ("timeline: of a country", lambda ledger, on, by: list_happenings(ledger, who=by.choice(on.countries))),
    ("timeline: assaults in a year", lambda ledger, on, by: list_happenings(
        ledger, types=["ASSAULT"], **in_a_year(by))),
    ("who speaks about somebody", lambda ledger, on, by: ledger.speaking(about=by.choice(on.speakers))),
    ("whom somebody speaks about", lambda ledger, on, by: ledger.speaking(who=by.choice(on.speakers))),
    ("who speaks about a country", lambda ledger, on, by: ledger.speaking(about=by.choice(on.countries))),
    ("copies of a document", lambda ledger, on, by: ledger.related(by.choice(on.documents))),
    ("a document's origin", lambda ledger, on, by: ledger.origin(by.choice(on.documents))),
    ("revisions of a document", lambda ledger, on, by: ledger.revisions(by.choice(on.documents))),
    ("terms: what expires next", lambda ledger, on, by: list_terms(ledger, a_day(by), limit=50)),
    ("terms: ceasefires", lambda ledger, on, by: list_terms(ledger, a_day(by), "ceasefire", limit=50)),
    ("a document's record", lambda ledger, on, by: ledger.record(by.choice(on.documents))),
    ("totals", lambda ledger, on, by: ledger.totals()),
)  # fmt: skip


def topics_of(sample: Sequence[Record]) -> Topics:
    """What a sample of the ledger's documents can be asked about. Raises ValueError where the sample is too small."""
    words: Counter[str] = Counter()
    phrases, speakers, countries = [], [], []
    for record in sample:
        contents = [span.text for statement in record.statements for span in statement.content.spans]
        words.update({word for content in contents for word in content.lower().split() if word.isalpha()})
        phrases += [pair for content in contents for pair in _pairs(content)]
        sources = {each.source.entity for each in record.statements if each.source}
        named = [each for each in record.entities if each.id in sources]
        speakers += [each.name for each in named if each.type == "person" and each.name.istitle() and " " in each.name]
        countries += [each.name for each in named if each.type == "country"]
    often = len(sample) / 10
    ordered = [word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0])) if len(word) > 4]
    topics = Topics(
        common=[word for word in ordered if words[word] > often],
        usual=[word for word in ordered if 3 <= words[word] <= often],
        rare=[word for word in ordered if words[word] == 1],
        phrases=phrases,
        speakers=speakers,
        families=[name.split()[-1] for name in speakers],
        countries=countries,
        outlets=[str(record.document.outlet) for record in sample],
        documents=[record.document.id for record in sample],
    )
    for name in Topics.__slots__:
        if len(getattr(topics, name)) < 2:
            raise ValueError(f"{len(sample)} documents are too few to find {name} in; add more")
    return topics


def year(random: Random) -> str:
    """A year of the corpus."""
    return str(random.randrange(2015, 2025))


def in_a_year(random: Random) -> dict[str, str]:
    """Bounds of a search that take in one year."""
    found = year(random)
    return {"since": found, "until": found}


def a_day(random: Random) -> date:
    """A day of the corpus."""
    return date(random.randrange(2015, 2025), random.randrange(1, 13), random.randrange(1, 28))


def _pairs(content: str) -> list[str]:
    """Two words that follow one another, of those that are long enough to be about something."""
    words = content.split()
    return [
        f"{one} {two}"
        for one, two in pairwise(words)
        if one.isalpha() and two.isalpha() and len(one) > 3 and len(two) > 3
    ]

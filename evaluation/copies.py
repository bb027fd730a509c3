"""Makes of our own reports what becomes of reports: copies, edits, passages in others' articles, shared quotations.

Seeded: the same reports and seed give the same documents. Every paragraph keeps whose it is, so that what is found can
be compared with what was done. What stands in quotation marks is never edited, as no editor does.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from onrecord.documents import ReadOptions, find_documents, read_document

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|‘[^’\n]*’(?!\w)")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"«]?[A-Z])")
DATELINE = re.compile(r"^[^\W\d_a-z]{3,}[^\n]{0,60}?[–—-]\s+")

SYNONYMS = dict(
    pair.replace("-", " ").split("=")
    for pair in (
        "said=stated told=informed killed=slain people=persons began=started agreed=consented denied=rejected "
        "called=labelled asked=requested government=administration officials=authorities talks=negotiations "
        "minister=secretary decision=ruling report=account road=route town=municipality village=hamlet "
        "workers=employees soldiers=troops army=military attack=assault blast=explosion "
        "explosion=blast closed=shut opened=unlocked found=discovered showed=revealed sent=dispatched "
        "promised=pledged warned=cautioned rejected=dismissed accused=blamed announced=declared wants=seeks "
        "expected=anticipated about=roughly more=greater after=following before=ahead-of "
        "because=since while=whereas but=however also=likewise only=merely still=nonetheless yet=however "
        "several=various many=numerous most=nearly-all first=initial last=final next=following new=fresh "
        "old=ageing large=big small=minor long=lengthy short=brief high=elevated early=premature late=belated "
        "house=home houses=homes families=households children=youngsters "
        "boat=vessel ship=vessel ferry=vessel bridge=crossing river=stream water=water-supply farmers=growers "
        "growers=farmers market=bazaar price=cost prices=costs company=firm firm=company talks=discussions "
        "lawyer=attorney court=tribunal judge=magistrate judges=magistrates trial=proceedings sentence=penalty "
        "charity=relief-group camp=settlement disease=illness died=perished dead=deceased deaths=fatalities "
        "hurt=injured wounded=injured freed=released seized=captured held=detained left=departed came=arrived "
        "went=travelled gave=handed made=produced put=placed kept=retained brought=carried "
        "stood=remained spoke=talked described=portrayed insisted=maintained repeated=reiterated "
        "acknowledged=conceded estimated=reckoned plan=scheme offer=proposal ban=embargo measure=step "
        "country=state border=frontier frontier=border valley=basin island=isle "
        "morning=forenoon evening=night "
        "nearly=almost almost=nearly again=once-more together=jointly near=close-to across=over during=in "
        "under=beneath between=among without=lacking against=versus toward=towards"
    ).split()
)
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
HEADLINES = (
    "What we know so far", "In brief", "From our partners", "News in short", "Today's developments", "The latest",
    "Foreign desk", "World in a minute", "The situation at a glance", "Overnight update",
)  # fmt: skip
OUTLETS = tuple(
    f"{place} {kind}"
    for place in "Amber Birch Cedar Delta Ember Fjord Glen Heron Iris Juniper".split()
    for kind in ("Post", "Times-Herald", "Online", "Chronicle")
)
# What outlets print beneath every article, or on every one about a conflict.
STOCK = (
    "This article is part of our series on regions in transition. Readers who wish to support independent "
    "reporting can do so on our website or at any newsstand; subscriptions begin at four a month and can be "
    "cancelled at any time.",
    "The conflict has its roots in the collapse of the federation three decades ago, when two republics claimed "
    "the same districts. Several rounds of mediation have failed, and tens of thousands of people remain "
    "displaced to this day.",
    "All times are local. Figures given by the parties could not be independently verified. Corrections should be "
    "sent to the readers' editor, who publishes a selection of them every Saturday on the second page of the "
    "printed edition.",
    "Follow the story on our live blog, where correspondents answer questions every evening between seven and "
    "eight. For breaking news, download the application or sign up for alerts by text message in nine languages.",
)  # fmt: skip
# What any reporter may write before a quotation, and what one alone does.
FORMULAS = (
    "Speaking to reporters at a news conference on Thursday, the official said:",
    "In a statement released late on Wednesday, a spokesperson for the office said:",
)
LEADS = (
    "Asked by our reporter,",
    "In front of the cameras,",
    "On the steps outside,",
    "Before leaving,",
    "Late in the day,",
)
SPEAKERS = ("the speaker", "the same official", "the visitor", "this source", "the person in question")
SAYINGS = ("put it like this:", "had only this to say:", "used these words:", "was blunt:", "chose to be brief:")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the report in whose prose it was written."""

    text: str
    base: str


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made: how, from what, and whose report it is (`base`, None for a blend of two)."""

    kind: str
    base: str | None
    happening: str
    outlet: str
    published: str
    paragraphs: tuple[Paragraph, ...]
    guest: str | None = None
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "\n\n".join(each.text for each in self.paragraphs))

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph at a code point."""
        end = 0
        for each in self.paragraphs:
            end += len(each.text) + 2
            if offset < end:
                return each
        raise IndexError(offset)


def read_reports(half: str) -> list[Made]:
    """The reports of a half as they were written, and every other example of the package."""
    found = [report for path in sorted((HERE / "origins" / half).glob("*.txt")) for report in _reports_of(path)]
    examples = sorted(EXAMPLES.iterdir())[0 if half == "open" else 1 :: 2]
    return found + [_example(path) for path in examples]


def _reports_of(path: Path) -> Iterator[Made]:
    for number, part in enumerate(path.read_text(encoding="utf-8").split("=====\n"), 1):
        outlet, published, body = part.strip().split("\n", 2)
        base = f"{path.stem}-{number}"
        paragraphs = tuple(Paragraph(each, base) for each in body.splitlines() if each)
        _, _, name = outlet.partition(": ")
        _, _, day = published.partition(": ")
        yield Made("original", base, path.stem, name, day, paragraphs)


def _example(path: Path) -> Made:
    document = read_document(find_documents([str(path)])[0], ReadOptions())
    lines = [line for line in document.text.splitlines() if line.strip()]
    title = [document.title] if document.title and document.title != lines[0] else []
    paragraphs = tuple(Paragraph(line, path.stem) for line in [*title, *lines])
    published = (document.published or "2022-02-02")[:10]
    return Made("original", path.stem, path.stem, document.outlet or f"The {path.stem}", published, paragraphs)


def make_documents(half: str, seed: int) -> list[Made]:
    """The reports of a half and all that is made of them, in a shuffled order."""
    chance = random.Random(f"{half} {seed}")
    reports = read_reports(half)
    made = list(reports)
    for report in reports:
        made += [_published(chance, edit(chance, report)) for edit in EDITS]
        made.append(_published(chance, _light_edit(chance, _heavy(chance, report), "second hand")))
        guests = [each for each in reports if each.base != report.base and each.happening == report.happening]
        guests = guests or [each for each in reports if each.base != report.base]
        made.append(_published(chance, _embedded(chance, report, chance.choice(guests))))
        made.append(_published(chance, _with_sentence(chance, report, chance.choice(guests))))
        made.append(_published(chance, _quoting(chance, report, chance.choice(guests))))
        made.append(_published(chance, _with_stock(chance, report)))
        if chance.random() < 0.5:
            made.append(_published(chance, _blend(report, chance.choice(guests))))
    chance.shuffle(made)
    return made


def _published(chance: random.Random, made: Made) -> Made:
    """The document in an outlet of its own, on the same day or a little later."""
    later = chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 1, 2))
    day = date.fromisoformat(made.published) + timedelta(days=later)
    return replace(made, outlet=chance.choice(OUTLETS), published=day.isoformat())


def _edited(report: Made, kind: str, paragraphs: Sequence[Paragraph], guest: Made | None = None) -> Made:
    published = max(report.published, guest.published) if guest else report.published
    return Made(kind, report.base, report.happening, "", published, tuple(paragraphs), guest and guest.base)


def _outside_quotations(text: str, edit: Callable[[str], str]) -> str:
    """A text edited but for what stands in quotation marks."""
    edited, last = "", 0
    for match in QUOTED.finditer(text):
        edited += edit(text[last : match.start()]) + match[0]
        last = match.end()
    return edited + edit(text[last:])


def _verbatim(chance: random.Random, report: Made) -> Made:
    """Word for word, with plain quotation marks and dashes."""
    plain = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-"})
    return _edited(report, "verbatim", [replace(each, text=each.text.translate(plain)) for each in report.paragraphs])


def _headline(chance: random.Random, report: Made) -> Made:
    title = Paragraph(chance.choice(HEADLINES), report.paragraphs[0].base)
    return _edited(report, "headline", [title, *report.paragraphs[1:]])


def _truncated(chance: random.Random, report: Made) -> Made:
    kept = max(3, round(len(report.paragraphs) * chance.uniform(0.35, 0.7)))
    return _edited(report, "truncated", report.paragraphs[:kept])


def _dateline(chance: random.Random, report: Made) -> Made:
    """Another dateline, or one where there was none, and a line of one's own staff."""
    title, first, *rest = report.paragraphs
    bare = DATELINE.sub("", first.text)
    first = replace(first, text=f"{chance.choice(('FOREIGN DESK', 'LONDON', 'VIENNA'))} – {bare}")
    return _edited(report, "dateline", [title, Paragraph("By our staff", title.base), first, *rest])


def _with_synonyms(chance: random.Random, report: Made, share: float = 0.6, kind: str = "synonyms") -> Made:
    """Words replaced, of those that have a synonym the given share."""

    def other(match: re.Match[str]) -> str:
        synonym = SYNONYMS.get(match[0])
        return synonym if synonym and chance.random() < share else match[0]

    def edit(text: str) -> str:
        return re.sub(r"[a-z]+", other, text)

    changed = [replace(each, text=_outside_quotations(each.text, edit)) for each in report.paragraphs]
    return _edited(report, kind, changed)


def _reordered(chance: random.Random, report: Made) -> Made:
    title, first, *rest = report.paragraphs
    chance.shuffle(rest)
    return _edited(report, "reordered", [title, first, *rest])


def _cut(chance: random.Random, report: Made) -> Made:
    """A third of the sentences left out, of the first paragraphs none."""
    paragraphs = list(report.paragraphs[:2])
    for each in report.paragraphs[2:]:
        kept = [sentence for sentence in SENTENCE.split(each.text) if chance.random() > 0.35]
        if kept:
            paragraphs.append(replace(each, text=" ".join(kept)))
    return _edited(report, "cut", paragraphs)


def _numbers(chance: random.Random, report: Made) -> Made:
    def edit(text: str) -> str:
        return NUMBER.sub(lambda match: str(chance.randint(2, 99)), text)

    changed = [replace(each, text=_outside_quotations(each.text, edit)) for each in report.paragraphs]
    return _edited(report, "numbers", changed)


def _heavy(chance: random.Random, report: Made) -> Made:
    """All at once: headline, dateline, words, numbers, a third of the sentences, the order."""
    made = report
    for edit in (_headline, _dateline, _cut, _with_synonyms, _numbers, _reordered):
        made = edit(chance, made)
    return _edited(made, "heavy", made.paragraphs)


def _rewritten(chance: random.Random, report: Made) -> Made:
    """Every word replaced that can be, the sentences of each paragraph in another order, a third left out."""
    made = _numbers(chance, _with_synonyms(chance, _cut(chance, report), share=1.0))
    paragraphs = []
    for each in made.paragraphs[1:]:
        sentences = SENTENCE.split(each.text)
        chance.shuffle(sentences)
        paragraphs.append(replace(each, text=" ".join(sentences)))
    return _edited(made, "rewritten", [made.paragraphs[0], *paragraphs])


def _light_edit(chance: random.Random, report: Made, kind: str) -> Made:
    made = chance.choice((_headline, _truncated, _dateline, _cut))(chance, report)
    return _edited(made, kind, made.paragraphs)


def _embedded(chance: random.Random, report: Made, guest: Made) -> Made:
    """One to three paragraphs of another's report within one's own."""
    body = guest.paragraphs[1:]
    count = min(chance.choice((1, 2, 3)), len(body))
    start = chance.randint(0, len(body) - count)
    place = chance.randint(2, len(report.paragraphs))
    paragraphs = [*report.paragraphs[:place], *body[start : start + count], *report.paragraphs[place:]]
    return _edited(report, "embedded", paragraphs, guest)


def _quoting(chance: random.Random, report: Made, guest: Made) -> Made:
    """What another report quotes, heard by oneself: the quotations with cues of one's own."""
    quotes = [match[0] for each in guest.paragraphs[1:] for match in QUOTED.finditer(each.text)]
    longest = sorted(quotes, key=len, reverse=True)[:3]
    own = [Paragraph(f"{_cue(chance)} {quote}", report.base or "") for quote in longest]
    return _edited(report, "quotations", [*report.paragraphs, *own], guest)


def _cue(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(FORMULAS)
    return " ".join(map(chance.choice, (LEADS, SPEAKERS, SAYINGS)))


def _with_sentence(chance: random.Random, report: Made, guest: Made) -> Made:
    """One of the longest sentences of another's prose within a paragraph of one's own."""
    sentences = [sentence for each in guest.paragraphs[2:] for sentence in SENTENCE.split(each.text)]
    prose = sorted((each for each in sentences if not QUOTED.search(each)), key=len, reverse=True)
    taken = Paragraph(chance.choice(prose[:4]), guest.base or "")
    place = chance.randint(2, len(report.paragraphs))
    return _edited(report, "sentence", [*report.paragraphs[:place], taken, *report.paragraphs[place:]], guest)


def _with_stock(chance: random.Random, report: Made) -> Made:
    stock = Paragraph(chance.choice(STOCK), "stock")
    return _edited(report, "stock", [*report.paragraphs, stock])


def _blend(report: Made, guest: Made) -> Made:
    """The first half of one report and the second of another: no origin of its own, and none of the two's alone."""
    first = report.paragraphs[: len(report.paragraphs) // 2 + 1]
    second = guest.paragraphs[len(guest.paragraphs) // 2 :]
    blend = _edited(report, "blend", [*first, *second], guest)
    return replace(blend, base=None)


EDITS = (_verbatim, _headline, _truncated, _dateline, _with_synonyms, _reordered, _cut, _numbers, _heavy, _rewritten)

"""Who is said to have said what, by the rules alone: one line a case, source | cue | content (pieces parted by //)."""

import pytest

from onrecord.annotation import DocumentCoder
from onrecord.record import Document, Record, Spans, document_id

CASES = [
    # direct
    ('"We will wait," the minister said.', ['the minister | said | "We will wait,"']),
    ('"We will wait," said Foreign Minister Maria Stein.', ['Foreign Minister Maria Stein | said | "We will wait,"']),
    ('"We will wait," he said, "but not for ever."', ['he | said | "We will wait," // "but not for ever."']),
    ('The envoy told reporters: "We will wait."', ['The envoy | told | "We will wait."']),
    ("'We won't wait,' the ministers' spokesman said.", ["the ministers' spokesman | said | 'We won't wait,'"]),
    ("«We will wait», said the consul.", ["the consul | said | «We will wait»"]),
    ("“We will wait,” Ms. Diallo said. “It is late.”", ["Ms. Diallo | said | “We will wait,” // “It is late.”"]),
    ('Commissioner Adeyemi: "We will open the road."', ['Commissioner Adeyemi | : | "We will open the road."']),
    ('"We will open the road." — Minister Okello', ['Minister Okello | — | "We will open the road."']),
    ('Her answer was short: "Not this year."', ['Her | answer was short: | "Not this year."']),
    # indirect
    ("The ministry said that talks had begun.", ["The ministry | said | that talks had begun"]),
    ("Talks had begun, the ministry said.", ["the ministry | said | Talks had begun"]),
    ("The talks, he said, had failed.", ["he | said | The talks // had failed"]),
    ("She hopes that the bridge will open.", ["She | hopes | that the bridge will open"]),
    ("The army denied shelling the market.", ["The army | denied | shelling the market"]),
    ("The union wants to reopen the mine.", ["The union | wants | to reopen the mine"]),
    ("The mission urged both sides to withdraw.", ["The mission | urged | both sides to withdraw"]),
    ("The mission called on both sides to withdraw.", ["The mission | called on | both sides to withdraw"]),
    ("The president condemned the attack.", ["The president | condemned | the attack"]),
    ("The governor accused the army of looting.", ["The governor | accused | the army of looting"]),
    ("The deputy called for new elections.", ["The deputy | called for | new elections"]),
    ("According to the agency, the road is closed.", ["the agency | According to | the road is closed"]),
    ("The road is closed, according to two officials.", ["two officials | according to | The road is closed"]),
    ("The treaty, in her view, is dead.", ["her | view | The treaty // is dead"]),
    ("The envoy expressed regret that nobody came.", ["The envoy | expressed regret | that nobody came"]),
    ("The envoy is convinced that talks will resume.", ["The envoy | is convinced | that talks will resume"]),
    ("The ministry's claim that the road was safe is false.", ["The ministry | claim | that the road was safe"]),
    ("It was announced that the port would close.", [" | was announced | that the port would close"]),
    ("Asked whether he would resign, the mayor left.", [" | Asked | whether he would resign"]),
    (
        "The ministry said in a statement that it would host talks.",
        ["The ministry | said in a statement | that it would host talks"],
    ),
    (
        "A senior official who asked not to be named said the deal was near.",
        ["A senior official who asked not to be named | said | the deal was near"],
    ),
    (
        "NIAMEY, Nov. 9, 2020 (Harmattan) — The ministry said that talks had begun.",
        ["The ministry | said | that talks had begun"],
    ),
    # mixed
    ('He called the plan "a mistake".', ['He | called | the plan "a mistake"']),
    ('The ministry said the plan was "a mistake".', ['The ministry | said | the plan was "a mistake"']),
    # not attributions
    ('The so-called "ministry" burned down on Friday.', []),
    ("She opened the door and left the room.", []),
]


def lines(record: Record) -> list[str]:
    def words(spans: Spans) -> str:
        return " // ".join(span.text for span in spans)

    return [
        " | ".join(
            [
                words(each.source.spans) if each.source else "",
                words(each.cue.spans) if each.cue else "",
                words(each.content.spans),
            ]
        )
        for each in record.statements
    ]


def code(rules: DocumentCoder, text: str) -> Record:
    return rules.code(Document(id=document_id(text), text=text))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_attributions_of_one_sentence(rules: DocumentCoder, text: str, expected: list[str]) -> None:
    assert lines(code(rules, text)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We will wait," he said.', "direct"),
        ('"We will wait," he said, "but not for ever."', "direct"),
        ("He said that they would wait.", "indirect"),
        ('He said that they would "wait".', "mixed"),
        ("‘We won’t wait,’ he said.", "direct"),
    ],
)
def test_the_quotation_kind_says_how_much_stands_in_marks(rules: DocumentCoder, text: str, kind: str) -> None:
    assert [statement.quotation for statement in code(rules, text).statements] == [kind]


def test_a_quotation_over_paragraphs_is_one_content(rules: DocumentCoder) -> None:
    text = '"We came at dawn. The road was shut.\n\n"Nobody told us why," the driver said.'
    (statement,) = code(rules, text).statements
    assert statement.source is not None
    assert statement.source.spans[0].text == "the driver"
    assert [span.text for span in statement.content.spans] == [
        '"We came at dawn. The road was shut.',
        '"Nobody told us why,"',
    ]


def test_a_bare_quotation_is_kept_without_a_source(rules: DocumentCoder) -> None:
    text = (
        "The delegation left at noon. It rained all day in the valley.\n\n“The road was shut and the bridge had gone.”"
    )
    (statement,) = code(rules, text).statements
    assert (statement.source, statement.cue) == (None, None)


@pytest.mark.parametrize(
    "odd",
    [
        'He called it "a shame and left.',
        '"We will never yield, the general said.',
        'The "plan was over.',
        'A 5" pipe burst.',
        "The ministers' plan was 'over.",
    ],
)
def test_an_odd_mark_does_not_cost_the_next_paragraph(rules: DocumentCoder, odd: str) -> None:
    text = f'{odd}\n\n"We will wait," the minister said.'
    assert 'the minister | said | "We will wait,"' in lines(code(rules, text))


def test_a_report_within_a_report_names_its_frame(rules: DocumentCoder) -> None:
    outer, inner = code(rules, "The minister said that the army had promised to withdraw.").statements
    assert inner.within == outer.id
    assert outer.within is None


def test_the_turns_of_an_interview_belong_to_their_labels(rules: DocumentCoder) -> None:
    text = "Gazette: Why now?\nMayor Sow: Because it is late.\nGazette: And then?\nMayor Sow: Then we vote."
    assert lines(code(rules, text))[:2] == ["Gazette | : | Why now?", "Mayor Sow | : | Because it is late"]


def test_the_same_text_gives_the_same_bytes(rules: DocumentCoder) -> None:
    text = 'The envoy said talks had "stalled". "We wait," she added.'
    assert code(rules, text).to_json() == code(rules, text).to_json()

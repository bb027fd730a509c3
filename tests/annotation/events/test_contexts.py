"""What events are about: by who takes part, by the words of the sentence, and of the paragraph for broad contexts."""

import pytest

from onrecord.annotation import DocumentCoder
from onrecord.codebooks.events import load_contexts
from onrecord.record import Document


def contexts(coder: DocumentCoder, text: str, kind: str) -> set[str]:
    events = coder.code(Document(id="d", text=text)).events
    assert kind in {event.type for event in events}
    return {context for event in events if event.type == kind for context in event.contexts}


@pytest.mark.parametrize(
    ("text", "kind", "context"),
    [
        ("The Turkish army arrested two smugglers near Van.", "COERCE", "military"),
        ("The Polish parliament rejected the treaty.", "REJECT", "legislative"),
        ("A court in Minsk jailed two reporters.", "COERCE", "legal"),
        ("The opposition demanded a new election.", "REQUEST", "election"),
        ("Pro-democracy activists marched through Yangon.", "PROTEST", "pro_democracy"),
        ("France recalled its ambassador from Algiers.", "SANCTION", "diplomatic"),
        ("Washington urged Tehran to halt uranium enrichment.", "REQUEST", "cbrn"),
        ("Police fired tear gas at the marchers.", "ASSAULT", "repression"),
        ("Hackers attacked the Albanian land registry.", "ASSAULT", "cyber"),
        ("Colombia arrested a drug lord in Cali.", "COERCE", "illegal_drugs"),
        ("Qatar sent food aid to Sudan.", "AID", "human_security"),
        ("Japan sent tents and blankets after the earthquake.", "AID", "disasters"),
    ],
)
def test_an_event_has_the_context_that_its_sentence_tells(
    coder: DocumentCoder, text: str, kind: str, context: str
) -> None:
    assert context in contexts(coder, text, kind)


def test_broad_contexts_are_told_by_the_paragraph_and_others_are_not(coder: DocumentCoder) -> None:
    text = "The drought killed half of the cattle. The ambassador was there. Kenya sent lorries of grain to Garissa."
    assert contexts(coder, text, "AID") & {"disasters", "diplomatic"} == {"disasters"}
    assert not contexts(coder, text.replace(". ", ".\n\n"), "AID") & {"disasters", "diplomatic"}


def test_who_is_cited_tells_no_context(coder: DocumentCoder) -> None:
    said = "The president visited Lagos on Monday, the defence ministry said."
    assert "military" not in contexts(coder, said, "CONSULT")


def test_a_crime_is_one_where_nothing_more_specific_fits(coder: DocumentCoder) -> None:
    assert "crime" in contexts(coder, "Police arrested two gangsters in Naples.", "COERCE")
    specific = contexts(coder, "Police arrested two gangsters of a drug cartel in Naples.", "COERCE")
    assert "illegal_drugs" in specific
    assert "crime" not in specific


def test_contexts_stand_in_the_manuals_order(coder: DocumentCoder) -> None:
    text = "The army arrested a judge and a senator who had opposed the coup, the election and the abortion law."
    order = list(load_contexts())
    for event in coder.code(Document(id="d", text=text)).events:
        assert list(event.contexts) == sorted(event.contexts, key=order.index)
        assert event.contexts

"""What stands under what: the event whose content another is, and whether an event is what its sentence tells."""

import pytest
from tests.coded import code, event, words, wrong

from onrecord.annotation import DocumentCoder

# (text, trigger, trigger of the event whose content it is)
UNDER = [
    ("The junta refused to release the president.", "release", "refused"),
    ("The council demanded the release of the president.", "release", "demanded"),
    ("Both sides agreed to withdraw their troops.", "withdraw", "agreed"),
    ("The judge accused the police of torturing prisoners.", "torturing", "accused"),
    ("Mali threatened to expel the envoy.", "expel", "threatened"),
    ("Ghana condemned the shelling of the port.", "shelling", "condemned"),
    ("The junta refused to release the president.", "refused", None),
    ("Rebels attacked the bridge and freed two men.", "freed", None),
    ("After the arrest of the mayor, thousands demonstrated.", "arrest", None),
    ("Soldiers who had looted shops were arrested.", "arrested", None),
    wrong(
        "the parser makes `release` a verb with a subject",
        "President Tokayev ordered the release of 40 protesters.",
        "release",
        "ordered",
    ),
]
ROOTS = [
    ("Police arrested the mayor.", "arrested", True),
    ("Rebels attacked the bridge and freed two men.", "freed", True),
    ("After the arrest of the mayor, thousands demonstrated.", "demonstrated", True),
    ("After the arrest of the mayor, thousands demonstrated.", "arrest", False),
    ("The men who had attacked the convoy surrendered.", "surrendered", True),
    ("The men who had attacked the convoy surrendered.", "attacked", False),
    ("The junta refused to release the president.", "release", False),
    ("Thousands demonstrated while the ministers met.", "met", False),
]


@pytest.mark.parametrize(("text", "trigger", "above"), UNDER)
def test_what_is_promised_demanded_or_refused_stands_under_it(
    coder: DocumentCoder, text: str, trigger: str, above: str | None
) -> None:
    record = code(coder, text)
    outer = {each.id: words(each.trigger.spans) for each in record.events}
    within = event(record, trigger).within
    assert (outer[within].split()[0] if within else None) == above


@pytest.mark.parametrize(("text", "trigger", "root"), ROOTS)
def test_what_is_told_by_the_way_is_no_root(coder: DocumentCoder, text: str, trigger: str, root: bool) -> None:
    assert event(code(coder, text), trigger).root is root


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the bridge. The army shelled the town. Nobody was arrested.",
        'The mayor said: "They burned the school." Police arrested two men, the mayor said.',
    ],
)
def test_events_are_numbered_in_text_order(coder: DocumentCoder, text: str) -> None:
    found = code(coder, text).events
    assert [each.id for each in found] == [f"e{number}" for number in range(1, len(found) + 1)]
    starts = [each.trigger.spans[0].start for each in found]
    assert starts == sorted(starts)

"""What PLOVER's types mean."""

from onrecord.codebooks import load_event_types
from onrecord.codebooks.events import TYPES, VERBAL


def test_every_type_that_is_coded_has_a_meaning_and_a_quad_class() -> None:
    types = load_event_types()
    assert set(types) == set(TYPES)
    assert all(each.meaning for each in types.values())
    assert {name for name, each in types.items() if each.quad.startswith("verbal")} == VERBAL
    assert {each.quad for each in types.values()} == {
        f"{how} {what}" for how in ("verbal", "material") for what in ("cooperation", "conflict")
    }

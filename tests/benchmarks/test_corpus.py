"""Synthetic documents: whole records, the same for one seed, and copies that are copies."""

from itertools import islice

import pytest
from benchmarks.synthetic import Corpus, code_templates, synthesize

from onrecord.annotation import DocumentCoder
from onrecord.record import Record, document_id, is_edtf
from onrecord.record.times import Time

COUNT = 150


@pytest.fixture(scope="module")
def templates(coder: DocumentCoder) -> list[Record]:
    return code_templates(coder, examples_only=True)


@pytest.fixture(scope="module")
def corpus(templates: list[Record]) -> Corpus:
    return Corpus(templates, 7)


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> list[Record]:
    return [corpus.record(number) for number in range(COUNT)]


def numbers_of(corpus: Corpus, kind: str) -> list[int]:
    found = [number for number in range(COUNT) if corpus.making(number).kind == kind]
    assert found
    return found


def test_a_record_is_read_back_as_it_was_made(made: list[Record]) -> None:
    assert all(Record.from_json(record.to_json()) == record for record in made)


def test_a_document_has_the_id_of_its_text_and_outlet(made: list[Record]) -> None:
    assert all(record.document.id == document_id(record.document.text, record.document.outlet) for record in made)
    assert len({record.document.id for record in made}) == COUNT


def test_the_same_seed_gives_the_same_bytes(templates: list[Record], made: list[Record]) -> None:
    again = [record.to_json() for record in islice(synthesize(templates, 7, COUNT), 30)]
    assert again == [record.to_json() for record in made[:30]]
    assert [record.to_json() for record in synthesize(templates, 8, 30)] != again


def test_a_later_stretch_is_made_without_the_earlier(templates: list[Record], made: list[Record]) -> None:
    assert list(synthesize(templates, 7, 5, first=100)) == made[100:105]


def test_a_copy_has_its_origins_text_under_another_outlet(corpus: Corpus, made: list[Record]) -> None:
    for number in numbers_of(corpus, "copy"):
        copy, origin = made[number], made[corpus.making(number).origin]
        assert copy.document.outlet != origin.document.outlet
        assert body(copy) == body(origin)


def test_an_edit_is_much_like_its_origin_and_not_the_same(corpus: Corpus, made: list[Record]) -> None:
    for number in numbers_of(corpus, "edit"):
        edit, origin = made[number], made[corpus.making(number).origin]
        assert edit.document.outlet != origin.document.outlet
        assert set(edit.document.text.split()) != set(origin.document.text.split())
        assert resemblance(edit, origin) > 0.6


def test_a_revision_changes_the_text_at_one_address(corpus: Corpus, made: list[Record]) -> None:
    for number in numbers_of(corpus, "revision"):
        revision, origin = made[number], made[corpus.making(number).origin]
        assert (revision.document.uri, revision.document.outlet) == (origin.document.uri, origin.document.outlet)
        assert revision.document.text != origin.document.text
        assert revision.document.modified


def test_a_retelling_has_the_people_of_its_origin_and_other_words(corpus: Corpus, made: list[Record]) -> None:
    for number in numbers_of(corpus, "retelling"):
        retelling, origin = made[number], made[corpus.making(number).origin]
        assert people(retelling) & people(origin)
        assert resemblance(retelling, origin) < 0.6


def test_two_originals_are_not_alike(corpus: Corpus, made: list[Record]) -> None:
    originals = [made[number] for number in numbers_of(corpus, "original")][:40]
    assert all(resemblance(one, other) < 0.3 for number, one in enumerate(originals) for other in originals[:number])


def test_a_name_in_the_text_is_the_entitys(made: list[Record]) -> None:
    for record in made:
        for entity in record.entities:
            words = {" ".join(span.text for span in each.spans) for each in record.mentions if each.entity == entity.id}
            assert entity.registry or any(entity.name in word for word in words)


def test_an_entity_is_one_throughout_a_document(made: list[Record]) -> None:
    for record in made:
        countries = [entity.registry for entity in record.entities if entity.registry]
        assert len(countries) == len(set(countries))


def test_times_have_values_around_the_day_of_publication(made: list[Record]) -> None:
    for record in made:
        dated = [time for time in record.times if time.kind in ("point", "interval") and time.edtf]
        assert all(is_edtf(str(time.edtf)) for time in dated)
        assert all(is_near(time, str(record.document.published)) for time in dated if time.anchor)


def is_near(time: Time, published: str) -> bool:
    """Whether a time that was counted from another was counted from one of the last years or the next."""
    return abs(int(str(time.anchor)[:4]) - int(published[:4])) <= 5


def people(record: Record) -> set[str]:
    return {entity.name.split()[-1] for entity in record.entities if entity.type == "person"}


def body(record: Record) -> str:
    text = record.document.text
    return text.removeprefix(f"{record.document.title}\n\n")


def resemblance(one: Record, other: Record) -> float:
    """How many of one's runs of five words the other has."""
    own, others = (
        {tuple(words[start : start + 5]) for start in range(len(words) - 4)}
        for words in (one.document.text.split(), other.document.text.split())
    )
    return len(own & others) / max(1, len(own))

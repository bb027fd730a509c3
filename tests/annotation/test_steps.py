"""The steps' order: what a step requires, an earlier one provides; and the steps without any weights."""

from dataclasses import fields

from tests.coded import chains, code, sources
from tests.stand_ins import OTHER, PERSON, PLACE, Vectors, actor_models

from onrecord.annotation import DocumentCoder
from onrecord.annotation.actors import ActorResolver
from onrecord.annotation.attribution import RuleFinder
from onrecord.annotation.entities import NO_ACTOR, NO_ANTECEDENT, ActorFinder
from onrecord.annotation.layers import Layers
from onrecord.annotation.models import SpacyParser
from onrecord.annotation.steps import make_steps
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.registry import load_registry
from onrecord.record import Document, Record, document_id


class NoParser:
    """Stands in for a parser that finds no sentence."""

    version = "none"

    def parse(self, text: str, paragraphs: object) -> list[Sentence]:
        return []


def test_every_requirement_is_provided_earlier() -> None:
    provided = {"document"}
    for step in make_steps(NoParser(), RuleFinder()):
        assert set(step.requires) <= provided
        provided.add(step.provides)


def test_every_layer_is_provided_by_one_step() -> None:
    provided = [step.provides for step in make_steps(NoParser(), RuleFinder())]
    assert sorted(provided) == sorted(field.name for field in fields(Layers) if field.name != "document")


def test_quotations_are_found_without_a_parse() -> None:
    text = '"We will open the road." — Minister Okello'
    layers = Layers(Document(id=document_id(text), text=text))
    for step in make_steps(NoParser(), RuleFinder()):
        layers = step(layers)
    assert [statement.quotation for statement in layers.statements] == ["direct"]


TEXT = "The foreign minister left. Baku waits. Inés Quispe said that she wept. Adeyemi left."


def read(kind: Vectors = OTHER, chance: float = 0.0, text: str = TEXT) -> Record:
    """The record by the rules, a parser, and stand-ins for all that is learned about actors."""
    models = actor_models(kind, chance)
    actors = ActorFinder(ActorResolver(load_registry()), models)
    return code(DocumentCoder(SpacyParser(), RuleFinder(), actors), text)


def test_actors_are_found_before_the_statements_that_name_them() -> None:
    order = [step.provides for step in make_steps(NoParser(), RuleFinder())]
    assert order.index("attributions") < order.index("actors") < order.index("statements")


def test_who_the_registry_role_words_and_given_names_tell_of_needs_no_model_of_kinds() -> None:
    assert [each.name for each in read().entities] == ["The foreign minister", "Azerbaijan", "Inés Quispe"]


def test_an_unknown_name_is_somebody_where_the_model_says_so() -> None:
    names = [each.name for each in read(PERSON).entities]
    assert "Inés Quispe" in names
    assert "Adeyemi" in names


def test_a_pronoun_is_linked_where_the_model_of_pairs_is_sure_enough() -> None:
    assert not [each for each in chains(read(PERSON, 0.0)) if "she" in each]
    assert "Inés Quispe = she" in chains(read(PERSON, 0.9))


def test_a_source_that_no_model_knows_says_so() -> None:
    assert sources(read(OTHER, text="She said that it rained.")) == [f"She: {NO_ANTECEDENT}"]
    assert sources(read(OTHER, text="A report said that it rained.")) == [f"A report: {NO_ACTOR}"]


def test_a_place_is_a_state_where_the_text_lets_it_act() -> None:
    text = "The army of Zemlan left. The road to Osk is closed."
    found = {each.name: each.type for each in read(PLACE, text=text).entities}
    assert found == {"Zemlan": "polity"}


def test_without_a_finder_of_actors_nobody_is_looked_for() -> None:
    record = code(DocumentCoder(SpacyParser(), RuleFinder()), TEXT)
    assert (record.entities, record.mentions) == ((), ())
    assert {(each.source.entity, each.source.unresolved) for each in record.statements if each.source} == {(None, None)}


def test_the_records_coder_names_what_found_the_actors() -> None:
    models = read().coder.models
    assert (models["kinds"], models["coreference"]) == ("one kind", "one chance")
    assert models["registry"] == load_registry().version


def test_a_text_without_sentences_has_no_actors() -> None:
    actors = ActorFinder(ActorResolver(load_registry()), actor_models())
    record = code(DocumentCoder(NoParser(), RuleFinder(), actors), '"We wait." — Minister Okello')
    assert (record.entities, sources(record)) == ((), [f"Minister Okello: {NO_ACTOR}"])

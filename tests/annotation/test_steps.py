"""The steps' order: what a step requires, an earlier one provides."""

from dataclasses import fields

from onrecord.annotation.attribution import RuleFinder
from onrecord.annotation.layers import Layers
from onrecord.annotation.steps import make_steps
from onrecord.annotation.syntax import Sentence
from onrecord.record import Document, document_id


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

"""Web Annotation: the model's own rules, both selectors, and JSON-LD that rdflib reads."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Namespace, URIRef
from tests.records import port
from tests.strange import TEXT, entry, strange

from onrecord.analysis import Entry
from onrecord.interfaces.exports import webannotation
from onrecord.interfaces.exports.webannotation.selecting import AROUND, Selecting
from onrecord.record import Document, cut, document_id

# rdflib's own parser uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
ONRECORD = Namespace("urn:onrecord:")

# What http://www.w3.org/ns/anno.jsonld says of the terms that we use (https://www.w3.org/TR/annotation-vocab/).
TERMS = {
    "oa": str(OA), "as": str(AS), "rdf": str(RDF), "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/", "dc": "http://purl.org/dc/elements/1.1/",
    "foaf": "http://xmlns.com/foaf/0.1/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "Dataset": "dctypes:Dataset", "Text": "dctypes:Text", "Person": "foaf:Person",
    "Software": "as:Application", "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "via": {"@type": "@id", "@id": "oa:via"}, "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "generator": {"@type": "@id", "@id": "as:generator"}, "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"}, "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"}, "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "format": "dc:format", "language": "dc:language", "value": "rdf:value",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"}, "name": "foaf:name", "label": "rdfs:label",
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    **{name: f"oa:{name}" for name in ("identifying", "classifying", "assessing", "editing", "moderating",
                                       "commenting")},
}  # fmt: skip
ANNO = "http://www.w3.org/ns/anno.jsonld"


@pytest.fixture
def collection(tmp_path: Path) -> dict[str, Any]:
    webannotation.write([entry()], tmp_path / "a.jsonld")
    loaded: dict[str, Any] = json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def graph(collection: dict[str, Any]) -> Graph:
    """The triples, with the W3C's context put in for its address, so that nothing is fetched."""
    remote, ours = collection["@context"]
    assert remote == ANNO
    return Graph().parse(data=json.dumps({**collection, "@context": [TERMS, ours]}), format="json-ld")


def items(collection: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = collection["first"]["items"]
    return found


def of(collection: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The annotations that an item of a kind became."""
    return [
        each
        for each in items(collection)
        if isinstance(each.get("body"), list) and f"onrecord:{kind}" in each["body"][0]["type"]
    ]


def quoted(resources: list[dict[str, Any]]) -> list[str]:
    return [resource["selector"][1]["exact"] for resource in resources]


def role(annotation: dict[str, Any], name: str) -> list[list[str]]:
    """The words of each that fills a role."""
    found: dict[int, list[dict[str, Any]]] = {}
    for body in annotation["body"]:
        if body.get("onrecord:role") == name:
            found.setdefault(body["onrecord:number"], []).append(body)
    return [quoted(bodies) for bodies in found.values()]


def matches(selector: dict[str, Any], text: str) -> list[int]:
    """Where a quotation stands, by the words around it."""
    whole = selector["prefix"] + selector["exact"] + selector["suffix"]
    return [at + len(selector["prefix"]) for at in range(len(text)) if text.startswith(whole, at)]


def test_a_collection_is_as_the_model_has_it(collection: dict[str, Any]) -> None:
    assert collection["type"] == "AnnotationCollection"
    assert collection["label"]
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(items(collection))


def test_every_annotation_has_what_the_model_requires(collection: dict[str, Any]) -> None:
    for each in items(collection):
        assert each["id"].startswith("urn:uuid:")
        assert "Annotation" in each["type"]
        assert each["target"]
    assert len({each["id"] for each in items(collection)}) == len(items(collection))


def test_both_selectors_select_the_same_words(collection: dict[str, Any]) -> None:
    for each in items(collection):
        for resource in [*each["target"], *each.get("body", [])] if isinstance(each["target"], list) else []:
            if "selector" in resource:
                position, quote = resource["selector"]
                assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
                assert TEXT[position["start"] : position["end"]] == quote["exact"]
                assert position["start"] in matches(quote, TEXT)


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=100), st.data())
def test_the_selectors_agree_in_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = cut(text, start, data.draw(st.integers(start + 1, len(text))))
    (resource,) = Selecting(Document(document_id(text), text)).all((span,))
    position, quote = resource["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == span.text
    assert start in matches(quote, text)
    assert max(len(quote["prefix"]), len(quote["suffix"])) <= AROUND


def test_broken_words_are_several_targets(collection: dict[str, Any]) -> None:
    assert quoted(of(collection, "Statement")[0]["target"]) == ["“We will,”", "“not yield the port.\r\nIt is ours.”"]


def test_bodies_say_the_roles(collection: dict[str, Any]) -> None:
    statement, event = of(collection, "Statement")[0], of(collection, "Event")[0]
    assert role(statement, "source") == [["Café owner Ana Roca"]]
    assert role(statement, "cue") == [["said:", "she told"]]
    assert role(statement, "addressee") == [["מרים לוי"]]
    assert role(event, "actor") == [["rebels"], ["Roca’s aide"]]
    assert role(event, "recipient") == [["Sukhumi"], ["Abkhazia"]]


def test_the_source_is_the_text_and_says_where_it_came_from(collection: dict[str, Any]) -> None:
    assert of(collection, "Statement")[0]["target"][0]["source"] == {
        "id": strange().document.id, "type": "Text", "format": "text/plain", "language": "en",
        "via": "https://example.org/a?b=1&c=2",
    }  # fmt: skip


def test_a_path_is_no_address(tmp_path: Path) -> None:
    webannotation.write([Entry(strange(uri="news/a b.txt"))], tmp_path / "a")
    assert "via" not in (tmp_path / "a").read_text(encoding="utf-8")


def test_it_is_json_ld(graph: Graph) -> None:
    (page,) = graph.objects(None, AS.first)
    (head,) = graph.objects(page, AS.items)
    listed = list(graph.items(head))
    assert len(listed) == 17 + len(strange().reviews)
    assert all((each, RDF.type, OA.Annotation) in graph for each in listed)


def test_the_triples_have_the_words_of_the_record(graph: Graph) -> None:
    exact = {str(value) for value in graph.objects(None, OA.exact)}
    assert {span.text for _, span in strange().spans()} <= exact


def test_a_voice_is_the_annotation_of_a_statement(graph: Graph, collection: dict[str, Any]) -> None:
    voices = set(graph.objects(None, ONRECORD.voice))
    assert voices == {URIRef(of(collection, "Statement")[1]["id"])}


def test_what_the_coder_made_was_generated_in_its_run(graph: Graph, collection: dict[str, Any]) -> None:
    mention = URIRef(of(collection, "Mention")[0]["id"])
    (run,) = graph.objects(mention, PROV.wasGeneratedBy)
    (coder,) = graph.objects(run, PROV.wasAssociatedWith)
    assert (coder, RDF.type, PROV.SoftwareAgent) in graph
    assert (run, PROV.used, URIRef(strange().document.id)) in graph


def test_a_corrected_item_is_a_persons_revision_of_the_coders(graph: Graph, collection: dict[str, Any]) -> None:
    event = URIRef(of(collection, "Event")[0]["id"])
    (person,) = graph.objects(event, PROV.wasAttributedTo)
    assert (person, RDF.type, PROV.Person) in graph
    (machine,) = graph.objects(event, PROV.wasRevisionOf)
    assert machine != event
    assert list(graph.objects(machine, PROV.wasGeneratedBy))


def test_an_added_item_was_generated_by_no_run(graph: Graph, collection: dict[str, Any]) -> None:
    added = URIRef(of(collection, "Place")[1]["id"])
    assert not list(graph.objects(added, PROV.wasGeneratedBy))
    assert len(list(graph.objects(added, PROV.wasAttributedTo))) == 1


def test_each_decision_is_an_annotation_of_the_persons(collection: dict[str, Any]) -> None:
    decided = [each for each in items(collection) if "onrecord:verdict" in each]
    assert [(each["onrecord:verdict"], each["motivation"], each["creator"]["name"]) for each in decided] == [
        ("confirm", "assessing", "Lena Brück"),
        ("correct", "editing", "Lena Brück"),
        ("add", "moderating", "Tomás"),
        ("reject", "moderating", "Lena Brück"),
        ("comment", "commenting", "Lena Brück"),
    ]
    assert decided[0]["target"] == of(collection, "Statement")[0]["id"]
    assert decided[1]["onrecord:was"] == '"possible"'
    assert decided[4]["body"]["value"] == "who is the aide?"


def test_what_was_rejected_is_invalidated(graph: Graph) -> None:
    assert len(list(graph.subjects(PROV.wasInvalidatedBy, None))) == 1


def test_an_entity_has_one_identity_across_documents(tmp_path: Path) -> None:
    webannotation.write([entry(), Entry(port())], tmp_path / "a")
    assert (tmp_path / "a").read_text(encoding="utf-8").count("onrecord:identity") > 1

"""FollowTheMoney JSON read into things: one entity, an array of them, or one a line, nested ones taken out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.codebooks.registry.own.complaints import Complaints, WrongValue
from onrecord.codebooks.registry.own.values import read_text

# Where an entity is nested, the property of it that stands for the one it stands in.
REVERSE = {
    "positionOccupancies": "holder",
    "occupancies": "post",
    "membershipMember": "member",
    "membershipOrganization": "organization",
}
SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of FollowTheMoney: its properties, each with all its values, and the line it begins in."""

    line: int
    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def all(self, *names: str) -> tuple[str, ...]:
        """The values of some properties, none twice."""
        return tuple(dict.fromkeys(value for name in names for value in self.properties.get(name, ())))


def read_things(text: str, complaints: Complaints) -> dict[str, Thing]:
    """The things by id; what a file tells of one in several places is put together."""
    things: dict[str, Thing] = {}
    try:
        for line, value in _values(text, complaints):
            try:
                for thing in _taken_apart(line, value):
                    known = things.setdefault(thing.id, thing)
                    things[thing.id] = _together(known, thing)
            except WrongValue as error:
                complaints.say(line, "entity", str(error))
    except RecursionError:
        complaints.say(1, "JSON", "is nested too deeply")
    return things


def _values(text: str, complaints: Complaints) -> Iterator[tuple[int, Any]]:
    """The values of JSON that a text holds, each with its line."""
    body = text.lstrip(SPACE)
    start = len(text) - len(body)
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip(SPACE)]
    try:
        whole = json.loads(text)
    except ValueError as error:
        if body.startswith("[") or not any(_is_object(line) for _, line in lines):
            complaints.say(*_refusal(error, lines[0][0]))
            return
    else:
        yield from _elements(text, start) if body.startswith("[") else [(lines[0][0], whole)]
        return
    for number, line in lines:
        try:
            yield number, json.loads(line)
        except ValueError as error:
            complaints.say(number, *_refusal(error, 1)[1:])


def _refusal(error: ValueError, line: int) -> tuple[int, str, str]:
    """What JSON's parser has to say, and where."""
    if isinstance(error, json.JSONDecodeError):
        return error.lineno, "JSON", f"{error.msg} at character {error.colno}"
    return line, "JSON", str(error)


def _is_object(line: str) -> bool:
    """Whether a line is a JSON object by itself, as all lines of JSON Lines are."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _elements(text: str, start: int) -> Iterator[tuple[int, Any]]:
    """The elements of an array that is known to be whole, each with its line."""
    decoder = json.JSONDecoder()
    at = start + 1
    line, counted = 1, 0
    while True:
        while text[at] in SPACE + ",":
            at += 1
        if text[at] == "]":
            return
        line, counted = line + text.count("\n", counted, at), at
        value, at = decoder.raw_decode(text, at)
        yield line, value


def _taken_apart(line: int, value: Any) -> Iterator[Thing]:
    """An entity, and those nested in it. Raises WrongValue for what is none."""
    if not isinstance(value, dict) or not isinstance(value.get("properties"), dict):
        raise WrongValue("is no FollowTheMoney entity; it needs an id, a schema and properties")
    key, schema = value.get("id"), value.get("schema")
    if not isinstance(key, str) or not isinstance(schema, str) or not read_text(key):
        raise WrongValue("needs an id and a schema, both texts")
    properties: dict[str, tuple[str, ...]] = {}
    for name, values in value["properties"].items():
        found: list[str] = []
        for each in values if isinstance(values, list) else [values]:
            if isinstance(each, dict):
                for nested in _taken_apart(line, each):
                    yield _within(nested, REVERSE.get(name), key) if nested.id == each.get("id") else nested
                found.append(str(each.get("id")))
            elif isinstance(each, str):
                found.append(read_text(each))
            else:
                raise WrongValue(f"{name} holds {each!r}; values are texts")
        properties[name] = tuple(each for each in found if each)
    if isinstance(value.get("caption"), str):
        properties["caption"] = (read_text(value["caption"]),)
    yield Thing(line, read_text(key), schema, properties)


def _within(nested: Thing, name: str | None, key: str) -> Thing:
    """A nested thing that says in which other it stands."""
    if name is None or nested.properties.get(name):
        return nested
    return Thing(nested.line, nested.id, nested.schema, {**nested.properties, name: (key,)})


def _together(one: Thing, other: Thing) -> Thing:
    if one is other:
        return one
    names = dict.fromkeys((*one.properties, *other.properties))
    properties = {
        name: tuple(dict.fromkeys((*one.properties.get(name, ()), *other.properties.get(name, ())))) for name in names
    }
    return Thing(one.line, one.id, one.schema, properties)

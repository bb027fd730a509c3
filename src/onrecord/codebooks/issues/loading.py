"""Files of issues (TOML) read into issues, with all that is wrong in one said at once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.codebooks.issues.issue import Issue
from onrecord.codebooks.issues.patterns import WrongPhrase, name_pattern, phrase_pattern
from onrecord.errors import IssueError

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# The key of a file and the field of an issue that it fills.
LISTS = {"phrases": "phrases", "names": "names", "not": "excluded"}
KEYS = ("title", *LISTS, "extends")


@dataclass(frozen=True, slots=True)
class Definition:
    """An issue as one file has it; `extends` adds its words to those of the default issue of that name."""

    issue: Issue
    extends: bool = False


@cache
def load_issues() -> tuple[Issue, ...]:
    """The default issues, in the order of their file."""
    text = (files("onrecord.codebooks.issues") / "issues.toml").read_text(encoding="utf-8")
    return tuple(each.issue for each in _definitions(text, "issues.toml")[0])


def read_issues(path: Path) -> tuple[Issue, ...]:
    """The default issues and those of a file of the user's, which replace or extend default ones of the same name.

    `defaults = false` at the top of the file leaves the default issues out. Raises IssueError, naming file and line,
    where the file cannot be read or anything in it is wrong; then none of it is taken.
    """
    definitions, with_defaults = _definitions(_decoded(path), str(path))
    issues = {issue.id: issue for issue in load_issues()}
    own = {each.issue.id: _whole(each, issues) for each in definitions}
    return tuple((issues | own if with_defaults else own).values())


def _whole(definition: Definition, defaults: dict[str, Issue]) -> Issue:
    own = definition.issue
    if not definition.extends:
        return own
    first = defaults[own.id]
    return replace(
        own,
        title=first.title if own.title == own.id else own.title,
        phrases=first.phrases + own.phrases,
        names=first.names + own.names,
        excluded=first.excluded + own.excluded,
    )


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise IssueError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        raise IssueError(f"{path}, line {line}: is not UTF-8; save the file as UTF-8") from error


def _definitions(text: str, name: str) -> tuple[list[Definition], bool]:
    """The issues of a file, and whether the default ones hold beside them."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IssueError(f"{name}: is not TOML: {error}; see docs/issues-and-positions.md") from error
    with_defaults = tables.pop("defaults", True)
    wrong: list[tuple[int, str]] = []
    if not isinstance(with_defaults, bool):
        wrong.append((_line(text, None, "defaults"), "defaults is true or false"))
    for each, table in tables.items():
        wrong += [(_line(text, each, where), f"[{each}] {message}") for where, message in _complaints(each, table)]
    if not tables:
        wrong.append((1, "holds no issue; one begins with its name in brackets, [ceasefire]"))
    if wrong:
        raise IssueError(_told(name, wrong))
    return [_definition(each, table) for each, table in tables.items()], with_defaults


def _complaints(name: str, table: Any) -> Iterable[tuple[str, str]]:
    """What is wrong with an issue: a key or phrase near which it stands, and the message."""
    if not isinstance(table, dict):
        yield name, "stands outside an issue; issues begin with a name in brackets, [ceasefire]"
        return
    if not ID.fullmatch(name):
        yield "", "is no name for an issue: small letters, digits and hyphens, as in [peace-talks]"
    for key in table.keys() - set(KEYS):
        yield key, f"has a key {key!r}; keys are {', '.join(KEYS)}"
    if not isinstance(table.get("title", name), str):
        yield "title", "title is not a text in quotation marks"
    if not isinstance(table.get("extends", False), bool):
        yield "extends", "extends is true or false"
    if table.get("extends") is True and name not in _default_names():
        yield "extends", f"extends no default issue; those are {', '.join(_default_names())}"
    for key in LISTS:
        yield from _list_complaints(key, table.get(key, []))
    if not table.get("phrases") and not table.get("names"):
        yield "", "has neither phrases nor names, so nothing can be on it"


def _list_complaints(key: str, values: Any) -> Iterable[tuple[str, str]]:
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        yield key, f'{key} is not a list of texts, as in {key} = ["truce", "cease* fire"]'
        return
    for each in values:
        try:
            name_pattern("", each) if key == "names" else phrase_pattern("", each)
        except WrongPhrase as error:
            yield each, f"{key}: {each!r} {error}"


@cache
def _default_names() -> tuple[str, ...]:
    """The names in the default file, read apart from it so that its own reading may ask."""
    text = (files("onrecord.codebooks.issues") / "issues.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text))


def _definition(name: str, table: dict[str, Any]) -> Definition:
    lists = {field: tuple(" ".join(each.split()) for each in table.get(key, [])) for key, field in LISTS.items()}
    return Definition(Issue(name, table.get("title", name), **lists), table.get("extends", False))


def _line(text: str, issue: str | None, near: str) -> int:
    """The line of an issue's key or phrase, or where its table begins; TOML's reader does not keep lines."""
    lines = text.splitlines()
    heading = re.compile(rf"\s*\[\s*[\"']?{re.escape(issue or '')}[\"']?\s*\]")
    start = next((number for number, line in enumerate(lines, 1) if issue and heading.match(line)), 1)
    following = enumerate(lines[start - 1 :], start)
    wanted = re.compile(rf"(?<!\w){re.escape(near)}(?!\w)") if near else None
    return next((number for number, line in following if wanted and wanted.search(line.partition("#")[0])), start)


def _told(name: str, wrong: list[tuple[int, str]]) -> str:
    told = [f"{name}, line {line}: {message}" for line, message in sorted(wrong)]
    if len(told) == 1:
        return told[0]
    return "\n  ".join([f"{name}: {len(told)} things are wrong, and none of it was taken:", *told])

"""A file of the user's own people and bodies, CSV or FollowTheMoney JSON, read into entries."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.codebooks.registry.entries import Entry
from onrecord.codebooks.registry.own.complaints import Complaint, Complaints
from onrecord.codebooks.registry.own.csv_rows import read_rows
from onrecord.codebooks.registry.own.follow_the_money import read_entities
from onrecord.codebooks.registry.own.grouping import entries_of
from onrecord.codebooks.registry.registry import Registry, load_registry
from onrecord.errors import RegistryError

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson", ".ijson", ".ftm")
CSV_SUFFIXES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Reading:
    """The entries of a file, and notes on what it tells and a registry cannot keep."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()


def read_own(path: Path, registry: Registry) -> Reading:
    """The entries of a CSV or FollowTheMoney file; countries are looked up in `registry`.

    Raises RegistryError, listing all that is wrong with line and column, where any row is wrong; half a file is none.
    """
    text = _decoded(path)
    complaints, notes = Complaints(), list[str]()
    if _is_json(path, text):
        entries = read_entities(text, registry, complaints, notes)
    else:
        entries = entries_of(read_rows(text, registry, complaints), load_registry(), complaints)
    if complaints.listed:
        raise RegistryError(_told(path, complaints.listed))
    if not entries:
        raise RegistryError(f"{path}: names nobody; see `onrecord registry add --help` for what a file may hold")
    return Reading(tuple(entries), tuple(dict.fromkeys(notes)))


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RegistryError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        byte = f"byte 0x{content[error.start]:02x}"
        raise RegistryError(f"{path}, line {line}: is not UTF-8 ({byte}); save the file as UTF-8") from error
    if not text.strip():
        raise RegistryError(f"{path}: is empty")
    return text


def _is_json(path: Path, text: str) -> bool:
    """Whether it is JSON, by the file's ending or, where that says nothing, by how it begins."""
    suffix = path.suffix.lower()
    return suffix in JSON_SUFFIXES or (suffix not in CSV_SUFFIXES and text.lstrip()[0] in "{[")


def _told(path: Path, complaints: list[Complaint]) -> str:
    ordered = sorted(complaints, key=lambda each: each.line)
    told = list(dict.fromkeys(_safe(f"{path}, line {each.line}, {each.field}: {each.message}") for each in ordered))
    if len(told) == 1:
        return f"{told[0]}; nothing was added"
    return "\n  ".join([f"{path}: nothing was added, as {len(told)} things in it are wrong:", *told])


def _safe(told: str) -> str:
    """One line whose characters all show: a file from elsewhere could steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in told)

"""Authors' names as pages write them, made into single names."""

import re
from collections.abc import Iterable

BY = re.compile(r"^\s*(?:(?:story|text|words|written|reporting|report)\s+)?(?:by|von|par)\b\s*:?\s*", re.IGNORECASE)
BETWEEN_NAMES = re.compile(r"\s*(?:[,;|•·/]|\s-\s|\s–\s)\s*")
AND = re.compile(r"\s+(?:and|&|with)\s+", re.IGNORECASE)
# `Ministry of Trade and Industry` is one author; `Jane Roe and John Doe` are two.
ONE_BODY = re.compile(
    r"\b(?:of|for|the|ministry|department|office|agency|committee|council|commission|bureau|institute|association)\b",
    re.IGNORECASE,
)
POSITION = re.compile(
    r"(?:editor|correspondent|reporter|columnist|bureau chief|writer|producer|contributor)\W*$", re.IGNORECASE
)
NO_NAME = re.compile(r"@|://|www\.|^\W*$|^\d", re.IGNORECASE)
LONGEST_NAME = 80


def author_names(values: Iterable[str]) -> tuple[str, ...]:
    """The names in values that may each hold several, each once: no `By`, address, link or position."""
    names: list[str] = []
    for value in values:
        for index, part in enumerate(BETWEEN_NAMES.split(BY.sub("", value)) if "://" not in value else []):
            for name in _split_and(part):
                name = BY.sub("", name).strip(" .,()")
                if not NO_NAME.search(name) and len(name) <= LONGEST_NAME and not (index and POSITION.search(name)):
                    names.append(name)
    return tuple(dict.fromkeys(names))


def turned(name: str) -> str:
    """`Roe, Jane` as `Jane Roe`: library catalogues and citation tags write the family name first."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() and "," not in given else name


def _split_and(part: str) -> list[str]:
    names = AND.split(part)
    return [part] if ONE_BODY.search(part) or any(len(name.split()) < 2 for name in names) else names

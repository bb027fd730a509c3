"""Who bears a place's name: `Paris Hilton`, `London` for Jack London, the Bank of Georgia."""

from onrecord.annotation.entities import Actors
from onrecord.annotation.places.names import Name
from onrecord.codebooks.registry import STATES, cut_words


class Bearers:
    """The people and bodies of a document, asked whether a name is theirs."""

    def __init__(self, text: str, actors: Actors) -> None:
        types = {entity.id: entity.type for entity in actors.entities}
        self._spans: list[tuple[int, int, str]] = []
        self._surnames: set[str] = set()
        for mention in actors.mentions:
            kind = types.get(mention.entity or "")
            if mention.form != "name" or kind is None or kind in STATES:
                continue
            start, end = mention.spans[0].start, mention.spans[-1].end
            self._spans.append((start, end, kind))
            words = cut_words(text, start, end)
            if kind == "person" and len(words) > 1:
                self._surnames.update(word.folded for word in words if word.text[:1].isupper())

    def bears(self, name: Name, *, is_inside: bool) -> bool:
        """Whether the name is somebody's or some body's here.

        Where something is in it (`in Lincoln`), as `is_inside` says, it is a place even if somebody has the same name.
        """
        if name.area_word is not None:
            return False
        if not is_inside and name.key in self._surnames:
            return True
        for start, end, kind in self._spans:
            if start <= name.start and name.end <= end:
                is_whole = (start, end) == (name.start, name.end)
                if not is_whole and (kind != "person" or not is_inside):
                    return True
                if is_whole and not is_inside and kind == "person" and not name.towns:
                    return True
        return False

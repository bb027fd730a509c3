"""Events that have a year: `the 2020 war`."""

from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.lexicon import EVENTS, FUNCTION_WORDS


def behind_event(line: Line, index: int) -> int | None:
    """The index behind the event that begins at a word, adjectives and names before it."""
    for at in range(index, index + 6):
        word = line.low(at)
        if word in EVENTS:
            after = at + 1
            while line.low(after) in EVENTS:
                after += 1
            return after
        if not (word.isalpha() or line.is_dash(at)) or word in FUNCTION_WORDS:
            return None
        if at == index and line.is_dash(at) and line.glued(at):
            return None
    return None

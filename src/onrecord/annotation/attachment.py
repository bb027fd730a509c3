"""What an expression of time belongs to: the word that it says the when of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.annotation.syntax import Sentence
from onrecord.record import Time

# Clauses whose own verb an expression in them belongs to, whatever stands above.
MOST = 12


def times_in(sentence: Sentence, times: Sequence[Time], starts: Sequence[int]) -> list[Time]:
    """The times of the document that stand in a sentence; `starts` are where each of them begins, in order."""
    first = bisect_left(starts, sentence.start)
    found = []
    for time in times[first:]:
        if time.spans[0].start >= sentence.end:
            break
        found.append(time)
    return found


def governors(sentence: Sentence, time: Time) -> Iterator[int]:
    """The words that an expression of time may belong to, nearest first, as far as the verb of its clause."""
    span = time.spans[0]
    inside = [i for i, word in enumerate(sentence.words) if span.start <= word.start and word.end <= span.end]
    if not inside:
        return
    # `the 2020 war`: words within the expression tell of what it dates.
    yield from reversed(inside)
    index = next((i for i in inside if sentence.words[i].head not in inside), inside[-1])
    for _ in range(MOST):
        head = sentence.words[index].head
        if head == index:
            return
        yield head
        if sentence.words[head].is_verb:
            return
        index = head

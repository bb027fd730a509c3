"""Whose word an event is: the statement that claims it, and those that report that one."""

from onrecord.record.record import Record
from onrecord.record.statements import Statement


class Voices:
    """The statements of one record, indexed once, so that each chain of voices is quick."""

    def __init__(self, record: Record) -> None:
        self._statements = {statement.id: statement for statement in record.statements}

    def chain(self, voice: str | None) -> tuple[Statement, ...]:
        """The statement that claims it, then the one within which that stands, and so on outwards.

        Empty for what the document itself reports: A said that B had said it is (B's statement, A's).
        """
        found: list[Statement] = []
        while voice is not None and all(voice != each.id for each in found):
            found.append(self._statements[voice])
            voice = found[-1].within
        return tuple(found)

"""What differs, as a person reads it: the old words and the new ones side by side, those that differ marked."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from onrecord.analysis.differences import Change, Difference, Recoding, Revised, mark_words
from onrecord.interfaces.cli.tables import cut_off, new_table, shown, title_of
from onrecord.record import Document

LONGEST = 300
OLD, NEW = "red", "green"


def recoding_heading(recoding: Recoding) -> Text:
    """The document, and which two codings of it are compared."""
    return Text.assemble(
        title_of(recoding.document), "\n", (shown(recoding.earlier), OLD), " → ", (shown(recoding.later), NEW)
    )


def revision_heading(revised: Revised) -> Text:
    """The document as it stands now, and from which revision to which it was edited."""
    return Text.assemble(
        title_of(revised.later), "\n", (_revision(revised.earlier), OLD), " → ", (_revision(revised.later), NEW)
    )


def _revision(document: Document) -> str:
    when = document.modified or document.retrieved or document.published
    return shown(f"{document.id[:19]}{f' ({when})' if when else ''}")


def difference_table(differences: Sequence[Difference]) -> Table | Text:
    """The differences between two codings, one a row."""
    if not differences:
        return Text("  no difference", style="dim")
    table = _side_by_side("item", "field")
    for each in differences:
        item = Text.assemble((each.part, "bold"), f": {cut_off(shown(each.item), 90)}")
        table.add_row(item, Text(each.field or each.kind), *_marked(each.before, each.after))
    return table


def change_table(changes: Sequence[Change]) -> Table | Text:
    """What an edit did, one change a row, the weightiest first."""
    if not changes:
        return Text("  nothing that is on the record was changed", style="dim")
    table = _side_by_side("change", "whose")
    for each in changes:
        aside = "; ".join(part for part in (each.who, each.note) if part)
        table.add_row(Text(each.kind, style="bold"), Text(cut_off(shown(aside), 90)), *_marked(each.before, each.after))
    return table


def _side_by_side(first: str, second: str) -> Table:
    table = new_table()
    table.add_column(first, ratio=3)
    table.add_column(second, ratio=2)
    table.add_column("before", ratio=5)
    table.add_column("after", ratio=5)
    return table


def _marked(before: str | None, after: str | None) -> tuple[Text, Text]:
    """Both wordings; what only the old one has struck out, what only the new one has underlined."""
    old, new = (cut_off(shown(words or ""), LONGEST) for words in (before, after))
    if before is None or after is None:
        return Text(old or "–", style=OLD if before else "dim"), Text(new or "–", style=NEW if after else "dim")
    pieces = mark_words(old, new)
    return (
        Text.assemble(*((words, f"{OLD} strike" if differs else "") for words, differs in pieces[0])),
        Text.assemble(*((words, f"{NEW} underline" if differs else "") for words, differs in pieces[1])),
    )

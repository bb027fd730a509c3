"""`onrecord copies`: which documents share wording with one, and what they are to each other."""

import json
from dataclasses import asdict

import click

from onrecord.interfaces.cli.documents import document_called
from onrecord.interfaces.cli.options import form_chosen, format_option, ledger_option
from onrecord.interfaces.cli.tables import cut_off, shown
from onrecord.ledger import SHOWN, DocumentRow, Ledger, Relation

EPILOG = """\b
Examples:
  onrecord copies depot.txt                    what has the same wording, with the passages
  onrecord copies https://example.org/story --format jsonl

\b
copy: nearly all of one stands in the other; edited: a third of it or more; excerpt: a passage does; quoted: only
words of a third person do, which two reporters can hear, so these are two origins. See docs/origins.md.
"""
LONGEST = 200
MOST_PASSAGES = 3


@click.command(epilog=EPILOG)
@click.argument("document")
@ledger_option
@format_option
def copies(document: str, ledger: str, form: str | None) -> int:
    """Show which documents share wording with DOCUMENT: copies, edited copies, passages, and mere quotations.

    DOCUMENT is a document's address or the end of it, or its id or the beginning of that.
    """
    with Ledger.open(ledger) as opened:
        row = document_called(opened, document)
        related = opened.related(row.id)
        origin, outlets = opened.origin(row.id)
    if form_chosen(form) == "jsonl":
        for other, relation in related:
            click.echo(json.dumps(_json(other, relation), ensure_ascii=False))
    else:
        of = "of no other" if origin == row.id else f"in the end of {origin[7 : 7 + SHOWN]}"
        click.echo(f"{_named(row)}: a copy {of}; {outlets} outlet{'' if outlets == 1 else 's'} carry its origin")
        for other, relation in related:
            click.echo("\n".join(_lines(other, relation)))
    if not related:
        click.echo("no other document shares its wording", err=True)
    return 0


def _lines(other: DocumentRow, relation: Relation) -> list[str]:
    lines = [f"  {relation.kind:9} {_named(other)}", f"            {'; '.join(map(shown, relation.reasons))}"]
    passages = relation.copied or relation.quotations
    for passage in passages[:MOST_PASSAGES]:
        lines.append(f"            “{cut_off(shown(passage.left.text), LONGEST)}”")
    if len(passages) > MOST_PASSAGES:
        lines.append(f"            and {len(passages) - MOST_PASSAGES} more passages")
    return lines


def _named(row: DocumentRow) -> str:
    facts = [row.id[7 : 7 + SHOWN], (row.published or "undated")[:10], shown(row.outlet or "no outlet")]
    return f"{'  '.join(facts)}  {cut_off(shown(row.heading), 80)}"


def _json(other: DocumentRow, relation: Relation) -> dict[str, object]:
    plain = asdict(relation)
    for number in ("left", "right", "origin"):
        del plain[number]
    return {"document": other.id, "uri": other.uri, "outlet": other.outlet, "published": other.published, **plain}

"""What a user writes into a table is what is kept and what comes back, in any script."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.codebooks.registry import canonical_lines, cut_words, load_own, load_registry, read_own

NAME = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=";"), min_size=1
).filter(cut_words)
ROWS = st.lists(
    st.tuples(NAME, st.lists(NAME, max_size=3), st.sampled_from(["", "mayor", "foreign minister"])),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(ROWS)
def test_rows_come_back_from_the_file_they_are_kept_in(rows: list[tuple[str, list[str], str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["name", "aliases", "office"])
    writer.writerows([name, "; ".join(aliases), office] for name, aliases, office in rows)
    with tempfile.TemporaryDirectory() as folder:
        file, kept = Path(folder) / "own.csv", Path(folder) / "own.jsonl"
        file.write_text(text.getvalue(), encoding="utf-8", newline="")
        entries = read_own(file, load_registry()).entries
        kept.write_text("".join(canonical_lines(entries)), encoding="utf-8", newline="")
        assert load_own(kept) == {entry.id: entry for entry in entries}
        assert canonical_lines(load_own(kept).values()) == canonical_lines(entries)

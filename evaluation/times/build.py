"""Writes the items of the gold set from the marked-up texts in open/items.txt and kept/items.txt.

    python build.py

Markup: {words|k|value;value}: k is p(oint), i(nterval), d(uration) or s(et); no value after the
last bar means that null is right. {words} alone is left as plain text. Everything that a calendar can tell is
checked; --list prints every expression, --left what looks like a time but is not marked.
"""

import calendar
import collections
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
KINDS = {"p": "point", "i": "interval", "d": "duration", "s": "set"}
MARK = re.compile(r"\{([^{}|]+)(?:\|([pids])\|([^{}|]*))?\}")
DATE = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\d{3}X|\d{2}XX)"
EDTF = re.compile(rf"{DATE}|(?:{DATE}|\.\.)/(?:{DATE}|\.\.)")
DURATION = re.compile(r"P(?:\d+[YMWD])+|PT\d+H")
DAYS = list(calendar.day_name)
LOOKS = re.compile(
    r"\b(?:"
    + "|".join(DAYS)
    + "|"
    + "|".join(list(calendar.month_name)[1:])
    + r"|\w*(?:day|week|month|year|decade|centur|hour|night|morning|evening|spring|summer|autumn|winter)\w*"
    r"|now|recently|soon|ago|later|earlier|\d{4}|second|may)\b"
)


def read_items():
    """Folder, name, date and marked text of every item."""
    for folder in ("open", "kept"):
        for block in re.split(r"(?m)^(?=## )", (HERE / folder / "items.txt").read_text("utf-8")):
            if block.strip():
                head, body = block.split("\n", 1)
                slug, published = head[3:].split(" | ")
                yield folder, slug, None if published.strip() == "-" else published.strip(), body.strip()


def build(body):
    """The text of a marked body, and its times."""
    text, times, at = "", [], 0
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        words, kind, values = mark.groups()
        if kind:
            times.append(
                {"text": words, "start": len(text), "kind": KINDS[kind], "edtf": values.split(";") if values else []}
            )
        text += words
        at = mark.end()
    return text + body[at:], times


def check(slug, text, times):
    """Stop at an offset, a value or a day that cannot be."""
    assert "{" not in text, slug
    assert "|" not in text, slug
    end = 0
    for time in times:
        words, start, where = time["text"], time["start"], (slug, time["text"])
        assert text[start : start + len(words)] == words, where
        assert start >= end, where
        end = start + len(words)
        assert len(set(time["edtf"])) == len(time["edtf"]), where
        for value in time["edtf"]:
            if value.startswith("P"):
                assert DURATION.fullmatch(value), where
                continue
            assert time["kind"] in ("point", "interval"), where
            assert EDTF.fullmatch(value), where
            for part in value.split("/"):
                if re.fullmatch(r"\d{4}-\d\d-\d\d", part):
                    datetime.date.fromisoformat(part)
            if "/" in value and ".." not in value:
                low, high = value.split("/")
                assert low < high, where
        if time["edtf"] and not time["edtf"][0].startswith("P"):
            first = time["edtf"][0]
            ends = [p for p in first.split("/") if re.fullmatch(r"\d{4}-\d\d-\d\d", p)]
            names = [DAYS[datetime.date.fromisoformat(p).weekday()] for p in ends]
            said = re.findall("|".join(DAYS), words)
            if said:
                assert said == names, (where, names)
            if re.search(r"weekend", words) and ".." not in first:
                assert names == ["Saturday", "Sunday"], (where, names)
            elif re.search(r"(?i)\b(next|last|this|same|first|all) week\b", words) and ".." not in first:
                assert names[0] == "Monday", (where, names)
                if not re.match("(?i)earlier|later", words):
                    assert names[1] == "Sunday", (where, names)
            if time["kind"] == "point":
                assert "/" not in first, where
            elif re.match(r"(?i)(until|by|before)\b", words):
                assert first.startswith("../"), where
            elif re.match(r"(?i)(since|after)\b", words):
                assert first.endswith("/.."), where


def main():
    """Write the JSON of every item."""
    total = collections.Counter()
    for folder, slug, published, body in read_items():
        text, times = build(body)
        check(slug, text, times)
        item = {"published": published, "text": text, "times": times}
        (HERE / folder / f"{slug}.json").write_text(json.dumps(item, ensure_ascii=False, indent=1) + "\n", "utf-8")
        words = len(text.split())
        day = DAYS[datetime.date.fromisoformat(published).weekday()] if published else "-"
        print(
            f"{slug:28} {published or '-':10} {day:9} {words:4} words {len(times):3} times"
            + ("" if 60 <= words <= 180 else "   LENGTH")
        )
        total[folder] += len(times)
        total["all"] += len(times)
        for time in times:
            total[time["kind"]] += 1
            total["null" if not time["edtf"] else "valued"] += 1
            total["several values"] += len(time["edtf"]) > 1
        if "--left" in sys.argv:
            masked = list(text)
            for time in times:
                masked[time["start"] : time["start"] + len(time["text"])] = "_" * len(time["text"])
            masked = "".join(masked)
            for look in LOOKS.finditer(masked):
                print("     left:", masked[max(0, look.start() - 25) : look.end() + 20].replace("\n", " "))
        if "--list" in sys.argv:
            for time in times:
                before = text[max(0, time["start"] - 30) : time["start"]].replace("\n", " ")
                print(f"   {before:>30}[{time['text']}] {time['kind']} {'; '.join(time['edtf']) or 'null'}")
    print(dict(total))


if __name__ == "__main__":
    main()

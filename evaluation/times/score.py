"""Scores the installed coder's times against the gold set.

    python score.py FOLDER [--errors]

FOLDER holds the items (open or kept). A gold expression and a predicted time are aligned one to
one where their spans overlap, the widest overlap first. The last line is one JSON object.
"""

import argparse
import json
import pathlib
import re

import onrecord

LEADING = re.compile(r"(?i)^(?:(?:on|in|at|during|over|for|within|the|a|an)\s+)+")


def core(text):
    """An expression without what need not belong to it."""
    return re.sub(r"['’]s$", "", LEADING.sub("", text)).lower()


def spans_of(time):
    """The places of a time found."""
    return [(span.start, span.end, span.text) for span in time.spans]


def shared(gold, spans):
    """How many characters a gold expression and spans share."""
    start, end = gold["start"], gold["start"] + len(gold["text"])
    return sum(max(0, min(end, high) - max(start, low)) for low, high, _ in spans)


def align(golds, predicted):
    """Pairs of gold and found that share characters, one to one."""
    pairs = sorted(
        ((shared(gold, spans_of(time)), g, p) for g, gold in enumerate(golds) for p, time in enumerate(predicted)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken, used = {}, set()
    for width, g, p in pairs:
        if width and g not in taken and p not in used:
            taken[g] = p
            used.add(p)
    touching = {p for width, _, p in pairs if width}
    return taken, touching - used, set(range(len(predicted))) - touching


NAMES = {
    "gold": "gold expressions",
    "found": "found (overlap)",
    "exact": "exact spans",
    "near": "exact, bar a leading preposition, article or a 's",
    "kind": "right kinds",
    "right": "right values",
    "null": "  of them rightly null",
    "wrong": "wrong values",
    "guessed": "  of them a value where null is right",
    "abstained": "abstained (found, null where gold has a value)",
    "missed": "missed",
    "spurious": "spurious (overlap no gold)",
    "extra": "second predictions on one gold expression",
}


def score(folder, errors):
    """The counts of a folder."""
    count = dict.fromkeys(NAMES, 0)
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        item = json.loads(path.read_text("utf-8"))
        golds = item["times"]
        predicted = list(onrecord.read(item["text"], published=item["published"]).times)
        taken, extra, spurious = align(golds, predicted)

        def tell(what, words, at, more="", item=item, path=path):
            if errors:
                around = item["text"][max(0, at - 25) : at + len(words) + 20].replace("\n", " ")
                print(f"{path.stem:26} {what:10} [{words}] {more}   … {around} …")

        count["gold"] += len(golds)
        for g, gold in enumerate(golds):
            if g not in taken:
                count["missed"] += 1
                tell("missed", gold["text"], gold["start"])
                continue
            time = predicted[taken[g]]
            spans = spans_of(time)
            count["found"] += 1
            exact = len(spans) == 1 and spans[0][:2] == (gold["start"], gold["start"] + len(gold["text"]))
            near = exact or (len(spans) == 1 and core(spans[0][2]) == core(gold["text"]))
            count["exact"] += exact
            count["near"] += near
            said = " ".join(words for _, _, words in spans)
            if not near:
                tell("span", gold["text"], gold["start"], f"predicted [{said}]")
            count["kind"] += time.kind == gold["kind"]
            if time.kind != gold["kind"]:
                tell("kind", gold["text"], gold["start"], f"{gold['kind']}, predicted {time.kind}")
            value = time.edtf
            if value in gold["edtf"] or (value is None and not gold["edtf"]):
                count["right"] += 1
                count["null"] += value is None
            elif value is None:
                count["abstained"] += 1
                tell("abstained", gold["text"], gold["start"], " | ".join(gold["edtf"]))
            else:
                count["wrong"] += 1
                count["guessed"] += not gold["edtf"]
                tell("wrong", gold["text"], gold["start"], f"{' | '.join(gold['edtf']) or 'null'}, predicted {value}")
        for name, group in (("spurious", spurious), ("extra", extra)):
            count[name] += len(group)
            for p in sorted(group):
                start, _, words = spans_of(predicted[p])[0]
                tell(name, words, start, f"predicted {predicted[p].kind} {predicted[p].edtf}")
    return count


def main():
    """Print the counts, and as the last line JSON."""
    parser = argparse.ArgumentParser(description="Score the installed coder's times.")
    parser.add_argument("folder")
    parser.add_argument("--errors", action="store_true", help="list every error")
    arguments = parser.parse_args()
    count = score(arguments.folder, arguments.errors)
    if not count["gold"]:
        parser.error(f"no items in {arguments.folder}")
    for key, name in NAMES.items():
        print(f"{name:52} {count[key]:5}")
    valued = count["right"] + count["wrong"]
    count["value_accuracy"] = round(100 * count["right"] / valued, 1) if valued else None
    count["right_of_all"] = round(100 * count["right"] / count["gold"], 1)
    print(f"{'value accuracy, right / (right + wrong), per cent':52} {count['value_accuracy']}")
    print(f"{'right / all gold, per cent':52} {count['right_of_all']}")
    print(json.dumps(count))


if __name__ == "__main__":
    main()

"""A parsed page made ready for the extractor: what is no article goes, and what the extractor would lose stays.

Everything here mends something that was measured on the pages of benchmarks/extraction.
"""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.documents.surroundings import find_surroundings

NOT_CONTENT = (
    "script, noscript, template, iframe, svg, canvas, object, embed, form, button, nav, dialog"
    ", amp-ad, amp-consent, amp-sidebar"
)
# A reader of the sentence does not hear these: captions, deleted words, the marks of footnotes.
NOT_IN_THE_TEXT = "figcaption, del, sup:has(a[href^='#'])"
# Inline tags that the extractor drops with their words.
UNWRAPPED = ["data", "time", "abbr", "bdi", "ins", "mark", "label", "address"]
SENTENCE_TAGS = frozenset({"p", "li", "blockquote", "dd", "td"})
# A `<div>` with fewer words around a date holds no sentence but a byline.
FEWEST_WORDS_AROUND_A_DATE = 12
# A cell with more words holds text, and its table lays out the page.
WORDIEST_CELL = 60
# The extractor drops a paragraph that it has seen; a short one (`Yes.`, `SPEAKER:`) is meant each time.
LONGEST_MEANT_TWICE = 60
# Private characters, told apart by none but the extractor; `article.py` takes them out again.
DIGITS = str.maketrans({str(digit): chr(0xE000 + digit) for digit in range(10)})


def clean(page: LexborHTMLParser) -> None:
    """Takes out of the page, in place, what stands around the article; keeps what the extractor would lose."""
    _take_out(page.css(f"{NOT_CONTENT}, {NOT_IN_THE_TEXT}"))
    _take_out([node for node in page.css("time") if not _is_in_a_sentence(node)])
    _write_out_quotations(page)
    page.unwrap_tags(UNWRAPPED)
    _join_posts(page)
    _take_out(list(find_surroundings(page)))
    _tell_repeats_apart(page)


def ready_markup(page: LexborHTMLParser) -> str:
    """The page's markup with definition lists as paragraphs, and as blocks the tables that only lay it out."""
    markup = re.sub(r"<(/?)(?:dt|summary)(?=[\s>])", r"<\1p", page.html or "")
    markup = re.sub(r"<(/?)(?:dl|dd)(?=[\s>])", r"<\1div", markup)
    if any(len((cell.text() or "").split()) > WORDIEST_CELL for cell in page.css("td")):
        markup = re.sub(r"<(/?)(?:table|tbody|thead|tr|td|th)(?=[\s>])", r"<\1div", markup)
    return markup


def _take_out(nodes: list[LexborNode]) -> None:
    """Removes nodes with all that stands in them."""
    doomed = {node.mem_id for node in nodes}
    # Removing a node frees those in it, which must not be touched again.
    for node in [node for node in nodes if not any(above.mem_id in doomed for above in _above(node))]:
        node.decompose()


def _is_in_a_sentence(time: LexborNode) -> bool:
    """Whether a date is part of a sentence; one that stands alone tells when the page was put up."""
    above = list(_above(time))
    if any(node.tag == "header" for node in above):
        return False
    block = next((node for node in above if node.tag == "div" or node.tag in SENTENCE_TAGS), None)
    if block is None or block.tag in SENTENCE_TAGS:
        return block is not None
    return len((block.text() or "").split()) >= FEWEST_WORDS_AROUND_A_DATE


def _write_out_quotations(page: LexborHTMLParser) -> None:
    """Writes the marks of `<q>`, which browsers draw, and keeps who is quoted in a block apart from the quotation."""
    for node in page.css("q"):
        node.insert_before("“")
        node.insert_after("”")
    for node in page.css("blockquote cite, blockquote footer"):
        node.insert_before(" ")
    page.unwrap_tags(["q"])
    page.merge_text_nodes()


def _join_posts(page: LexborHTMLParser) -> None:
    """Makes one article of a live blog's posts, of which the extractor would take the first."""
    posts: dict[int, list[LexborNode]] = {}
    for post in page.css("article"):
        if post.parent is not None:
            posts.setdefault(post.parent.mem_id, []).append(post)
    half = len((page.root.text() if page.root is not None else "").split()) / 2
    for siblings in posts.values():
        if len(siblings) > 2 and sum(len((post.text() or "").split()) for post in siblings) > half:
            for post in siblings:
                post.unwrap()


def _tell_repeats_apart(page: LexborHTMLParser) -> None:
    seen: Counter[str] = Counter()
    for node in page.css("p, li, dt"):
        text = " ".join((node.text() or "").split())
        if text and len(text) <= LONGEST_MEANT_TWICE:
            if seen[text]:
                node.insert_child(str(seen[text]).translate(DIGITS))
            seen[text] += 1


def _above(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent

"""What stands around an article: adverts, teasers, comments, notices, and pull quotes that repeat the text."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

BOXES = "div, section, aside, figure, blockquote, ul, ol, table, p, span, footer, amp-carousel, amp-accordion"
# Words in a class or id that name what stands around an article. Whole words only: `ad` is not in `header`.
AROUND = re.compile(
    r"(?:^|[\s_-])(?:ads?|adslot|advert\w*|sponsor(?:ed)?|promo\w*|newsletter\w*|subscribe\w*|cookies?|consent|gdpr"
    r"|paywall|related\w*|recommend\w*|read-?(?:next|more|also)|more-(?:stories|on|news)|most-?(?:read|viewed|popular)"
    r"|trending|teasers?|outbrain|taboola|comments?|disqus|respond|share|sharing|social\w*|breadcrumbs?|crumbs"
    r"|captions?|credits?|author-bio|about-the-author|press-?contact|contact-box|byline|author-line|pubdate|post-info"
    r"|entry-meta|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
# The first words of a box that leads elsewhere.
ELSEWHERE = re.compile(
    r"(?:more (?:on this (?:story|topic)|stories|news|from .{1,30})|(?:see|read) (?:also|more|next)|keep reading"
    r"|recommended.{0,20}|related(?: (?:stories|articles|links|coverage|news|documents|topics|content))?"
    r"|you (?:may|might) (?:also )?like|(?:most|also) (?:read|viewed|popular).{0,20}|trending(?: now)?"
    r"|latest(?: news| stories)?|share this.{0,20}|in this section|advertisement.{0,40}):?|more:",
    re.IGNORECASE,
)
PULL_QUOTE = re.compile(r"pull-?_?quote|(?:^|[\s_-])(?:pull|call-?out|quote-?call-?out)(?:$|[\s_-])", re.IGNORECASE)
WORD = re.compile(r"\w+")
# A pull quote may leave out `he said`; this share of its words stands in one paragraph of the text.
REPEATED = 0.85
# No article has more; a page of nothing else would be compared with itself for hours.
MOST_PULL_QUOTES = 50


def find_surroundings(page: LexborHTMLParser) -> Iterator[LexborNode]:
    """The boxes around the article, by their class, id or first words; none that most of the page stands in."""
    half = len(_words(page.root)) / 2
    boxes = [
        (node, f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}") for node in page.css(BOXES)
    ]
    quotes = [node for node, says in boxes if PULL_QUOTE.search(says)][:MOST_PULL_QUOTES]
    yield from _repeating(quotes, page)
    for node, says in boxes:
        if (AROUND.search(says) or _leads_elsewhere(node)) and len(_words(node)) < half:
            yield node


def _repeating(quotes: list[LexborNode], page: LexborHTMLParser) -> Iterator[LexborNode]:
    """The pull quotes whose words stand in another paragraph of the page."""
    if not quotes:
        return
    paragraphs = [frozenset(_words(node)) for node in page.css("p, li, div:not(:has(div, p))")]
    for quote in quotes:
        words = frozenset(_words(quote.css_first("p, span") or quote))
        needed = REPEATED * len(words)
        if words and any(len(words & other) >= needed for other in paragraphs if len(other) > len(words)):
            yield quote


def _leads_elsewhere(node: LexborNode) -> bool:
    """Whether a box begins with words, of a heading or alone on their line, such as `Read more`."""
    for child in node.iter(include_text=True):
        text = " ".join((child.text() or "").split())
        if text:
            return ELSEWHERE.fullmatch(text) is not None
    return False


def _words(node: LexborNode | None) -> list[str]:
    return WORD.findall((node.text() or "").lower()) if node is not None else []

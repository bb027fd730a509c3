"""HTML pages: the article's text and what the page says of itself.

The text comes from trafilatura (docs/decisions/0002-article-extraction.md tells how it was chosen and measured). What
it loses or repeats on news pages is mended before it sees the page: dates in `<time>`, pull quotes, advertisements.
"""

import re
from collections import Counter

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from onrecord.documents.digests import digest_of
from onrecord.documents.metadata import Metadata, read_metadata
from onrecord.documents.plain_text import refuse_binary
from onrecord.errors import NoArticle, TooLarge
from onrecord.record import Document, document_id

# Bounds on what a page may hold once its scripts are gone; no article comes near, and every later step stays quick.
MOST_MARKUP = 4_000_000
MOST_TAGS = 100_000
DEEPEST = 400
TALLEST = 2_000
FEWEST_WORDS = 12
FEWEST_WORDS_BEHIND_A_WALL = 80

NOT_CONTENT = "script, style, noscript, template, iframe, svg, canvas, object, embed, form"
ADVERTS = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*|newsletter|cookie\w*)(?:$|[\s_-])", re.IGNORECASE
)
PULL_QUOTE = re.compile(r"pull-?_?quote|(?:^|[\s_-])pull(?:$|[\s_-])", re.IGNORECASE)
# Inline tags whose text trafilatura drops, though readers see it in the sentence.
UNWRAPPED = ["time", "data", "address"]
# Tags that nest; a paragraph, list item or void tag closes itself.
NESTING = re.compile(
    r"<(/?)(div|span|section|article|main|aside|table|tbody|tr|td|ul|ol|dl|b|i|u|em|strong|font|a|blockquote|center|form"
    r"|h[1-6]|label|button|small|big|sub|sup|code|pre|nobr|s|tt|nav|header|footer|figure|details|ins|del|q|cite)\b",
    re.IGNORECASE,
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
WALL = re.compile(
    r"\b(?:log ?in|sign ?in|subscribe|subscription|subscribers?|register|create (?:an|your) account|password|paywall"
    r"|enable javascript|accept (?:all )?cookies|verify (?:that )?you are (?:a )?human)\b",
    re.IGNORECASE,
)


def document_from_html(content: bytes, *, uri: str | None = None, charset: str | None = None) -> Document:
    """The document of an HTML page: the article's text, a line a paragraph.

    `charset` is what the server named. Raises NoArticle where the page holds none (a login wall, a page that a script
    would build), TooLarge where it is built to hold up its reader, NotText where the bytes are no text.
    """
    where = uri or "the page"
    markup = _decode(content, charset, where)
    _refuse_towers(markup, where)
    page = LexborHTMLParser(markup)
    metadata = read_metadata(page)
    asks_to_log_in = page.css_first('input[type="password"]') is not None
    scripts = sum(len(node.text() or "") for node in page.css("script"))
    _take_out(page, NOT_CONTENT)
    _refuse_bombs(page, where)
    _prepare(page)
    text = _article(page.html or "", metadata)
    _refuse_no_article(text, where, asks_to_log_in=asks_to_log_in, built_by_script=scripts > len(content) / 2)
    return Document(
        id=document_id(text, metadata.outlet),
        text=text,
        uri=metadata.canonical if metadata.canonical and not _is_url(uri) else uri,
        title=metadata.title,
        outlet=metadata.outlet,
        authors=metadata.authors,
        published=metadata.published,
        modified=metadata.modified,
        language=metadata.language or "en",
        media_type="text/html",
        digest=digest_of(content),
    )


def _is_url(uri: str | None) -> bool:
    return uri is not None and re.match(r"https?://", uri) is not None


def _decode(content: bytes, charset: str | None, where: str) -> str:
    """The markup by its byte order mark, the server's charset, the page's own, UTF-8, and at last windows-1252.

    The order is the WHATWG's; the last holds for any bytes, with replacement characters where it has no letter.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    refuse_binary(content, where)
    named = CHARSET.search(content[:4096])
    for encoding in (charset, named[1].decode("ascii") if named else None, "utf-8"):
        try:
            return content.decode(encoding or "utf-8").removeprefix("\ufeff")
        except (LookupError, UnicodeDecodeError, ValueError):
            continue  # a page may lie about its charset
    return content.decode("windows-1252", errors="replace")


def _refuse_towers(markup: str, where: str) -> None:
    """Raises TooLarge for tags opened thousands deep: parsing takes time with the square of the depth.

    Counted on the raw markup, so scripts that write tags count too; their tags close again.
    """
    depth: Counter[str] = Counter()
    for match in NESTING.finditer(markup):
        depth[match[2].lower()] += -1 if match[1] else 1
        if depth[match[2].lower()] > TALLEST:
            raise TooLarge(where, f"opens over {TALLEST:,} <{match[2].lower()}> tags in one another")


def _refuse_bombs(page: LexborHTMLParser, where: str) -> None:
    """Raises TooLarge for a page that every later step would choke on: too much markup, too many or too deep tags."""
    if len(page.html or "") > MOST_MARKUP:
        raise TooLarge(where, f"holds over {MOST_MARKUP:,} characters beside its scripts")
    node, depth, tags = page.root, 0, 0
    while node is not None:
        tags, depth = tags + 1, depth + 1
        if tags > MOST_TAGS or depth > DEEPEST:
            raise TooLarge(
                where, f"holds over {MOST_TAGS:,} tags, or some over {DEEPEST} deep; this is no article page"
            )
        if node.child is not None:
            node = node.child
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node, depth = (node.next, depth - 1) if node is not None else (None, 0)


def _take_out(page: LexborHTMLParser, selector: str) -> None:
    """Removes nodes, those first that stand in no other: removing a node frees what it holds."""
    for node in page.css(selector):
        node.decompose()


def _prepare(page: LexborHTMLParser) -> None:
    """Takes out of the page what is no article, and keeps in what the extractor would lose."""
    page.unwrap_tags(UNWRAPPED)
    whole = Counter(_squeezed(node.text()) for node in page.css("p, blockquote, li"))
    for node in page.css("aside, div, section, figure, blockquote, ins, p, span"):
        says = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".strip()
        if not says:
            continue
        advert = ADVERTS.search(says) and len(node.css("p")) < 4
        if advert or (PULL_QUOTE.search(says) and _repeats(_squeezed(node.text()), whole)):
            node.decompose()


def _repeats(quote: str, paragraphs: Counter[str]) -> bool:
    """Whether a pull quote's words stand in a paragraph of the page as well."""
    words = quote.strip("\"“”‘’'«» .,…—")
    return bool(words) and any(words in paragraph and paragraph != quote for paragraph in paragraphs)


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def _article(markup: str, metadata: Metadata) -> str:
    text = trafilatura.extract(
        markup, output_format="txt", include_comments=False, include_tables=True, include_formatting=False
    )
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    if lines and metadata.title and _squeezed(lines[0]) == metadata.title:
        lines = lines[1:]  # the headline is the document's title, not its first sentence
    return "\n".join(lines)


def _refuse_no_article(text: str, where: str, *, asks_to_log_in: bool, built_by_script: bool) -> None:
    words = len(text.split())
    asks_in_words = WALL.search(text) is not None and words < FEWEST_WORDS_BEHIND_A_WALL / 2
    if asks_in_words or (asks_to_log_in and words < FEWEST_WORDS_BEHIND_A_WALL):
        raise NoArticle(where, "holds no article but a login or subscription notice; save the page while logged in")
    if words < FEWEST_WORDS:
        why = "it is built by script; save it from a browser" if built_by_script else "too little text stands in it"
        raise NoArticle(where, f"holds no article text: {why}")

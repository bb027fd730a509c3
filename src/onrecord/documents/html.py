"""HTML pages: the article's text and what the page says of itself."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from onrecord.documents.article import find_article
from onrecord.documents.cleaning import clean, ready_markup
from onrecord.documents.decoding import decode_page
from onrecord.documents.digests import digest_of
from onrecord.documents.markup import slim
from onrecord.documents.metadata import Metadata, read_metadata
from onrecord.errors import NoArticle, TooLarge
from onrecord.record import Document, document_id

# The extractor walks the page by calling itself; no article stands this deep.
DEEPEST = 200
# Headline and byline stand in the first lines.
HEAD = 3
LONGEST_BYLINE = 12
FEWEST_WORDS = 12
FEWEST_WORDS_BEHIND_A_WALL = 80
LOGIN = re.compile(
    r"\b(?:(?:log|sign) ?in|(?:to|please|already) (?:a )?subscrib\w+|subscribe (?:now|to|for)|subscribers? only"
    r"|register|create (?:an|your) (?:free )?account|your password|paywall)\b",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\b(?:accept (?:all )?cookies|uses? (?:of )?cookies|your consent|before you continue"
    r"|(?:verify|confirm|check) (?:that )?you are (?:a )?(?:human|not a robot)|captcha)\b",
    re.IGNORECASE,
)
NEEDS_SCRIPT = re.compile(r"(?:enable|requires?|turn on|without) javascript|javascript (?:is|must be)", re.IGNORECASE)


def document_from_html(
    html: bytes | str, *, uri: str | None = None, charset: str | None = None, published: str | None = None
) -> Document:
    """The document of an HTML page: the article's text, a line a paragraph.

    `charset` is what the server named, `published` the date where the page names none. Raises NoArticle where the page
    holds none (a login wall, a page that a script would build), TooLarge where it is built to hold up its reader,
    NotText where the bytes are no text.
    """
    where = uri or "the page"
    content = html.encode(errors="replace") if isinstance(html, str) else html
    markup = decode_page(content, "utf-8" if isinstance(html, str) else charset, where)
    slimmed = slim(markup, where)
    page = LexborHTMLParser(slimmed.markup)
    _refuse_depth(page, where)
    metadata = read_metadata(page)
    signs = _Signs.of(page, mostly_script=slimmed.script > len(markup) / 2)
    clean(page)
    text = _without_head(find_article(ready_markup(page)), metadata)
    _refuse_no_article(text, signs, where)
    return Document(
        id=document_id(text, metadata.outlet),
        text=text,
        uri=_uri(uri, metadata),
        title=metadata.title,
        outlet=metadata.outlet,
        authors=metadata.authors,
        published=metadata.published or published,
        modified=metadata.modified,
        language=metadata.language or "en",
        media_type="text/html",
        digest=digest_of(content),
    )


def _uri(uri: str | None, metadata: Metadata) -> str | None:
    """Where the page came from; for a saved page the address that it names as its own."""
    fetched = uri is not None and re.match(r"https?://", uri, re.IGNORECASE)
    return uri if fetched else metadata.canonical or uri


def _refuse_depth(page: LexborHTMLParser, where: str) -> None:
    """Raises TooLarge for tags that stand in one another hundreds deep."""
    node, depth = page.root, 0
    while node is not None:
        if depth > DEEPEST:
            raise TooLarge(where, f"has tags over {DEEPEST} deep in one another; this is no article page")
        if node.first_child is not None:
            node, depth = node.first_child, depth + 1
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None


def _without_head(lines: list[str], metadata: Metadata) -> str:
    """The lines as one text, without headline and byline: those are the document's title and authors."""
    head, body = lines[:HEAD], lines[HEAD:]
    return "\n".join(
        [line for line in head if not _is_headline(line, metadata) and not _is_byline(line, metadata)] + body
    )


def _is_headline(line: str, metadata: Metadata) -> bool:
    return metadata.title is not None and line.casefold() == metadata.title.casefold()


def _is_byline(line: str, metadata: Metadata) -> bool:
    """Whether a line is no sentence and begins with an author's name."""
    named = re.sub(r"^by:? ", "", line, flags=re.IGNORECASE).startswith(metadata.authors or "\0")
    return named and len(line.split()) <= LONGEST_BYLINE and line[-1] not in ".!?:”\"’'"


@dataclass(frozen=True, slots=True)
class _Signs:
    """Signs, beside its text, that a page holds no article."""

    asks_for_password: bool
    needs_script: bool

    @classmethod
    def of(cls, page: LexborHTMLParser, *, mostly_script: bool) -> "_Signs":
        asks = page.css_first('input[type="password"]') is not None
        notices = " ".join(node.text() or "" for node in page.css("noscript")[:20])
        return cls(asks, mostly_script or NEEDS_SCRIPT.search(notices) is not None)


def _refuse_no_article(text: str, signs: _Signs, where: str) -> None:
    words = len(text.split())
    short = words < FEWEST_WORDS_BEHIND_A_WALL / 2
    if (short and LOGIN.search(text)) or (signs.asks_for_password and words < FEWEST_WORDS_BEHIND_A_WALL):
        raise NoArticle(where, "holds no article but a login or subscription notice; save the page while logged in")
    if short and CONSENT.search(text):
        raise NoArticle(
            where, "holds no article but a consent notice or a check; open it in a browser and save it there"
        )
    if words < FEWEST_WORDS:
        why = (
            "it is built by script; open it in a browser and save it from there"
            if signs.needs_script
            else "too little text stands in it; if there is an article, save its text as a .txt file"
        )
        raise NoArticle(where, f"holds no article text: {why}")

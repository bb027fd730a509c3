"""The libraries that are compared, each as a function from a page's bytes to its text."""

from collections.abc import Callable
from functools import partial

Extractor = Callable[[bytes], str]
BLOCKS = "p div blockquote li h1 h2 h3 h4 h5 h6 td tr table ul ol dl dt dd section article figure figcaption br hr pre"


def _onrecord() -> Extractor:
    from onrecord.documents import document_from_html

    return lambda page: document_from_html(page).text


def _trafilatura(**settings: object) -> Extractor:
    import trafilatura

    return lambda page: trafilatura.extract(page, include_comments=False, **settings) or ""


def _trafilatura_baseline() -> Extractor:
    import trafilatura

    return lambda page: trafilatura.baseline(page)[1]


def _readability() -> Extractor:
    from readability import Document

    return lambda page: _lines(Document(page).summary())


def _justext() -> Extractor:
    import justext

    stop_words = justext.get_stoplist("English")
    return lambda page: "\n".join(
        paragraph.text for paragraph in justext.justext(page, stop_words) if not paragraph.is_boilerplate
    )


def _newspaper() -> Extractor:
    import newspaper

    def extract(page: bytes) -> str:
        article = newspaper.Article("https://example.org/", language="en", fetch_images=False)
        article.download(input_html=page.decode("utf-8", errors="replace"))
        article.parse()
        return str(article.text)

    return extract


def _goose() -> Extractor:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False, "strict": False})
    return lambda page: goose.extract(raw_html=page.decode("utf-8", errors="replace")).cleaned_text


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def extract(page: bytes) -> str:
        markup = bytes_to_str(page, detect_encoding(page, from_html_meta=True))
        return str(extract_plain_text(markup, main_content=True, alt_texts=False, list_bullets=False))

    return extract


def _lines(markup: str) -> str:
    """The text of an HTML fragment, a line a block: what readability leaves to its users."""
    from lxml import html

    tree = html.fromstring(markup)
    for node in tree.iter(*BLOCKS.split()):
        node.text = f"\n{node.text or ''}"
        node.tail = f"\n{node.tail or ''}"
    text = tree.text_content()
    return "\n".join(" ".join(line.split()) for line in str(text).splitlines() if line.strip())


LIBRARIES: dict[str, Callable[[], Extractor]] = {
    "onrecord": _onrecord,
    "trafilatura": _trafilatura,
    "trafilatura favor_precision": partial(_trafilatura, favor_precision=True),
    "trafilatura favor_recall": partial(_trafilatura, favor_recall=True),
    "trafilatura fast": partial(_trafilatura, fast=True),
    "trafilatura baseline": _trafilatura_baseline,
    "readability-lxml": _readability,
    "jusText": _justext,
    "newspaper4k": _newspaper,
    "goose3": _goose,
    "resiliparse": _resiliparse,
}


def _onrecord_metadata(page: bytes) -> dict[str, object]:
    from onrecord.documents import document_from_html

    document = document_from_html(page)
    return {
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "published": document.published,
        "modified": document.modified,
    }


def _trafilatura_metadata(page: bytes) -> dict[str, object]:
    import trafilatura

    document = trafilatura.extract_metadata(page, extensive=False)
    authors = document.author.split("; ") if document.author else []
    return {"title": document.title, "outlet": document.sitename, "authors": authors, "published": document.date}


METADATA_READERS = {"onrecord": _onrecord_metadata, "trafilatura": _trafilatura_metadata}

"""Article text and metadata of HTML pages."""

import json

import pytest

from onrecord.documents import document_from_html
from onrecord.record import Document

BODY = (
    "<p>The minister said on Monday that the talks on the canal would go on after the harvest.</p>"
    "<p>Farmers on both banks have waited for an answer since the spring flood of last year.</p>"
)


def page(head: str = "", body: str = BODY, top: str = "") -> Document:
    return document_from_html(
        f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{top}<main><article>{body}</article></main>"
        "<footer>© Imprint</footer></body></html>".encode()
    )


def ld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(facts)}</script>'


def test_the_text_is_a_line_a_paragraph_without_the_page_around_it() -> None:
    text = page(
        top="<nav>Home News Sport</nav><div class='cookie-notice'><p>We use cookies, accept them all.</p></div>"
    )
    assert text.text.count("\n") == 1
    assert "cookies" not in text.text
    assert "Sport" not in text.text


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("She said “<em>never</em> again”, and <a href='#'>left</a>.", "She said “never again”, and left."),
        ("On <time datetime='2024-05-02'>2 May</time> they met.", "On 2 May they met."),
        ("It is &ldquo;over&rdquo; &amp; done.", "It is “over” & done."),
        ("<blockquote><p>“We have waited long enough for this water.”</p></blockquote>", "“We have waited long enough"),
    ],
)
def test_inline_tags_neither_smash_nor_lose_words(inner: str, expected: str) -> None:
    assert expected in page(body=BODY + f"<p>{inner}</p>" + BODY).text


def test_a_pull_quote_that_repeats_the_text_is_left_out() -> None:
    quote = "the talks on the canal would go on after the harvest"
    text = page(body=BODY + f"<aside class='pull-quote'>{quote}</aside>" + BODY.replace("minister", "envoy")).text
    assert text.count("\n" + quote) == 0


JSON_LD = ld(
    **{"@type": "NewsArticle"},
    headline="Canal talks",
    author=[{"@type": "Person", "name": "By Ana Roca"}, {"name": "Ben Li"}],
    publisher={"name": "River Post"},
    datePublished="2024-05-02T23:30:00-05:00",
    dateModified="2024-05-03",
)
GRAPH = ld(
    **{
        "@graph": [
            {"@type": "WebSite", "name": "Other"},
            {"@id": "#org", "@type": "Organization", "name": "River Post"},
            {
                "@type": ["Article", "NewsArticle"],
                "headline": "Canal talks",
                "author": {"name": "Ana Roca and Ben Li"},
                "publisher": {"@id": "#org"},
                "datePublished": "2024-05-02",
                "dateModified": "2024-05-03T01:00:00Z",
            },
        ]
    }
)
METAS = (
    "<meta property='og:title' content='Canal talks'><meta property='og:site_name' content='River Post'>"
    "<meta name='author' content='Ana Roca, Ben Li'><meta property='article:published_time' content='2024-05-02'>"
    "<meta property='article:modified_time' content='2024-05-03'>"
)


@pytest.mark.parametrize("head", [JSON_LD, GRAPH, METAS, ld(broken=1).replace("1", "1,,}") + METAS])
def test_metadata_from_json_ld_or_meta_tags(head: str) -> None:
    document = page(head)
    assert (document.title, document.outlet, document.authors) == ("Canal talks", "River Post", ("Ana Roca", "Ben Li"))
    assert (document.published, document.modified, document.language) == ("2024-05-02", "2024-05-03", "en")


def test_the_date_of_the_header_counts_and_that_of_a_teaser_does_not() -> None:
    teaser = "<div class='related-links'><time datetime='2019-01-01'>1 Jan</time></div>"
    header = "<header><h1>Canal</h1><time datetime='2024-05-02'>2 May</time></header>"
    assert page(top=teaser + header).published == "2024-05-02"


def test_what_the_page_does_not_say_stays_null() -> None:
    document = page()
    assert (document.outlet, document.authors, document.published, document.modified) == (None, (), None, None)


def test_the_headline_is_the_title_and_not_repeated_in_the_text() -> None:
    document = page(head=METAS, body="<h1>Canal talks</h1>" + BODY)
    assert document.text.startswith("The minister")

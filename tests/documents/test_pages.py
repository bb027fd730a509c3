"""Article text and metadata of HTML pages."""

import json
from pathlib import Path

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


def test_a_byline_and_a_repeated_headline_are_no_text() -> None:
    document = page(
        head="<meta property='og:title' content='Canal talks go on'><meta name='author' content='Ada Roe'>",
        body=f"<h1>Canal talks go on</h1><p>By Ada Roe, Riverside</p>{BODY}",
    )
    assert document.authors == ("Ada Roe",)
    assert document.text.startswith("The minister said")


def test_a_short_turn_that_comes_back_is_kept_each_time() -> None:
    turns = "".join(
        f"<p>Is the {thing} open to the fishing boats of both banks again this year?</p><p>Yes.</p>"
        for thing in ("harbour", "canal", "upper lock")
    )
    assert page(body=turns).text.count("Yes.") == 3


def test_all_posts_of_a_live_blog_are_read() -> None:
    posts = "".join(
        f"<article><h3>{hour}:00</h3><p>At {hour} the council said that the {thing} would stay shut.</p></article>"
        for hour, thing in ((9, "bridge"), (10, "ferry"), (11, "tunnel"))
    )
    text = document_from_html(f"<html><body><main><h1>Strike day</h1>{posts}</main></body></html>").text
    assert all(thing in text for thing in ("bridge", "ferry", "tunnel"))


def test_a_date_names_itself_by_the_words_before_it() -> None:
    head = '<p class="meta">Published <time datetime="2023-11-20T11:00">20 November</time>'
    tail = ' | Last updated <time datetime="2023-11-22">22 November</time></p>'
    document = page(body=head + tail + BODY)
    assert (document.published, document.modified) == ("2023-11-20", "2023-11-22")


PAGES = Path(__file__).parents[2] / "benchmarks" / "extraction" / "pages"


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_the_pages_of_the_benchmark_come_out_whole(name: str) -> None:
    lines = document_from_html((PAGES / f"{name}.html").read_bytes()).text.split("\n")
    gold = (PAGES / f"{name}.txt").read_text("utf-8").splitlines()
    wanted = [line.removeprefix("> ") for line in gold if not line.startswith("~ ")]
    assert [line for line in wanted if line not in lines] == []

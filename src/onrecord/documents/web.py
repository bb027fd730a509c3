"""Pages fetched over http and https."""

from dataclasses import dataclass

import httpx

from onrecord.documents.options import ReadOptions
from onrecord.errors import NotText, TooLarge, Unreachable

USER_AGENT = "onrecord (+https://pypi.org/project/onrecord)"
REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL answered: the bytes, their content type and charset if named, and the URL after redirects."""

    content: bytes
    media_type: str
    charset: str | None
    url: str


def fetch(url: str, options: ReadOptions) -> Fetched:
    """The page at a URL, no more than `max_bytes` of it read.

    Raises Unreachable where there is no answer or an error, NotText where the answer is neither text nor HTML,
    TooLarge where it is over the limit.
    """
    client = httpx.Client(
        transport=options.transport,
        timeout=options.timeout,
        follow_redirects=True,
        max_redirects=REDIRECTS,
        headers={"User-Agent": USER_AGENT, "Accept": "text/html, text/plain;q=0.9, application/xhtml+xml"},
    )
    try:
        with client, client.stream("GET", url) as response:
            if response.status_code >= 400:
                raise Unreachable(url, f"answers {response.status_code} {response.reason_phrase}".rstrip())
            media_type = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
            if not (media_type.startswith("text/") or media_type.endswith("xhtml+xml")):
                raise NotText(url, f"is {media_type}, neither text nor HTML")
            content = bytearray()
            for part in response.iter_bytes():
                content += part
                if len(content) > options.max_bytes:
                    raise TooLarge(url, f"is over {options.max_bytes:,} bytes")
            return Fetched(bytes(content), media_type, response.charset_encoding, str(response.url))
    except httpx.TimeoutException as error:
        raise Unreachable(url, f"does not answer within {options.timeout:g} seconds") from error
    except httpx.TooManyRedirects as error:
        raise Unreachable(url, f"redirects more than {REDIRECTS} times") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, OSError) as error:
        raise Unreachable(url, f"cannot be reached: {str(error) or type(error).__name__}") from error

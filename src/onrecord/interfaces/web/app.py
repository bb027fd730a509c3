"""The web application: a page of documents and searches, and a reading page a document."""

import re
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import LedgerError, OnrecordError
from onrecord.interfaces.web.views import Listing, Query, document_path, reading_page, result
from onrecord.ledger import Ledger, name_of

# Documents are hostile text: nothing on a page may load, run or post anything but our own two static files.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
DOCUMENT = re.compile(r"[0-9a-f]{64}")
RESULTS = 200


def create_app(ledger: str | Path) -> Starlette:
    """The application over a ledger, a file or a URL, which each request opens anew, so that `add` can go on beside."""
    pages = Environment(
        loader=PackageLoader("onrecord.interfaces.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals["document_path"] = document_path
    name = name_of(ledger).rpartition("/")[2]

    def index(request: Request) -> Response:
        wanted = {key: value.strip()[:500] for key, value in request.query_params.items()}
        query = Query(**{name: wanted.get(name, "") for name in ("words", "source", "outlet", "since", "until")})
        with Ledger.open(ledger) as opened:
            hits = [] if query.is_empty else opened.search(
                query.words, source=query.source or None, outlet=query.outlet or None,
                since=query.since or None, until=query.until or None, limit=RESULTS,
            )  # fmt: skip
            documents = tuple(opened.documents()) if query.is_empty else ()
            statements = opened.totals().statements
        results = None if query.is_empty else tuple(result(hit) for hit in hits)
        return _page("index.html", page=Listing(query, documents, results, statements))

    def document(request: Request) -> Response:
        name = request.path_params["name"]
        if not DOCUMENT.fullmatch(name):
            raise HTTPException(404, "There is no such document.")
        with Ledger.open(ledger) as opened:
            if opened.document(f"sha256:{name}") is None:
                raise HTTPException(404, "There is no such document in this ledger.")
            record = opened.record(f"sha256:{name}")
        return _page("document.html", page=reading_page(record))

    def not_found(request: Request, error: Exception) -> Response:
        detail = error.detail if isinstance(error, HTTPException) else "There is no such page."
        status = error.status_code if isinstance(error, HTTPException) else 404
        return _page("error.html", status=status, title="Not found", detail=detail)

    def failed(request: Request, error: Exception) -> Response:
        title = "The ledger cannot be read" if isinstance(error, LedgerError) else "This record is damaged"
        return _page(
            "error.html", status=500, title=title, detail=f"{error} Run: onrecord verify --ledger {name_of(ledger)}"
        )

    def _page(template: str, *, status: int = 200, **values: object) -> Response:
        return HTMLResponse(pages.get_template(template).render(ledger=name, **values), status_code=status)

    return Starlette(
        routes=[
            Route("/", index),
            Route("/documents/{name}", document),
            Mount("/static", StaticFiles(directory=str(files("onrecord.interfaces.web") / "static"))),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=_secure)],
        exception_handlers={HTTPException: not_found, OnrecordError: failed},
    )


async def _secure(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    response.headers.update(HEADERS)
    return response

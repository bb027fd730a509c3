"""Every error a user can meet.

OnrecordError
├── RecordError            a record breaks its own rules (a span that does not slice, a reference to nothing)
├── DocumentError          one document cannot be read; the others go on
│   ├── EmptyDocument      there is no text in it
│   ├── NotText            its bytes are not text we can decode
│   ├── TooLarge           it is over the size limit
│   ├── NoArticle          an HTML page without article text (a login wall, a page built by script)
│   └── Unreachable        the path or URL gives no answer
├── NothingToRead          the arguments name no document at all
├── LedgerError            the ledger cannot be opened, read or written
│   └── ReviewError        a correction, or a patch of them, does not fit what it is about
├── RegistryError          a registry file cannot be read or kept, or rows of it are wrong
├── IssueError             a file of issues cannot be read, or something in it is wrong
├── ModelError             a model of the coder is missing or broken
└── BenchError             a gold set or its scorer cannot be used
"""


class OnrecordError(Exception):
    """Anything Onrecord refuses to do, said so that the reader knows what, where and what to do next."""


class RecordError(OnrecordError):
    """A record breaks its own rules; `field` is the path of the field, such as `statements[3].content.spans[0]`."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(f"{field}: {message}" if field else message)
        self.field = field


class DocumentError(OnrecordError):
    """One document cannot be read; `where` names it (a path, a URL, `standard input`)."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.reason = message


class EmptyDocument(DocumentError):
    """There is no text in the document."""


class NotText(DocumentError):
    """The bytes are not text we can decode."""


class TooLarge(DocumentError):
    """The document is over the size limit."""


class NoArticle(DocumentError):
    """An HTML page without article text: a login wall, a page that a script would have built."""


class Unreachable(DocumentError):
    """The path or URL gives no answer."""


class NothingToRead(OnrecordError):
    """The arguments name no document at all."""


class LedgerError(OnrecordError):
    """The ledger cannot be opened, read or written."""


class ReviewError(LedgerError):
    """A correction, or a patch of them, does not fit: no such item or field, or a value that it cannot have."""


class RegistryError(OnrecordError):
    """A registry file cannot be read or kept, or rows of it are wrong; all wrong rows are listed, and none is taken."""


class IssueError(OnrecordError):
    """A file of issues cannot be read, or something in it is wrong; all that is wrong is listed, with its line."""


class ModelError(OnrecordError):
    """A model of the coder is missing or broken."""


class BenchError(OnrecordError):
    """A gold set or its scorer cannot be used."""

"""From a page's bytes to its markup: which encoding they are in."""

import codecs
import re

from onrecord.documents.plain_text import refuse_binary

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
META_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
XML_CHARSET = re.compile(rb"\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE)
# What these names mean on the web: the WHATWG's table of labels, where Python reads them otherwise.
WEB_NAMES = {
    **dict.fromkeys(["iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"], "windows-1252"),
    **dict.fromkeys(["gb2312", "gbk"], "gb18030"),
    **dict.fromkeys(["shift_jis", "x-sjis"], "cp932"),
    **dict.fromkeys(["euc-kr", "ks_c_5601-1987"], "cp949"),
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
}


def decode_page(content: bytes, charset: str | None, where: str) -> str:
    """The markup by its byte order mark, the server's charset, the page's own, UTF-8, and at last windows-1252.

    A named charset that does not fit the bytes is passed over, since pages lie about it; the last fits any bytes, with
    replacement characters where it has no letter. Raises NotText, naming `where`, for binary files.
    """
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    refuse_binary(content, where)
    for name in (charset, _declared(content), "utf-8"):
        text = _decoded(content, name)
        if text is not None:
            return text
    return content.decode("windows-1252", errors="replace")


def _declared(content: bytes) -> str | None:
    """The charset in the page's first kilobytes; one read from ASCII letters cannot be UTF-16, so that means UTF-8."""
    named = XML_CHARSET.match(content) or META_CHARSET.search(content[:4096])
    name = named[1].decode("ascii").lower() if named else None
    return "utf-8" if name and name.startswith(("utf-16", "utf-32", "utf16")) else name


def _decoded(content: bytes, name: str | None) -> str | None:
    """The text in a named encoding; None where there is no such text encoding or the bytes do not fit."""
    if name is None:
        return None
    name = name.strip().lower()
    try:
        text = content.decode(WEB_NAMES.get(name, name))
    except (LookupError, ValueError):
        return None
    return text if "\0" not in text else None

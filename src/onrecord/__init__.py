"""Onrecord reads news and keeps a ledger of what is on the record: who said what, each field tied to its characters.

>>> import onrecord
>>> record = onrecord.read('"We will wait," the minister said.')
>>> record.statements[0].source.spans[0].text
'the minister'
"""

from importlib.metadata import version

from onrecord.errors import OnrecordError
from onrecord.record import Document, Record, Span, Statement
from onrecord.workflow import read

__version__ = version("onrecord")

__all__ = ["Document", "OnrecordError", "Record", "Span", "Statement", "read"]

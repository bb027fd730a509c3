"""The pages of `onrecord serve`: server-rendered, offline, over one ledger."""

from onrecord.interfaces.web.app import create_app

__all__ = ["create_app"]

"""What leaves a ledger for other programs, one module a format."""

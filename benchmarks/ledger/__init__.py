"""The ledger under load: what adding a document costs as the ledger grows, and how long each question takes."""

"""What people decided on the fields of records: confirmed, corrected, rejected, added, remarked; and taken back.

Takes a coder's record and the reviews of its document, gives the record as people corrected it. Never touches what the
coder wrote, and never asks where reviews are kept.
"""

from onrecord.ledger.reviews.additions import draft_addition
from onrecord.ledger.reviews.agreements import Agreement, agreement, agreement_rate
from onrecord.ledger.reviews.anchors import Anchor
from onrecord.ledger.reviews.applying import Applied, RestingReview, apply_reviews
from onrecord.ledger.reviews.checking import check_review
from onrecord.ledger.reviews.drafting import draft_review
from onrecord.ledger.reviews.importing import Import, plan_import
from onrecord.ledger.reviews.patches import Patch, read_patch, write_patch
from onrecord.ledger.reviews.review import Review, ReviewDraft, ReviewVerdict, sign, sign_undoing

__all__ = [
    "Agreement",
    "Anchor",
    "Applied",
    "Import",
    "Patch",
    "RestingReview",
    "Review",
    "ReviewDraft",
    "ReviewVerdict",
    "agreement",
    "agreement_rate",
    "apply_reviews",
    "check_review",
    "draft_addition",
    "draft_review",
    "plan_import",
    "read_patch",
    "sign",
    "sign_undoing",
    "write_patch",
]

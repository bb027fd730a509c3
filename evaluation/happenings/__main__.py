"""Happenings and disputes scored against our sets: `python -m evaluation.happenings [open|kept] [--errors]`

All reports of a half are coded, and filed one by one in the order of their dates as a ledger would: known happenings are
found by their keys. Prints precision and recall of the pairs of events that are one happening: `found` of the events
that the coder has, `all` of every mark. An event without a mark belongs with no other. Then those of the disputes (which
happening, what is at issue), and of the right ones how many have their sides apart.
"""

"""Fingerprints by which documents that share wording meet."""

import random
from hashlib import sha256

import pytest
from tests.ledger.origins.reports import OWN, WIRE

from onrecord.ledger.origins import choose_candidates, signature
from onrecord.ledger.origins.signatures import MOST_FINGERPRINTS


def words(seed: int, count: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(10**6)}" for _ in range(count))


def test_a_signature_is_the_same_on_every_machine() -> None:
    digest = sha256(",".join(map(str, signature(WIRE))).encode()).hexdigest()
    assert digest == "d76b3f1d1c6c97b1df5c9b4b34aeaf8b86f1f1c0c380633aa1d7bf5011979148"


@pytest.mark.parametrize("count", [0, 1, 4, 5, 40, 300, 3000])
def test_a_signature_is_small_and_fits_64_bits(count: int) -> None:
    found = signature(words(1, count))
    assert bool(found) == bool(count)
    assert len(found) <= MOST_FINGERPRINTS
    assert list(found) == sorted(set(found))
    assert all(0 <= each < 2**63 for each in found)


def test_case_accents_quotation_marks_and_lines_make_no_difference() -> None:
    plain = WIRE.upper().replace("“", '"').replace("”", '"').replace("\n\n", " ")
    assert signature(plain) == signature(WIRE)


@pytest.mark.parametrize("seed", range(20))
def test_a_shared_passage_leaves_a_shared_fingerprint_wherever_it_stands(seed: int) -> None:
    shared = words(seed, 36)
    short = f"{words(seed + 100, 40)} {shared}"
    long = f"{words(seed + 200, 300)} {shared} {words(seed + 300, 260)}"
    assert set(signature(short)) & set(signature(long))


def test_reports_of_their_own_have_no_fingerprint_in_common_but_of_what_both_quote() -> None:
    quoted = OWN[OWN.index("“") : OWN.index("”")]
    assert not set(signature(WIRE)) & set(signature(OWN.replace(quoted, "")))


def test_a_hostile_text_is_no_exception() -> None:
    assert 1 <= len(signature("round and round the mulberry bush " * 2000)) <= MOST_FINGERPRINTS


def test_what_few_have_outweighs_what_many_have() -> None:
    footer = {fingerprint: range(100, 150) for fingerprint in range(5)}
    assert choose_candidates({**footer, 99: [7, 8]})[:2] == (7, 8)


def test_at_most_twenty_are_compared_and_the_earliest_of_equals_first() -> None:
    everybody = range(1, 51)
    assert choose_candidates({1: everybody, 2: everybody, 3: everybody}) == tuple(range(1, 21))


def test_what_many_share_in_a_few_words_is_a_formula_and_not_compared() -> None:
    assert choose_candidates({1: range(1, 51)}) == ()
    assert choose_candidates({1: range(1, 25)}) == tuple(range(1, 21))


def test_prints_of_one_text_do_not_hide_another_that_was_drawn_on() -> None:
    agency = {fingerprint: range(30) for fingerprint in range(10)}
    other = {fingerprint: range(30, 60) for fingerprint in range(10, 13)}
    assert any(each >= 30 for each in choose_candidates({**agency, **other}))


def test_nothing_shared_is_nothing_to_compare() -> None:
    assert choose_candidates({1: [], 2: []}) == ()

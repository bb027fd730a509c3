"""Names of people read apart and compared: what is title, given and family name, and whether two names can be one.

    >>> agreement("Volodymyr Zelenskyy", "President Vladimir Zelensky")
    'same'
    >>> agreement("Zelensky", "V. Zelenskiy"), agreement("Kim Jong-un", "Kim Jong-il")
    ('compatible', 'different')

A name alone never says that two are one: two people can bear one name. The lists beside this file are data, with their
sources.
"""

from onrecord.codebooks.personal_names.agreement import Agreement, Comparison, agreement, compare
from onrecord.codebooks.personal_names.parsing import Name, parse_name
from onrecord.codebooks.personal_names.spelling import skeleton, sound

__all__ = ["Agreement", "Comparison", "Name", "agreement", "compare", "parse_name", "skeleton", "sound"]

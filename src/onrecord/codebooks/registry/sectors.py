"""PLOVER's sectors: what an actor is, within a country."""

# PLOVER Codebook and Users Manual, chapter on actors. MNC, of its table of international bodies, marks such a firm.
SECTORS = frozenset(
    "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL MNC OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK".split()
)

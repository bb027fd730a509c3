"""Which mentions of a document are one entity: names first, then grammar, then descriptions and pronouns."""

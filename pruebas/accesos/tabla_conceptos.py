"""Addresses of concepts, of the bank and of the archive's model: kind of record each shows, and who comes in."""


DE_CONCEPTOS: dict[str, tuple[str, set[str]]] = {
    # Writing a concept
    # Review and signature
    # The bank: anyone
    # The bank: the team
    # Suggestions
    # Focalised assistance
    # Levels, portfolio, scheme and indicators
}

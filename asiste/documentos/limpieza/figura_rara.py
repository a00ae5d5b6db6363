"""What the readers of each kind of picture say of one that they do not understand."""


class FiguraRara(ValueError):
    """It is broken, or written in a way that does not let its data be taken out."""

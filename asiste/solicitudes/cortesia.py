"""Messages that only thank or acknowledge: they take nothing up again."""

import re

LARGO_DE_CORTESIA = 300  # characters
_CORTESIA = re.compile(
    r"\b(?:gracias|agradec\w+|recibid[oa]s?|acus\w+ (?:de )?recib[oi]d?o?|enterad[oa]s?|quedamos atentos|muy amables?"
    r"|perfecto|excelente|con gusto|feliz (?:día|tarde|semana))\b",
    re.IGNORECASE,
)
# Whatever asks, denies or objects is no courtesy: at the least doubt the message counts.
_ALGO_MAS = re.compile(
    r"[?¿]|\b(?:no|pero|falt\w*|solicit\w*|ped\w*|pid\w*|necesit\w*|requ[ie]\w*|adjunt\w*|env[ií]\w*|aclar\w*"
    r"|corr[ie]\w*|pendientes?|cuándo|cómo|qué|cuál\w*|inquietud\w*|dudas?|problemas?|error\w*|urgente\w*|favor|agradecer\w+"
    r"|sin embargo|además|también|reabr\w*|solo que|todavía|aún)\b",
    re.IGNORECASE,
)


def es_cortesia(texto: str) -> bool:
    """Thanks or a receipt: short, and without anything that asks, denies or objects."""
    return len(texto) <= LARGO_DE_CORTESIA and bool(_CORTESIA.search(texto)) and not _ALGO_MAS.search(texto)

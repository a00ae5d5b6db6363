"""Mails as they come: most ask for something, some answer, some bring files, some were sent by machines."""

import random
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from django.utils import timezone

from asiste.demo.redaccion import Redactor

BUZON = "mipgdistrito@alcaldiabogota.gov.co"
CON_ANEXO, RESPUESTAS, MAQUINAS = 0.2, 0.15, 0.04  # shares
TAMANO_ANEXO = 40_000  # bytes


def escribir_correos(carpeta: Path, personas: list[tuple[str, str]], cuantos: int, serie: str) -> None:
    """Leaves so many files .eml; `personas` are names and addresses, `serie` makes them unlike those of another run."""
    azar = random.Random(serie)
    redactor = Redactor(azar)
    enviados: list[tuple[str, str]] = []
    for numero in range(cuantos):
        nombre, correo = azar.choice(personas)
        mensaje = EmailMessage()
        mensaje["Received"] = f"from mx.example by mx.alcaldiabogota.gov.co; {format_datetime(timezone.now())}"
        mensaje["Delivered-To"] = BUZON
        mensaje["From"], mensaje["To"] = f'"{nombre}" <{correo}>', BUZON
        mensaje["Date"] = format_datetime(timezone.now())
        mensaje["Message-ID"] = identificador = f"<{serie}-{numero}@{correo.partition('@')[2]}>"
        mensaje["Subject"] = f"Solicitud de asistencia {serie}-{numero}"
        if azar.random() < MAQUINAS:
            mensaje["Auto-Submitted"] = "auto-replied"
        elif enviados and azar.random() < RESPUESTAS:
            anterior, quien = azar.choice(enviados)
            mensaje.replace_header("From", quien)
            mensaje["In-Reply-To"] = anterior
        else:
            enviados.append((identificador, str(mensaje["From"])))
        mensaje.set_content(f"Buen día:\n\n{redactor.parrafo()} ¿Nos orientan?\n\nCordial saludo,\n{nombre}")
        if azar.random() < CON_ANEXO:
            mensaje.add_attachment(
                b"%PDF-1.7\n" + azar.randbytes(TAMANO_ANEXO), maintype="application", subtype="pdf", filename="plan.pdf"
            )
        (carpeta / f"{numero:04}.eml").write_bytes(mensaje.as_bytes())

"""What calendars answer, in the shapes that Outlook and Google give it."""

from datetime import UTC, datetime
from email.message import EmailMessage

from asiste.agenda.models import Sesion

BUZON = "mipgdistrito@alcaldiabogota.gov.co"

OUTLOOK = """BEGIN:VCALENDAR
METHOD:{metodo}
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:SA Pacific Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:-0500
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T000000
TZOFFSETFROM:-0500
TZOFFSETTO:-0500
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={estado};CN=Ana Ruiz{extra}:mailto:{correo}
COMMENT;LANGUAGE=es-CO:{comentario}\\n
UID:{uid}
SUMMARY;LANGUAGE=es-CO:Aceptada: Mapa de procesos
DTSTART;TZID=SA Pacific Standard Time:{inicia}
DTEND;TZID=SA Pacific Standard Time:20261120T170000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:{sello}
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:{secuencia}
LOCATION;LANGUAGE=es-CO:Edificio Liévano\\, sala 3
X-MICROSOFT-CDO-APPT-SEQUENCE:{secuencia}
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
END:VEVENT
END:VCALENDAR
"""
GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:{metodo}
BEGIN:VEVENT
DTSTART:20261120T150000Z
DTEND:20261120T163000Z
DTSTAMP:{sello}
ORGANIZER;CN=Desarrollo Institucional:mailto:mipgdistrito@alcaldiabogota.gov.co
UID:{uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={estado};CN=Ana
  Ruiz;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="{comentario}"{extra}:mailto:{correo}
CREATED:20261119T150000Z
DESCRIPTION:Diga si asiste: https://asiste.example/
LAST-MODIFIED:20261119T150000Z
LOCATION:Edificio Liévano\\, sala 3
SEQUENCE:{secuencia}
STATUS:CONFIRMED
SUMMARY:Mapa de procesos
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
"""
FORMAS = {"outlook": OUTLOOK, "google": GOOGLE}


def replica(
    sesion: Sesion,
    *,
    forma: str = "outlook",
    metodo: str = "REPLY",
    estado: str = "ACCEPTED",
    correo: str = "ana.ruiz@shd.gov.co",
    secuencia: int = 0,
    sello: datetime,
    comentario: str = "",
    extra: str = "",
    inicia: str = "20261120T100000",
    uid: str = "",
) -> str:
    """The calendar of an answer."""
    return FORMAS[forma].format(
        metodo=metodo,
        estado=estado,
        correo=correo,
        secuencia=secuencia,
        sello=f"{sello.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        comentario=comentario,
        extra=extra,
        inicia=inicia,
        uid=uid or sesion.uid,
    )


def correo_con(calendario: str, *, de: str = "Ana Ruiz <ana.ruiz@shd.gov.co>", google: bool = False) -> bytes:
    """The mail that brings it: in Google's, the calendar comes again as an attachment."""
    mensaje = EmailMessage()
    metodo = "COUNTER" if "METHOD:COUNTER" in calendario else "REPLY"
    mensaje["Delivered-To"] = BUZON
    mensaje["Received"] = "from smtp.shd.gov.co by mx.alcaldiabogota.gov.co; Thu, 19 Nov 2026 10:00:00 -0500"
    mensaje["From"], mensaje["To"], mensaje["Subject"] = de, BUZON, "Aceptada: Mapa de procesos"
    mensaje["Message-ID"] = f"<{hash(calendario)}@shd.gov.co>"
    mensaje.set_content("Ana Ruiz ha respondido esta invitación." if google else "")
    mensaje.add_alternative(calendario, subtype="calendar", params={"method": metodo})
    if google:
        mensaje["Auto-Submitted"] = "auto-generated"
        mensaje.add_attachment(calendario.encode(), maintype="application", subtype="ics", filename="invite.ics")
    return mensaje.as_bytes()

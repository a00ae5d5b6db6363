"""Walks the parts of a message and gathers its text, its attachments and what went wrong on the way."""

import re
from dataclasses import dataclass, field

from asiste.correo.lectura.cabeceras import decodificar_palabras
from asiste.correo.lectura.citas import ENCABEZADO_DE_ANEXO
from asiste.correo.lectura.cms import contenido_firmado
from asiste.correo.lectura.codificacion import decodificar, en_una_linea
from asiste.correo.lectura.datos import Adjunto
from asiste.correo.lectura.direcciones import direcciones
from asiste.correo.lectura.html import html_a_texto
from asiste.correo.lectura.informes import direcciones_fallidas
from asiste.correo.lectura.nombres import NombresSeguros
from asiste.correo.lectura.partes import MAXIMO_HIJAS, Parte, abrir, abrir_hijas
from asiste.correo.lectura.texto import Legible, desdoblar, elegir, juntar
from asiste.correo.lectura.tnef import abrir_tnef

MAXIMO_NIVELES = 60
MAXIMO_PARTES = 2_000
MAXIMO_TEXTO = 2_000_000

AVISO_DE_PARTES = "El mensaje tiene demasiadas partes: algunas no se leyeron."
AVISO_DE_CORTE = "El mensaje llegó incompleto: se corta antes de terminar."
AVISO_DE_SELLO = "El mensaje viene cifrado, o dentro de una firma que no se pudo abrir: no se puede leer su contenido."
AVISO_DE_LARGO = "El texto del mensaje es demasiado largo: solo se muestra su comienzo."

_ALTERNATIVA, _INFORME, _CALENDARIO = "multipart/alternative", "multipart/report", "text/calendar"
_FIRMAS = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
_SELLOS = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_NOMBRES_DE_SELLO = {"", "smime.p7m", "smime.p7z"}
_DE_OUTLOOK, _SIN_TIPO = {"application/ms-tnef", "application/vnd.ms-tnef"}, "application/octet-stream"
_MENSAJES = {"message/rfc822", "message/global"}
_LEGIBLES = {"text/plain", "text/html"}
_SOLO_DEL_INFORME = {*_MENSAJES, "text/rfc822-headers", "message/rfc822-headers", "message/disposition-notification"}
_CID = re.compile(r"cid:([^\"'\s>)]{1,250})", re.IGNORECASE)
_METODO = re.compile(r"^METHOD:\s*([A-Z-]{1,20})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Suelto:
    """An attachment before it gets its safe name."""

    parte: Parte
    contenido: bytes
    incompleto: bool
    firma: bool
    nombre: str = ""  # of what was inside a winmail.dat


@dataclass
class Cuerpo:
    """What a message brings, filled by `recorrer`."""

    avisos: list[str] = field(default_factory=list)
    cifrado: bool = False
    calendario_metodo: str | None = None
    calendario: str = ""
    tipo_informe: str = ""
    rebotadas: list[str] = field(default_factory=list)
    _sueltos: list[_Suelto] = field(default_factory=list)
    _de_outlook: list[Legible] = field(default_factory=list)
    _incrustadas: set[str] = field(default_factory=set)
    _partes: int = 0

    def recorrer(self, raiz: Parte, nivel: int = 0) -> str:
        """Readable text of the message, gathering all the rest."""
        texto = self._leer(raiz, nivel, padre="", cortada=False).texto
        if not texto.strip():
            texto = juntar(self._de_outlook).texto
        if len(texto) > MAXIMO_TEXTO:
            self._avisar(AVISO_DE_LARGO)
        return texto[:MAXIMO_TEXTO]

    def adjuntos(self) -> tuple[Adjunto, ...]:
        """The attachments in order, each with a safe name of its own; warns of those that came empty or cut."""
        nombres = NombresSeguros()
        return tuple(self._adjunto(suelto, nombres) for suelto in self._sueltos)

    def _adjunto(self, suelto: _Suelto, nombres: NombresSeguros) -> Adjunto:
        parte = suelto.parte
        nombre, tipo = (suelto.nombre, _SIN_TIPO) if suelto.nombre else (parte.nombre, parte.tipo)
        seguro = nombres.dar(nombre, tipo)
        if not suelto.contenido:
            self._avisar(f"El anexo «{seguro}» llegó vacío.")
        elif suelto.incompleto:
            self._avisar(f"El anexo «{seguro}» llegó incompleto.")
        return Adjunto(
            nombre=nombre,
            nombre_seguro=seguro,
            contenido=suelto.contenido,
            tipo_declarado=tipo,
            en_linea=tipo.startswith("image/") and parte.identificador in self._incrustadas,
            incompleto=suelto.incompleto,
            firma=suelto.firma,
        )

    def _avisar(self, aviso: str) -> None:
        if aviso not in self.avisos:
            self.avisos.append(aviso)

    def _leer(self, parte: Parte, nivel: int, *, padre: str, cortada: bool) -> Legible:
        """Text of a part and of those inside it; `padre` is the type it stands in, `cortada` that it never ended."""
        self._partes += 1
        if self._partes > MAXIMO_PARTES or nivel > MAXIMO_NIVELES:
            self._avisar(AVISO_DE_PARTES)
            return Legible("")
        if parte.tipo.startswith("multipart/"):
            return self._leer_varias(parte, nivel)
        return self._leer_hoja(parte, nivel, padre=padre, cortada=cortada)

    def _leer_varias(self, parte: Parte, nivel: int) -> Legible:
        """A multipart: one of its alternatives, or all its children one after another."""
        hijas, cerrado = abrir_hijas(parte)
        if not hijas:
            return self._leer_texto(parte)
        if len(hijas) >= MAXIMO_HIJAS:
            self._avisar(AVISO_DE_PARTES)
        cortada = not cerrado and parte.fin == len(parte.crudo)
        if cortada:
            self._avisar(AVISO_DE_CORTE)
        if parte.tipo == _INFORME:
            self.tipo_informe = parte.parametro("report-type").lower() or self.tipo_informe
        if parte.tipo == "multipart/encrypted":
            self._sellar()
        legibles = [
            self._leer(hija, nivel + 1, padre=parte.tipo, cortada=cortada and hija is hijas[-1]) for hija in hijas
        ]
        if parte.tipo != _ALTERNATIVA:
            return juntar(legibles)
        elegida = elegir(legibles)
        if not elegida.texto:
            for hija in hijas:
                if hija.tipo == _CALENDARIO:
                    self._adjuntar(hija, cortada=cortada)
        return elegida

    def _leer_hoja(self, parte: Parte, nivel: int, *, padre: str, cortada: bool) -> Legible:
        """A part without children: text to read, a file to keep, or something for machines."""
        tipo = parte.tipo
        es_archivo = parte.disposicion == "attachment" or bool(padre and parte.nombre)
        if tipo in _LEGIBLES and not es_archivo:
            return self._leer_texto(parte)
        if tipo == "message/delivery-status" and padre in {"", _INFORME}:
            self.tipo_informe = self.tipo_informe or "delivery-status"
            self.rebotadas.extend(direcciones_fallidas(decodificar(parte.datos())))
            return Legible("")
        if padre == _INFORME and tipo in _SOLO_DEL_INFORME:
            return Legible("")
        if tipo in _MENSAJES:
            self._adjuntar(parte, cortada=cortada)
            return self._leer_mensaje(parte, nivel)
        if tipo in _SELLOS and parte.nombre.lower() in _NOMBRES_DE_SELLO:
            return self._leer_sellado(parte, nivel, cortada=cortada)
        if tipo == _CALENDARIO and (parte.disposicion != "attachment" or parte.parametro("method")):
            self._anotar_metodo(parte)
        if not (padre == _ALTERNATIVA and tipo.startswith("text/") and not es_archivo):
            self._adjuntar(parte, cortada=cortada)
        return Legible("")

    def _adjuntar(self, parte: Parte, *, cortada: bool, firma: bool = False) -> None:
        contenido = parte.datos()
        self._sueltos.append(_Suelto(parte, contenido, cortada, firma or parte.tipo in _FIRMAS))
        if parte.tipo in _DE_OUTLOOK or parte.nombre.lower() == "winmail.dat":
            self._desempacar(parte, contenido)

    def _desempacar(self, parte: Parte, contenido: bytes) -> None:
        """The files of a winmail.dat, beside it, and its text for a mail that has none."""
        abierto = abrir_tnef(contenido)
        for nombre, interior in abierto.archivos[:MAXIMO_HIJAS]:
            self._sueltos.append(
                _Suelto(parte, interior, incompleto=False, firma=False, nombre=en_una_linea(nombre) or "anexo")
            )
        if abierto.texto or abierto.html:
            self._de_outlook.append(Legible(abierto.texto or html_a_texto(abierto.html)))

    def _sellar(self) -> None:
        self.cifrado = True
        self._avisar(AVISO_DE_SELLO)

    def _anotar_metodo(self, parte: Parte) -> None:
        metodo, self.calendario = parte.parametro("method"), decodificar(parte.datos(), parte.parametro("charset"))
        if not metodo:
            encontrado = _METODO.search(self.calendario[:5_000])
            metodo = encontrado.group(1) if encontrado else ""
        self.calendario_metodo = metodo.upper() or self.calendario_metodo

    def _leer_texto(self, parte: Parte) -> Legible:
        """The text of a part, in its charset or in the one it seems to have."""
        texto = decodificar(parte.datos(), parte.parametro("charset"))
        if parte.tipo == "text/html":
            self._incrustadas.update(_CID.findall(texto))
            return Legible(html_a_texto(texto), es_html=True)
        if parte.parametro("format").lower() == "flowed":
            texto = desdoblar(texto, borrar_espacio=parte.parametro("delsp").lower() == "yes")
        return Legible(texto)

    def _leer_sellado(self, parte: Parte, nivel: int, *, cortada: bool) -> Legible:
        """Opaque S/MIME: the content is inside the signature, which nobody verifies."""
        interior = abrir(contenido_firmado(parte.datos()))
        abierto = interior.cabeceras.tiene("content-type")
        self._adjuntar(parte, cortada=cortada, firma=abierto)
        if not abierto:
            self._sellar()
            return Legible("")
        return self._leer(interior, nivel + 1, padre="", cortada=False)

    def _leer_mensaje(self, parte: Parte, nivel: int) -> Legible:
        """An attached message: its text under a heading. Its own files stay inside it."""
        codificada = parte.cabeceras.primera("content-transfer-encoding").lower()
        en_sitio = not codificada.startswith(("base64", "quoted-printable"))
        raiz = abrir(parte.crudo, parte.cuerpo, parte.fin) if en_sitio else abrir(parte.datos())
        interior = Cuerpo(_partes=self._partes)
        texto = interior.recorrer(raiz, nivel + 1)
        self._partes = interior._partes
        for aviso in interior.avisos:
            self._avisar(aviso)
        autor = next((f"{a.nombre} <{a.correo}>" for a in direcciones(raiz.cabeceras.primera("from"))), "")
        asunto = decodificar_palabras(raiz.cabeceras.primera("subject"))
        return Legible(f"{ENCABEZADO_DE_ANEXO}\nDe: {autor}\nAsunto: {asunto}\n\n{texto}")

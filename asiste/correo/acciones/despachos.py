"""The dispatch of a lot: each message, in its order, becomes exactly one thing."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import connection, transaction

from asiste.agenda.acciones import registrar_respuesta
from asiste.correo.advertencias import advertencias
from asiste.correo.antecedentes import clave_de, leer_antecedentes
from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import huella_de_contenido, radicado_citado
from asiste.correo.despacho import Destino, buzon_de, decidir
from asiste.correo.hilos import hilo_de
from asiste.correo.lectura import MensajeLeido
from asiste.correo.models import MensajeEntrante
from asiste.correo.pedidos import Archivos, anexos_de, pedido_de
from asiste.correo.rebotes import atender_rebote
from asiste.notificaciones.acciones import quitar_rebotes
from asiste.solicitudes.acciones import (
    Aporte,
    Pedido,
    agregar_mensajes,
    compartir,
    radicar_varias,
    reabrir,
    vincular,
)
from asiste.solicitudes.acciones.continuidad import ESCRIBIO_DE_NUEVO
from asiste.solicitudes.models import Solicitud, Vinculo

Resultado = MensajeEntrante.Resultado
Leidos = Mapping[int, MensajeLeido]
ESCRIBE = (
    "buzon_id",
    "resultado",
    "motivo",
    "solicitud_id",
    "recibido_en",
    "message_id",
    "contenido",
    "de_correo",
    "de_nombre",
    "responder_a",
    "para",
    "asunto",
    "texto",
    "avisos",
)
COLUMNAS = ", ".join(f"{columna} = leido.{columna}" for columna in ESCRIBE)
ESCRIBIR = """
UPDATE correo_mensajeentrante AS mensaje SET {}
FROM jsonb_populate_recordset(NULL::correo_mensajeentrante, %s::jsonb) AS leido WHERE mensaje.id = leido.id
"""


@transaction.atomic
def despachar(*, leidos: Leidos, catalogo: Catalogo, archivos: Archivos, ahora: datetime) -> None:
    """Dispatches those that are still pending, all or none; `leidos` by id, in their order, and their files, kept."""
    pendientes = MensajeEntrante.objects.filter(pk__in=leidos, resultado=Resultado.PENDIENTE).order_by("id")
    filas = {mensaje.pk: mensaje for mensaje in pendientes.select_for_update()}
    lote = [(filas[numero], leido) for numero, leido in leidos.items() if numero in filas]
    if lote:
        for mensaje, leido in lote:
            anotar_lectura(mensaje, leido, catalogo)
        _Despacho(lote, catalogo, archivos, ahora).correr()


def anotar_lectura(mensaje: MensajeEntrante, leido: MensajeLeido, catalogo: Catalogo) -> None:
    """Writes on the row, without saving it, what was read."""
    mensaje.buzon = buzon_de(leido, dado=catalogo.buzon(mensaje.buzon_id), catalogo=catalogo)
    mensaje.recibido_en = mensaje.recibido_en or leido.recibido_en
    mensaje.message_id = leido.message_id[:998]
    mensaje.contenido = huella_de_contenido(leido)
    mensaje.de_correo = leido.de_correo[:254]
    mensaje.de_nombre = leido.de_nombre[:250]
    mensaje.responder_a = leido.responder_a[:254]
    mensaje.para = [direccion[:254] for direccion in leido.para]
    mensaje.asunto = leido.asunto
    mensaje.texto = leido.texto
    mensaje.avisos = [*leido.avisos, *advertencias(leido, correos_propios=catalogo.buzones)]


class _Despacho:
    """A lot in its transaction.

    New requests wait, to be filed together, and so does what is added to cases; who cites or repeats a new one has
    them filed before its turn.
    """

    def __init__(
        self, lote: list[tuple[MensajeEntrante, MensajeLeido]], catalogo: Catalogo, archivos: Archivos, ahora: datetime
    ) -> None:
        self.lote, self.catalogo, self.archivos, self.ahora = lote, catalogo, archivos, ahora
        self.antecedentes = leer_antecedentes(*zip(*lote, strict=True))
        self.esperan: list[tuple[MensajeEntrante, Pedido, Solicitud | None]] = []
        self.aportes: list[Aporte] = []
        self.escribieron: set[str] = set()

    def correr(self) -> None:
        """Each one in its turn."""
        for mensaje, leido in self.lote:
            if self._necesita_a_quien_espera(mensaje, leido):
                self._radicar()
            destino = decidir(mensaje, leido, catalogo=self.catalogo, antecedentes=self.antecedentes)
            mensaje.resultado, mensaje.motivo, mensaje.solicitud = destino.resultado, destino.motivo, destino.solicitud
            self._cumplir(mensaje, leido, destino)
            self.antecedentes.anotar(mensaje)
        self._radicar()
        self._agregar_los_que_esperan()
        self._quitar_rebotes()
        self._escribir()

    def _escribir(self) -> None:
        """Each row with what became of it, all in one statement that carries nothing else."""
        filas = [{"id": uno.pk, **{columna: getattr(uno, columna) for columna in ESCRIBE}} for uno, _ in self.lote]
        with connection.cursor() as cursor:
            cursor.execute(ESCRIBIR.format(COLUMNAS), [json.dumps(filas, default=datetime.isoformat)])

    def _cumplir(self, mensaje: MensajeEntrante, leido: MensajeLeido, destino: Destino) -> None:
        if destino.resultado == Resultado.REBOTE:
            self._quitar_rebotes()
            with mensaje.crudo.abrir() as archivo:
                caso = atender_rebote(crudo=archivo.read(), propios=set(self.catalogo.buzones), ahora=self.ahora)
            mensaje.solicitud = caso or destino.solicitud
        elif destino.resultado != Resultado.CUARENTENA:
            self.escribieron.add(leido.de_correo)
        if destino.resultado == Resultado.CALENDARIO:
            mensaje.motivo = registrar_respuesta(
                calendario=leido.calendario, de_correo=leido.de_correo, de_nombre=leido.de_nombre, ahora=self.ahora
            )
        if destino.dependencia:
            pedido = pedido_de(
                mensaje, leido, dependencia=destino.dependencia, catalogo=self.catalogo, archivos=self.archivos
            )
            self.esperan.append((mensaje, pedido, destino.continua))
        elif destino.resultado == Resultado.AGREGADO:
            self._agregar(mensaje, leido, destino)
        elif destino.resultado == Resultado.DUPLICADO and destino.solicitud and mensaje.buzon:
            buzon = mensaje.buzon.alias_de or mensaje.buzon
            compartir(solicitud=destino.solicitud, dependencia=buzon.dependencia, buzon=buzon.valor, ahora=self.ahora)

    def _necesita_a_quien_espera(self, mensaje: MensajeEntrante, leido: MensajeLeido) -> bool:
        citado = radicado_citado(leido.asunto)
        if citado and not self.antecedentes.hilos.conoce(citado):  # it may be the number that one of them gets
            return bool(self.esperan)
        hilo = hilo_de(leido)
        return any(pedido.message_id in hilo or clave_de(otro) == clave_de(mensaje) for otro, pedido, _ in self.esperan)

    def _radicar(self) -> None:
        """Files those that wait."""
        if not self.esperan:
            return
        pedidos = [pedido for _, pedido, _ in self.esperan]
        nuevas = radicar_varias(pedidos=pedidos, ahora=self.ahora, reglas=self.catalogo.reglas)
        for nueva, (mensaje, _, continua) in zip(nuevas, self.esperan, strict=True):
            mensaje.solicitud = nueva
            self.antecedentes.anotar(mensaje)
            if continua:
                vincular(solicitud=nueva, otra=continua, tipo=Vinculo.Tipo.CONTINUACION, ahora=self.ahora)
        self.esperan.clear()

    def _quitar_rebotes(self) -> None:
        """The addresses that wrote since the last bounce work."""
        if self.escribieron:
            quitar_rebotes(correos=self.escribieron)
            self.escribieron.clear()

    def _agregar(self, mensaje: MensajeEntrante, leido: MensajeLeido, destino: Destino) -> None:
        """Leaves a message for its case, that takes up again if it had ended and the rule says so."""
        de_nombre = leido.de_nombre[:200] or leido.de_correo[:200]
        if mensaje.solicitud and destino.reabre:
            self._agregar_los_que_esperan()
            mensaje.solicitud = reabrir(
                solicitud=mensaje.solicitud, motivo=ESCRIBIO_DE_NUEVO, ahora=self.ahora, autor_nombre=de_nombre
            )
        if mensaje.solicitud:
            self.aportes.append(
                Aporte(
                    solicitud=mensaje.solicitud,
                    de_nombre=de_nombre,
                    texto=leido.texto_nuevo or leido.texto,
                    anexos=anexos_de(leido, self.archivos),
                    message_id=leido.message_id,
                    aporta=destino.aporta,
                )
            )

    def _agregar_los_que_esperan(self) -> None:
        if self.aportes:
            agregar_mensajes(aportes=self.aportes, ahora=self.ahora)
            self.aportes.clear()

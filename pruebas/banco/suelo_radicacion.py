"""The floor of filing, in two measures: what it writes alone, and with each thing it asks read once by its key."""

from datetime import timedelta

from django import forms
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from asiste.calendario.models import Festivo, JornadaAtencion
from asiste.directorio.models import AsesorAsignado, Ausencia, Dependencia, Enlace, Entidad
from asiste.notificaciones.acciones import llamar_al_trabajador, nuevo_message_id
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import ANS, Canal, Tema
from asiste.solicitudes.models import Actuacion, Borrador, Solicitud, TemaSolicitud

PARECIDAS = """
SELECT radicado FROM (
  SELECT radicado, texto FROM solicitudes_solicitud
  WHERE entidad_id = %s AND recibida_en >= %s ORDER BY recibida_en DESC, id DESC LIMIT 40
) AS ultimas WHERE similarity(unaccent(left(texto, 300)), %s) > 0.65
"""


class PedidoForm(forms.Form):
    """The four fields without which there is no request."""

    asunto = forms.CharField(max_length=120)
    texto = forms.CharField(max_length=20_000)
    nombre = forms.CharField(max_length=200)
    cargo = forms.CharField(max_length=200)


def radicar(request: HttpRequest) -> HttpResponse:
    """The rows that filing leaves, in one transaction: number, request, topic, timeline, and a mail that waits."""
    form = PedidoForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    with transaction.atomic():
        tema = Tema.objects.select_related("dependencia__padre").get(clave="integridad")
        if "lee" in request.GET:
            _leer(request, tema, form.cleaned_data["texto"])
        solicitud = _insertar(form, tema.dependencia)
        TemaSolicitud.objects.create(solicitud=solicitud, tema=tema, dependencia=tema.dependencia)
    return redirect(f"/suelo/caso/{solicitud.radicado}/")


def _leer(request: HttpRequest, tema: Tema, texto: str) -> None:
    """Draft, entity, similar ones, adviser, absence, calendar, hours, agreement, mailbox, line and mails of today."""
    ahora, hoy = timezone.now(), timezone.localdate()
    correo = request.user.get_username()
    Borrador.objects.select_for_update().filter(usuario=request.user.pk).first()
    entidad = Entidad.objects.get(pk=Enlace.objects.filter(correo=correo).values_list("entidad")[:1])
    with connection.cursor() as cursor:
        cursor.execute(PARECIDAS, [entidad.pk, ahora - timedelta(days=30), texto[:300]])
        cursor.fetchall()
    turno = AsesorAsignado.objects.filter(dependencia=tema.dependencia_id, sector=entidad.sector_id).first()
    asesor = turno.asesor_id if turno else 0
    Ausencia.objects.filter(asesor=asesor, hasta__gte=hoy).first()
    list(Festivo.objects.filter(fecha__year__gte=hoy.year).values_list("fecha", flat=True))
    JornadaAtencion.objects.order_by("-desde").first()
    list(ANS.objects.filter(dependencia=tema.dependencia_id).values_list("dias", flat=True))
    Canal.objects.filter(dependencia=tema.dependencia_id, predeterminado=True).values_list("valor").first()
    Solicitud.objects.filter(asesor=asesor, estado=Solicitud.Estado.POR_TOMAR).count()
    Mensaje.objects.filter(para=correo, automatico=True, creado_en__gte=ahora - timedelta(days=1)).count()


def _insertar(form: PedidoForm, dependencia: Dependencia) -> Solicitud:
    ahora, hoy = timezone.now(), timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE solicitudes_consecutivo SET ultimo = ultimo + 1 WHERE id = %s RETURNING ultimo", [hoy.year]
        )
        numero = cursor.fetchone()[0]
    solicitud = Solicitud.objects.create(
        anio=hoy.year,
        numero=numero,
        radicado=f"AT-{hoy.year}-{numero}",
        canal=Solicitud.Canal.FORMULARIO,
        recibida_en=ahora,
        radicada_en=ahora,
        inicia_el=hoy,
        vence_el=hoy + timedelta(days=14),
        dias=10,
        direccion=dependencia.direccion,
        dependencia=dependencia,
        asunto=form.cleaned_data["asunto"],
        texto=form.cleaned_data["texto"],
        solicitante_nombre=form.cleaned_data["nombre"],
        solicitante_cargo=form.cleaned_data["cargo"],
    )
    _anotar(solicitud)
    return solicitud


def _anotar(solicitud: Solicitud) -> None:
    mensaje = Mensaje.objects.create(
        clave=f"suelo-{solicitud.radicado}",
        para="suelo@banco.example",
        asunto=solicitud.asunto,
        texto=solicitud.texto,
        message_id=nuevo_message_id(),
        creado_en=solicitud.radicada_en,
        proximo_intento_en=solicitud.radicada_en,
    )
    comunes = {"solicitud": solicitud, "momento": solicitud.radicada_en}
    Actuacion.objects.create(
        **comunes,
        tipo=Actuacion.Tipo.RADICADA,
        autor_nombre=solicitud.solicitante_nombre,
        texto=solicitud.texto,
        mensaje=mensaje,
        message_id=mensaje.message_id,
    )
    Actuacion.objects.create(**comunes, tipo=Actuacion.Tipo.ASIGNADA, autor_nombre="Asiste", texto="A quien le toca.")
    transaction.on_commit(lambda: llamar_al_trabajador(ahora=solicitud.radicada_en))

"""People who sign in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.auditoria.disparadores import auditado


class Rol(models.TextChoices):
    """What a person may do; where, is told by the directory."""

    ADMINISTRACION = "administracion", "Administración"
    SDFI = "sdfi", "Subsecretaría"
    DIRECCION = "direccion", "Dirección"
    SUBDIRECCION = "subdireccion", "Subdirección"
    ASESOR = "asesor", "Asesor"
    RADICADOR = "radicador", "Radicador"
    ENLACE = "enlace", "Enlace o solicitante"


class UsuarioManager(BaseUserManager["Usuario"]):
    """Creation of people."""

    def create_user(self, email: str, password: str | None = None, **campos: Any) -> "Usuario":
        """A person with that address, in lower case; without password unless one is given."""
        usuario = self.model(email=email.strip().lower(), **campos)
        usuario.set_password(password)
        usuario.save(using=self._db)
        return usuario

    def create_superuser(self, email: str, password: str | None = None, **campos: Any) -> "Usuario":
        """The first administrator (`asiste createsuperuser`)."""
        return self.create_user(email, password, rol=Rol.ADMINISTRACION, **campos)


class Usuario(AbstractBaseUser):
    """A person, known by address. Staff use password and second factor; contacts, a mailed code."""

    email = models.EmailField("correo electrónico", unique=True)
    nombre = models.CharField("nombre completo", max_length=200, blank=True)
    rol = models.CharField(max_length=15, choices=Rol, default=Rol.ENLACE)
    is_active = models.BooleanField("activa", default=True)
    date_joined = models.DateTimeField("creada el", auto_now_add=True)

    objects: ClassVar[UsuarioManager] = UsuarioManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "persona"
        constraints: ClassVar = [
            models.CheckConstraint(name="usuario_correo_en_minusculas", condition=Q(email=Lower("email"))),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre or self.email

    @property
    def es_equipo(self) -> bool:
        """True for the people of the SDFI; False for contacts of the entities."""
        return self.rol != Rol.ENLACE

    @property
    def is_staff(self) -> bool:
        """Django's name for who may open the administration."""
        return self.rol == Rol.ADMINISTRACION

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """In Django's administration, the role is the whole permission."""
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        """As `has_perm`."""
        return self.has_perm(app_label)

    def get_full_name(self) -> str:
        """Name to greet."""
        return str(self)

"""Likeness of two texts by their groups of three letters."""

from typing import ClassVar

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("solicitudes", "0006_redaccion_aparte")]
    operations: ClassVar = [TrigramExtension()]

# Asiste. `make run` and `make test` need Python 3.11 or later and make, nothing else.
.DEFAULT_GOAL := ayuda
.PHONY: ayuda run test check reset bench bench-busqueda formato cumplimiento locks de-prueba ruff tipos capas plantillas django \
	repositorio

VENV = .venv
PY = $(VENV)/bin/python
PIP = $(PY) -m pip --disable-pip-version-check install -qq --root-user-action=ignore
ASISTE = $(PY) -m asiste.consola
COMPILAR = $(PY) -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-find-links \
	--no-emit-index-url --no-emit-trusted-host --no-header --build-deps-for editable

ayuda:
	@echo "make run           prepara y sirve la plataforma en http://127.0.0.1:8000 (PORT la cambia; Ctrl-C la detiene)"
	@echo "make test          todas las pruebas, también las de navegador"
	@echo "make check         estilo, tipos, capas, plantillas, migraciones y seguridad"
	@echo "make formato       da formato al código y a las plantillas"
	@echo "make bench         mide páginas y correo con 100.000 y 1.000.000 de solicitudes (rápido: BANCO='5000 --veces 20')"
	@echo "make bench-busqueda  mide qué encuentra la búsqueda del banco y cuánto tarda con 50.000 publicaciones"
	@echo "make cumplimiento  disposiciones del lineamiento y las pruebas que las demuestran"
	@echo "make reset         borra la base de datos y los archivos locales (var/)"
	@echo "make locks         recalcula las versiones exactas de requisitos/"

run: $(VENV)/base
	@$(ASISTE) servir

test: $(VENV)/dev de-prueba
	@$(PY) -m pytest -q -n auto --dist worksteal

check: ruff tipos capas plantillas django repositorio

ruff: $(VENV)/dev
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check --quiet

tipos: $(VENV)/dev
	@ASISTE_VAR=$${TMPDIR:-/tmp}/asiste-tipos DATABASE_URL=postgresql:///asiste $(PY) -m mypy

capas: $(VENV)/dev
	@$(VENV)/bin/lint-imports --no-cache

plantillas: $(VENV)/dev
	@$(VENV)/bin/djlint asiste --lint --check --quiet

django: $(VENV)/dev
	@$(ASISTE) makemigrations --check --dry-run
	@DATABASE_URL=postgresql:///asiste SECRET_KEY=solo-para-comprobar-los-ajustes-de-una-instalacion-real-0123456789 \
		URL_PUBLICA=https://asiste.example.gov.co ALLOWED_HOSTS=asiste.example.gov.co SMTP_HOST=correo.example.gov.co \
		$(ASISTE) check --deploy --fail-level WARNING

repositorio: $(VENV)/dev
	@$(PY) -m pytest -q -n auto pruebas/repositorio

cumplimiento: $(VENV)/base
	@$(ASISTE) cumplimiento

# A database of its own, made and deleted: what is measured is never what somebody uses. BANCO=sizes and options
bench bench-busqueda: export ASISTE_VAR = var/banco
bench bench-busqueda: export DATABASE_URL =
bench bench-busqueda: export DJANGO_SETTINGS_MODULE = pruebas.banco.ajustes
bench-busqueda: export ASISTE_DEMO = 0
bench: $(VENV)/dev
	@mkdir -p $(ASISTE_VAR) && $(PY) -m asiste.arranque.borrado
	@$(ASISTE) banco $(BANCO)
	@$(PY) -m asiste.arranque.borrado

bench-busqueda: $(VENV)/dev
	@mkdir -p $(ASISTE_VAR) && $(PY) -m asiste.arranque.borrado
	@$(ASISTE) busqueda $(BANCO)
	@$(PY) -m asiste.arranque.borrado

formato: $(VENV)/dev
	@$(PY) -m ruff check --fix --quiet; $(PY) -m ruff format --quiet
	@$(VENV)/bin/djlint asiste --reformat --quiet

reset:
	@if test -x $(PY); then $(PY) -m asiste.arranque.borrado; else rm -rf var; fi

locks: $(VENV)/dev
	@$(COMPILAR) -o requisitos/base.txt pyproject.toml
	@$(COMPILAR) --extra dev -c requisitos/base.txt -o requisitos/dev.txt pyproject.toml

# Debian packages that only the tests use, with the program that tells each is there; without them, some are omitted
DE_PRUEBA = chromium:chromium dovecot-imapd:dovecot poppler-utils:pdfinfo qpdf:qpdf unzip:unzip zbar-tools:zbarimg \
	clamav-daemon:clamd
de-prueba:
	@export PATH="$$PATH:/usr/sbin"; faltan=; \
	for cual in $(DE_PRUEBA); do command -v "$${cual#*:}" >/dev/null || faltan="$$faltan $${cual%:*}"; done; \
	test -z "$$faltan" || { test "$$(id -u)" -eq 0 && command -v apt-get >/dev/null \
		&& echo "Instalando$$faltan…" && apt-get update -qq \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$faltan >/dev/null 2>&1; } \
		|| echo "Se omiten las pruebas que usan$$faltan (instálelo con: apt-get install$$faltan)."

# The first Python that is recent enough makes the environment; a stamp in it tells what it holds
$(PY):
	@for p in python3.13 python3.12 python3.11 python3 python; do \
		if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Creando $(VENV) con $$($$p --version)…"; \
			$$p -m venv $(VENV) && exit 0; \
			echo "A $$p le falta el módulo venv (en Debian: apt-get install python3-venv)."; rm -rf $(VENV); exit 1; \
		fi; \
	done; echo "Hace falta Python 3.11 o posterior."; exit 1

$(VENV)/base: requisitos/base.txt pyproject.toml | $(PY)
	@echo "Instalando lo necesario…"
	@$(PIP) --require-hashes -r requisitos/base.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: requisitos/dev.txt $(VENV)/base
	@echo "Instalando lo que necesitan las pruebas…"
	@$(PIP) --require-hashes -r requisitos/dev.txt
	@touch $@

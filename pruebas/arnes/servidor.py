"""The site, served from a thread of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler


class _Callado(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what matters is what the test sees."""


@contextmanager
def servido() -> Iterator[str]:
    """Address of the site while the block lasts; each request opens its own database connection."""
    servidor = ThreadedWSGIServer(("127.0.0.1", 0), _Callado)
    servidor.set_app(WSGIHandler())
    hilo = Thread(target=servidor.serve_forever, kwargs={"poll_interval": 0.05})
    hilo.start()
    try:
        yield f"http://127.0.0.1:{servidor.server_port}"
    finally:
        servidor.shutdown()
        servidor.server_close()
        hilo.join()

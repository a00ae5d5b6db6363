// Pages where one writes: what the text waits for, what failed, and who else is there while the page is in sight.

const GUARDA = "[data-guarda]";
const REINTENTO = 10_000; // milliseconds

// A form is clean once its text is on its way to the server; chosen files only travel when it is sent.
function alPedir(evento) {
  const { elt } = evento.detail;
  if (elt.matches("[data-si-visible]") && document.hidden) evento.preventDefault();
  const form = elt.matches(GUARDA) && elt.closest("form");
  if (!form) return;
  const conArchivos = [...form.querySelectorAll("input[type=file]")].some((control) => control.files.length > 0);
  if (!conArchivos) delete form.dataset.cambiado;
}

// Says that it was not kept and tries again: the text goes on in the page.
function alFallar(evento) {
  const { elt } = evento.detail;
  if (!elt.matches(GUARDA)) return;
  const form = elt.closest("form");
  form.dataset.cambiado = "";
  const fallo = form.querySelector("[data-fallo]");
  const estado = fallo.closest(GUARDA);
  fallo.hidden = false;
  setTimeout(() => estado.dispatchEvent(new Event("reintentar")), REINTENTO);
}

// Sending waits for the save in course, so that it starts from the version that it gives.
function alEnviar(evento) {
  const form = evento.target;
  if (!form.querySelector(`${GUARDA}.htmx-request`)) return;
  evento.preventDefault();
  evento.stopImmediatePropagation();
  const { submitter } = evento;
  document.addEventListener("htmx:afterRequest", () => setTimeout(() => form.requestSubmit(submitter)), { once: true });
}

function alSalir(evento) {
  if (document.querySelector(`${GUARDA}.htmx-request`)) evento.preventDefault();
}

document.addEventListener("htmx:beforeRequest", alPedir);
for (const fallo of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(fallo, alFallar);
document.addEventListener("submit", alEnviar, { capture: true });
window.addEventListener("beforeunload", alSalir);

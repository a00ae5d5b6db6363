// Small aids over pages that already work without them. Everything is delegated, so fragments swapped in also get it.

const NO_SE_ESCRIBE = ":not([type=checkbox], [type=radio])";
const escribiendo = (nodo) => nodo.closest(`input${NO_SE_ESCRIBE}, textarea, select, [contenteditable]`) !== null;
const decimal = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 1 });

// Moves the focus between the rows of the page: +1 down, -1 up.
function mover(paso) {
  const enlaces = [...document.querySelectorAll(".tabla-enlace")];
  const actual = enlaces.indexOf(document.activeElement.closest("tr")?.querySelector(".tabla-enlace"));
  enlaces[actual === -1 ? 0 : actual + paso]?.focus();
}

// Marks the row where the focus is, and goes on to the next one.
function marcar() {
  const casilla = document.activeElement.closest("tr")?.querySelector("input[name=caso]");
  casilla?.click();
  if (casilla) mover(1);
}

// data-marcar="caso" marks all the boxes with that name, or none when they all were.
function marcarTodas(boton) {
  const casillas = [...document.querySelectorAll(`input[type=checkbox][name="${CSS.escape(boton.dataset.marcar)}"]`)];
  const valor = !casillas.every((casilla) => casilla.checked);
  for (const casilla of casillas) casilla.checked = valor;
  boton.setAttribute("aria-pressed", valor);
}

const FIJOS = {
  "/": () => document.querySelector("main input[type=search]")?.focus(),
  "?": () => document.getElementById("atajos")?.showPopover(),
  j: () => mover(1),
  k: () => mover(-1),
  x: marcar,
};

// One-key shortcuts: the fixed ones, and data-atajo="t" on whatever that key must press.
function alPulsar(evento) {
  const libre = !evento.ctrlKey && !evento.metaKey && !evento.altKey && !escribiendo(evento.target);
  if (!libre || document.documentElement.dataset.atajos === "no") return;
  const tecla = evento.key.toLowerCase();
  const propio = document.querySelector(`[data-atajo="${CSS.escape(tecla)}"]`);
  if (!(tecla in FIJOS) && (!propio || evento.repeat)) return;
  evento.preventDefault();
  if (tecla in FIJOS) FIJOS[tecla]();
  else propio.click();
}

// Says beside the control that its files exceed data-tamano-maximo (bytes, all together); true when they fit.
function cabe(control) {
  const maximo = Number(control.dataset.tamanoMaximo);
  const total = [...control.files].reduce((suma, archivo) => suma + archivo.size, 0);
  const id = `${control.id}_tamano`;
  document.getElementById(id)?.remove();
  if (total <= maximo) return true;
  const aviso = document.createElement("p");
  aviso.id = id;
  aviso.className = "campo-error";
  aviso.role = "alert";
  const megas = (bytes) => `${decimal.format(bytes / 1024 ** 2)} MB`;
  aviso.textContent = `Los archivos suman ${megas(total)} y el máximo es ${megas(maximo)}. Quite alguno para continuar.`;
  control.after(aviso);
  return false;
}

function alEnviar(evento) {
  const controles = [...evento.target.querySelectorAll("input[type=file][data-tamano-maximo]")];
  const excedido = controles.find((control) => !cabe(control));
  if (excedido) {
    evento.preventDefault();
    excedido.focus();
  } else {
    delete evento.target.dataset.cambiado;
  }
}

function alCambiar(evento) {
  evento.target.closest("form[data-cuidar]")?.setAttribute("data-cambiado", "");
  if (evento.target.matches("input[type=file][data-tamano-maximo]")) cabe(evento.target);
}

// Asks before leaving a form marked data-cuidar with changes not sent.
function alSalir(evento) {
  if (document.querySelector("form[data-cambiado]")) evento.preventDefault();
}

// data-copiar="AT-2026-418" copies that text and says so in the button itself.
async function copiar(boton) {
  await navigator.clipboard.writeText(boton.dataset.copiar);
  const antes = boton.textContent;
  boton.textContent = "Copiado";
  setTimeout(() => { boton.textContent = antes; }, 2000);
}

function alHacerClic(evento) {
  const boton = evento.target.closest("[data-copiar]");
  if (boton) copiar(boton);
  const todas = evento.target.closest("[data-marcar]");
  if (todas) marcarTodas(todas);
  if (evento.target.closest("[data-imprimir]")) window.print();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(evento.target)) menu.open = false;
  }
}

// What only makes sense with JavaScript comes hidden from the server.
function mostrarAyudas(raiz) {
  for (const boton of raiz.querySelectorAll(":is([data-copiar], [data-imprimir], [data-marcar])[hidden]")) boton.hidden = false;
}

document.addEventListener("keydown", alPulsar);
document.addEventListener("submit", alEnviar);
document.addEventListener("input", alCambiar);
document.addEventListener("click", alHacerClic);
document.addEventListener("htmx:load", (evento) => mostrarAyudas(evento.target));
window.addEventListener("beforeunload", alSalir);
mostrarAyudas(document);
document.querySelector(".resumen-errores")?.focus();

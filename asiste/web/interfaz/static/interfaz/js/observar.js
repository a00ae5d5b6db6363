// Reviewing a concept: what is marked in a section goes to the form of a new remark, as passage; and each remark is
// shown in the text that is only read, where its passage is in one piece.

const MARCAN = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Shift"]);

function alMarcar() {
  const form = document.querySelector("[data-observar] form");
  const marcado = document.getSelection();
  const pasaje = String(marcado).trim();
  if (!form || !pasaje || form.contains(document.activeElement)) return;
  const comun = marcado.getRangeAt(0).commonAncestorContainer;
  const seccion = (comun instanceof Element ? comun : comun.parentElement).closest("[data-seccion]");
  const clave = seccion?.dataset.seccion;
  if (![...form.elements.clave.options].some((opcion) => opcion.value === clave)) return;
  form.elements.clave.value = clave;
  form.elements.pasaje.value = pasaje;
  form.closest("details").open = true;
}

function senalar(nota) {
  const { clave, pasaje } = nota.dataset;
  const texto = document.querySelector(`[data-seccion="${CSS.escape(clave)}"] .rico`);
  if (!texto || !pasaje) return;
  const nodos = document.createTreeWalker(texto, NodeFilter.SHOW_TEXT);
  while (nodos.nextNode()) {
    const nodo = nodos.currentNode;
    const desde = nodo.data.indexOf(pasaje);
    if (desde === -1) continue;
    const tramo = document.createRange();
    tramo.setStart(nodo, desde);
    tramo.setEnd(nodo, desde + pasaje.length);
    const marca = document.createElement("a");
    marca.className = "marca-obs";
    marca.href = `#${nota.id}`;
    marca.toggleAttribute("data-resuelta", nota.hasAttribute("data-resuelta"));
    tramo.surroundContents(marca);
    return;
  }
}

for (const nota of document.querySelectorAll("[data-pasaje]")) senalar(nota);
document.addEventListener("pointerup", alMarcar);
document.addEventListener("keyup", (evento) => { if (MARCAN.has(evento.key)) alMarcar(); });

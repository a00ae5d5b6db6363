// The sections of a concept as rich text. Without this file, or without what it asks for, each one is a plain textarea.

const hoja = document.querySelector("[data-editor]");
const barra = document.querySelector("[data-barra]");
const dialogo = document.querySelector("[data-enlace]");
const LETRAS = [[/font-weight:\s*(bold|[6-9]00)/i, "strong"], [/font-style:\s*italic/i, "em"]];
let activo = null;

// What is pasted comes with styles, that the site does not apply: what they say of the letter becomes marks, Word's
// lists, that come as paragraphs with a sign, are lists again, and the rest is left out.
function dePegado(html) {
  const limpio = html.replace(/<!\[[^>]*>|<\/?o:p[^>]*>/gi, "").replace(/\sstyle=/gi, " data-estilo=");
  const documento = new DOMParser().parseFromString(limpio, "text/html");
  for (const sobra of documento.querySelectorAll("style, meta, link, title, xml")) sobra.remove();
  for (const falsa of documento.querySelectorAll("b[id^=docs-internal], b[data-estilo*='normal']")) {
    falsa.replaceWith(...falsa.childNodes);
  }
  for (const [estilo, marca] of LETRAS) {
    for (const trozo of documento.querySelectorAll("span[data-estilo]")) {
      if (estilo.test(trozo.dataset.estilo)) envolver(documento, trozo, marca);
    }
  }
  for (const parrafo of documento.querySelectorAll("p[class^=MsoList]")) enLista(documento, parrafo);
  return documento.body.innerHTML;
}

function envolver(documento, trozo, marca) {
  const nueva = documento.createElement(marca);
  nueva.append(...trozo.childNodes);
  trozo.append(nueva);
}

// Joins the list that goes right before, if it is of its kind, and leaves its sign.
function enLista(documento, parrafo) {
  const signo = parrafo.querySelector("[data-estilo*='mso-list:Ignore']");
  const tipo = /[0-9a-z][.)]/i.test(signo?.textContent ?? "") ? "ol" : "ul";
  signo?.remove();
  let lista = parrafo.previousElementSibling;
  if (lista?.localName !== tipo || !("word" in lista.dataset)) {
    lista = documento.createElement(tipo);
    lista.dataset.word = "";
    parrafo.before(lista);
  }
  const renglon = documento.createElement("li");
  lista.append(renglon);
  renglon.append(parrafo);
}

// Tables without widths, which would be written as inline styles, and links that are asked for in our own words.
function extensiones(piezas) {
  const { Document, Paragraph, Text, Bold, Italic, Underline, Strike, Subscript, Superscript, HardBreak } = piezas;
  const { BulletList, OrderedList, ListItem, Blockquote, History, Gapcursor, TableRow, TableHeader, TableCell } = piezas;
  const Table = piezas.Table.extend({ renderHTML: () => ["table", ["tbody", 0]] });
  const Link = piezas.Link.extend({ addKeyboardShortcuts: () => ({ "Mod-k": pedirEnlace }) });
  return [
    Document, Paragraph, Text, Bold, Italic, Underline, Strike, Subscript, Superscript, HardBreak,
    BulletList, OrderedList, ListItem, Blockquote, History, Gapcursor, TableRow, TableHeader, TableCell,
    Table.configure({ resizable: false, allowTableNodeSelection: true }),
    Link.configure({ openOnClick: false, enableTarget: false }),
    piezas.Heading.configure({ levels: [3, 4] }),
  ];
}

function atributosDe(boton) {
  return boton.dataset.con ? JSON.parse(boton.dataset.con) : {};
}

// The buttons tell what the text at the cursor is; those of tables are only seen inside one.
function pintar() {
  for (const boton of barra.querySelectorAll("button")) {
    const { activa, solo } = boton.dataset;
    if (activa) boton.setAttribute("aria-pressed", activo?.isActive(activa, atributosDe(boton)) ?? false);
    if (solo) boton.hidden = !activo?.isActive(solo);
  }
}

function pedirEnlace() {
  dialogo.querySelector("input").value = activo.getAttributes("link").href ?? "";
  dialogo.showModal();
  return true;
}

function ponerEnlace() {
  const href = dialogo.querySelector("input").value.trim();
  const orden = activo.chain().focus().extendMarkRange("link");
  if (dialogo.returnValue === "quitar") orden.unsetLink().run();
  if (dialogo.returnValue !== "poner" || !href) return;
  const vacio = activo.state.selection.empty && !activo.isActive("link");
  if (vacio) orden.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
  else orden.setLink({ href }).run();
}

function alPulsarBarra(evento) {
  const boton = evento.target.closest("button");
  if (!boton || !activo) return;
  if (boton.dataset.orden === "enlace") pedirEnlace();
  else activo.chain().focus()[boton.dataset.orden](atributosDe(boton)).run();
}

// The textarea makes way for the editor, and the field that travels is the one with format.
function escribir(area, piezas) {
  const campo = area.form.elements[area.dataset.html];
  const caja = document.createElement("div");
  caja.className = "editable";
  area.before(caja);
  new piezas.Editor({
    element: caja,
    injectCSS: false,
    extensions: extensiones(piezas),
    content: campo.value,
    editorProps: {
      attributes: { class: "rico", role: "textbox", "aria-multiline": "true", "aria-labelledby": area.dataset.titulo },
      transformPastedHTML: dePegado,
    },
    onFocus({ editor }) { activo = editor; pintar(); },
    onTransaction: pintar,
    onUpdate({ editor }) {
      campo.value = editor.isEmpty ? "" : editor.getHTML();
      campo.dispatchEvent(new Event("input", { bubbles: true }));
    },
    onCreate({ editor }) { activo ??= editor; },
  });
  campo.disabled = false;
  area.disabled = true;
  area.hidden = true;
}

// Alt+F10 goes from the text to the buttons, as in other editors.
function alTeclear(evento) {
  if (!evento.altKey || evento.key !== "F10" || !evento.target.closest(".editable")) return;
  evento.preventDefault();
  barra.querySelector("button").focus();
}

const piezas = await import(hoja.dataset.editor);
for (const area of document.querySelectorAll("textarea[data-html]")) escribir(area, piezas);
barra.hidden = false;
barra.addEventListener("click", alPulsarBarra);
dialogo.addEventListener("close", ponerEnlace);
document.addEventListener("keydown", alTeclear);
pintar();

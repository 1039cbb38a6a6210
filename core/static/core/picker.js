/* Choosing pictures, pages and documents of the site for a text, in place of the editor's own dialogs. */
import {
  canInsertNode,
  crel,
  Figure as StockFigure,
  Image as StockImage,
  Link as StockLink,
} from "django-prose-editor/editor";

const words = JSON.parse(document.getElementById("editor-words")?.textContent ?? "{}");
const say = (word) => words[word] ?? word;
const PICTURE = "/picture/";
const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.[^\s@]+$|^\S+\.[a-z]{2,}(\/\S*)?$/i;

document.documentElement.style.setProperty("--caption-words", JSON.stringify(say("Caption")));

async function ask(address, query) {
  const answer = await fetch(`${address}?${new URLSearchParams(query)}`, { redirect: "error" });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

/* A dialog with a field for words, a voice that tells what was found, and a list of buttons. */
function openDialog(editor, { title, label, help = "", value = "", seek, choose }) {
  const field = crel("input", { type: "text", id: "picker-words", value, autocomplete: "off", autofocus: true });
  const voice = crel("p", { className: "picker-voice", role: "status" });
  const list = crel("ul", { className: "picker-list" });
  const cancel = crel("button", { type: "button", textContent: say("Cancel") });
  const buttons = crel("div", { className: "prose-editor-dialog-buttons" }, [cancel]);
  const form = crel("form", { method: "dialog" }, [
    crel("h2", { id: "picker-title", textContent: title }),
    crel("label", { htmlFor: "picker-words", textContent: label }),
    field,
    ...(help ? [crel("p", { id: "picker-help", className: "picker-help", textContent: help })] : []),
    voice, list, buttons,
  ]);
  const dialog = crel("dialog", { className: "prose-editor-dialog picker", "aria-labelledby": "picker-title" }, [form]);
  if (help) field.setAttribute("aria-describedby", "picker-help");

  let timer, latest = 0;
  const show = async (add = false) => {
    const mine = ++latest;
    try {
      const found = await seek(field.value.trim(), add);
      if (mine !== latest || !found) return;
      const items = found.map(({ row, content }) => {
        const button = crel("button", { type: "button" }, content);
        button.addEventListener("click", () => { dialog.close(); choose(row); });
        return crel("li", {}, [button]);
      });
      add ? list.append(...items) : list.replaceChildren(...items);
      if (add) items[0]?.firstChild.focus();
    } catch {
      voice.textContent = say("The library does not answer. Try again in a moment.");
    }
  };
  const end = new AbortController();
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 250); });
  window.addEventListener("focus", () => show(), { signal: end.signal }); // back from uploading in another tab
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => step(event, field, list));
  dialog.addEventListener("close", () => { end.abort(); dialog.remove(); editor.commands.focus(); });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, form, field, voice, list, buttons, cancel, show };
}

/* Arrow keys lead from the field into the list and through it. */
function step(event, field, list) {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [field, ...list.querySelectorAll("button")];
  const place = stops.indexOf(document.activeElement);
  if (!move || place < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(place + move, 0), stops.length - 1)].focus();
}

/* Where the picture of the figure stands in which the selection is; -1 outside of figures. */
function placeOfPicture({ selection }) {
  if (selection.node?.type.name === "image") return selection.from;
  if (selection.node?.type.name === "figure") return selection.from + 1;
  for (let depth = selection.$from.depth; depth > 0; depth--) {
    if (selection.$from.node(depth).type.name === "figure") return selection.$from.start(depth);
  }
  return -1;
}

function insertPicture(editor, { address, name }) {
  const attrs = { src: address, alt: name };
  const place = placeOfPicture(editor.state);
  if (place >= 0) return editor.view.dispatch(editor.state.tr.setNodeMarkup(place, null, attrs));
  return editor.commands.insertContent({ type: "figure", content: [{ type: "image", attrs }, { type: "caption" }] });
}

function choosePicture(editor, address) {
  let next = null;
  const more = crel("button", { type: "button", textContent: say("More pictures"), hidden: true });
  const seek = async (q, add) => {
    const found = await ask(address, { q, page: add ? next : 1 });
    next = found.next;
    more.hidden = !next;
    upload.href = found.upload;
    upload.hidden = !found.upload;
    opened.voice.textContent = found.count ? say("Pictures found:") + ` ${found.count}` : say("No picture with these words.");
    return found.pictures.map((row) => ({
      row,
      content: [crel("img", { src: row.thumbnail, alt: "", loading: "lazy" }), crel("span", { textContent: row.name })],
    }));
  };
  const upload = crel("a", { target: "_blank", textContent: say("Upload a new picture (in a new tab)"), hidden: true });
  const choose = (row) => insertPicture(editor, row);
  const opened = openDialog(editor, { title: say("Choose a picture"), label: say("Search the library"), seek, choose });
  opened.list.classList.add("picker-pictures");
  opened.list.after(more);
  opened.buttons.append(upload);
  opened.form.addEventListener("submit", (event) => { event.preventDefault(); opened.show(); });
  more.addEventListener("click", () => opened.show(true));
  opened.show();
}

function applyLink(editor, { address, name }) {
  const chain = editor.chain().focus();
  if (editor.isActive("link")) chain.extendMarkRange("link").updateAttributes("link", { href: address }).run();
  else if (!editor.state.selection.empty) chain.setMark("link", { href: address }).run();
  else chain.insertContent({ type: "text", text: name, marks: [{ type: "link", attrs: { href: address } }] }).run();
}

function chooseTarget(editor, address) {
  const present = editor.getAttributes("link").href ?? "";
  let chosen = null; // the row that the link leads to now
  const seek = async (q) => {
    if (q.length < 2 || q === chosen?.name || (ADDRESS.test(q) && !q.startsWith("/"))) return [];
    const { targets } = await ask(address, { q });
    if (q === present && targets.length === 1) {
      chosen = targets[0];
      opened.field.value = chosen.name;
      opened.field.select();
      opened.voice.textContent = chosen.kind;
      return [];
    }
    opened.voice.textContent = targets.length ? say("Choose from the list:") : say("No page or document with these words.");
    return targets.map((row) => ({ row, content: [crel("b", { textContent: row.name }), crel("span", { textContent: row.kind })] }));
  };
  const choose = (row) => applyLink(editor, row);
  const opened = openDialog(editor, {
    title: say("Link"), label: say("Page, document or address"), help: say("link help"), value: present, seek, choose,
  });
  const unlink = crel("button", { type: "button", textContent: say("remove link"), hidden: !present });
  opened.buttons.prepend(crel("button", { type: "submit", textContent: say("Update") }));
  opened.cancel.before(unlink);
  unlink.addEventListener("click", () => { opened.dialog.close(); editor.chain().focus().extendMarkRange("link").unsetLink().run(); });
  opened.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = opened.field.value.trim();
    const row = typed === chosen?.name ? chosen : ADDRESS.test(typed) ? { address: typed, name: typed } : null;
    if (!row) {
      opened.voice.textContent = say("Choose a page or document, or write an address such as https://www.example.eu");
      return opened.field.focus();
    }
    opened.dialog.close();
    choose(row);
  });
  if (present.startsWith("/")) opened.show();
}

export const Image = StockImage.extend({
  addAttributes: () => ({ src: { default: null }, alt: { default: "" } }),
  parseHTML: () => [{ tag: `img[src^="${PICTURE}"]` }],
  addInputRules: () => [],
});

export const Figure = StockFigure.extend({
  content: "image caption", // an empty caption is not stored
  addExtensions: () => [], // the bubble that adds and removes captions
  addCommands() {
    const open = () => ({ editor, state, dispatch }) => {
      const fits = placeOfPicture(state) >= 0 || canInsertNode(state, state.schema.nodes.figure);
      if (dispatch && fits) choosePicture(editor, this.options.choose);
      return fits;
    };
    return { ...this.parent?.(), insertFigure: open, editImage: open };
  },
});

export const Link = StockLink.extend({
  addCommands() {
    const addLink = () => ({ editor }) => { chooseTarget(editor, this.options.choose); return true; };
    return { ...this.parent?.(), addLink };
  },
  addMenuItems({ menu, buttons }) {
    this.parent?.({ menu, buttons });
    menu.defineItem({
      name: "link",
      groups: "link",
      button: buttons.material("insert_link", "insert link"),
      command: (editor) => editor.chain().focus().addLink().run(),
      active: (editor) => editor.isActive("link"),
    });
  },
});

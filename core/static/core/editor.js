/* The text editor: words in the editor's language, a name for its area, a toolbar for the keyboard. */
(() => {
  const source = document.getElementById("editor-words");
  if (!source) return;
  const words = JSON.parse(source.textContent);
  // The editor's dialogs ask the admin's catalogue, which has no Latvian of the editor's package.
  const ask = window.gettext;
  window.gettext = (word) => words[word] ?? ask?.(word) ?? word;

  function translate(menu) {
    for (const button of menu.querySelectorAll("button")) {
      const word = words[button.title];
      if (word && word !== button.title) {
        button.title = word;
        button.ariaLabel = word;
      }
    }
    for (const text of menu.querySelectorAll(".prose-menubar__option > *")) {
      const word = words[text.textContent]; // writing without need would be seen as a change again
      if (word && word !== text.textContent) text.textContent = word;
    }
  }

  const shown = (menu) => [...menu.querySelectorAll("button:not(.hidden)")].filter((button) => button.checkVisibility());

  /* One stop for the Tab key in each toolbar; the arrow keys move within it. */
  function rove(menu, current) {
    const buttons = shown(menu);
    const stop = buttons.includes(current) ? current : buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  function move(menu, event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = shown(menu);
    const place = buttons.indexOf(event.target);
    if (!step || place < 0) return;
    event.preventDefault();
    const next = buttons[(place + step + buttons.length) % buttons.length];
    rove(menu, next);
    next.focus();
  }

  function equip(menu, name) {
    menu.role = "toolbar";
    menu.ariaLabel = name;
    translate(menu);
    rove(menu);
    menu.addEventListener("keydown", (key) => move(menu, key));
    menu.addEventListener("focusin", (focus) => rove(menu, focus.target));
    new MutationObserver(() => {
      translate(menu);
      rove(menu, menu.querySelector("[tabindex='0']"));
    }).observe(menu, { childList: true, subtree: true });
  }

  document.addEventListener("prose-editor:ready", (event) => {
    const { editor, textarea } = event.detail;
    const label = textarea.labels?.[0];
    const name = label?.textContent.replace(/:\s*$/, "").trim() ?? textarea.ariaLabel ?? textarea.name;
    const attributes = { "aria-label": name, "aria-multiline": "true", role: "textbox" };
    if (textarea.lang) attributes.lang = textarea.lang;
    editor.setOptions({ editorProps: { attributes } });
    label?.addEventListener("click", () => editor.commands.focus());

    const menu = () => textarea.parentElement.querySelector(".prose-menubar:not(.prose-menubar--floating)");
    setTimeout(() => equip(menu(), name)); // made after this event
  });
})();
